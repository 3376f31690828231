import type { PlacedModel } from '../schema/foldSchema';
import { snakeCase, tableKey, tableNameOf } from '../syntax/nodes';

/**
 * Relations of a class and of its table. A class names what it relates to, but may leave some out or find it in a way
 * that can't be read: where the columns are the table's, its keys count too, unless the class tells the same.
 */
export function relationsOfTable(model: PlacedModel, table: PlacedModel): PlacedModel['relations'] {
  if (model.relations.length === 0) return table.relations;
  if (model.fields.length > 0 || model.kind !== 'eloquent') return model.relations;
  const holding = model.relations.filter(({ kind }) => kind === 'many-to-one');
  const further = table.relations.filter(
    ({ field, to }) =>
      !holding.some(
        (own) =>
          `${snakeCase(own.field)}_id` === snakeCase(field) ||
          tableKey(tableNameOf(own.to)) === tableKey(to) ||
          tableKey(own.to) === tableKey(to),
      ),
  );
  return [...model.relations, ...further];
}
