import type { Database as RawDatabase } from 'sql.js';
import { SqliteError } from './sqlError';

/** Where a database lives: gives the connection, again after an I/O error, and makes commits last. */
export interface DatabaseSource {
  /** Whether a returned commit survives a loss of power. */
  readonly durable: boolean;
  open(): RawDatabase;
  /** Called after each commit; throws where it could not be kept. */
  committed?(db: RawDatabase): void;
  /** Writes the whole database into a new file at `path`. */
  copyTo(db: RawDatabase, path: string): void;
  /** What the file system said when SQLite gave an error. */
  takeFailure(): unknown;
  /** Called when the database was closed for good. */
  release(): void;
}

/** Lets every error of a connection carry its result code. */
export function withResultCodes(db: RawDatabase): RawDatabase {
  const original = db.handleError.bind(db) as (code: number) => null;
  db.handleError = ((code: number): null => {
    try {
      return original(code);
    } catch (error) {
      throw new SqliteError(code, error instanceof Error ? error.message : String(error));
    }
  }) as RawDatabase['handleError'];
  return db;
}

/** Copying the log into the file costs two syncs and every page once, however often it changed: so not too often. */
export const usualCheckpoints = 'PRAGMA wal_autocheckpoint=4000;';
export const noCheckpoints = 'PRAGMA wal_autocheckpoint=0;';

/**
 * Pragmas that every connection needs, wherever it lives. With half as many pages in memory, ingest and populate take up to
 * half as long again on a store of 180 MB.
 */
export const commonPragmas = 'PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384; PRAGMA foreign_keys=ON;';
