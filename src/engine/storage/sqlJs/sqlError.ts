import { EngineError, type ErrorCode } from '../../../base/engineError';
import { errnoOf } from '../fileError';
import { sqlite } from './sqliteCodes';

/** A failed call of SQLite with its primary result code, which sql.js itself drops. */
export class SqliteError extends Error {
  constructor(
    readonly resultCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'SqliteError';
  }
}

/** After these SQLite may have rolled back by itself, and what it holds in memory may differ from the file. */
const unsound: ReadonlySet<number> = new Set([
  sqlite.NOMEM,
  sqlite.READONLY,
  sqlite.IOERR,
  sqlite.CORRUPT,
  sqlite.FULL,
  sqlite.CANTOPEN,
  sqlite.NOTADB,
]);

export function isUnsound(error: unknown): boolean {
  return error instanceof SqliteError && unsound.has(error.resultCode);
}

const codes: ReadonlyMap<number, ErrorCode> = new Map([
  [sqlite.FULL, 'full'],
  [sqlite.READONLY, 'readOnly'],
  [sqlite.CORRUPT, 'damaged'],
  [sqlite.NOTADB, 'damaged'],
]);

const messages: Readonly<Partial<Record<ErrorCode, string>>> = {
  full: 'The disk is full, so nothing was changed. Free some space and try again.',
  readOnly: "Contox can't write its data folder. Check its permissions, or choose another folder in the settings.",
  damaged: 'The store file is damaged. Restart Contox to restore the newest backup.',
};

/** Translates what sql.js threw; `cause` is the failure of the file below, where there was one. */
export function toEngineError(error: unknown, cause: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const code = findCode(error, cause);
  return new EngineError(code, messages[code] ?? describe(error, cause), { cause: cause ?? error });
}

function describe(error: unknown, cause: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (cause instanceof Error || errnoOf(error))
    return `The disk failed (${cause instanceof Error ? cause.message : text}). Try again; if it happens again, check the disk.`;
  return `The store refused a statement: ${text}.`;
}

function findCode(error: unknown, cause: unknown): ErrorCode {
  const errno = errnoOf(cause ?? error);
  if (errno === 'ENOSPC' || errno === 'EDQUOT') return 'full';
  if (errno === 'EROFS' || errno === 'EACCES' || errno === 'EPERM') return 'readOnly';
  if (!(error instanceof SqliteError)) return 'internal';
  if (error.resultCode === sqlite.CONSTRAINT)
    return /^(UNIQUE|FOREIGN KEY|PRIMARY KEY) constraint failed/.test(error.message) ? 'conflict' : 'internal';
  return codes.get(error.resultCode) ?? 'internal';
}
