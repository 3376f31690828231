import type { Database as RawDatabase } from 'sql.js';
import { EngineError } from '../../../base/engineError';
import { commonPragmas, type DatabaseSource, usualCheckpoints, withResultCodes } from './databaseSource';
import type { FileAccess } from './fileAccess';
import type { SqlJs } from './loadSqlJs';
import type { NodeVfs } from './nodeVfs';
import { settleLog } from './settleLog';

/** FULL syncs the write-ahead log at each commit; NORMAL, which may lose commits, is the control of the crash tests. */
export type Synchronous = 'FULL' | 'NORMAL';

export interface FileSourceOptions {
  readonly path: string;
  readonly access: FileAccess;
  readonly synchronous?: Synchronous;
  /** False for a copy that is thrown away: its log needs not to be on the disk. */
  readonly settles?: boolean;
}

/** A real file, read and written page by page with a write-ahead log. */
export function createFileSource(sqlJs: SqlJs, vfs: NodeVfs, options: FileSourceOptions): DatabaseSource {
  const name = vfs.map(options.path, options.access);
  return {
    durable: true,
    open() {
      if (options.settles !== false) settleLog(`${options.path}-wal`, options.access);
      const db = openRedirected(sqlJs, vfs, name);
      try {
        prepare(db, options.synchronous ?? 'FULL');
      } catch (error) {
        db.close();
        throw error;
      }
      return db;
    },
    copyTo(db, path) {
      const target = vfs.map(path, options.access);
      try {
        db.run(`VACUUM INTO '${target}'`);
      } finally {
        vfs.unmap(target);
      }
    },
    takeFailure: () => vfs.takeFailure(),
    release: () => vfs.unmap(name),
  };
}

function openRedirected(sqlJs: SqlJs, vfs: NodeVfs, name: string): RawDatabase {
  vfs.redirectNext(name);
  let ignored = true;
  let db: RawDatabase | undefined;
  try {
    // The empty array makes the node in memory that `close` removes; SQLite itself opens the file behind `name`.
    db = withResultCodes(new sqlJs.Database(new Uint8Array(0)));
  } finally {
    ignored = vfs.takeRedirect() !== undefined;
  }
  if (!ignored) return db;
  db.close();
  throw new EngineError('unsupported', 'sql.js opened a database without asking the file layer.');
}

function prepare(db: RawDatabase, synchronous: Synchronous): void {
  // Exclusive comes first: without shared memory the log is possible in this mode only.
  db.run('PRAGMA locking_mode=EXCLUSIVE');
  const mode = db.exec('PRAGMA journal_mode=WAL')[0]?.values[0]?.[0];
  if (mode !== 'wal') throw new EngineError('unsupported', `The store's journal mode is ${String(mode)}, not wal.`);
  db.run(`PRAGMA synchronous=${synchronous}; ${usualCheckpoints} ${commonPragmas}`);
}
