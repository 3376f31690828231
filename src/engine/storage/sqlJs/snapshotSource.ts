import * as fs from 'node:fs';
import { EngineError } from '../../../base/engineError';
import { writeFileSafely } from '../writeFileSafely';
import { commonPragmas, type DatabaseSource, withResultCodes } from './databaseSource';
import type { SqlJs } from './loadSqlJs';

/** Bytes 18 and 19 of the header say how to write and read the file: 2 with a write-ahead log, 1 without. */
const formatBytes = [18, 19];

/**
 * The fallback where the file layer does not fit: the database is in memory, and after each commit the whole of it
 * replaces the file. Slow for a large store, and as durable as the file layer.
 */
export function createSnapshotSource(sqlJs: SqlJs, path: string): DatabaseSource {
  return {
    durable: true,
    open() {
      const db = withResultCodes(new sqlJs.Database(readSnapshot(path)));
      db.run(commonPragmas);
      return db;
    },
    committed: (db) => writeFileSafely(path, db.export()),
    copyTo: (db, target) => writeFileSafely(target, db.export()),
    takeFailure: () => undefined,
    release: () => undefined,
  };
}

function readSnapshot(path: string): Uint8Array | undefined {
  const log = fs.statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0)
    throw new EngineError(
      'unsupported',
      "The store's last changes are in its log, which this build of sql.js can't read. Reinstall Contox.",
    );
  if (!fs.existsSync(path)) return undefined;
  const bytes = fs.readFileSync(path);
  if (bytes.length > 0) for (const at of formatBytes) bytes[at] = 1;
  return bytes;
}
