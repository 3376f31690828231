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

interface DeclarationRead {
  readonly fields: DataField[];
  readonly relations: DataRelation[];
  readonly base?: string;
}

function readDeclaration(declaration: Node): DeclarationRead {
  const setting = settingOf(declaration) ?? '';
  const written = childrenOf(declaration, 'field_identifier').map(textOf);
  const names = written.filter((name) => /^[A-Z]/.test(name));
  if (setting === '-' || setting.startsWith('-,')) return { fields: [], relations: [] };
  const type = textOf(fieldOf(declaration, 'type'));
  if (written.length === 0 && !/\bBaseModel$/.test(type)) return { fields: [], relations: [], base: plainType(type) };
  const parts = setting.split(',');
  const key = parts.includes('pk') ? 'primary' : parts.some((part) => part.startsWith('unique')) ? 'unique' : undefined;
  const fields = names.map(
    (name): DataField => ({ name, type, ...(key ? { key } : {}), ...(type.startsWith('*') ? { optional: true } : {}) }),
  );
  const relation = parts.find((part) => /^(?:rel:|m2m:)/.test(part)) ?? '';
  const kind = relation.startsWith('m2m:') ? 'many-to-many' : relationKinds[relation.slice('rel:'.length)];
  return { fields, relations: kind ? names.map((name) => ({ field: name, to: plainType(type), kind })) : [] };
}

/** A struct that names its table, or a key or relation: tags alone may also stand on the rows of one query. */
function readStruct(spec: Node): ModelFact | undefined {
  const struct = fieldOf(spec, 'type');
  if (struct?.type !== 'struct_type') return undefined;
  const declarations = childrenOf(childOf(struct, 'field_declaration_list'), 'field_declaration');
  const settings = declarations.flatMap((item) => settingOf(item)?.split(',') ?? []);
  const isTable = settings.some((part) => /^(?:table:|pk$|rel:|m2m:)/.test(part));
  const read = declarations.map(readDeclaration);
  const bases = read.flatMap((item) => item.base ?? []);
  // `type Refusal struct{ Rule }` has all columns of the other, and a table of its own.
  const isNamesake = bases.length > 0 && bases.length === declarations.length;
  if (!isTable && !isNamesake && settings.length === 0) return undefined;
  const table = settings.find((part) => part.startsWith('table:'))?.slice('table:'.length);
  return {
    name: textOf(fieldOf(spec, 'name')),
    kind: 'bun',
    line: lineOf(spec),
    endLine: endLineOf(spec),
    fields: read.flatMap((item) => item.fields),
    relations: read.flatMap((item) => item.relations),
    // Without a key of its own it lends its columns, or is the row of a query.
    role: isTable ? 'entity' : isNamesake ? 'candidate' : 'base',
    ...(bases.length > 0 ? { bases } : {}),
    ...(table ? { table } : {}),
  };
}

/** Bun: structs with its tags. */
export const bunSource: ModelSource = {
  id: 'bun',
  // Beside a step of the history stands what a table was then.
  wants: ({ language, path }) => language === 'go' && !/(?:^|\/)migrations?\//.test(path),
  keyword: /\bbun:"/,
  extract: (file) => ({
    models: descendantsOf(file.tree?.rootNode, 'type_spec').flatMap((spec) => readStruct(spec) ?? []),
  }),
  example: {
    files: {
      'rules.go':
        'package shop\n\ntype Dates struct {\n\tMade time.Time `bun:",notnull"`\n}\n\ntype Rule struct {\n\tDates\n\tID string `bun:",pk"`\n}\n\ntype Leave struct{ Rule }\n\ntype Refusal struct{ Rule }\n\ntype RuleRow struct {\n\tRule\n\tSum int `bun:"sum"`\n}\n',
      'migrations/1_rules.go': 'package migrations\n\ntype OldRule struct {\n\tID string `bun:",pk"`\n}\n',
      'models.go':
        'package shop\n\nimport "github.com/uptrace/bun"\n\ntype Order struct {\n\tbun.BaseModel `bun:"table:shop_orders,alias:o"`\n\tID int64 `bun:"id,pk,autoincrement"`\n\tNumber string `bun:"number,unique" json:"number"`\n\tNote *string\n\tLines []*Line `bun:"rel:has-many,join:id=order_id"`\n\tTotal int `bun:"-"`\n}\n\ntype Line struct {\n\tID int64 `bun:",pk"`\n\tOrderID int64\n}\n\ntype Row struct {\n\tSum int `bun:"sum"`\n}\n',
    },
    models: [
      'bun Order [shop_orders] (ID:int64 primary, Number:string unique, Note:*string?, Lines:[]*Line) Lines>Line',
      'bun Line (ID:int64 primary, OrderID:int64)',
      'bun Leave (Made:time.Time, ID:string primary)',
      'bun Refusal (Made:time.Time, ID:string primary)',
    ],
  },
};
