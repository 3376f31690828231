import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/base/clock';
import { silentLogger } from '../../../src/base/logger';
import { createEngine } from '../../../src/engine/createEngine';
import type { Engine } from '../../../src/engine/engine';
import { openStore } from '../../../src/engine/storage/openStore';
import { visitRows } from '../../../src/engine/storage/snapshot/visitRows';
import type { Store } from '../../../src/engine/storage/store';
import { rejects } from '../engine/testEngine';

describe('a copy of the store', () => {
  let scratch: string;
  let store: Store;
  let engine: Engine & { dispose(): void };
  const open = async (): Promise<void> => {
    store = await openStore({ dataDir: join(scratch, 'data'), clock: systemClock, logger: silentLogger });
    engine = createEngine({
      db: store.db,
      ports: { clock: systemClock, logger: silentLogger, distDir: '' },
      storeState: store,
    });
  };
  beforeEach(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'contox-snapshot-'));
    await open();
  });
  afterEach(() => {
    engine.dispose();
    store.close();
    rmSync(scratch, { recursive: true });
  });

  const save = (projectId: string, summary: string) =>
    engine.ingest({ projectId, event: 'session_save', payload: { summary, changes: [] } });
  const copies = (): string[] => readdirSync(join(scratch, 'data')).filter((name) => name.includes('snapshot'));
  async function fill(count: number): Promise<string> {
    const { id } = await engine.createProject({ name: 'P' });
    await Promise.all(Array.from({ length: count }, (_, index) => save(id, `Work ${index}`)));
    return id;
  }

  it('holds what was committed when it was asked for, whatever is written meanwhile', async () => {
    const id = await fill(300);
    const before = store.db.all('SELECT * FROM events ORDER BY seq');
    const taking = store.takeSnapshot?.();
    const writing = fill(300);
    const copy = await taking;
    await writing;
    assert.ok(copy);
    try {
      assert.deepEqual(copy.open().all('SELECT * FROM events ORDER BY seq'), before);
      assert.deepEqual(copy.open().all('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    } finally {
      copy.close();
    }
    assert.deepEqual(copies(), []);
    await save(id, 'after');
    assert.equal((await engine.verifyEvents({ projectId: id })).ok, true);
  });

  it('lets the log be carried over again once it is taken', async () => {
    const pages = (): unknown => store.db.get('PRAGMA wal_autocheckpoint');
    const usual = pages();
    const [one, two] = await Promise.all([store.takeSnapshot?.(), store.takeSnapshot?.()]);
    assert.deepEqual(pages(), usual);
    one?.close();
    two?.close();
  });

  it('is read in slices, between which calls are answered', async () => {
    const id = await fill(3_000);
    let answered = 0;
    let isDone = false;
    const others = (async () => {
      while (!isDone) {
        await engine.getProject({ projectId: id });
        await new Promise((resolve) => setImmediate(resolve));
        answered++;
      }
    })();
    const exported = await engine.exportProject({ projectId: id, folder: join(scratch, 'out') });
    const duringExport = answered;
    const { ok, checks } = await engine.diagnose({});
    isDone = true;
    await others;
    assert.equal(exported.counts['events'], 3_001);
    assert.ok(ok, JSON.stringify(checks));
    assert.ok(duringExport > 5 && answered > duringExport, `${duringExport} of ${answered}`);
    assert.deepEqual(copies(), []);
  }).timeout(30_000);

  it('gives an export of one instant while work goes on', async () => {
    const id = await fill(200);
    const exporting = engine.exportProject({ projectId: id, folder: join(scratch, 'out') });
    for (let index = 0; index < 50; index++) await save(id, `Later ${index}`);
    assert.equal((await exporting).counts['events'], 201);
    await engine.deleteProject({ projectId: id });
    await engine.importProject({ folder: join(scratch, 'out') });
    assert.equal((await engine.verifyEvents({ projectId: id })).ok, true);
  });

  it('stops reading when nobody waits any more', async () => {
    await fill(3_000);
    const abort = new AbortController();
    const sql = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10000000) SELECT i FROM n';
    const visiting = visitRows(store.db, { sql, values: [], signal: abort.signal }, () => undefined);
    abort.abort();
    await rejects(visiting, 'cancelled');
  });

  it('of a process that was killed is removed by the next one', async () => {
    engine.dispose();
    store.close();
    const left = `contox.db.snapshot-${process.pid}-999`;
    writeFileSync(join(scratch, 'data', left), 'x');
    await open();
    assert.deepEqual(copies(), []);
  });
});
