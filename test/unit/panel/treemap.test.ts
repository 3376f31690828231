import assert from 'node:assert/strict';
import fc from 'fast-check';
import { squarify } from '../../../webview-ui/pictures/treemapLayout';
import { treemap } from '../../../webview-ui/pictures/treemapModel';

const area = { x: 10, y: 20, width: 400, height: 300 };
const close = (a: number, b: number, what: string): void => assert.ok(Math.abs(a - b) < 1e-6 * Math.max(1, b), what);

describe('treemap', () => {
  it('gives every value its share, inside the area and beside the others', () => {
    const values = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, (unsorted) => {
        const sorted = [...unsorted].sort((a, b) => b - a);
        const total = sorted.reduce((sum, value) => sum + value, 0);
        const places = squarify(sorted, area);
        for (const [index, place] of places.entries()) {
          close(place.width * place.height, ((sorted[index] ?? 0) / total) * area.width * area.height, 'its share');
          assert.ok(place.x >= area.x - 1e-6 && place.x + place.width <= area.x + area.width + 1e-6);
          assert.ok(place.y >= area.y - 1e-6 && place.y + place.height <= area.y + area.height + 1e-6);
        }
      }),
    );
  });

  it('makes squares of what can be squares', () => {
    for (const { width, height } of squarify([1, 1, 1, 1], { x: 0, y: 0, width: 100, height: 100 }))
      assert.deepEqual([width, height], [50, 50]);
  });

  it('keeps the files of a folder together and tells how warm each is', () => {
    const file = (path: string, lines: number, changes: number) => ({ path, lines, changes });
    const files = [
      file('app/src/api/a.ts', 600, 40),
      file('app/src/api/b.ts', 300, 10),
      file('app/src/web/c.ts', 500, 0),
      file('app/src/tiny/d.ts', 2, 0),
    ];
    const groups = treemap(files, area);
    assert.deepEqual(
      groups.map(({ folder, files: own }) => [folder, own.map((one) => [one.file.path.slice(-4), one.heat])]),
      [
        [
          'app/src/api',
          [
            ['a.ts', 1],
            ['b.ts', 0.25],
          ],
        ],
        ['app/src/web', [['c.ts', 0]]],
        ['app/src', [['d.ts', 0]]],
      ],
    );
    assert.deepEqual(treemap([], area), []);
  });
});
