import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../../syntax/nodes';

const settingOf = (declaration: Node): string | undefined =>
  /\bbun:"([^"]*)"/.exec(textOf(fieldOf(declaration, 'tag')))?.[1];
const plainType = (type: string): string => type.replace(/^\[\]/, '').replace(/^\*/, '').split('.').at(-1) ?? type;
const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  'has-one': 'one-to-one',
  'belongs-to': 'many-to-one',
  'has-many': 'one-to-many',
  'many-to-many': 'many-to-many',
};

function readDeclaration(declaration: Node): { fields: DataField[]; relations: DataRelation[] } {
  const setting = settingOf(declaration) ?? '';
  const names = childrenOf(declaration, 'field_identifier')
    .map(textOf)
    .filter((name) => /^[A-Z]/.test(name));
  if (setting === '-' || setting.startsWith('-,')) return { fields: [], relations: [] };
  const type = textOf(fieldOf(declaration, 'type'));
  const parts = setting.split(',');
  const key = parts.includes('pk') ? 'primary' : parts.some((part) => part.startsWith('unique')) ? 'unique' : undefined;
  const fields = names.map(
    (name): DataField => ({ name, type, ...(key ? { key } : {}), ...(type.startsWith('*') ? { optional: true } : {}) }),
  );
  const written = parts.find((part) => /^(?:rel:|m2m:)/.test(part)) ?? '';
  const kind = written.startsWith('m2m:') ? 'many-to-many' : relationKinds[written.slice('rel:'.length)];
  return { fields, relations: kind ? names.map((name) => ({ field: name, to: plainType(type), kind })) : [] };
}

/** A struct that names its table, or a key or relation: tags alone may also stand on the rows of one query. */
function readStruct(spec: Node): ModelFact | undefined {
  const struct = fieldOf(spec, 'type');
  if (struct?.type !== 'struct_type') return undefined;
  const declarations = childrenOf(childOf(struct, 'field_declaration_list'), 'field_declaration');
  const settings = declarations.flatMap((item) => settingOf(item)?.split(',') ?? []);
  if (!settings.some((part) => /^(?:table:|pk$|rel:|m2m:)/.test(part))) return undefined;
  const read = declarations.map(readDeclaration);
  const table = settings.find((part) => part.startsWith('table:'))?.slice('table:'.length);
  return {
    name: textOf(fieldOf(spec, 'name')),
    kind: 'bun',
    line: lineOf(spec),
    endLine: endLineOf(spec),
    fields: read.flatMap((item) => item.fields),
    relations: read.flatMap((item) => item.relations),
    role: 'entity',
    ...(table ? { table } : {}),
  };
}

/** Bun: structs with its tags. */
export const bunSource: ModelSource = {
  id: 'bun',
  wants: ({ language }) => language === 'go',
  keyword: /\bbun:"/,
  extract: (file) => ({
    models: descendantsOf(file.tree?.rootNode, 'type_spec').flatMap((spec) => readStruct(spec) ?? []),
  }),
  example: {
    files: {
      'models.go':
        'package shop\n\nimport "github.com/uptrace/bun"\n\ntype Order struct {\n\tbun.BaseModel `bun:"table:shop_orders,alias:o"`\n\tID int64 `bun:"id,pk,autoincrement"`\n\tNumber string `bun:"number,unique" json:"number"`\n\tNote *string\n\tLines []*Line `bun:"rel:has-many,join:id=order_id"`\n\tTotal int `bun:"-"`\n}\n\ntype Line struct {\n\tID int64 `bun:",pk"`\n\tOrderID int64\n}\n\ntype Row struct {\n\tSum int `bun:"sum"`\n}\n',
    },
    models: [
      'bun Order [shop_orders] (ID:int64 primary, Number:string unique, Note:*string?, Lines:[]*Line) Lines>Line',
      'bun Line (ID:int64 primary, OrderID:int64)',
    ],
  },
};
