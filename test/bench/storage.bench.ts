import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock';
import { silentLogger } from '../../src/base/logger';
import { connect } from '../../src/engine/connect';
import { createEngine } from '../../src/engine/createEngine';
import type { Engine } from '../../src/engine/engine';
import { startEngineWorker } from '../../src/engine/rpc/workerEngine';
import { openDatabase } from '../../src/engine/storage/openDatabase';
import { openStore } from '../../src/engine/storage/openStore';
import { bundle, wasmDir } from '../torture/bundle';

export interface StorageRow {
  readonly what: string;
  /** Milliseconds of one at a time. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
  /** Of many calls at once, which share commits; absent where that makes no sense. */
  readonly perSecondTogether?: number;
}

const warmUp = 200;
const oneByOne = 1000;
const together = 3000;
const ports = { clock: systemClock, logger: silentLogger, distDir: wasmDir };

/** How fast a durable change and a read are, by every way to the engine, beside what the disk itself gives. */
export async function run(): Promise<StorageRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'contox-bench-'));
  try {
    return [
      measureDisk(join(folder, 'raw')),
      await measureStatement(join(folder, 'a.db')),
      ...(await measureEngines(join(folder, 'data'))),
      ...(await measureOpening(join(folder, 'open'))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bound: what one commit has to write, and one sync. */
function measureDisk(path: string): StorageRow {
  const fd = openSync(path, 'w');
  const page = Buffer.alloc(4120);
  const times = repeat(oneByOne, () => {
    writeSync(fd, page);
    fsyncSync(fd);
  });
  closeSync(fd);
  return summarize('append of 4 kB and fsync, no database', times);
}

async function measureStatement(path: string): Promise<StorageRow> {
  const db = await openDatabase(path);
  db.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)');
  const insert = (): number => db.run('INSERT INTO t(body) VALUES(?)', ['x'.repeat(100)]);
  repeat(warmUp, insert);
  const times = repeat(oneByOne, insert);
  db.close();
  return summarize('one row, one transaction, in the thread', times);
}

async function measureEngines(dataDir: string): Promise<StorageRow[]> {
  const openEngine = (store: Parameters<Parameters<typeof connect>[0]['openEngine']>[0]) =>
    createEngine({ db: store.db, ports, storeState: store });
  const worker = await bundle('../../src/engineWorker.ts');
  const rows: StorageRow[] = [];
  try {
    const owner = await connect({ dataDir, ports, openEngine });
    rows.push(...(await measureEngine('in the owner', owner)));
    const client = await connect({ dataDir, ports, openEngine });
    rows.push(...(await measureEngine('through the socket', client)));
    await client.dispose();
    await owner.dispose();
    const behindPort = startEngineWorker({ workerFile: worker.file, dataDir, distDir: wasmDir, logger: silentLogger });
    rows.push(...(await measureEngine('through the worker', behindPort)));
    await behindPort.dispose();
  } finally {
    worker.dispose();
  }
  return rows;
}

async function measureEngine(where: string, engine: Engine): Promise<StorageRow[]> {
  const { id: projectId } = await engine.createProject({ name: where });
  const { id: contextId } = await engine.createContext({ projectId, name: 'Bench' });
  const write = (): Promise<unknown> => engine.addEntry({ contextId, title: 'bench', content: 'x'.repeat(100) });
  const read = (): Promise<unknown> => engine.getProject({ projectId });
  return [await measureCall(`addEntry ${where}`, write), await measureCall(`getProject ${where}`, read)];
}

async function measureCall(what: string, call: () => Promise<unknown>): Promise<StorageRow> {
  for (let n = 0; n < warmUp; n += 1) await call();
  const times: number[] = [];
  for (let n = 0; n < oneByOne; n += 1) {
    const startedAt = performance.now();
    await call();
    times.push(performance.now() - startedAt);
  }
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: together }, call));
  const perSecondTogether = Math.round((together / (performance.now() - startedAt)) * 1000);
  return { ...summarize(what, times), perSecondTogether };
}

async function measureOpening(dataDir: string): Promise<StorageRow[]> {
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const startedAt = performance.now();
    const store = await openStore({ dataDir, ...ports });
    times.push(performance.now() - startedAt);
    store.close();
  }
  return [summarize('open the store, with its self-test', times)];
}

function repeat(count: number, work: () => void): number[] {
  return Array.from({ length: count }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
}

function summarize(what: string, times: readonly number[]): StorageRow {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => Number((sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(3));
  const total = times.reduce((sum, time) => sum + time, 0);
  return { what, p50Ms: at(0.5), p99Ms: at(0.99), perSecond: Math.round((times.length / total) * 1000) };
}
