import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { DataModelFacts, ModelFact, ModelSource, NamedModel } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../../syntax/nodes';

const tagOf = (declaration: Node): string => textOf(fieldOf(declaration, 'tag')).replaceAll('`', '');
const plainType = (type: string): string =>
  type
    .replace(/^\[\]|^\*|^\[\]\*/g, '')
    .split('.')
    .at(-1) ?? type;
const scalars =
  /^(?:\[\]byte|u?int\d{0,2}|string|bool|float\d\d|time\.Time|Time|byte|rune|uuid\.UUID|datatypes\.\w+|sql\.\w+|gorm\.DeletedAt|json\.RawMessage|decimal\.Decimal)$/;
const modelFields: readonly DataField[] = [
  { name: 'ID', type: 'uint', key: 'primary' },
  { name: 'CreatedAt', type: 'time.Time' },
  { name: 'UpdatedAt', type: 'time.Time' },
  { name: 'DeletedAt', type: 'gorm.DeletedAt' },
];

/** Settings that make a column; `column:` alone may stand on the row of a query. */
const structural =
  /primary_?key|index|unique|foreign_?key|references|many2many|auto_?increment|not null|default:|(?:^|;)\s*(?:type|size|precision|serializer|constraint|polymorphic\w*):|autoCreateTime|autoUpdateTime|embedded/i;

interface DeclarationRead {
  readonly fields: DataField[];
  readonly relations: DataRelation[];
  readonly base?: string;
  readonly part?: string;
}

const settingOf = (declaration: Node): string => /gorm:"([^"]*)"/.exec(tagOf(declaration))?.[1] ?? '';

function readDeclaration(declaration: Node): DeclarationRead {
  const type = textOf(fieldOf(declaration, 'type'));
  const names = childrenOf(declaration, 'field_identifier').map(textOf);
  const setting = settingOf(declaration);
  if (setting === '-' || setting.startsWith('-:')) return { fields: [], relations: [] };
  if (names.length === 0)
    return type === 'gorm.Model'
      ? { fields: [...modelFields], relations: [] }
      : { fields: [], relations: [], base: plainType(type) };
  const exported = names.filter((name) => /^[A-Z]/.test(name));
  const key = /primary_?key/i.test(setting) ? 'primary' : /\bunique/i.test(setting) ? 'unique' : undefined;
  const fields = exported.map(
    (name): DataField => ({ name, type, ...(key ? { key } : {}), ...(type.startsWith('*') ? { optional: true } : {}) }),
  );
  const target = plainType(type);
  if (/(?:^|;)\s*embedded\b/.test(setting)) return { fields, relations: [], part: target };
  if (scalars.test(type.replace(/^\*/, '')) || !/^[A-Z]/.test(target) || /type:|serializer:/.test(setting))
    return { fields, relations: [] };
  const kind = /many2many:/.test(setting) ? 'many-to-many' : type.startsWith('[]') ? 'one-to-many' : 'many-to-one';
  return { fields, relations: exported.map((name) => ({ field: name, to: target, kind })) };
}

/** `type Order orderRow` has the fields of the other, and is what GORM keeps where that one is for the package alone. */
function structOf(spec: Node, specs: ReadonlyMap<string, Node>): Node | undefined {
  const type = fieldOf(spec, 'type');
  return type?.type === 'type_identifier' && /^[a-z]/.test(type.text) ? fieldOf(specs.get(type.text), 'type') : type;
}

function readStruct(
  spec: Node,
  tables: ReadonlyMap<string, string>,
  specs: ReadonlyMap<string, Node>,
): ModelFact | undefined {
  const struct = structOf(spec, specs);
  if (struct?.type !== 'struct_type') return undefined;
  const declarations = childrenOf(childOf(struct, 'field_declaration_list'), 'field_declaration');
  const marked = declarations.some(
    (item) =>
      structural.test(settingOf(item)) ||
      (textOf(fieldOf(item, 'type')) === 'gorm.Model' && childrenOf(item, 'field_identifier').length === 0),
  );
  const read = declarations.map(readDeclaration);
  const fields = withKey(read.flatMap((item) => item.fields));
  const bases = read.flatMap((item) => item.base ?? []);
  const parts = read.flatMap((item) => item.part ?? []);
  const name = textOf(fieldOf(spec, 'name'));
  if (fields.length === 0 && bases.length === 0) return undefined;
  const table = tables.get(name);
  return {
    name,
    kind: 'gorm',
    line: lineOf(spec),
    endLine: endLineOf(spec),
    fields,
    relations: read.flatMap((item) => item.relations),
    role: marked ? 'entity' : 'candidate',
    // A struct beside those of GORM needs no mark, where its table is made.
    ...(/^[A-Z]/.test(name) && fields.length + bases.length >= 2 ? { tableMakesEntity: true } : {}),
    ...(bases.length > 0 ? { bases } : {}),
    ...(parts.length > 0 ? { parts } : {}),
    ...(table ? { table } : {}),
  };
}

