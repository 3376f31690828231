import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeModule, ModuleEdge } from '../../../src/shared/inventory';
import { cyclicLinks } from '../../../webview-ui/pictures/cycles';
import { foldModules } from '../../../webview-ui/pictures/foldModules';
import { shortNames } from '../../../webview-ui/pictures/nodeNames';
import { largeInventory } from '../../ui/panel/fixtures/manyFindings';

const module = (path: string, files = 1): CodeModule => ({ path, files, language: 'Go' });
const edge = (from: string, to: string, count = 1): ModuleEdge => ({ from, to, kind: 'import', count });

describe('cycles', () => {
  const cyclic = (...links: readonly (readonly [string, string])[]): string => {
    const all = links.map(([from, to]) => ({ from, to }));
    const found = cyclicLinks(all);
    return all
      .filter((link) => found.has(link))
      .map(({ from, to }) => from + to)
      .join(' ');
  };

  it('are made of the links whose ends reach each other', () => {
    assert.equal(cyclic(['a', 'b'], ['b', 'c'], ['c', 'a'], ['c', 'd'], ['d', 'e']), 'ab bc ca');
    assert.equal(cyclic(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']), '');
    assert.equal(cyclic(['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'd'], ['d', 'c']), 'ab ba cd dc');
  });

  it('leave out a link to itself', () => assert.equal(cyclic(['a', 'a']), ''));

  it('are found at any depth', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ({ from: `n${index}`, to: `n${(index + 1) % 20_000}` }));
    assert.equal(cyclicLinks(chain).size, 20_000);
  });

  it('are the links that can be walked back', () => {
    const link = fc.record({ from: fc.constantFrom(...'abcdef'), to: fc.constantFrom(...'abcdef') });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 14 }), (links) => {
        const found = cyclicLinks(links);
        for (const each of links) {
          const reached = new Set([each.to]);
          for (let before = -1; before !== reached.size; ) {
            before = reached.size;
            for (const { from, to } of links) if (reached.has(from)) reached.add(to);
          }
          assert.equal(found.has(each), each.from !== each.to && reached.has(each.from));
        }
      }),
    );
  });
});

describe('folding of modules', () => {
  it('sees no circle in types, in what is only declared, and between a folder and what lies below it', () => {
    const modules = ['a', 'b', 'c', 'c/d', 'e', 'f', 'g', 'h'].map((path) => module(path));
    const map = foldModules(
      modules,
      [
        edge('a', 'b'),
        { ...edge('b', 'a'), loose: true },
        edge('c', 'c/d'),
        edge('c/d', 'c'),
        edge('e', 'f'),
        { from: 'f', to: 'e', kind: 'dependency' },
        edge('g', 'h'),
        edge('h', 'g'),
      ],
      20,
      20,
    );
    const cyclic = map.edges.filter((each) => each.cyclic).map(({ from, to }) => from + to);
    assert.deepEqual(cyclic, ['gh', 'hg']);
  });

  it('leaves a small map as it is', () => {
    const map = foldModules([module('a'), module('b/c')], [edge('a', 'b/c', 3)], 10, 10);
    assert.deepEqual(
      map.nodes.map(({ path }) => path),
      ['a', 'b/c'],
    );
    assert.deepEqual(map.edges, [{ from: 'a', to: 'b/c', count: 3, cyclic: false }]);
  });

  it('puts the deepest into their folders and adds their arrows up', () => {
    const modules = ['a/x/1', 'a/x/2', 'a/x/3', 'b/y'].map((path) => module(path, 2));
    const map = foldModules(modules, [edge('a/x/1', 'b/y', 2), edge('a/x/2', 'b/y', 3), edge('a/x/1', 'a/x/2')], 2, 10);
    assert.deepEqual(map.nodes.map(({ path, modules: size, files }) => [path, size, files]).sort(), [
      ['a/x', 3, 6],
      ['b/y', 1, 2],
    ]);
    assert.deepEqual(map.edges, [{ from: 'a/x', to: 'b/y', count: 5, cyclic: false }]);
  });

  it('opens the one folder that holds nearly all modules', () => {
    const below = Array.from({ length: 27 }, (_, index) => module(`shop/m${index}`, index + 1));
    const map = foldModules([module('.'), module('shop'), ...below], [], 12, 10);
    assert.equal(map.nodes.length, 12);
    const sizes = map.nodes.map(({ path, modules: size }) => `${path} ${size}`);
    assert.ok(sizes.includes('shop/m26 1') && sizes.includes('shop/m17 1') && sizes.includes('shop 18'), sizes.join());
  });

  it('marks an arrow only where a real cycle lies below it', () => {
    const modules = ['a/1', 'a/2', 'b/1', 'b/2'].map((path) => module(path));
    // Folded, a and b import each other; no module does.
    const straight = foldModules(modules, [edge('a/1', 'b/1'), edge('b/2', 'a/2')], 2, 10);
    assert.deepEqual(
      straight.edges.map(({ cyclic }) => cyclic),
      [false, false],
    );
    const round = foldModules(modules, [edge('a/1', 'b/1'), edge('b/1', 'a/1')], 2, 10);
    assert.deepEqual(
      round.edges.map(({ cyclic }) => cyclic),
      [true, true],
    );
  });

  it('keeps the strongest arrows and says how many it left out', () => {
    const modules = ['a', 'b', 'c'].map((path) => module(path));
    const map = foldModules(modules, [edge('a', 'b', 1), edge('a', 'c', 9), edge('b', 'c', 4)], 5, 2);
    assert.deepEqual(
      map.edges.map(({ count }) => count),
      [9, 4],
    );
    assert.equal(map.hiddenEdges, 1);
  });

  it('makes 2,000 modules a picture of at most 48 boxes in little time', () => {
    const { modules, edges } = largeInventory();
    const start = performance.now();
    const map = foldModules(modules, edges, 48, 140);
    assert.ok(performance.now() - start < 5000);
    assert.ok(map.nodes.length <= 48 && map.nodes.length >= 2);
    assert.equal(
      map.nodes.reduce((sum, node) => sum + node.modules, 0),
      2000,
    );
  });

  it('loses no module and gives each box a path of its own', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (paths, max) => {
        const map = foldModules(
          paths.map((each) => module(each)),
          [],
          max,
          10,
        );
        assert.ok(map.nodes.length <= Math.max(max, 0));
        assert.equal(
          map.nodes.reduce((sum, { modules }) => sum + modules, 0),
          paths.length,
        );
        assert.equal(new Set(map.nodes.map((node) => node.path)).size, map.nodes.length);
      }),
    );
  });
});

describe('short names', () => {
  it('are as long as it takes to tell them apart', () => {
    const names = shortNames(['a/web', 'b/web', 'b/x/core', 'c']);
    assert.deepEqual([...names.values()].sort(), ['a/web', 'b/web', 'c', 'core']);
  });
});
