import type { NamedModel } from '../modelFact';
import type { PlacedModel } from '../schema/foldSchema';
import { exchanged } from './gormRoles';

type Find = (name: string, from: string, kind: string) => PlacedModel | undefined;

const kind = 'ef-core';
const deepest = 6;

/**
 * EF Core takes in each class with a key that a property of an entity leads to, though no context names it. Its own list
 * of entities, where it lies beside the migrations, names them all.
 */
export function withNavigations(
  models: readonly PlacedModel[],
  named: ReadonlyMap<PlacedModel, NamedModel>,
  find: Find,
): readonly PlacedModel[] {
  const isListed = [...named.values()].some((one) => one.kind === kind && one.folder !== undefined);
  if (isListed) return models;
  const withBases = (model: PlacedModel, depth = 0): PlacedModel[] => [
    model,
    ...(model.bases ?? []).flatMap((name) => {
      const base = depth < deepest ? find(name, model.file, kind) : undefined;
      return base === undefined || base === model ? [] : withBases(base, depth + 1);
    }),
  ];
  const hasKey = (model: PlacedModel): boolean =>
    withBases(model).some(({ fields }) => fields.some((field) => field.key === 'primary'));
  const entities = models.filter((model) => model.kind === kind && (named.has(model) || model.role === 'entity'));
  const known = new Set(entities);
  const reached = new Set<PlacedModel>();
  for (const model of entities)
    for (const { to } of withBases(model).flatMap(({ relations }) => relations)) {
      const target = find(to, model.file, kind);
      if (target?.role !== 'candidate' || known.has(target) || exchanged.test(target.file) || !hasKey(target)) continue;
      known.add(target);
      reached.add(target);
      entities.push(target);
    }
  return reached.size === 0
    ? models
    : models.map((model) => (reached.has(model) ? { ...model, role: 'entity' } : model));
}