/** A field called `ID` is the key where no other one is marked. */
function withKey(fields: readonly DataField[]): readonly DataField[] {
  if (fields.some(({ key }) => key === 'primary')) return fields;
  return fields.map((field) => (field.name === 'ID' ? { ...field, key: 'primary' } : field));
}

/** `const tableOfUser = "users"`, alone or in a list. */
const constantIn = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name}(?:\\s{1,9}string)?\\s{0,20}=\\s{0,9}"([^"\\n]{1,100})"`).exec(text)?.[1];

/** Tables by struct: `func (User) TableName() string { return "users" }`; empty where the name stands in another file. */
export function tableNames(root: Node | undefined): Map<string, string> {
  const methods = descendantsOf(root, 'method_declaration').filter(
    (method) => textOf(fieldOf(method, 'name')) === 'TableName',
  );
  return new Map(
    methods.flatMap((method): [string, string][] => {
      const receiver = plainType(
        textOf(fieldOf(descendantsOf(fieldOf(method, 'receiver'), 'parameter_declaration')[0], 'type')),
      );
      const body = textOf(fieldOf(method, 'body'));
      const said = /return\s+(?:"([^"]+)"|([A-Za-z]\w{0,80})\s*\}?$)/.exec(body);
      if (said === null) return [];
      const [, table, constant] = said;
      return [[receiver, table ?? (constant === undefined ? '' : (constantIn(root?.text ?? '', constant) ?? ''))]];
    }),
  );
}

