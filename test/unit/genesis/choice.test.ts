import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseFiles } from '../../../src/engine/genesis/listing/chooseFiles';
import type { FileTree } from '../../../src/engine/genesis/listing/fileTree';
import { parseGitAttributes } from '../../../src/engine/genesis/listing/gitAttributes';
import { trustedStamp } from '../../../src/engine/genesis/phases/trustedStamp';
import { splitBySize } from '../../../src/engine/genesis/work/splitBySize';

function treeOf(paths: readonly string[]): FileTree {
  return {
    source: { kind: 'folder', root: '/nowhere' },
    files: [...paths].sort().map((path) => ({ path, bytes: 100, stamp: path, changedAt: 0, hash: '' })),
    branch: null,
    commit: null,
    problems: [],
  };
}

async function choose(paths: readonly string[], maxFiles: number, changes: Readonly<Record<string, number>> = {}) {
  const changeCounts = new Map(Object.entries(changes));
  const { chosen, leftOut } = await chooseFiles(treeOf(paths), {
    maxFiles,
    attributes: parseGitAttributes(''),
    changeCounts,
  });
  return { chosen: chosen.map((file) => file.path), leftOut: leftOut.map((file) => [file.path, file.reason]) };
}

describe('choosing files', () => {
  it('takes all that fit', async () => {
    assert.deepEqual(await choose(['b.ts', 'a.ts', 'x.png'], 2), {
      chosen: ['a.ts', 'b.ts'],
      leftOut: [['x.png', 'binary']],
    });
  });

  it('reads a short file that is called as a library, to see whether it sets that up', async () => {
    const { chosen } = await choose(
      ['assets/js/bootstrap.js', 'assets/js/bootstrap.css', 'assets/js/jquery-3.6.0.js'],
      9,
    );
    assert.deepEqual(chosen, ['assets/js/bootstrap.js']);
  });

  it('takes manifests, entry points, schemas and routes before other code, and code before tests', async () => {
    const telling = ['package.json', 'src/main.ts', 'prisma/schema.prisma', 'src/routes/users.ts'];
    const rest = ['src/format.ts', 'test/format.test.ts', 'docs/guide.md', 'test/fixtures/a.ts'];
    assert.deepEqual((await choose([...telling, ...rest], 4)).chosen.sort(), [...telling].sort());
    assert.ok((await choose([...telling, ...rest], 5)).chosen.includes('src/format.ts'));
  });

  it('takes texts in further languages last, and what says the licence first', async () => {
    const texts = ['de', 'fr', 'nl'].map((code) => `resources/lang/${code}/general.php`);
    const own = ['LICENSE', 'resources/lang/en/general.php', 'src/Orders.php', 'tests/OrdersTest.php'];
    assert.deepEqual((await choose([...texts, ...own], 4)).chosen.sort(), own);
    assert.deepEqual((await choose([...texts, ...own], 1)).chosen, ['LICENSE']);
  });

  it('takes hundreds of files of data in one folder after code, however deep that lies', async () => {
    const maps = Array.from({ length: 301 }, (_none, at) => `maps/${at}.json`);
    const code = ['core/a/src/main/java/shop/one/two/Orders.java', 'core/a/src/test/java/shop/one/two/OrdersTest.java'];
    assert.deepEqual((await choose([...maps, 'maps/package.json', ...code], 3)).chosen, [...code, 'maps/package.json']);
  });

  it('prefers what changes often, and says what it left out', async () => {
    const { chosen, leftOut } = await choose(['src/a.ts', 'src/b.ts', 'src/c.ts'], 1, { 'src/b.ts': 9, 'src/c.ts': 2 });
    assert.deepEqual(chosen, ['src/b.ts']);
    assert.deepEqual(leftOut, [
      ['src/a.ts', 'over-limit'],
      ['src/c.ts', 'over-limit'],
    ]);
  });

  it('names every file once, whatever the limit', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,6}){0,2}\.(ts|md|png|lock)$/), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 1, max: 40 }), async (paths, maxFiles) => {
        const { chosen, leftOut } = await choose(paths, maxFiles);
        assert.ok(chosen.length <= maxFiles);
        assert.deepEqual([...chosen, ...leftOut.map(([path]) => path)].sort(), [...paths].sort());
      }),
    );
  });
});

describe('batches', () => {
  it('hold all items in order and keep their limits', () => {
    const limits = { maxFiles: 3, maxBytes: 100 };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 250 })), (sizes) => {
        const pieces = splitBySize(sizes, (size) => size, limits);
        assert.deepEqual(pieces.flat(), sizes);
        for (const piece of pieces) {
          assert.ok(piece.length > 0 && piece.length <= limits.maxFiles);
          const bytes = piece.reduce((sum, size) => sum + size, 0);
          assert.ok(bytes <= limits.maxBytes || piece.length === 1);
        }
      }),
    );
  });
});

describe('the stamp of a file', () => {
  const file = (changedAt: number) => ({ path: 'a', bytes: 1, stamp: 's', changedAt, hash: '' });
  const cases: readonly (readonly [string, number, number, boolean])[] = [
    ['long before', 1_000.5, 50_000, true],
    ['within the same tick', 49_990.5, 50_000, false],
    ['a second before, by a coarse clock', 49_000, 50_000, false],
    ['three seconds before, by a coarse clock', 47_000, 50_000, true],
    ['in the future', 60_000.5, 50_000, false],
  ];
  for (const [says, changedAt, listedAt, trusted] of cases)
    it(`is ${trusted ? '' : 'not '}trusted when it changed ${says}`, () =>
      assert.equal(trustedStamp(file(changedAt), listedAt), trusted ? 's' : undefined));

  it('is none for what is no file on disk', () => {
    assert.equal(trustedStamp({ ...file(1.5), stamp: '' }, 50_000), undefined);
  });
});
