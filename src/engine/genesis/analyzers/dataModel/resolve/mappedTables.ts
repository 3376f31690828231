import type { PlacedModel } from '../schema/foldSchema';
import { tableKey } from '../syntax/nodes';

/** A class of Eloquent that names no table has that of the nearest one above it which does. */
export function withInheritedTables(models: readonly PlacedModel[], find: Find): readonly PlacedModel[] {
  const saidAbove = (model: PlacedModel, depth = 0): PlacedModel | undefined =>
    (model.bases ?? [])
      .flatMap((name) => {
        const base = find(name, model.file, 'eloquent');
        if (base === undefined || base === model || depth > 5) return [];
        return (base.saysTable === true ? base : saidAbove(base, depth + 1)) ?? [];
      })
      .at(0);
  return models.map((model) => {
    const above = model.kind === 'eloquent' && model.saysTable !== true ? saidAbove(model) : undefined;
    if (above === undefined) return model;
    // Rows of an entity's table are rows of that one, whatever more a class does with them.
    const role = above.role !== 'base' && model.role === 'entity' ? 'candidate' : model.role;
    return { ...model, table: above.table ?? '', role };
  });
}

type Find = (name: string, from: string, kind: string) => PlacedModel | undefined;

/**
 * Bundles of Symfony declare what applications may replace as bases that have a table, and make entities of them when
 * they start. They are the tables of the product unless a class of it takes their place; bases of one table, of which the
 * one extends the other, make one entity of all their columns.
 */
export function withMappedTables(models: readonly PlacedModel[]): readonly PlacedModel[] {
  const isMapped = ({ kind, role, table }: PlacedModel): boolean =>
    kind === 'doctrine' && role === 'base' && table !== undefined;
  const mapped = models.filter(isMapped);
  if (mapped.length === 0) return models;
  const others = models.filter((model) => model.kind === 'doctrine' && !isMapped(model));
  const taken = new Set(others.map(({ table = '' }) => tableKey(table)));
  const bases = new Set(others.flatMap((model) => model.bases ?? []));
  const entities = new Map<string, PlacedModel[]>();
  for (const model of mapped) {
    const key = tableKey(model.table ?? '');
    entities.set(key, [...(entities.get(key) ?? []), model]);
  }
  const replaced = new Map<PlacedModel, PlacedModel>();
  for (const [key, [first, ...rest]] of entities) {
    if (first === undefined || taken.has(key) || [first, ...rest].some(({ name }) => bases.has(name))) continue;
    const all = [first, ...rest];
    replaced.set(first, {
      ...first,
      role: 'entity',
      fields: all.flatMap(({ fields }) => fields),
      relations: all.flatMap(({ file, relations }) => relations.map((relation) => ({ ...relation, file }))),
    });
  }
  return models.map((model) => replaced.get(model) ?? model);
}
