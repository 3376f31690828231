import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitView, zoomView } from '../../../webview-ui/pictures/graphWindow';
import { type GraphBox, layoutGraph, type PlacedBox, smoothPath } from '../../../webview-ui/pictures/layoutGraph';

const box = (id: string, width = 100, height = 30): GraphBox => ({ id, width, height });
const window = { width: 600, height: 400 };
const overlap = (a: PlacedBox, b: PlacedBox): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

describe('layout of graphs', () => {
  it('puts the importer before the imported', () => {
    const { boxes } = layoutGraph([box('a'), box('b')], [{ from: 'a', to: 'b' }], window);
    const [a, b] = boxes;
    assert.ok(a && b && (a.y + a.height <= b.y || a.x + a.width <= b.x));
  });

  it('draws a box to itself as a loop beside it and skips links to nowhere', () => {
    const { paths } = layoutGraph(
      [box('a')],
      [
        { from: 'a', to: 'a' },
        { from: 'a', to: 'gone' },
      ],
      window,
    );
    assert.equal(paths[0]?.length, 4);
    assert.deepEqual(paths[1], []);
  });

  it('keeps the texts of arrows apart, also of two that go to and fro', () => {
    const label = { width: 24, height: 11 };
    const ids = [...'abcdef'];
    const link = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) });
    const apart = (links: readonly { from: string; to: string }[]): void => {
      const { paths } = layoutGraph(
        ids.map((id) => box(id)),
        links.map((each) => ({ ...each, label })),
        window,
      );
      const texts = paths.flatMap((points, index) => {
        const middle = points[Math.floor(points.length / 2)];
        return middle && links[index]?.from !== links[index]?.to
          ? [{ id: '', ...label, x: middle.x - label.width / 2, y: middle.y - label.height / 2 }]
          : [];
      });
      assert.equal(texts.length, links.filter(({ from, to }) => from !== to).length);
      texts.forEach((each, index) => {
        assert.ok(!texts.slice(index + 1).some((other) => overlap(each, other)));
      });
    };
    apart([
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ]);
    const distinct = fc.uniqueArray(link, { maxLength: 12, selector: ({ from, to }) => from + to });
    fc.assert(fc.property(distinct, apart), { numRuns: 60 });
  });

  it('is nothing for nothing', () => {
    const { boxes, width, height } = layoutGraph([], [], window);
    assert.deepEqual([boxes.length, width, height], [0, 0, 0]);
  });

  it('places every box once, inside of its size, none over another', () => {
    const ids = [...'abcdefghij'];
    const link = fc.record({ from: fc.constantFrom(...ids), to: fc.constantFrom(...ids) });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 20 }), (links) => {
        const graph = layoutGraph(
          ids.map((id) => box(id)),
          links,
          window,
        );
        assert.deepEqual(
          graph.boxes.map(({ id }) => id),
          ids,
        );
        assert.equal(graph.paths.length, links.length);
        graph.boxes.forEach((each, index) => {
          assert.ok(each.x >= -0.01 && each.y >= -0.01);
          assert.ok(each.x + each.width <= graph.width + 0.01 && each.y + each.height <= graph.height + 0.01);
          assert.ok(!graph.boxes.slice(index + 1).some((other) => overlap(each, other)));
        });
      }),
      { numRuns: 30 },
    );
  });

  it('writes no path for fewer than two points', () => {
    assert.equal(smoothPath([]), '');
    assert.equal(smoothPath([{ x: 1, y: 1 }]), '');
    assert.equal(
      smoothPath([
        { x: 0, y: 0 },
        { x: 1, y: 2 },
      ]),
      'M0.0 0.0L1.0 2.0',
    );
  });
});

describe('window of a drawing', () => {
  it('never enlarges and stays readable', () => {
    assert.equal(fitView({ width: 100, height: 100 }, 600, 400).scale, 1);
    assert.equal(fitView({ width: 9000, height: 9000 }, 600, 400).scale, 0.7);
  });

  it('shows all where that was asked for', () => {
    const { x, y, scale } = fitView({ width: 1000, height: 1000 }, 600, 400, 0.1);
    assert.ok(x >= 0 && x + 1000 * scale <= 600 && y + 1000 * scale <= 400);
  });

  it('keeps the point under the pointer where it is', () => {
    const before = { x: 10, y: 20, scale: 1 };
    const at = { x: 110, y: 70 };
    const after = zoomView(before, 2, at);
    const seen = { x: (at.x - before.x) / before.scale, y: (at.y - before.y) / before.scale };
    assert.deepEqual({ x: seen.x * after.scale + after.x, y: seen.y * after.scale + after.y }, at);
    assert.equal(zoomView(before, 1000, at).scale, 3);
  });
});
