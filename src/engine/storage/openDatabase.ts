import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Database } from './database';
import { type FileAccess, nodeFileAccess } from './sqlJs/fileAccess';
import { createFileSource } from './sqlJs/fileSource';
import { loadSqlJs } from './sqlJs/loadSqlJs';
import { createMemorySource } from './sqlJs/memorySource';
import { createSnapshotSource } from './sqlJs/snapshotSource';
import { SqlJsDatabase } from './sqlJs/sqlJsDatabase';

export interface OpenDatabaseOptions {
  /** Folder that holds `sql-wasm.wasm`; where it is missing, the one of the installed package is taken. */
  readonly distDir?: string | undefined;
  readonly access?: FileAccess | undefined;
}

/**
 * Opens or makes the database in `file`, or a new one in memory for `:memory:`. It takes no lock: two processes that open
 * one file destroy each other's work, so the store goes through its owner lock first.
 */
export async function openDatabase(file: string, options: OpenDatabaseOptions = {}): Promise<Database> {
  return open(file, options);
}

/** Writes all of the database in `from`, which nobody else has open, into a new file, page by page and without gaps. */
export async function copyDatabase(from: string, to: string, options: OpenDatabaseOptions = {}): Promise<void> {
  const db = await open(from, options);
  try {
    db.copyTo(to);
  } finally {
    db.close();
  }
}

async function open(file: string, options: OpenDatabaseOptions): Promise<SqlJsDatabase> {
  const sqlJs = await loadSqlJs(findWasmFile(options.distDir));
  if (file === ':memory:') return new SqlJsDatabase(createMemorySource(sqlJs));
  if (!sqlJs.vfs) return new SqlJsDatabase(createSnapshotSource(sqlJs, file));
  const access = options.access ?? nodeFileAccess;
  return new SqlJsDatabase(createFileSource(sqlJs, sqlJs.vfs, { path: file, access }));
}

/** The built program carries the file beside itself; from source it is in the package. */
export function findWasmFile(distDir: string | undefined): string {
  if (distDir) return join(distDir, 'sql-wasm.wasm');
  return createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm');
}
