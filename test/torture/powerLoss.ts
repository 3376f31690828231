import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { migrate } from '../../src/engine/storage/migrator';
import { findWasmFile } from '../../src/engine/storage/openDatabase';
import { nodeFileAccess } from '../../src/engine/storage/sqlJs/fileAccess';
import { createFileSource, type Synchronous } from '../../src/engine/storage/sqlJs/fileSource';
import { loadSqlJs } from '../../src/engine/storage/sqlJs/loadSqlJs';
import { SqlJsDatabase } from '../../src/engine/storage/sqlJs/sqlJsDatabase';
import { imageAfterCrash } from './diskImage';
import { type DiskOperation, recordDisk } from './diskTrace';
import { checkLedger, ledgerMigration, writeEntry } from './ledger';
import { createRandom } from './random';

export interface PowerLossOptions {
  readonly points: number;
  readonly entries: number;
  readonly seed: number;
  /** Anything but the defaults is a control, which has to lose something for the test to be worth its name. */
  readonly synchronous?: Synchronous;
  readonly syncs?: boolean;
  /** Share of the syncs that fail while the ledger is written. */
  readonly failingSyncs?: number;
}

export interface PowerLossReport {
  readonly points: number;
  readonly operations: number;
  readonly failedSyncs: number;
  /** Crash points after which an acknowledged transaction was missing. */
  readonly lost: number;
  /** Crash points after which the file could not be opened or was not whole. */
  readonly broken: number;
  readonly examples: readonly string[];
}

type Open = (path: string, trace?: DiskOperation[]) => SqlJsDatabase;

const survivals = [0, 0.2, 0.5, 0.8, 1];

/** Writes a ledger on a recorded disk, then lets the power fail at random points of the record and looks what is left. */
export async function testPowerLoss(options: PowerLossOptions): Promise<PowerLossReport> {
  const folder = mkdtempSync(join(tmpdir(), 'contox-power-'));
  const sqlJs = await loadSqlJs(findWasmFile(undefined));
  const { vfs } = sqlJs;
  if (!vfs) throw new Error('sql.js does not fit');
  const chance = createRandom(options.seed + 1);
  const failsNow = (): boolean => options.failingSyncs !== undefined && chance() < options.failingSyncs;
  const open: Open = (path, trace) => {
    const access = trace
      ? recordDisk(trace, { syncs: options.syncs ?? true, failsNow })
      : { ...nodeFileAccess, ...withoutSync };
    const synchronous = trace ? (options.synchronous ?? 'FULL') : 'FULL';
    return new SqlJsDatabase(createFileSource(sqlJs, vfs, { path, access, synchronous }));
  };
  try {
    const trace = record(open, join(folder, 'run.db'), options.entries);
    return crashEverywhere(trace, open, folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Looking at an image needs no durability. */
const withoutSync = { sync: () => undefined, syncFolder: () => undefined };

function record(open: Open, path: string, entries: number): DiskOperation[] {
  const trace: DiskOperation[] = [];
  let db = openPatiently(open, path, trace);
  const tune = (): void => db.exec('PRAGMA wal_autocheckpoint=12; PRAGMA cache_size=-64');
  insist(() => migrate(db, [ledgerMigration]));
  trace.push({ kind: 'acknowledge', id: 0 });
  for (let id = 1; id <= entries; id += 1) {
    // Small, so that checkpoints and cache spills happen all the time.
    insist(tune);
    insist(() => {
      const there = db.get('SELECT 1 FROM entry WHERE id = ?', [id]);
      if (!there) writeEntry(db, id);
    });
    trace.push({ kind: 'acknowledge', id });
    if (id % 50 !== 0) continue;
    insist(() => db.close());
    db = openPatiently(open, path, trace);
  }
  db.close();
  return trace;
}

function openPatiently(open: Open, path: string, trace: DiskOperation[]): SqlJsDatabase {
  return insist(() => open(path, trace));
}

/** Where a sync failed, as a client: again. */
function insist<T>(work: () => T): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return work();
    } catch (error) {
      if (attempt === 50) throw error;
    }
  }
}

function crashEverywhere(
  trace: readonly DiskOperation[],
  open: Open,
  folder: string,
  options: PowerLossOptions,
): PowerLossReport {
  const random = createRandom(options.seed);
  const first = trace.findIndex((operation) => operation.kind === 'acknowledge') + 1;
  const image = join(folder, 'image');
  const examples: string[] = [];
  let lost = 0;
  let broken = 0;
  for (let point = 0; point < options.points; point += 1) {
    const end = first + Math.floor(random() * (trace.length - first));
    const before = trace.slice(0, end);
    const survival = survivals[point % survivals.length] ?? 0;
    rmSync(image, { recursive: true, force: true });
    mkdirSync(image);
    for (const [path, content] of imageAfterCrash(before, { random, survival }))
      writeFileSync(join(image, basename(path)), content);
    const acknowledged = before.reduce((id, operation) => (operation.kind === 'acknowledge' ? operation.id : id), 0);
    const found = inspect(open, join(image, 'run.db'));
    const missing = found.newest < acknowledged;
    if (found.faults.length > 0) broken += 1;
    else if (missing) lost += 1;
    if (missing || found.faults.length > 0)
      examples.push(`operation ${end}: ${found.newest} of ${acknowledged}; ${found.faults.join(', ')}`);
  }
  const failedSyncs = trace.filter((operation) => operation.kind === 'failedSync').length;
  const { points } = options;
  return { points, operations: trace.length, failedSyncs, lost, broken, examples: examples.slice(0, 5) };
}

function inspect(open: Open, path: string): { newest: number; faults: readonly string[] } {
  let db: SqlJsDatabase | undefined;
  try {
    db = open(path);
    return checkLedger(db);
  } catch (error) {
    return { newest: -1, faults: [String(error)] };
  } finally {
    db?.close();
  }
}
