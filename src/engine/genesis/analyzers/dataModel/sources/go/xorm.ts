import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource, NamedModel } from '../../modelFact';
import { exchanged } from '../../resolve/gormRoles';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../../syntax/nodes';
import { tableNames } from './gorm';

const settingOf = (declaration: Node): string | undefined =>
  /\bxorm:"([^"]*)"/.exec(textOf(fieldOf(declaration, 'tag')))?.[1];

/** What only a column of a table is told; the rows of a query have tags too, but none of these. */
const structural = /\b(?:pk|autoincr|unique|index|notnull|not null|created|updated|deleted|default)\b/i;

interface DeclarationRead {
  readonly fields: readonly DataField[];
  readonly base?: string;
}

function readDeclaration(declaration: Node): DeclarationRead {
  const setting = settingOf(declaration) ?? '';
  const type = textOf(fieldOf(declaration, 'type'));
  const names = childrenOf(declaration, 'field_identifier').map(textOf);
  if (setting === '-') return { fields: [] };
  if (names.length === 0 || /\bextends\b/.test(setting))
    return { fields: [], base: type.replace(/^\*/, '').split('.').at(-1) ?? type };
  const key = /\bpk\b/i.test(setting) ? 'primary' : /\bunique\b/i.test(setting) ? 'unique' : undefined;
  const optional = type.startsWith('*') ? { optional: true as const } : {};
  const own = names.filter((name) => /^[A-Z]/.test(name));
  return { fields: own.map((name) => ({ name, type, ...(key ? { key } : {}), ...optional })) };
}

function readStruct(spec: Node, tables: ReadonlyMap<string, string>): ModelFact | undefined {
  const struct = fieldOf(spec, 'type');
  if (struct?.type !== 'struct_type') return undefined;
  const declarations = childrenOf(childOf(struct, 'field_declaration_list'), 'field_declaration');
  const settings = declarations.flatMap((item) => settingOf(item) ?? []);
  const read = declarations.map(readDeclaration);
  const fields = read.flatMap((item) => item.fields);
  const bases = read.flatMap((item) => item.base ?? []);
  const name = textOf(fieldOf(spec, 'name'));
  const table = tables.get(name);
  const isKeyed =
    settings.some((setting) => /\b(?:pk|autoincr)\b/i.test(setting)) ||
    fields.some((field) => /^I[Dd]$/.test(field.name)) ||
    // What ties two tables together is known by both, and needs no key of its own.
    (table !== undefined && settings.some((setting) => /\b(?:unique|index|not ?null)\b/i.test(setting)));
  const isTable = isKeyed && (settings.some((setting) => structural.test(setting)) || table !== undefined);
  if (!isTable && settings.length === 0) return undefined;
  return {
    name,
    kind: 'xorm',
    line: lineOf(spec),
    endLine: endLineOf(spec),
    fields,
    relations: [],
    // What a struct extends lends it columns; one without a key of its own is the row of a query.
    role: isTable ? 'entity' : 'base',
    ...(bases.length > 0 ? { bases } : {}),
    ...(table ? { table } : {}),
  };
}

/** `engine.Sync2(new(Order), &shop.Line{})`, and Gitea's and its forks' `db.RegisterModel(new(Order))`: tables that the program makes. */
function syncedNames(text: string): NamedModel[] {
  return [
    ...text.matchAll(/\b(?:Sync2?|RegisterModel)\(((?:\s{0,20}(?:new\([\w.]{1,100}\)|&[\w.]{1,100}\{\}),?){1,200})/g),
  ].flatMap(([, list = '']) =>
    [...list.matchAll(/(?:new\(|&)([\w.]+)/g)].map(([, name = '']) => ({
      kind: 'xorm',
      name: name.split('.').at(-1) ?? name,
      where: 'xorm' as const,
    })),
  );
}

/** XORM: structs with its tags. Its migrations copy the structs as they were then. */
export const xormSource: ModelSource = {
  id: 'xorm',
  wants: ({ language, path }) => language === 'go' && !/(?:^|\/)migrations?\//.test(path),
  keyword: /\bxorm:"|\bSync2?\(|\bRegisterModel\(/,
  extract(file) {
    const root = file.tree?.rootNode;
    const tables = tableNames(root);
    const models = descendantsOf(root, 'type_spec').flatMap((spec) => readStruct(spec, tables) ?? []);
    // Where tables are named, what has no name is the row of a query.
    const isNamed = models.some(({ table }) => table !== undefined);
    return {
      named: syncedNames(file.text),
      models: models.map((model) =>
        exchanged.test(file.path) || (isNamed && model.table === undefined) ? { ...model, role: 'base' } : model,
      ),
    };
  },
  example: {
    files: {
      'models/order.go':
        'package models\n\ntype Order struct {\n\tID int64 `xorm:"pk autoincr"`\n\tNumber string `xorm:"not null unique VARCHAR(20)"`\n\tNote *string\n\tLines []*Line `xorm:"-"`\n}\n\nfunc (*Order) TableName() string { return "shop_orders" }\n\ntype OrderRow struct {\n\tID int64 `xorm:"pk"`\n}\n\ntype OrderWithOwner struct {\n\tOrder `xorm:"extends"`\n\tOwner string\n}\n\ntype Search struct {\n\tOrder\n\tPage int `json:"page"`\n}\n',
      'models/tie.go':
        'package models\n\ntype Tie struct {\n\tOrderID int64 `xorm:"UNIQUE(s) NOT NULL"`\n\tLineID int64 `xorm:"UNIQUE(s) NOT NULL"`\n}\n\nfunc (Tie) TableName() string { return "ties" }\n',
      'models/sync.go':
        'package models\n\nimport "xorm.io/xorm"\n\ntype Lone struct {\n\tID int64\n\tNote string `xorm:"text"`\n}\n\nfunc sync(engine *xorm.Engine) error { return engine.Sync2(new(Line), &Lone{}) }\n',
      'models/line.go':
        'package models\n\ntype Line struct {\n\tID int64 `xorm:"autoincr not null unique pk"`\n\tOrderID int64 `xorm:"index"`\n}\n',
      'schema/row.go': 'package schema\n\ntype Row struct {\n\tID int64 `xorm:"pk"`\n}\n',
      'models/migrations/v1.go': 'package migrations\n\ntype Old struct {\n\tID int64 `xorm:"pk autoincr"`\n}\n',
    },
    models: [
      'xorm Line (ID:int64 primary, OrderID:int64)',
      'xorm Order [shop_orders] (ID:int64 primary, Number:string unique, Note:*string?)',
      'xorm Lone (ID:int64, Note:string)',
      'xorm Tie [ties] (OrderID:int64 unique, LineID:int64 unique)',
    ],
  },
};
