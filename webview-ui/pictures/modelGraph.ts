import type { DataModel, DataRelation } from '../../src/shared/inventory';

export interface ModelLink {
  readonly from: string;
  readonly to: string;
  readonly kind: DataRelation['kind'];
  readonly field: string;
}

export interface ModelGraph {
  /** Each with an id of its own: two files may declare the same name. */
  readonly models: readonly { readonly id: string; readonly model: DataModel }[];
  readonly links: readonly ModelLink[];
  /** Models that are only in the table because there are too many to draw. */
  readonly hidden: number;
}

/** The models to draw, at most `max`, those with most relations first, and the relations between them, each once. */
export function modelGraph(models: readonly DataModel[], max: number): ModelGraph {
  const idOf = (model: DataModel): string => `${model.name}\n${model.file}\n${model.line}`;
  const byName = new Map<string, DataModel[]>();
  for (const model of models) byName.set(model.name, [...(byName.get(model.name) ?? []), model]);
  const resolve = (from: DataModel, name: string): DataModel | undefined => {
    const named = byName.get(name) ?? byName.get(name.slice(name.lastIndexOf('.') + 1)) ?? [];
    // The same name more than once: the one that is declared the same way, else the first.
    return (
      named.find((model) => model.file === from.file) ?? named.find((model) => model.kind === from.kind) ?? named[0]
    );
  };
  const links: ModelLink[] = [];
  const weight = new Map<string, number>();
  for (const model of models)
    for (const { to, kind, field } of model.relations ?? []) {
      const target = resolve(model, to);
      if (!target) continue;
      links.push({ from: idOf(model), to: idOf(target), kind, field });
      for (const end of [model, target]) weight.set(idOf(end), (weight.get(idOf(end)) ?? 0) + 1);
    }
  const ordered = models
    .map((model) => ({ id: idOf(model), model, weight: weight.get(idOf(model)) ?? 0 }))
    .sort((a, b) => b.weight - a.weight || b.model.fields.length - a.model.fields.length);
  const drawn = ordered.slice(0, max);
  const shown = new Set(drawn.map(({ id }) => id));
  return {
    models: drawn.map(({ id, model }) => ({ id, model })),
    links: withoutInverses(links.filter(({ from, to }) => shown.has(from) && shown.has(to))),
    hidden: models.length - drawn.length,
  };
}

const inverse: Readonly<Record<DataRelation['kind'], DataRelation['kind']>> = {
  'one-to-one': 'one-to-one',
  'one-to-many': 'many-to-one',
  'many-to-one': 'one-to-many',
  'many-to-many': 'many-to-many',
};

/** `Order.items` and `Item.order` are two ends of one relation: one line. */
function withoutInverses(links: readonly ModelLink[]): ModelLink[] {
  const open = new Map<string, number>();
  return links.filter(({ from, to, kind }) => {
    const twin = `${to}\t${from}\t${inverse[kind]}`;
    const waiting = open.get(twin) ?? 0;
    if (waiting > 0 && from !== to) {
      open.set(twin, waiting - 1);
      return false;
    }
    const own = `${from}\t${to}\t${kind}`;
    open.set(own, (open.get(own) ?? 0) + 1);
    return true;
  });
}
