import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../nodes';
import { isOfTest } from './embeddedSql';

/** `diesel::table! { users (id) { id -> Integer, name -> Nullable<Text>, } }`. */
function dieselTable(node: Node): ModelFact | undefined {
  if (!/^(?:diesel::)?table$/.test(textOf(fieldOf(node, 'macro'))) || isInFunction(node)) return undefined;
  const text = textOf(childOf(node, 'token_tree')).replace(/\/\/[^\n]*/g, '');
  const head =
    /^[{(]\s*(?:use [^;{}]{1,200};\s*)*(?:#\[[^\]]{0,100}\]\s*)*(?:\w+\.)?(\w+)\s*\(([^)]{0,200})\)\s*\{([\s\S]*)\}\s*[})]$/.exec(
      text,
    );
  if (!head) return undefined;
  const keys = new Set((head[2] ?? '').split(',').map((key) => key.trim()));
  const columns = [...(head[3] ?? '').matchAll(/(\w+)\s*->\s*([\w:]+(?:<[\w:<>, ]{1,80}>)?)/g)];
  const fields = columns.map((match): DataField => {
    const [, name = '', type = ''] = match;
    const inner = /^Nullable<(.*)>$/.exec(type)?.[1];
    return {
      name,
      type: inner ?? type,
      ...(keys.has(name) ? { key: 'primary' as const } : {}),
      ...(inner ? { optional: true } : {}),
    };
  });
  const table = head[1] ?? '';
  return {
    name: table,
    kind: 'diesel',
    line: lineOf(node),
    endLine: endLineOf(node),
    fields,
    relations: [],
    table,
    role: 'entity',
  };
}

/** `diesel::joinable!(posts -> users (user_id));`. */
const joinable = /\bjoinable!\(\s*(\w{1,100})\s*->\s*(\w{1,100})\s*\(\s*(\w{1,100})\s*\)/g;

function relationsOf(table: string, joins: readonly RegExpMatchArray[]): DataRelation[] {
  return joins.flatMap(([, from, to = '', field = '']) =>
    from === table ? [{ field, to, kind: 'many-to-one' as const }] : [],
  );
}

/** What a function declares for itself is a view on something, such as the catalogue of the database. */
function isInFunction(node: Node): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === 'function_item') return true;
  return false;
}

function attributesBefore(node: Node): string[] {
  const found: string[] = [];
  for (
    let at = node.previousNamedSibling;
    at?.type === 'attribute_item' || at?.type === 'line_comment';
    at = at.previousNamedSibling
  )
    found.push(at.text);
  return found;
}

/** SeaORM: `#[derive(DeriveEntityModel)] #[sea_orm(table_name = "cake")] struct Model`. */
function seaModel(node: Node, text: string): ModelFact | undefined {
  if (isOfTest(node)) return undefined;
  const attributes = attributesBefore(node).join('\n');
  if (!/\bDerive(?:Entity)?Model\b/.test(attributes)) return undefined;
  // Written out, the table's name is the answer of a function.
  const table =
    /table_name\s*=\s*"([^"]+)"/.exec(attributes)?.[1] ??
    /\bfn\s+table_name\s*\(\s*&self\s*\)\s*->\s*&(?:'static\s+)?str\s*\{\s*"([^"]+)"/.exec(text)?.[1];
  if (table === undefined && !/\bDeriveEntityModel\b/.test(attributes)) return undefined;
  const relations: DataRelation[] = [];
  const fields = childrenOf(fieldOf(node, 'body'), 'field_declaration').map((declaration): DataField => {
    const type = textOf(fieldOf(declaration, 'type'));
    const inner = /^Option<(.*)>$/.exec(type)?.[1];
    const marks = attributesBefore(declaration).join(' ');
    const key = /\bprimary_key\b/.test(marks) ? 'primary' : /\bunique\b/.test(marks) ? 'unique' : undefined;
    return {
      name: textOf(fieldOf(declaration, 'name')),
      type: inner ?? type,
      ...(key ? { key } : {}),
      ...(inner ? { optional: true } : {}),
    };
  });
  return {
    name: table ?? textOf(fieldOf(node, 'name')),
    kind: 'sea-orm',
    line: lineOf(node),
    endLine: endLineOf(node),
    fields,
    relations,
    role: 'entity',
    ...(table ? { table } : {}),
  };
}

/** Diesel's schema macros and SeaORM's entities. */
export const rustSource: ModelSource = {
  id: 'rust',
  wants: ({ language }) => language === 'rust',
  keyword: /\btable!\s*[{(]|Derive(?:Entity)?Model\b/,
  extract(file) {
    const root = file.tree?.rootNode;
    const joins = [...file.text.matchAll(joinable)];
    const tables = descendantsOf(root, 'macro_invocation').flatMap((node) => {
      const table = dieselTable(node);
      return table === undefined ? [] : [{ ...table, relations: relationsOf(table.name, joins) }];
    });
    return {
      models: [...tables, ...descendantsOf(root, 'struct_item').flatMap((node) => seaModel(node, file.text) ?? [])],
    };
  },
  example: {
    files: {
      'src/schema.rs':
        'diesel::joinable!(users -> teams (team_id));\ndiesel::table! {\n    users (id) {\n        id -> Integer,\n        name -> Nullable<Text>,\n    }\n}\nfn f() {\n    diesel::table! { pg_index (id) { id -> Oid, } }\n}\n',
      'src/entities/baker.rs':
        '#[derive(Copy, Clone, DeriveEntity)]\npub struct Entity;\n\n#[derive(Clone, DeriveModel, DeriveActiveModel)]\npub struct Model {\n    pub id: i32,\n}\n\nimpl EntityName for Entity {\n    fn table_name(&self) -> &str {\n        "bakers"\n    }\n}\n',
      'src/entities/cake.rs':
        '#[derive(Clone, Debug, DeriveEntityModel)]\n#[sea_orm(table_name = "cake")]\npub struct Model {\n    #[sea_orm(primary_key)]\n    pub id: i32,\n    pub note: Option<String>,\n}\n',
    },
    models: [
      'sea-orm bakers [bakers] (id:i32)',
      'sea-orm cake [cake] (id:i32 primary, note:String?)',
      'diesel users [users] (id:Integer primary, name:Text?) team_id>teams',
    ],
  },
};