/** `gorm.G[Order](db)` */
const generic = /\bgorm\.G\[[\w.]{1,100}\]\(/g;

/** `AutoMigrate(&Order{}, new(shop.Line))`, also where the list stands in a variable beside the call. */
function migratedNames(root: Node | undefined, text: string): NamedModel[] {
  const calls = descendantsOf(root, 'call_expression').filter((call) =>
    // Its own function of that name hands on what it is given.
    /(?:^|\.)[aA]utoMigrate$/.test(textOf(fieldOf(call, 'function'))),
  );
  const lists = calls.some((call) => /\.\.\.|\b\w+\s*\)$/.test(textOf(fieldOf(call, 'arguments'))))
    ? descendantsOf(root, 'composite_literal').filter((list) =>
        /^\[\](?:interface\s*\{\s*\}|any)$/.test(textOf(fieldOf(list, 'type'))),
      )
    : [];
  const asked = [...text.matchAll(generic)].map(([whole]) => whole);
  const texts = [...calls.map((call) => textOf(fieldOf(call, 'arguments'))), ...lists.map(textOf), ...asked];
  const packages = texts.length > 0 ? importedPackages(root) : new Map<string, string>();
  return texts.flatMap((one) =>
    [...one.matchAll(/(?:&|new\(|^gorm\.G\[)\s*([\w.]+)|\b(\w[\w.]*)\{\}/g)].map((match) => {
      const [name = '', qualifier = ''] = (match[1] ?? match[2] ?? '').split('.').reverse();
      const folder = packages.get(qualifier);
      return { kind: 'gorm', name, ...(folder === undefined ? {} : { folder }) };
    }),
  );
}

/** Paths of the packages that a file imports, by what it calls them. */
function importedPackages(root: Node | undefined): Map<string, string> {
  return new Map(
    descendantsOf(root, 'import_spec').map((spec) => {
      const path = textOf(fieldOf(spec, 'path')).replaceAll('"', '');
      return [textOf(fieldOf(spec, 'name')) || path.slice(path.lastIndexOf('/') + 1), path];
    }),
  );
}

/** A struct within a function reads an old table, or the row of one query; a step of the history declares what was then. */
function isLocal(spec: Node): boolean {
  for (let node = spec.parent; node !== null; node = node.parent) if (node.type === 'block') return true;
  return false;
}

/** `// Deprecated: kept for migrations only.` over a struct: its table is there no more. */
function isOfBefore(spec: Node): boolean {
  const lines: string[] = [];
  let next = (spec.parent ?? spec).startPosition.row;
  for (let node = spec.parent?.previousNamedSibling; node?.type === 'comment'; node = node.previousNamedSibling) {
    if (node.endPosition.row !== next - 1 || lines.length > 20) break;
    lines.push(node.text);
    next = node.startPosition.row;
  }
  const said = lines.join(' ');
  return /\bDeprecated:/.test(said) && /\b(?:kept|left|only|remains?)\b/i.test(said) && /\bmigrations?\b/i.test(said);
}

/** GORM: structs with its tags, its embedded model, a table name, or a place in `AutoMigrate`. */
export const gormSource: ModelSource = {
  id: 'gorm',
  wants: ({ language }) => language === 'go',
  // A struct of a table may name nothing of GORM: it lies in a package of models, or embeds what all have in common.
  keyword: /gorm|[aA]utoMigrate|TableName\(\)|^package (?:models?|entit(?:y|ies))\b|\bstruct \{\n\t[A-Z]\w{0,60}\n/m,
  extract(file): DataModelFacts {
    const root = file.tree?.rootNode;
    // What GORM gives to others to embed is no table of its own.
    if (/^package gorm$/m.test(file.text)) return { models: [] };
    const tables = tableNames(root);
    // A struct beside a step of the history stands for what the table was then.
    const isStep = /(?:^|\/)migrations?\//.test(file.path);
    const specs = isStep ? [] : descendantsOf(root, 'type_spec').filter((spec) => !isLocal(spec) && !isOfBefore(spec));
    const byName = new Map(specs.map((spec) => [textOf(fieldOf(spec, 'name')), spec]));
    const models = specs.flatMap((spec) => readStruct(spec, tables, byName) ?? []);
    // Other mappers ask for a table's name by the same method; it counts where GORM is at work.
    const tabled = [...tables.keys()].map((name) => ({ kind: 'gorm', name, where: 'gorm' as const }));
    return { models, named: [...migratedNames(root, file.text), ...tabled] };
  },
  example: {
    files: {
      'api/answer.go':
        'package api\n\ntype Courier struct {\n\tName string `json:"name"`\n\tPhone string `json:"phone"`\n}\n',
      'domain/courier.go':
        'package domain\n\ntype Courier struct {\n\tIban string\n\tName string `gorm:"column:name"`\n}\n',
      'api/start.go':
        'package api\n\nimport "example.org/shop/domain"\n\nfunc start(db *gorm.DB) {\n\ttype Old struct {\n\t\tID uint `gorm:"primaryKey"`\n\t}\n\tdb.AutoMigrate(&domain.Courier{})\n}\n',
      'tray.go':
        'package shop\n\n// Deprecated: trays are shelves.\n// Struct is kept for migrations only.\ntype Tray struct {\n\tID uint `gorm:"primaryKey"`\n}\n',
      'coupon.go':
        'package shop\n\nconst TableNameCoupon = "shop_coupon"\n\ntype Coupon struct {\n\tCode string `json:"code"`\n\tWorth int `json:"worth"`\n}\n\nfunc (*Coupon) TableName() string {\n\treturn TableNameCoupon\n}\n',
      'receipt.go':
        'package shop\n\ntype Receipt struct {\n\tBase\n\n\tPaid int\n}\n\ntype ReceiptForm struct {\n\tPaid int `gorm:"not null"`\n}\n',
      'parcel.go':
        'package shop\n\ntype Parcel parcelRow\n\ntype ReturnedParcel parcelRow\n\ntype parcelRow struct {\n\tID uint `gorm:"primaryKey"`\n\tWeight int `gorm:"not null"`\n}\n\ntype ParcelForm Receipt\n',
      'invoice.go':
        'package shop\n\ntype Base struct {\n\tID uint `gorm:"primaryKey"`\n}\n\ntype Address struct {\n\tStreet string `gorm:"size:80"`\n}\n\ntype Invoice struct {\n\tBase\n\tTotal int\n\tAddress Address `gorm:"embedded"`\n}\n\ntype InvoiceRow struct {\n\tInvoice\n\tSum int `gorm:"column:sum"`\n}\n',
      'migration/v2.go':
        'package migration\n\ntype v2Order struct {\n\tID uint `gorm:"primaryKey"`\n\tNumber string `gorm:"size:9"`\n}\n\nfunc (v2Order) TableName() string { return "orders" }\n',
      'gorm/model.go': 'package gorm\n\n// To be embedded.\ntype Model struct {\n\tID uint `gorm:"primarykey"`\n}\n',
      'models.go':
        'package shop\n\nimport "gorm.io/gorm"\n\ntype Order struct {\n\tgorm.Model\n\tNumber string `gorm:"uniqueIndex"`\n\tLines []OrderLine\n\tTags []Tag `gorm:"many2many:order_tags;"`\n\tsecret string\n}\n\ntype OrderLine struct {\n\tID uint\n\tOrderID uint\n}\n\ntype Request struct {\n\tName string\n}\n\nfunc migrate(db *gorm.DB) { db.AutoMigrate(&Order{}, &OrderLine{}, &Tag{}) }\n\ntype Tag struct {\n\tID uint\n\tName string\n}\n',
    },
    models: [
      'gorm Coupon [shop_coupon] (Code:string, Worth:int)',
      'gorm Courier (Iban:string, Name:string)',
      'gorm Invoice (ID:uint primary, Total:int, Address:Address)',
      'gorm Order (ID:uint primary, CreatedAt:time.Time, UpdatedAt:time.Time, DeletedAt:gorm.DeletedAt, Number:string unique, Lines:[]OrderLine, Tags:[]Tag) Lines>OrderLine Tags>Tag',
      'gorm OrderLine (ID:uint primary, OrderID:uint)',
      'gorm Tag (ID:uint primary, Name:string)',
      'gorm Parcel (ID:uint primary, Weight:int)',
      'gorm ReturnedParcel (ID:uint primary, Weight:int)',
      'gorm Receipt (ID:uint primary, Paid:int)',
    ],
  },
};
