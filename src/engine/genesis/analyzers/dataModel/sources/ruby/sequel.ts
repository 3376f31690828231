import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource, SchemaStep } from '../../modelFact';
import {
  childOf,
  childrenOf,
  descendantsOf,
  endLineOf,
  fieldOf,
  lineOf,
  literalOf,
  snakeCase,
  tableNameOf,
  textOf,
} from '../../syntax/nodes';
import { isWayBack } from '../../syntax/wayBack';
import { argsOf, className, linesOf, methodOf, option } from './rubyCalls';

const associations: Readonly<Record<string, DataRelation['kind']>> = {
  many_to_one: 'many-to-one',
  one_to_many: 'one-to-many',
  one_to_one: 'one-to-one',
  many_to_many: 'many-to-many',
};

function relationOf(call: Node): DataRelation[] {
  const kind = associations[methodOf(call)];
  const field = literalOf(argsOf(call)[0]);
  if (kind === undefined || field === undefined) return [];
  const given = option(call, 'class') ?? option(call, 'class_name');
  const written = literalOf(given) ?? (given?.type === 'constant' ? given.text : undefined);
  if (given !== undefined && written === undefined) return [];
  const isPlural = kind === 'one-to-many' || kind === 'many-to-many';
  return [{ field, to: written?.split('::').at(-1) ?? className(field, isPlural), kind }];
}

