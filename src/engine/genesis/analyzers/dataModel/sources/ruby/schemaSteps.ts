import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, SchemaStep } from '../../modelFact';
import { endLineOf, lineOf, literalOf, tableNameOf, textOf } from '../../syntax/nodes';
import { argsOf, linesOf, methodOf, option, singular } from './rubyCalls';

type Columns = { readonly fields: DataField[]; readonly relations: DataRelation[] };

const namesOf = (call: Node): string[] =>
  argsOf(call).flatMap((arg) => (arg.type === 'pair' ? [] : (literalOf(arg) ?? [])));

const stamps: readonly DataField[] = [
  { name: 'created_at', type: 'datetime' },
  { name: 'updated_at', type: 'datetime' },
];

/** `references :owner, polymorphic: true`, `add_reference :books, :maker, foreign_key: { to_table: :shops }`. */
function referenceOf(name: string, call: Node): Columns {
  const id: DataField = { name: `${name}_id`, type: 'bigint', key: 'foreign' };
  const polymorphic = option(call, 'polymorphic');
  if (polymorphic !== undefined && textOf(polymorphic) !== 'false')
    return {
      fields: [
        { name: `${name}_type`, type: 'string' },
        { name: id.name, type: id.type },
      ],
      relations: [],
    };
  const pointed = /\bto_table:\s{0,9}[:"'](\w{1,100})/.exec(textOf(option(call, 'foreign_key')))?.[1];
  return { fields: [id], relations: [{ field: id.name, to: pointed ?? tableNameOf(name), kind: 'many-to-one' }] };
}

/** What one line of a table's block makes. */
function columnsOfLine(column: Node): Columns {
  const type = methodOf(column);
  const names = namesOf(column);
  if (type === 'timestamps') return { fields: [...stamps], relations: [] };
  if (type === 'references' || type === 'belongs_to') {
    const all = names.map((name) => referenceOf(name, column));
    return { fields: all.flatMap(({ fields }) => fields), relations: all.flatMap(({ relations }) => relations) };
  }
  if (type === 'column')
    return { fields: names[0] === undefined ? [] : [{ name: names[0], type: names[1] ?? '' }], relations: [] };
  if (/^(?:index|check_constraint|foreign_key|exclusion_constraint|unique_constraint)$/.test(type))
    return { fields: [], relations: [] };
  return { fields: names.map((name) => ({ name, type })), relations: [] };
}

function keyOf(call: Node): DataField[] {
  const id = textOf(option(call, 'id'));
  if (id === 'false' || option(call, 'primary_key')?.type === 'array') return [];
  const name = literalOf(option(call, 'primary_key')) ?? 'id';
  return [{ name, type: id.replace(/^:/, '') || 'bigint', key: 'primary' }];
}

function created(call: Node, table: string, first: readonly DataField[]): SchemaStep {
  const columns = linesOf(call).map(columnsOfLine);
  const model: ModelFact = {
    name: table,
    kind: 'active-record',
    line: lineOf(call),
    endLine: endLineOf(call),
    fields: [...first, ...columns.flatMap(({ fields }) => fields)],
    relations: columns.flatMap(({ relations }) => relations),
    table,
    role: 'entity',
  };
  return { op: 'create', model };
}

function added(table: string, { fields, relations }: Columns): SchemaStep[] {
  return fields.map((field) => {
    const relation = relations.find((one) => one.field === field.name);
    return { op: 'add', table, field, ...(relation === undefined ? {} : { relation }) };
  });
}

const removed = (table: string, names: readonly string[]): SchemaStep[] =>
  names.map((field) => ({ op: 'remove', table, field }));

/** `t.remove :city`, `t.rename :city, :town`, and what would make a column of a new table. */
function changed(table: string, line: Node): SchemaStep[] {
  const names = namesOf(line);
  const [field = '', to = ''] = names;
  switch (methodOf(line)) {
    case 'remove':
      return removed(table, names);
    case 'remove_references':
    case 'remove_belongs_to':
      return removed(
        table,
        names.flatMap((name) => [`${name}_id`, `${name}_type`]),
      );
    case 'remove_timestamps':
      return removed(table, ['created_at', 'updated_at']);
    case 'rename':
      return to === '' ? [] : [{ op: 'rename-field', table, field, to }];
    case 'change':
    case 'change_default':
    case 'change_null':
    case 'remove_index':
    case 'rename_index':
    case 'remove_foreign_key':
      return [];
    default:
      return added(table, columnsOfLine(line));
  }
}

/** What one call of `db/schema.rb`, or of a migration of Rails, does to the tables. */
export function schemaSteps(call: Node): SchemaStep[] {
  const [table, second, ...more] = namesOf(call);
  if (table === undefined) return [];
  switch (methodOf(call)) {
    case 'create_table':
      return [created(call, table, keyOf(call))];
    case 'create_join_table': {
      const ids = [table, second ?? ''].map(
        (name): DataField => ({ name: `${singular(name)}_id`, type: 'bigint', key: 'foreign' }),
      );
      const name = literalOf(option(call, 'table_name')) ?? [table, second ?? ''].sort().join('_');
      return second === undefined ? [] : [created(call, name, ids)];
    }
    case 'change_table':
      return linesOf(call).flatMap((line) => changed(table, line));
    case 'drop_table':
      return [{ op: 'drop', table }];
    case 'rename_table':
      return second === undefined ? [] : [{ op: 'rename', table, to: second }];
    case 'add_column':
      return second === undefined ? [] : [{ op: 'add', table, field: { name: second, type: more[0] ?? '' } }];
    case 'add_reference':
    case 'add_belongs_to':
      return second === undefined ? [] : added(table, referenceOf(second, call));
    case 'add_timestamps':
      return added(table, { fields: [...stamps], relations: [] });
    case 'rename_column':
      return second === undefined || more[0] === undefined
        ? []
        : [{ op: 'rename-field', table, field: second, to: more[0] }];
    case 'remove_column':
      return second === undefined ? [] : removed(table, [second]);
    case 'remove_columns':
      return second === undefined ? [] : removed(table, [second, ...more]);
    case 'remove_reference':
    case 'remove_belongs_to':
      return second === undefined ? [] : removed(table, [`${second}_id`, `${second}_type`]);
    case 'remove_timestamps':
      return removed(table, ['created_at', 'updated_at']);
    case 'add_foreign_key': {
      const column = literalOf(option(call, 'column')) ?? `${singular(second ?? '')}_id`;
      return second === undefined ? [] : [{ op: 'constrain', table, columns: [column], key: 'foreign' }];
    }
    default:
      return [];
  }
}
