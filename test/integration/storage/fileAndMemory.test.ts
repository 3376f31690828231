import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Database } from '../../../src/engine/storage/database';
import { openDatabase } from '../../../src/engine/storage/openDatabase';
import { scratchFolder } from './scratch';

type Step =
  | { readonly kind: 'put'; readonly key: number; readonly size: number }
  | { readonly kind: 'delete'; readonly from: number; readonly to: number }
  | { readonly kind: 'fail'; readonly steps: Step[] }
  | { readonly kind: 'vacuum' | 'checkpoint' | 'reopen' };

const key = fc.nat(40);
const plain: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), key, size: fc.nat(9000) }),
  fc.record({ kind: fc.constant('delete' as const), from: key, to: key }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: plain },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), steps: fc.array(plain, { maxLength: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('vacuum' as const, 'checkpoint' as const, 'reopen' as const) }),
  },
);

function take(db: Database, step: Step): void {
  if (step.kind === 'put')
    db.run('INSERT OR REPLACE INTO t VALUES(?, ?)', [step.key, String(step.key % 10).repeat(step.size)]);
  else if (step.kind === 'delete') db.run('DELETE FROM t WHERE id BETWEEN ? AND ?', [step.from, step.to]);
  else if (step.kind === 'vacuum') db.exec('VACUUM');
  else if (step.kind === 'checkpoint') db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  else if (step.kind === 'fail')
    assert.throws(() =>
      db.transaction(() => {
        for (const inner of step.steps) take(db, inner);
        throw new Error('no');
      }),
    );
}

describe('a database in a file', () => {
  const folder = scratchFolder();

  it('is what one in memory is, whatever is done to it', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        run += 1;
        const path = join(folder.path, `${run}.db`);
        const memory = await openDatabase(':memory:');
        let file = await openDatabase(path);
        for (const db of [memory, file]) db.exec('CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT)');
        file.exec('PRAGMA wal_autocheckpoint=10; PRAGMA cache_size=-64');
        for (const each of steps) {
          take(memory, each);
          take(file, each);
          if (each.kind !== 'reopen') continue;
          file.close();
          file = await openDatabase(path);
        }
        const rows = 'SELECT * FROM t ORDER BY id';
        assert.deepEqual(file.all(rows), memory.all(rows));
        assert.deepEqual(file.all('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
        file.close();
        memory.close();
      }),
      { numRuns: 25 },
    );
  }).timeout(30_000);
});
