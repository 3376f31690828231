import type { SqlRow, SqlValue } from '../storage/database';

/** A row as one line of JSON; bytes as `{"base64": …}`. */
export function writeRow(row: SqlRow): string {
  const members = Object.entries(row).map(([column, value]) => [
    column,
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  ]);
  return JSON.stringify(Object.fromEntries(members));
}

/** The row of a line; `undefined` where it is none. */
export function readRow(line: string): SqlRow | undefined {
  const parsed = parse(line);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
  const row: SqlRow = {};
  for (const [column, value] of Object.entries(parsed)) {
    const read = readValue(value);
    if (read === undefined) return undefined;
    row[column] = read;
  }
  return row;
}

export function isJson(text: SqlValue | undefined): boolean {
  return typeof text === 'string' && parse(text) !== undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller refuses it and says where.
    return undefined;
  }
}

function readValue(value: unknown): SqlValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value !== 'object' || !('base64' in value) || typeof value.base64 !== 'string') return undefined;
  return new Uint8Array(Buffer.from(value.base64, 'base64'));
}
