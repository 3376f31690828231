import assert from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from '../../support/gitFolder';
import { conclusionsOf } from './conclusions';
import { ScanBench } from './scanBench';

/** Long enough ago that the stamps of the files can be trusted. */
const anHourAgo = Date.now() / 1000 - 3_600;

function write(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
  utimesSync(join(folder, path), anHourAgo, anHourAgo);
}

function marksOf(bench: ScanBench): number {
  const query = "SELECT count(*) AS n FROM scan_conclusions WHERE name = 'scan.listing'";
  return bench.db.get<{ n: number }>(query)?.n ?? 0;
}

describe('a scan of an unchanged folder', () => {
  it('is known by its listing, and says what a scan says that looks at every file', async () => {
    const bench = await ScanBench.open();
    const { id, folder } = await bench.project('p');
    for (const path of ['a.ts', 'src/b.ts', 'x.py']) write(folder, path, 'TODO\n');
    git(folder, 'init', '-q', '-b', 'main');
    const first = await bench.scan(id);
    assert.equal(marksOf(bench), 1);
    bench.statuses.length = 0;
    const again = await bench.scan(id);
    assert.deepEqual([again.scan.filesRead, again.scan.chunksTotal], [0, 0]);
    assert.equal(again.scan.filesProcessed, first.scan.filesTotal);
    assert.deepEqual(
      [...new Set(bench.statuses.map((status) => status.phase))],
      ['fetch_tree', 'fetch_files', 'build_chunks', 'analyze', 'assemble', 'complete'],
    );
    assert.deepEqual(await conclusionsOf(bench.engine, again), await conclusionsOf(bench.engine, first));
    bench.dispose();
  });

  it('is looked at again after any change that a listing shows', async () => {
    const bench = await ScanBench.open();
    const { id, folder } = await bench.project('p');
    for (const path of ['a.ts', 'src/b.ts']) write(folder, path, 'TODO\n');
    git(folder, 'init', '-q', '-b', 'main');
    await bench.scan(id);
    const changes: readonly (readonly [string, () => unknown])[] = [
      ['other text of the same length', () => write(folder, 'a.ts', 'TODX\n')],
      ['a new file', () => write(folder, 'c.ts', 'TODO\n')],
      ['a file less', () => rmSync(join(folder, 'src/b.ts'))],
      ['attributes', () => write(folder, '.gitattributes', 'c.ts linguist-vendored\n')],
      ['a commit', () => git(folder, 'commit', '-q', '--allow-empty', '-m', 'Work')],
      ['another branch', () => git(folder, 'checkout', '-q', '-b', 'other')],
    ];
    for (const [what, change] of changes) {
      change();
      const grown = await conclusionsOf(bench.engine, await bench.scan(id));
      const fresh = await bench.engine.createProject({ name: 'p', localPath: folder });
      assert.deepEqual(grown, await conclusionsOf(bench.engine, await bench.scan(fresh.id)), what);
    }
    bench.dispose();
  });

  it('is not known by a listing with a file that may change once more within the same step of the clock', async () => {
    const bench = await ScanBench.open();
    const { id, folder } = await bench.project('p');
    write(folder, 'a.ts', 'TODO\n');
    const soon = Date.now() / 1000 + 3_600;
    utimesSync(join(folder, 'a.ts'), soon, soon);
    await bench.scan(id);
    assert.equal(marksOf(bench), 0);
    assert.equal((await bench.scan(id)).scan.filesRead, 1);
    write(folder, 'a.ts', 'TODO\n');
    await bench.scan(id);
    assert.equal(marksOf(bench), 1);
    assert.equal((await bench.scan(id)).scan.filesRead, 0);
    bench.dispose();
  });
});
