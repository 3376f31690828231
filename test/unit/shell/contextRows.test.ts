import assert from 'node:assert/strict';
import type { ContextTreeNode } from '../../../src/shared/context';
import { countBelow, filterTree, flattenTree } from '../../../src/shell/views/contexts/contextFilter';
import { contextTooltip } from '../../../src/shell/views/contexts/contextMarkdown';
import { contextsToMove, withoutDescendants } from '../../../src/shell/views/contexts/contextMoves';
import { contextIcon, contextRows } from '../../../src/shell/views/contexts/contextRows';
import { sampleNode } from '../../support/samples';

const auth = sampleNode('root/api/auth', { state: 'draft' });
const api = sampleNode('root/api', { children: [auth, sampleNode('root/api/old', { state: 'deprecated' })] });
const bugs = sampleNode('root/bugs', { entryCount: 3 });
const tree: readonly ContextTreeNode[] = [sampleNode('root', { contextType: 'system', children: [api, bugs] })];
const keys = (nodes: readonly ContextTreeNode[]): string[] => flattenTree(nodes).map(({ schemaKey }) => schemaKey);
const id = (key: string): string => `ctx_${key}`;

describe('contexts', () => {
  it('filters by state and keeps what is above in its place', () => {
    assert.deepEqual(keys(filterTree(tree, 'draft')), ['root', 'root/api', 'root/api/auth']);
    assert.deepEqual(keys(filterTree(tree, 'all')), keys(tree));
    assert.deepEqual(filterTree([sampleNode('root')], 'draft'), []);
  });

  it('counts what lies below', () => assert.equal(countBelow(tree[0] ?? api), 4));

  it('opens the first level and closes the others', () => {
    const [root] = contextRows('p', tree);
    assert.equal(root?.row.expand, 'expanded');
    assert.deepEqual(
      root?.children?.().map(({ row }) => [row.label, row.expand, row.description, row.kind]),
      [
        ['api', 'collapsed', '2', 'context.approved'],
        ['bugs', 'none', '3 entries', 'context.approved.journal'],
      ],
    );
  });

  it('names a state that is not the usual one, so that colour is not alone', () => {
    const [row] = contextRows('p', [auth]);
    assert.equal(row?.row.description, 'draft');
    assert.equal(row?.row.spoken, 'auth, draft, memory, loaded on demand');
  });

  it('shows tier and type by shape, state by colour', () => {
    const icon = (values: Partial<ContextTreeNode>) => contextIcon(sampleNode('root/x', values));
    assert.deepEqual(icon({}), { id: 'note', color: 'charts.green' });
    assert.deepEqual(icon({ state: 'draft', contextType: 'reference' }), { id: 'references', color: 'charts.yellow' });
    assert.equal(icon({ tier: 1 }).id, 'pinned');
    assert.equal(icon({ tier: 3 }).id, 'archive');
    assert.equal(icon({ state: 'deprecated', tier: 1 }).id, 'circle-slash');
  });

  it('tells the exact key and time on hover', () => {
    const text = contextTooltip({ kind: 'context', projectId: 'p', context: bugs }, Date.parse('2026-03-01T10:05:00Z'));
    assert.ok(text.includes('`root/bugs`') && text.includes('5 min ago') && text.includes('3 entries'), text);
  });

  const moves: readonly (readonly [string, readonly string[], string | null, readonly string[]])[] = [
    ['below another', ['root/bugs'], 'root/api', ['root/bugs']],
    ['to the first level', ['root/api/auth'], null, ['root/api/auth']],
    ['not below itself', ['root/api'], 'root/api', []],
    ['not below what is below it', ['root/api'], 'root/api/auth', []],
    ['not where it is', ['root/bugs'], 'root', []],
    ['a child goes with its parent', ['root/api', 'root/api/auth'], 'root/bugs', ['root/api']],
  ];
  for (const [name, dragged, target, expected] of moves) {
    it(`moves ${name}`, () => {
      const found = contextsToMove(tree, dragged.map(id), target === null ? null : id(target));
      assert.deepEqual(
        found.map(({ schemaKey }) => schemaKey),
        expected,
      );
    });
  }

  it('deletes a child with its parent, once', () => {
    const targets = [api, auth, bugs].map((context) => ({ context }));
    assert.deepEqual(
      withoutDescendants(targets).map(({ context }) => context.schemaKey),
      ['root/api', 'root/bugs'],
    );
  });
});
