import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beginEarly, builtWorkerFile, handsForScans, takeEarly } from '../../../src/engine/genesis/work/builtWorkers';
import { WorkerPool } from '../../../src/engine/genesis/work/workerPool';

describe('beginEarly', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-workers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('begins all workers of a scan, for whoever asks for those of this file', () => {
    writeFileSync(join(folder, 'scanWorker.js'), '');
    beginEarly(folder);
    const file = builtWorkerFile(folder);
    assert.equal(takeEarly({ ...file, path: `${file.path}.other` }), undefined);
    const taken = Array.from({ length: handsForScans() }, () => takeEarly(file));
    assert.ok(taken.every((worker) => worker !== undefined));
    assert.equal(takeEarly(file), undefined);
    for (const worker of taken) worker?.dispose();
  });

  it('does nothing where there is no worker to begin', () => {
    beginEarly(folder);
    assert.equal(takeEarly(builtWorkerFile(folder)), undefined);
  });

  it('is what a pool is filled with, but not where roomy ones are asked for', () => {
    writeFileSync(join(folder, 'scanWorker.js'), '');
    beginEarly(folder);
    const file = builtWorkerFile(folder);
    const pools = [true, false].map((roomy) => {
      const pool = new WorkerPool({ file, size: handsForScans(), idleMs: 1_000, filesPerWorker: 1 });
      pool.fill(1, roomy);
      return pool;
    });
    const left = Array.from({ length: handsForScans() }, () => takeEarly(file));
    assert.equal(left.filter((worker) => worker !== undefined).length, handsForScans() - 1);
    for (const one of [...pools, ...left]) one?.dispose();
  });
});
