import type { ModelSource, SchemaStep } from '../../modelFact';
import { schemaStepsOf } from '../sql/sql';

/** Literals of programs whose grammar is not read, by the endings of their files; the longer marks first. */
const marks: Readonly<Record<string, readonly string[]>> = {
  dart: ['"""', "'''", '"', "'"],
  swift: ['"""', '"'],
};

const marksOf = (path: string): readonly string[] => marks[path.slice(path.lastIndexOf('.') + 1)] ?? [];

interface Literal {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** All literals outside of comments; what a program fills in stays as it is written. */
function literalsOf(text: string, quotes: readonly string[]): Literal[] {
  const found: Literal[] = [];
  const from = (mark: string, at: number): number => {
    const end = text.indexOf(mark, at);
    return end < 0 ? text.length : end;
  };
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith('//', at)) at = from('\n', at);
    else if (text.startsWith('/*', at)) at = from('*/', at + 2) + 1;
    else {
      const mark = quotes.find((quote) => text.startsWith(quote, at));
      if (mark === undefined) continue;
      const end = endOf(text, at + mark.length, mark);
      found.push({ start: at, end, mark });
      at = end + mark.length - 1;
    }
  }
  return found;
}

/** A short literal ends with its line at the latest. */
function endOf(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(mark, at) || (mark.length === 1 && text[at] === '\n')) return at;
  }
  return text.length;
}

/** Literals side by side are one text; their marks become spaces, so that every line stays where it is. */
function joined(text: string, literals: readonly Literal[]): { readonly text: string; readonly start: number }[] {
  const pieces: { text: string; start: number; end: number }[] = [];
  for (const { start, end, mark } of literals) {
    const inner = text.slice(start + mark.length, end);
    const last = pieces.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, start);
    if (last !== undefined && between.length < 200 && /^[\s+]*$/.test(between)) {
      last.text += `${between.replaceAll('+', ' ')}${' '.repeat(mark.length)}${inner}${' '.repeat(mark.length)}`;
      last.end = end + mark.length;
    } else {
      const blank = ' '.repeat(mark.length);
      pieces.push({ text: `${blank}${inner}${blank}`, start, end: end + mark.length });
    }
  }
  return pieces;
}

const statement = /\b(?:create|alter|rename)\s{1,9}(?:temp(?:orary)?\s{1,9}|virtual\s{1,9})?table\b/i;

/** Statements that make tables, written as text in apps: SQLite of a phone, a server's own start. */
export const sqlInTextSource: ModelSource = {
  id: 'sql-in-text',
  wants: ({ path }) => marksOf(path).length > 0,
  keyword: /\bcreate\s{1,9}table\s{1,9}(?:if\s{1,9}not\s{1,9}exists\s{1,9})?[\w."'`[\]$\\]/i,
  extract(file) {
    const steps: SchemaStep[] = [];
    for (const piece of joined(file.text, literalsOf(file.text, marksOf(file.path)))) {
      if (!statement.test(piece.text)) continue;
      const above = file.lineAt(piece.start) - 1;
      for (const step of schemaStepsOf(piece.text)) {
        // What removes a table here is the way back, or makes room for the next version of it.
        if (step.op === 'drop') continue;
        if (step.op !== 'create') steps.push(step);
        else if (/^[\w ]+$/.test(step.model.name)) {
          const { line, endLine } = step.model;
          steps.push({ op: 'create', model: { ...step.model, line: line + above, endLine: endLine + above } });
        }
      }
    }
    return { steps };
  },
  example: {
    files: {
      'lib/store.dart':
        "// create table ghost (id int);\nFuture<void> onCreate(Database db, int version) async {\n  await db.execute('CREATE TABLE notes ('\n      'id INTEGER PRIMARY KEY,'\n      'body TEXT)');\n  await db.execute('CREATE TABLE $other (id INTEGER)');\n}\nFuture<void> clear(Database db) => db.execute('DROP TABLE notes');\n",
      'Sources/Store.swift':
        'func migrate(_ db: Database) async throws {\n  try await db.run(\n    """\n    CREATE TABLE IF NOT EXISTS "players" (\n      "id" uuid PRIMARY KEY,\n      "name" text\n    )\n    """\n  )\n  try await db.run("ALTER TABLE players ADD COLUMN age integer")\n}\n',
    },
    models: [
      'sql notes [notes] (id:integer primary, body:text)',
      'sql players [players] (id:uuid primary, name:text, age:integer)',
    ],
  },
};
