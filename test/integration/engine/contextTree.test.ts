import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ContextStore } from '../../../src/engine/contexts/store/contextStore';
import { TreeCache } from '../../../src/engine/contexts/tree/treeCache';
import type { ContextTreeNode } from '../../../src/shared/context';
import { closeTestEngine, openTestEngine, type TestEngine } from './testEngine';

/** One change, of the contexts that are there: the numbers choose among them. */
const change = fc.record({
  what: fc.constantFrom('create', 'rename', 'move', 'order', 'approve', 'journal', 'delete', 'populate', 'fail'),
  one: fc.nat(50),
  other: fc.nat(50),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

describe('the tree of contexts', () => {
  let test: TestEngine;
  let projectId: string;
  beforeEach(async () => {
    test = await openTestEngine();
    projectId = (await test.engine.createProject({ name: 'P' })).id;
  });
  afterEach(() => closeTestEngine(test));

  const flatten = (nodes: readonly ContextTreeNode[]): ContextTreeNode[] =>
    nodes.flatMap((node) => [node, ...flatten(node.children)]);

  async function make({ what, one, other }: Change): Promise<unknown> {
    const { engine } = test;
    const all = flatten(await engine.getContextTree({ projectId }));
    const pick = (n: number): ContextTreeNode | undefined => all[n % Math.max(1, all.length)];
    const contextId = pick(one)?.id ?? 'ctx_none';
    if (what === 'create')
      return engine.createContext({ projectId, name: `C${one}`, parentContextId: pick(other)?.id });
    if (what === 'rename') return engine.updateContext({ contextId, name: `R${other}` });
    if (what === 'move') return engine.updateContext({ contextId, parentContextId: pick(other)?.id ?? null });
    if (what === 'order') return engine.updateContext({ contextId, order: other });
    if (what === 'approve') return engine.approveContext({ contextId, action: other % 2 ? 'approve' : 'deprecate' });
    if (what === 'journal') return engine.addEntry({ contextId, title: 'T', content: `E${other}` });
    if (what === 'delete') return other < 15 ? engine.deleteContext({ contextId }) : undefined;
    if (what === 'fail') return engine.updateContext({ contextId, name: 'no', version: 99_999 });
    const nodes = [one, other].map((n) => ({ schemaKey: `root/p${n % 5}/n${n}`, name: `N${n}`, content: `${other}` }));
    return engine.populateContexts({ projectId, nodes });
  }

  it('that follows changes is the one that is read anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
        for (const one of changes) {
          await make(one).catch(() => undefined);
          const fresh = new TreeCache({ events: test.parts.events, store: new ContextStore(test.db) });
          assert.equal(await test.engine.getContextTreeJson({ projectId }), fresh.json(projectId));
        }
        assert.deepEqual(
          JSON.parse(await test.engine.getContextTreeJson({ projectId })),
          await test.engine.getContextTree({ projectId }),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is that of the import where a project was deleted and came back', async () => {
    const { engine } = test;
    const folder = mkdtempSync(join(tmpdir(), 'contox-tree-'));
    try {
      const { id: contextId } = await engine.createContext({ projectId, name: 'One' });
      await engine.exportProject({ projectId, folder: join(folder, 'out') });
      await engine.updateContext({ contextId, name: 'Two' });
      assert.match(await engine.getContextTreeJson({ projectId }), /"name":"Two"/);
      await engine.deleteProject({ projectId });
      await engine.importProject({ folder: join(folder, 'out') });
      assert.match(await engine.getContextTreeJson({ projectId }), /"name":"One"/);
      assert.doesNotMatch(await engine.getContextTreeJson({ projectId }), /Two/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
