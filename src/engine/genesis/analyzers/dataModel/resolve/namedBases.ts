import type { PlacedModel } from '../schema/foldSchema';
import { exchanged } from './gormRoles';

/** A base that is called so is meant for what is stored. */
const storedBase = /Entity|Aggregate|^Base(?:Model|Object)?$|Persistent/;
/** With fewer heirs that a context names, what they share may be chance. */
const minNamed = 3;

/**
 * A context of EF Core may take its entities from all classes below one base, by reflection. Where several that it names
 * share a base of the project that is called so, the others below it are entities too.
 */
export function withBasesOfNamed(
  models: readonly PlacedModel[],
  named: ReadonlyMap<PlacedModel, unknown>,
  find: (name: string, from: string, kind: string) => PlacedModel | undefined,
): readonly PlacedModel[] {
  const heirs = new Map<PlacedModel, number>();
  // An abstract class between the two (`Product: Content: EntityBase`) only lends to its heirs.
  const basesOf = (model: PlacedModel, depth = 0): PlacedModel[] =>
    (model.bases ?? []).flatMap((name) => {
      const base = find(name, model.file, 'ef-core');
      if (base === undefined || base === model) return [];
      if (storedBase.test(name)) return [base];
      return base.role === 'base' && depth < 3 ? basesOf(base, depth + 1) : [];
    });
  for (const model of named.keys())
    if (model.kind === 'ef-core') for (const base of basesOf(model)) heirs.set(base, (heirs.get(base) ?? 0) + 1);
  // Beside `OrderEntity` that is stored, `Order` is what the program works with.
  const stored = new Set(models.flatMap((model) => (model.kind === 'ef-core' ? [model.name] : [])));
  return models.map((model) => {
    const isHeir =
      model.kind === 'ef-core' &&
      model.role === 'candidate' &&
      !named.has(model) &&
      !exchanged.test(model.file) &&
      !stored.has(`${model.name}Entity`) &&
      basesOf(model).some((base) => (heirs.get(base) ?? 0) >= minNamed);
    return isHeir ? { ...model, role: 'entity' } : model;
  });
}
