import type { Node } from 'web-tree-sitter';
import type { ModelSource, SchemaStep } from '../../modelFact';
import { isWayBack } from '../../syntax/wayBack';
import { schemaStepsOf } from './sql';

const languages = new Set([
  'go',
  'python',
  'javascript',
  'typescript',
  'tsx',
  'java',
  'kotlin',
  'php',
  'ruby',
  'csharp',
  'rust',
]);
const opening = /\b(?:create|alter|drop|rename)\s+table\b/gi;

const literal = /string|heredoc|template|raw_text|literal_content/;

/** The text of the literal around an offset, and where it begins; `undefined` in code and in comments. */
function literalAt(
  file: Parameters<ModelSource['extract']>[0],
  offset: number,
): { text: string; start: number } | undefined {
  for (let node = file.tree?.rootNode.descendantForIndex(offset); node; node = node.parent ?? undefined) {
    if (/comment/.test(node.type)) return undefined;
    if (!literal.test(node.type)) continue;
    // A piece between two values that are filled in is not the text; texts written side by side are each one.
    if (
      node.parent &&
      literal.test(node.parent.type) &&
      !/concat|binary|list|substitution|^interpolation$/.test(node.parent.type)
    )
      continue;
    if (isOfTest(node) || isWayBack(node)) return undefined;
    return {
      text: node.text
        .replace(/^[`"'rbfuRBFU#@$]{1,8}/, (marks) => ' '.repeat(marks.length))
        .replace(/(?:"""|'''|[`"'])#{0,3}$/, ''),
      start: node.startIndex,
    };
  }
  return undefined;
}

/** Rust keeps its tests in the file that they test: a function, constant or module whose attribute says so. */
export function isOfTest(literal: Node): boolean {
  for (let node: Node | null = literal; node; node = node.parent) {
    if (!/^(?:mod|function|const|static|impl)_item$/.test(node.type)) continue;
    for (
      let before = node.previousNamedSibling;
      before?.type === 'attribute_item';
      before = before.previousNamedSibling
    )
      if (/^#\[(?:cfg\((?:(?:all|any)\([^)]{0,200}?\b)?test\b|(?:\w+::)?test\b|rstest\b)/.test(before.text))
        return true;
  }
  return false;
}

/** Mappers of Go drop and rename tables by a call: `tx.DropTables("namespaces", "teams")`, `renameTable(tx, "list", "projects")`. */
const goCalls =
  /\bDropTables?\(\s?(?<dropped>"\w{1,80}"(?:,\s?"\w{1,80}"){0,20})\s?\)|\b[rR]enameTable\((?:\w{1,20},\s?)?"(?<from>\w{1,80})",\s?"(?<to>\w{1,80})"\s?\)/g;

function callsOf(file: Parameters<ModelSource['extract']>[0]): SchemaStep[] {
  if (file.language !== 'go' || !/\b(?:DropTables?|[rR]enameTable)\(/.test(file.text)) return [];
  return [...file.text.matchAll(goCalls)].flatMap(({ groups, index }): SchemaStep[] => {
    const { dropped, from, to } = groups ?? {};
    const node = file.tree?.rootNode.descendantForIndex(index);
    if (node && isWayBack(node)) return [];
    if (from && to) return [{ op: 'rename', table: from, to }];
    return [...(dropped ?? '').matchAll(/\w+/g)].map(([table]) => ({ op: 'drop', table }));
  });
}

/** Statements that make tables, written as text in a program: migrations of Go services, small tools, SQLite schemas. */
export const embeddedSqlSource: ModelSource = {
  id: 'embedded-sql',
  // Python's migrations patch what the models beside them say; a table that they make for a while is none of the product's.
  wants: ({ language, path }) =>
    languages.has(language) && !/(?:^|\/)(?:(?:migrations|versions)\/[^/]+\.py|fixtures?\.\w+)$/.test(path),
  keyword:
    /\b(?:create|alter|drop|rename)\s+table\s+(?:if\s+(?:not\s+)?exists\s+)?[\w."`[\]]|\b(?:DropTables?|renameTable)\(/i,
  extract(file) {
    const steps: SchemaStep[] = [];
    let end = -1;
    for (const match of file.text.matchAll(opening)) {
      if (match.index < end) continue;
      const literal = literalAt(file, match.index);
      if (!literal) continue;
      end = literal.start + literal.text.length;
      const line = file.lineAt(literal.start);
      for (const step of schemaStepsOf(literal.text)) {
        const model = step.op === 'create' ? step.model : undefined;
        // What a program fills in is not a name; the rest of such a statement may still be read elsewhere.
        if (model && /[%{$]/.test(model.name)) continue;
        steps.push(
          model
            ? { op: 'create', model: { ...model, line: model.line + line - 1, endLine: model.endLine + line - 1 } }
            : step,
        );
      }
    }
    return { steps: [...steps, ...callsOf(file)] };
  },
  example: {
    files: {
      'db/migrations.go':
        'package db\n\nvar migrations = []func(tx *sql.Tx) error{\n\tfunc(tx *sql.Tx) error {\n\t\tsql := `\n\t\t\tCREATE TABLE users (\n\t\t\t\tid serial primary key,\n\t\t\t\tname text not null\n\t\t\t);\n\t\t`\n\t\t_, err := tx.Exec(sql)\n\t\treturn err\n\t},\n\tfunc(tx *sql.Tx) error {\n\t\t_, err := tx.Exec(`ALTER TABLE users ADD COLUMN age int`)\n\t\treturn err\n\t},\n}\n',
      'db/migrations/2.go':
        'package migrations\n\nfunc up(tx *xorm.Session) error {\n\ttx.Exec(`CREATE TABLE rooms (id int)`)\n\ttx.Exec(`CREATE TABLE lists (id int)`)\n\treturn renameTable(tx, "lists", "projects")\n}\n\nfunc drop(tx *xorm.Session) error {\n\treturn tx.DropTables("rooms", "teams")\n}\n',
      'app/fixtures.py': 'SQL = "create table shown (id integer primary key, x text)"\n',
      'app/migrations/0009_patch.py': 'SQL = "create table while_it_lasts (id integer primary key, x text)"\n',
      'src/import.rs':
        '#[cfg(test)]\nmod tests {\n    #[tokio::test]\n    async fn reads() {\n        let dump = "create table dumped (id integer primary key, x text)";\n    }\n}\n',
      'app/pushes.py':
        'async def create(db):\n    await db.execute(\n        f"""\n        CREATE TABLE IF NOT EXISTS pushes (\n            endpoint TEXT NOT NULL,\n            at TIMESTAMP DEFAULT {db.now},\n            PRIMARY KEY (endpoint, "user"),\n            "user" TEXT\n        );\n    """\n    )\n',
      'app/store.py':
        '# create table ghost (id int)\nDDL = """create table notes (id integer primary key, body text)"""\n',
    },
    models: [
      'sql pushes [pushes] (endpoint:text primary, at:timestamp, user:text)',
      'sql notes [notes] (id:integer primary, body:text)',
      'sql users [users] (id:serial primary, name:text, age:int)',
      'sql projects [projects] (id:int)',
    ],
  },
};
