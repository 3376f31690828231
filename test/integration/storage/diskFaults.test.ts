import assert from 'node:assert/strict';
import { join } from 'node:path';
import { EngineError, type ErrorCode } from '../../../src/base/engineError';
import type { Database } from '../../../src/engine/storage/database';
import { openDatabase } from '../../../src/engine/storage/openDatabase';
import { type FileAccess, nodeFileAccess } from '../../../src/engine/storage/sqlJs/fileAccess';
import { testFaultyDisk } from '../../torture/faultyDisk';
import { scratchFolder } from './scratch';

const failsWith = (code: ErrorCode) => (error: unknown) => error instanceof EngineError && error.code === code;

/** A disk whose writes and syncs fail with `errno` while it is set. */
function createFragileDisk(): { access: FileAccess; errno: string | undefined; failing: 'write' | 'sync' | 'both' } {
  const disk: ReturnType<typeof createFragileDisk> = { access: nodeFileAccess, errno: undefined, failing: 'both' };
  const check = (kind: 'write' | 'sync'): void => {
    if (disk.errno === undefined || (disk.failing !== 'both' && disk.failing !== kind)) return;
    throw Object.assign(new Error(`${disk.errno}: made by the test`), { code: disk.errno });
  };
  disk.access = {
    ...nodeFileAccess,
    write(...args) {
      check('write');
      return nodeFileAccess.write(...args);
    },
    sync(...args) {
      check('sync');
      nodeFileAccess.sync(...args);
    },
  };
  return disk;
}

describe('a disk that fails', () => {
  const folder = scratchFolder();
  let disk: ReturnType<typeof createFragileDisk>;
  let db: Database;
  beforeEach(async () => {
    disk = createFragileDisk();
    db = await openDatabase(join(folder.path, 'a.db'), { access: disk.access });
    db.exec('CREATE TABLE t(name TEXT UNIQUE)');
    db.run("INSERT INTO t VALUES('before')");
  });
  afterEach(() => db.close());

  const names = (): unknown[] => db.all<{ name: string }>('SELECT name FROM t').map((row) => row.name);

  const cases: readonly (readonly [errno: string, failing: 'write' | 'sync', code: ErrorCode])[] = [
    ['ENOSPC', 'write', 'full'],
    ['EDQUOT', 'write', 'full'],
    ['ENOSPC', 'sync', 'full'],
    ['EIO', 'write', 'internal'],
    ['EIO', 'sync', 'internal'],
    ['EROFS', 'write', 'readOnly'],
    ['EACCES', 'write', 'readOnly'],
  ];
  for (const [errno, failing, code] of cases) {
    it(`${errno} in ${failing} is ${code}, keeps what was there, and is over with the fault`, () => {
      disk.failing = failing;
      disk.errno = errno;
      assert.throws(() => db.run("INSERT INTO t VALUES('during')"), failsWith(code));
      assert.throws(() => db.transaction(() => db.run("INSERT INTO t VALUES('during, too')")), failsWith(code));
      disk.errno = undefined;
      db.run("INSERT INTO t VALUES('after')");
      // A failed commit may turn out to have happened; nothing else may.
      const rest = names().filter((name) => name !== 'during' && name !== 'during, too');
      assert.deepEqual(rest, ['before', 'after']);
      assert.deepEqual(db.all('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
    });
  }

  it('ends the transaction in which it happened, even where the work goes on', () => {
    // More than the cache holds, so that pages are written before the commit.
    db.exec('PRAGMA cache_size=-64');
    const work = (): void => {
      db.run("INSERT INTO t VALUES('first')");
      disk.errno = 'EIO';
      assert.throws(() => {
        for (let n = 0; n < 500; n += 1) db.run('INSERT INTO t VALUES(?)', [`${n}${'x'.repeat(2000)}`]);
      }, failsWith('internal'));
      disk.errno = undefined;
      assert.throws(() => db.run("INSERT INTO t VALUES('last')"), failsWith('internal'));
      assert.throws(() => db.transaction(() => undefined), failsWith('internal'));
    };
    assert.throws(() => db.transaction(work), failsWith('internal'));
    assert.deepEqual(names(), ['before']);
    db.run("INSERT INTO t VALUES('after')");
    assert.deepEqual(names(), ['before', 'after']);
  });

  for (const errno of ['EIO', 'ENOSPC'] as const) {
    it(`loses nothing of 400 transactions with ${errno} now and then`, async () => {
      const report = await testFaultyDisk({ transactions: 400, seed: 3, errno, writes: 0.005, syncs: 0.03 });
      assert.ok(report.failures > 30, `${report.failures} failures`);
      assert.deepEqual({ lost: report.lost, faults: report.faults }, { lost: 0, faults: [] });
    }).timeout(20_000);
  }
});
