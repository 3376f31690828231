import { writeFileSync } from 'node:fs';
import type { DatabaseSource } from './databaseSource';
import { commonPragmas, withResultCodes } from './databaseSource';
import type { SqlJs } from './loadSqlJs';

/** A database that is gone when it is closed. */
export function createMemorySource(sqlJs: SqlJs): DatabaseSource {
  return {
    durable: false,
    open() {
      const db = withResultCodes(new sqlJs.Database());
      db.run(commonPragmas);
      return db;
    },
    copyTo: (db, path) => writeFileSync(path, db.export(), { mode: 0o600 }),
    takeFailure: () => undefined,
    release: () => undefined,
  };
}
