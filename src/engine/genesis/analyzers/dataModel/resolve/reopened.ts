import type { PlacedModel } from '../schema/foldSchema';

/** `app/models/user/findability.rb` may open the class of `app/models/user.rb` again: one class, with what both say of it. */
export function withoutReopened(models: readonly PlacedModel[]): PlacedModel[] {
  const mainOf = (model: PlacedModel): PlacedModel | undefined =>
    model.kind === 'active-record' || model.kind === 'sequel'
      ? models.find(
          (other) =>
            other.kind === model.kind &&
            other.name === model.name &&
            other.role === model.role &&
            isBelow(model.file, other),
        )
      : undefined;
  const again = new Map<PlacedModel, PlacedModel[]>();
  for (const model of models) {
    const main = mainOf(model);
    if (main !== undefined) again.set(main, [...(again.get(main) ?? []), model]);
  }
  if (again.size === 0) return [...models];
  const parts = new Set([...again.values()].flat());
  return models
    .filter((model) => !parts.has(model))
    .map((model) => {
      const own = again.get(model) ?? [];
      if (own.length === 0) return model;
      const relations = own.flatMap(({ relations, file }) =>
        relations.map((one) => ({ ...one, file: one.file ?? file })),
      );
      const bases = new Set([...(model.bases ?? []), ...own.flatMap(({ bases = [] }) => bases)]);
      return { ...model, relations: [...model.relations, ...relations], bases: [...bases] };
    });
}

/** Sequel's models are opened again anywhere below their folder: `model/aws/vm.rb` of `model/vm.rb`. */
function isBelow(path: string, { kind, file }: PlacedModel): boolean {
  if (kind !== 'sequel') return path.startsWith(`${file.replace(/\.rb$/, '')}/`);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  return path.startsWith(folder) && path.slice(folder.length).includes('/');
}
