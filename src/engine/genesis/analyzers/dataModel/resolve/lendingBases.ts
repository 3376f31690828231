import type { PlacedModel } from '../schema/foldSchema';

const saysBase = /^(?:_?(?:Abstract|Base)|\w{0,80}Base(?:Model)?$)/;

/**
 * Peewee has no word for a class that only lends its columns. One that others inherit from is taken for it where it names
 * no table, nothing points at it, and more than one inherits from it or its name or its emptiness says so.
 */
export function withLendingBases(models: readonly PlacedModel[]): readonly PlacedModel[] {
  return withEmbedded(withPeeweeBases(models));
}

/** Bun has none either: a struct without a table that several tables embed, or one where its name says so, is none itself. */
function withEmbedded(models: readonly PlacedModel[]): readonly PlacedModel[] {
  const heirs = new Map<string, number>();
  for (const { kind, role, bases = [] } of models)
    if (kind === 'bun' && role !== 'base') for (const base of bases) heirs.set(base, (heirs.get(base) ?? 0) + 1);
  const isLending = ({ kind, name, table }: PlacedModel): boolean =>
    kind === 'bun' && table === undefined && (heirs.get(name) ?? 0) >= (saysBase.test(name) ? 1 : 2);
  return models.map((model) => (isLending(model) ? { ...model, role: 'base' } : model));
}

function withPeeweeBases(models: readonly PlacedModel[]): readonly PlacedModel[] {
  const own = models.filter(({ kind }) => kind === 'peewee');
  const heirs = new Map<string, number>();
  for (const { bases = [] } of own) for (const base of bases) heirs.set(base, (heirs.get(base) ?? 0) + 1);
  const targets = new Set(own.flatMap(({ relations }) => relations.map(({ to }) => to)));
  const isModel = (model: PlacedModel, seen: ReadonlySet<string> = new Set()): boolean =>
    model.role !== 'candidate' ||
    (model.bases ?? []).some(
      (base) =>
        !seen.has(base) && own.some((other) => other.name === base && isModel(other, new Set([...seen, model.name]))),
    );
  const isLending = ({ kind, name, table, fields }: PlacedModel): boolean => {
    const count = heirs.get(name) ?? 0;
    if (kind !== 'peewee' || count === 0 || table !== undefined || targets.has(name)) return false;
    return count > 1 || fields.length === 0 || saysBase.test(name);
  };
  const lends = (model: PlacedModel): boolean => isLending(model) && isModel(model);
  return models.map((model) => (lends(model) ? { ...model, role: 'base' } : model));
}
