import type { DataField } from '../../../../../shared/inventory';
import type { NamedModel } from '../modelFact';
import type { PlacedModel } from '../schema/foldSchema';
import { tableKey } from '../syntax/nodes';

/** With what a configuration beside the class says of its table and columns. */
export function configured(model: PlacedModel, named: NamedModel | undefined): PlacedModel {
  const { table = model.table, fields = [], keys } = named ?? {};
  const own = new Set(model.fields.map((field) => tableKey(field.name)));
  const added = fields.filter((field) => !own.has(tableKey(field.name)));
  const all = [...model.fields, ...added];
  return { ...model, ...(table ? { table } : {}), fields: keys === undefined ? all : withKeys(all, keys) };
}

/** What a configuration says of the key goes before what a name would make one. */
function withKeys(fields: readonly DataField[], keys: readonly string[]): DataField[] {
  return fields.map(({ key, ...field }) => {
    if (keys.includes(field.name)) return { ...field, key: 'primary' };
    return key === undefined || key === 'primary' ? field : { ...field, key };
  });
}