/** `class Cup < Sequel::Model`, `class Cup < Sequel::Model(:old_cups)`, `… Sequel::Model(DB[:old_cups])`. */
const base = /^<\s*Sequel::Model(?:\s*\((?:\w{1,40}\s*\[\s*|\w{1,40}\.from\(\s*)?:(\w{1,80})|\s*$)/;

function readClass(node: Node): ModelFact[] {
  const found = base.exec(textOf(fieldOf(node, 'superclass')));
  const written = textOf(fieldOf(node, 'name'));
  const name = written.split('::').at(-1) ?? '';
  // The application's own class of all models.
  if (found === null || /^(?:Base|Application)?(?:Model|Record)$/.test(name)) return [];
  const calls = childrenOf(fieldOf(node, 'body') ?? childOf(node, 'body_statement'), 'call');
  const table = found[1] ?? tableNameOf(snakeCase(name));
  return [
    {
      name: written,
      kind: 'sequel',
      line: lineOf(node),
      endLine: endLineOf(node),
      fields: [],
      relations: calls.flatMap(relationOf),
      role: 'entity',
      table,
      // A plug-in names tables as classes are.
      ...(found[1] === undefined ? { otherTables: [snakeCase(name)] } : {}),
    },
  ];
}

type Column = { readonly field: DataField; readonly relation?: DataRelation };

const noColumn =
  /^(?:index|unique|constraint|check|exclude|(?:full_text|spatial)_index|composite_\w+|add_(?!column|foreign_key)\w+|drop_\w+|set_\w+|rename_\w+|validate_\w+|alter_\w+|run)$/;

/** What one line of a table's block makes: `foreign_key :shelf_id, :shelves`, `String :label, unique: true`. */
function columnOf(line: Node): Column | undefined {
  const made = methodOf(line).replace(/^add_/, '');
  const [first, second] = argsOf(line);
  const name = literalOf(first);
  if (name === undefined || noColumn.test(methodOf(line))) return undefined;
  if (made === 'primary_key') return { field: { name, type: 'integer', key: 'primary' } };
  const isSet = (mark: string): boolean => textOf(option(line, mark)) === 'true';
  if (made === 'foreign_key') {
    const to = literalOf(second);
    const type = literalOf(option(line, 'type')) ?? 'integer';
    const field: DataField = { name, type, key: isSet('primary_key') ? 'primary' : 'foreign' };
    return to === undefined ? { field } : { field, relation: { field: name, to, kind: 'many-to-one' } };
  }
  const type = made === 'column' ? (literalOf(second) ?? textOf(second)) : made;
  const key = isSet('primary_key') ? 'primary' : isSet('unique') ? 'unique' : undefined;
  return { field: { name, type, ...(key ? { key } : {}) } };
}

function created(call: Node, table: string): SchemaStep {
  const lines = linesOf(call);
  const columns = lines.flatMap((line) => columnOf(line) ?? []);
  const keys = lines
    .filter((line) => methodOf(line) === 'primary_key' && argsOf(line)[0]?.type === 'array')
    .flatMap((line) => childrenOf(argsOf(line)[0]).flatMap((item) => literalOf(item) ?? []));
  const model: ModelFact = {
    name: table,
    kind: 'sequel',
    line: lineOf(call),
    endLine: endLineOf(call),
    fields: columns.map(({ field }) => (keys.includes(field.name) ? { ...field, key: 'primary' } : field)),
    relations: columns.flatMap(({ relation }) => relation ?? []),
    table,
    role: 'entity',
  };
  return { op: 'create', model };
}

function changed(line: Node, table: string): SchemaStep[] {
  const [field, to] = argsOf(line).flatMap((arg) => literalOf(arg) ?? []);
  switch (methodOf(line)) {
    case 'drop_column':
    case 'drop_foreign_key':
      return field === undefined ? [] : [{ op: 'remove', table, field }];
    case 'rename_column':
      return field === undefined || to === undefined ? [] : [{ op: 'rename-field', table, field, to }];
    case 'add_column':
    case 'add_foreign_key':
    case 'add_primary_key': {
      const column = columnOf(line);
      return column === undefined ? [] : [{ op: 'add', table, ...column }];
    }
    default:
      return [];
  }
}

/** What one call of a migration does to the tables. */
function stepsOf(call: Node): SchemaStep[] {
  const [table, second] = argsOf(call).flatMap((arg) => (arg.type === 'pair' ? [] : (literalOf(arg) ?? [])));
  if (table === undefined || isWayBack(call)) return [];
  switch (methodOf(call)) {
    case 'create_table':
    case 'create_table?':
      return [created(call, table)];
    case 'alter_table':
      return linesOf(call).flatMap((line) => changed(line, table));
    case 'drop_table':
    case 'drop_table?':
      return [{ op: 'drop', table }];
    case 'rename_table':
      return second === undefined ? [] : [{ op: 'rename', table, to: second }];
    default:
      return [];
  }
}

/** Sequel: classes of Ruby, and the tables that migrations make. */
export const sequelSource: ModelSource = {
  id: 'sequel',
  wants: ({ language }) => language === 'ruby',
  keyword: /\bSequel(?:::Model\b|\.migration\b)/,
  extract(file) {
    const root = file.tree?.rootNode;
    if (/\bSequel\.migration\b/.test(file.text)) return { steps: descendantsOf(root, 'call').flatMap(stepsOf) };
    return { models: descendantsOf(root, 'class').flatMap(readClass) };
  },
  example: {
    files: {
      'migrate/001_cups.rb':
        'Sequel.migration do\n  up do\n    create_table(:shelf) do\n      column :id, :uuid, primary_key: true\n      column :label, :text, unique: true\n    end\n    create_table(:old_cups) do\n      primary_key :id\n      foreign_key :shelf_id, :shelf, type: :uuid, null: false\n      String :colour\n      index :colour\n    end\n    create_table(:cup_marks) do\n      Integer :cup_id\n      Integer :mark_id\n      primary_key [:cup_id, :mark_id]\n    end\n  end\n\n  down do\n    drop_table :shelf\n  end\nend\n',
      'migrate/002_more.rb':
        'Sequel.migration do\n  change do\n    alter_table(:old_cups) do\n      add_column :made_at, :timestamptz\n      rename_column :colour, :paint\n      add_constraint :paint_known, paint: %w[red]\n    end\n  end\nend\n',
      'model/shelf.rb': 'class Shelf < Sequel::Model\n  one_to_many :cups\n  many_to_one :owner, class: :Person\nend\n',
      'model/cup.rb': 'class Cup < Sequel::Model(:old_cups)\n  many_to_one :shelf\nend\n',
      'model/shop/shelf.rb':
        'class Shelf < Sequel::Model\n  module Shop\n    def place = 1\n  end\n  one_to_many :marks\nend\n',
      'model/base.rb': 'class ApplicationModel < Sequel::Model\nend\n',
    },
    models: [
      'sequel Cup [old_cups] (id:integer primary, shelf_id:uuid foreign, paint:String, made_at:timestamptz) shelf>Shelf',
      'sequel Shelf [shelf] (id:uuid primary, label:text unique) cups>Cup owner>Person marks>Mark',
      'sequel cup_marks [cup_marks] (cup_id:Integer primary, mark_id:Integer primary)',
    ],
  },
};
