import assert from 'node:assert/strict';
import fc from 'fast-check';
import { orderNodes } from '../../../src/engine/contexts/populate/orderNodes';
import { parentKey } from '../../../src/engine/contexts/schemaKeys';

interface Node {
  readonly schemaKey: string;
  readonly parentSchemaKey: string | undefined;
}

const node = (schemaKey: string, parentSchemaKey?: string): Node => ({ schemaKey, parentSchemaKey });
const keys = (nodes: readonly Node[]): string[] => nodes.map((item) => item.schemaKey);

interface Case {
  readonly says: string;
  readonly nodes: Node[];
  readonly existing?: string[];
  readonly ordered: string[];
  readonly circular?: string[];
}

const cases: Case[] = [
  { says: 'keeps a good order', nodes: [node('root/a'), node('root/b')], ordered: ['root/a', 'root/b'] },
  { says: 'a parent before its child', nodes: [node('root/a/b'), node('root/a')], ordered: ['root/a', 'root/a/b'] },
  {
    says: 'a named parent before its child',
    nodes: [node('root/a', 'root/z'), node('root/z')],
    ordered: ['root/z', 'root/a'],
  },
  {
    says: 'a parent that is two keys up',
    nodes: [node('root/a/b/c'), node('root/a')],
    ordered: ['root/a', 'root/a/b/c'],
  },
  { says: 'its own parent', nodes: [node('root/a', 'root/a')], ordered: [], circular: ['root/a'] },
  {
    says: 'each the parent of the other, and one below them',
    nodes: [node('root/a', 'root/b'), node('root/b', 'root/a'), node('root/a/x'), node('root/c')],
    ordered: ['root/c'],
    circular: ['root/a', 'root/b', 'root/a/x'],
  },
  {
    says: 'a parent that would be made below the node',
    nodes: [node('root/a', 'root/a/b')],
    ordered: [],
    circular: ['root/a'],
  },
  {
    says: 'the same where that parent is there already',
    nodes: [node('root/a', 'root/a/b')],
    existing: ['root/a/b'],
    ordered: ['root/a'],
  },
  {
    says: 'a context that exists keeps its place, whatever is said',
    nodes: [node('root/a', 'root/b'), node('root/b', 'root/a')],
    existing: ['root/a'],
    ordered: ['root/a', 'root/b'],
  },
];

describe('orderNodes', () => {
  for (const { says, nodes, existing = [], ordered, circular = [] } of cases)
    it(says, () => {
      const result = orderNodes(nodes, (key) => existing.includes(key));
      assert.deepEqual({ ordered: keys(result.ordered), circular: keys(result.circular) }, { ordered, circular });
    });

  it('loses no node, and none comes before its parent', () => {
    const key = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }).map((parts) => ['root', ...parts].join('/'));
    const nodes = fc.uniqueArray(fc.tuple(key, fc.option(key, { nil: undefined })), { selector: ([own]) => own });
    fc.assert(
      fc.property(nodes, (pairs) => {
        const given = pairs.map(([own, parent]) => node(own, parent));
        const { ordered, circular } = orderNodes(given, () => false);
        assert.deepEqual(keys([...ordered, ...circular]).sort(), keys(given).sort());
        const order = keys(ordered);
        for (const item of ordered) {
          const above = item.parentSchemaKey ?? parentKey(item.schemaKey);
          const at = above === undefined ? -1 : order.indexOf(above);
          assert.ok(at < order.indexOf(item.schemaKey), `${above} after ${item.schemaKey}`);
        }
      }),
    );
  });
});
