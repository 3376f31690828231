import type { DataModelFacts } from '../modelFact';
import type { PlacedModel } from '../schema/foldSchema';
import { singular } from '../sources/ruby/rubyCalls';
import { snakeCase, tableNameOf } from '../syntax/nodes';
import { fullNameOf } from './namesInModules';

/**
 * Rails puts in front of a table what the module around its class asks for, or the table of the class that it stands in: with
 * `donations_` of `Payments`, `Payments::Gift` is `donations_gifts`. Of the names that a table may have that comes first.
 */
export function withTablePrefixes(
  files: readonly (readonly [string, DataModelFacts])[],
  models: readonly PlacedModel[],
): readonly PlacedModel[] {
  const prefixes = new Map(
    files.flatMap(([, facts]) => (facts.prefixes ?? []).map(({ module, prefix }) => [module, prefix] as const)),
  );
  const records = new Map(
    models.flatMap((model) =>
      model.kind === 'active-record' && model.role !== 'base' ? [[fullNameOf(model), model] as const] : [],
    ),
  );
  return models.map((model) => {
    if (model.kind !== 'active-record' || model.otherTables === undefined || model.table === undefined) return model;
    const parts = fullNameOf(model).split('::');
    const around = parts.map((_, at) => parts.slice(0, at).join('::')).reverse();
    const outer = records.get(around[0] ?? '');
    // A class says nothing to those that are not directly in it, and hides what is around itself.
    const hidden = around.findIndex((name) => records.has(name));
    const modules = hidden < 0 ? around : around.slice(0, hidden);
    const ofClass =
      outer?.table !== undefined && outer.otherTables === undefined ? `${singular(outer.table)}_` : undefined;
    const prefix = outer === undefined ? modules.flatMap((name) => prefixes.get(name) ?? [])[0] : ofClass;
    if (prefix === undefined) return model;
    const table = prefix + tableNameOf(snakeCase(parts.at(-1) ?? ''));
    return { ...model, table, otherTables: [model.table, ...model.otherTables].filter((other) => other !== table) };
  });
}
