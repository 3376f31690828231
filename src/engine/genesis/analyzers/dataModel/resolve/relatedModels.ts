import type { ImportGraph } from '../../../facts/importGraph';
import type { DataModelFacts, WrittenRelation } from '../modelFact';
import type { PlacedModel } from '../schema/foldSchema';
import { tableNameOf } from '../syntax/nodes';

/** Models with the relations that other files tell of them: `Tag.hasMany(Post)` in a file that only ties models together. */
export function withRelated(
  files: readonly (readonly [string, DataModelFacts])[],
  models: readonly PlacedModel[],
  imports: ImportGraph,
): readonly PlacedModel[] {
  const added = new Map<PlacedModel, WrittenRelation[]>();
  for (const [file, { related = [] }] of files)
    for (const { kind, owner, relation } of related) {
      const origin = imports.originOf(file, owner);
      const name = origin?.name ?? owner;
      const candidates = models.filter(
        (model) => model.kind === kind && (model.name === name || model.aliases?.includes(name) === true),
      );
      const meant = candidates.find((model) => model.file === origin?.path) ?? candidates[0];
      // Of two models of one name it is not known which is meant.
      if (meant === undefined || (candidates.length > 1 && meant.file !== origin?.path)) continue;
      added.set(meant, [...(added.get(meant) ?? []), relation.line === undefined ? relation : { ...relation, file }]);
    }
  if (added.size === 0) return models;
  return models.map((model) => {
    const more = added.get(model);
    return more === undefined ? model : { ...model, relations: [...model.relations, ...more] };
  });
}

/** `references: { model: 'Teams' }` of Sequelize names a table: the model that keeps it is meant, where one alone does. */
export function withReferencedTables(models: readonly PlacedModel[]): readonly PlacedModel[] {
  const names = new Set<string>();
  const owners = new Map<string, string | undefined>();
  for (const { kind, name, table } of models) {
    if (kind !== 'sequelize') continue;
    names.add(name);
    const key = (table ?? tableNameOf(name)).toLowerCase();
    owners.set(key, owners.has(key) && owners.get(key) !== name ? undefined : name);
  }
  if (names.size === 0) return models;
  const meant = (to: string): string => (names.has(to) ? to : (owners.get(to.toLowerCase()) ?? to));
  return models.map((model) =>
    model.kind === 'sequelize'
      ? { ...model, relations: model.relations.map((relation) => ({ ...relation, to: meant(relation.to) })) }
      : model,
  );
}
