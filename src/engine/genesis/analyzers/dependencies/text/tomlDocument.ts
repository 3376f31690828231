import { parse } from 'smol-toml';

export interface TomlDocument {
  readonly data: Readonly<Record<string, unknown>>;
  /** Line of a key below a table (`lineOf('tool.poetry.dependencies', 'flask')`), of the table where the key is inline, else 1. */
  lineOf(table: string, key?: string): number;
  /** Line of the head of a table, `[a.b]`, where it has one. */
  headOf(table: string): number | undefined;
}

/** Throws for a text that is no TOML; the values' lines come from a second, simple look at the text. */
export function parseToml(text: string): TomlDocument {
  const data = parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const lines = keyLines(text);
  return {
    data,
    headOf: (table) => lines.get(`${table}\n`),
    lineOf: (table, key = '') => lines.get(`${table}\n${key}`) ?? lines.get(`${table}\n`) ?? parentLine(lines, table),
  };
}

/** An inline table (`[project] urls = {…}`) is a key of the table above it. */
function parentLine(lines: ReadonlyMap<string, number>, table: string): number {
  const cut = table.lastIndexOf('.');
  if (cut === -1) return lines.get(`\n${table}`) ?? 1;
  return lines.get(`${table.slice(0, cut)}\n${table.slice(cut + 1)}`) ?? lines.get(`${table.slice(0, cut)}\n`) ?? 1;
}

function keyLines(text: string): Map<string, number> {
  const found = new Map<string, number>();
  let table = '';
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line.startsWith('[')) {
      const name = /^\[{1,2}([^\]]{1,300})\]/.exec(line)?.[1];
      if (name === undefined) continue;
      table = unquoted(name);
      if (!found.has(`${table}\n`)) found.set(`${table}\n`, index + 1);
      continue;
    }
    const key = /^("[^"]{1,200}"|'[^']{1,200}'|[\w.-]{1,200})\s{0,20}=/.exec(line)?.[1];
    if (key === undefined) continue;
    addKey(found, table, unquoted(key), index + 1);
  }
  return found;
}

/** A dotted key (`serde.workspace = true`) is also found by its first part. */
function addKey(found: Map<string, number>, table: string, key: string, line: number): void {
  for (const name of [key, key.split('.')[0] ?? key]) {
    if (!found.has(`${table}\n${name}`)) found.set(`${table}\n${name}`, line);
  }
}

function unquoted(name: string): string {
  return name.replaceAll(/\\?["']/g, '').replaceAll(/\s+/g, '');
}
