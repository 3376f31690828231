import type { Node } from 'web-tree-sitter';
import type { DataField } from '../../../../../../shared/inventory';
import type { SourceFile } from '../../../../sourceFile';
import type { ModelFact, ModelSource, WrittenRelation } from '../../modelFact';
import { childOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../../syntax/nodes';
import { isOfTest } from '../sql/embeddedSql';

/** `diesel::table! { users (id) { id -> Integer, name -> Nullable<Text>, } }`. */
function dieselTable(node: Node): ModelFact | undefined {
  if (!/^(?:diesel::)?table$/.test(textOf(fieldOf(node, 'macro'))) || isInFunction(node) || isOfTest(node))
    return undefined;
  const text = textOf(childOf(node, 'token_tree')).replace(/\/\/[^\n]*/g, '');
  const head =
    /^[{(]\s*(?:use [^;]{1,400};\s*)*(?:#\[[^\]]{0,100}\]\s*)*(?:(\w+)\.)?(\w+)\s*\(([^)]{0,200})\)\s*\{([\s\S]*)\}\s*[})]$/.exec(
      text,
    );
  if (!head || catalogue.test(`${head[1] ?? ''}.${head[2]}`)) return undefined;
  const keys = new Set((head[3] ?? '').split(',').map((key) => key.trim()));
  const columns = [...(head[4] ?? '').matchAll(/(\w+)\s*->\s*([\w:]+(?:<[\w:<>, ]{1,80}>)?)/g)];
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
  const table = head[2] ?? '';
  return {
    name: table,
    kind: 'diesel',
    line: lineOf(node) + linesBefore(textOf(node), table),
    endLine: endLineOf(node),
    fields,
    relations: [],
    table,
    role: 'entity',
  };
}

/** What a database keeps of itself, and the mapper. */
const catalogue = /^(?:information_schema|pg_catalog|performance_schema|sys)\.|\.(?:(?:pg|sqlite)_\w|__diesel_)/;

/** Lines of a macro before the one that names the table and its key. */
function linesBefore(text: string, table: string): number {
  const lines = text.split('\n');
  return Math.max(
    0,
    lines.findIndex((line) => line.includes(`${table} (`) || line.includes(`${table}(`)),
  );
}

/** `diesel::joinable!(posts -> users (user_id));`. */
const joinable = /\bjoinable!\(\s*(\w{1,100})\s*->\s*(\w{1,100})\s*\(\s*(\w{1,100})\s*\)/g;

interface Join {
  readonly from: string;
  readonly relation: WrittenRelation;
}

const joinsIn = (file: SourceFile): Join[] =>
  [...file.text.matchAll(joinable)].map(({ 1: from = '', 2: to = '', 3: field = '', index }) => ({
    from,
    relation: { field, to, kind: 'many-to-one', line: file.lineAt(index) },
  }));

/** What a function declares for itself is a view on something, such as the catalogue of the database. */
function isInFunction(node: Node): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === 'function_item') return true;
  return false;
}

/** Diesel's schema macros. */
export const dieselSource: ModelSource = {
  id: 'diesel',
  wants: ({ language }) => language === 'rust',
  keyword: /\btable!\s*[{(]/,
  extract(file) {
    const root = file.tree?.rootNode;
    const joins = joinsIn(file);
    const tables = descendantsOf(root, 'macro_invocation').flatMap((node) => {
      const table = dieselTable(node);
      return table === undefined
        ? []
        : [
            {
              ...table,
              relations: joins.flatMap(({ from, relation }) => (from === table.name ? [relation] : [])),
            },
          ];
    });
    return { models: tables };
  },
  example: {
    files: {
      'src/schema.rs':
        'diesel::joinable!(users -> teams (team_id));\ndiesel::table! {\n    use diesel::sql_types::*;\n    use super::sql_types::{Mood, Rank};\n\n    users (id) {\n        id -> Integer,\n        name -> Nullable<Text>,\n    }\n}\ndiesel::table! { pg_type (oid) { oid -> Oid, } }\ntable! { information_schema.columns (a) { a -> Text, } }\n#[cfg(test)]\nmod tests {\n    table! { tried (id) { id -> Integer, } }\n}\nfn f() {\n    diesel::table! { pg_index (id) { id -> Oid, } }\n}\n',
    },
    models: ['diesel users [users] (id:Integer primary, name:Text?) team_id>teams'],
  },
};
