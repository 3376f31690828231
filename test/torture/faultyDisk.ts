import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/engine/storage/migrator';
import { openDatabase } from '../../src/engine/storage/openDatabase';
import { type FileAccess, nodeFileAccess } from '../../src/engine/storage/sqlJs/fileAccess';
import { checkLedger, ledgerMigration, writeEntry } from './ledger';
import { createRandom } from './random';

export interface FaultOptions {
  readonly transactions: number;
  readonly seed: number;
  readonly errno: 'EIO' | 'ENOSPC';
  /** Chance of a failure for each write and each sync. */
  readonly writes: number;
  readonly syncs: number;
}

export interface FaultReport {
  readonly transactions: number;
  readonly failures: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly faults: readonly string[];
}

/** Every write and sync may fail while `on`; a failed write may have written a part. */
function createFaultyAccess(options: FaultOptions, state: { on: boolean; failures: number }): FileAccess {
  const random = createRandom(options.seed);
  const fails = (chance: number): boolean => state.on && random() < chance;
  const failure = (): Error => {
    state.failures += 1;
    return Object.assign(new Error(`${options.errno}: made by the test`), { code: options.errno });
  };
  return {
    ...nodeFileAccess,
    write(fd, from, at, length, position) {
      if (!fails(options.writes)) return nodeFileAccess.write(fd, from, at, length, position);
      const part = Math.floor(random() * length);
      if (part > 0) nodeFileAccess.write(fd, from, at, part, position);
      throw failure();
    },
    sync(fd, dataOnly) {
      if (fails(options.syncs)) throw failure();
      nodeFileAccess.sync(fd, dataOnly);
    },
    truncate(fd, size) {
      if (fails(options.writes)) throw failure();
      nodeFileAccess.truncate(fd, size);
    },
  };
}

/**
 * Writes a ledger on a disk that fails now and then. A failed transaction is tried again as a client would: where it turns
 * out to be there already, it counts as done.
 */
export async function testFaultyDisk(options: FaultOptions): Promise<FaultReport> {
  const folder = mkdtempSync(join(tmpdir(), 'contox-fault-'));
  const state = { on: false, failures: 0 };
  try {
    const db = await openDatabase(join(folder, 'run.db'), { access: createFaultyAccess(options, state) });
    migrate(db, [ledgerMigration]);
    let acknowledged = 0;
    for (let id = 1; acknowledged < options.transactions; ) {
      db.exec('PRAGMA wal_autocheckpoint=20');
      state.on = true;
      try {
        writeEntry(db, id);
        acknowledged = id;
      } catch (error) {
        if (!String(error).includes('disk')) throw error;
      }
      state.on = false;
      id = Math.max(acknowledged, checkNewest(db)) + 1;
    }
    db.close();
    const again = await openDatabase(join(folder, 'run.db'));
    const { newest, faults } = checkLedger(again);
    again.close();
    const lost = Math.max(0, acknowledged - newest);
    return { transactions: options.transactions, failures: state.failures, acknowledged, lost, faults };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkNewest(db: Awaited<ReturnType<typeof openDatabase>>): number {
  return db.get<{ n: number }>('SELECT coalesce(max(id), 0) AS n FROM entry')?.n ?? 0;
}
