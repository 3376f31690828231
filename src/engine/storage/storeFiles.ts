import { join } from 'node:path';

/** Where the parts of a store lie in its data folder. */
export function storeFiles(dataDir: string) {
  const database = join(dataDir, 'contox.db');
  return {
    database,
    log: `${database}-wal`,
    /** The log as a killed owner left it, until the file has proved sound. */
    keptLog: `${database}-wal.kept`,
    /** There when the file showed damage while it was open, so that the next start looks at all of it. */
    suspect: `${database}.suspect`,
    /** A backup on its way to become the database. */
    restoring: `${database}.restoring`,
    /** How copies begin that are read beside the store. */
    snapshot: `${database}.snapshot-`,
    backups: join(dataDir, 'backups'),
    notices: join(dataDir, 'notices.json'),
    owner: join(dataDir, 'owner.json'),
    lock: join(dataDir, 'owner.lock'),
    selfTest: join(dataDir, 'selfTest.db'),
  } as const;
}

export type StoreFiles = ReturnType<typeof storeFiles>;
