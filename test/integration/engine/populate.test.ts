import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Context, PopulateResult } from '../../../src/shared/context';
import { check, closeTestEngine, eventTypes, openTestEngine, type TestEngine } from './testEngine';

const start = async ({ engine }: TestEngine): Promise<string> => (await engine.createProject({ name: 'P' })).id;
const populate = ({ engine }: TestEngine, nodes: unknown[], dryRun = false): Promise<PopulateResult> =>
  engine.populateContexts({ nodes, source: 'genesis', dryRun });
const byKey = async ({ engine }: TestEngine, key: string): Promise<Context> => {
  const { items } = await engine.listContexts({});
  return engine.getContext({ contextId: items.find((item) => item.schemaKey === key)?.id ?? '' });
};
const routes = { schemaKey: 'root/scan/routes', name: 'Routes', content: 'GET /' };
const counts = ({ created, updated, unchanged }: PopulateResult): number[] => [created, updated, unchanged];

describe('populating', () => {
  check([
    {
      says: 'makes drafts, and what is above them as approved system contexts',
      call: async (test) => {
        await start(test);
        const result = await populate(test, [{ ...routes, tier: 3, contextType: 'reference', description: 'd' }]);
        const [made, above] = [await byKey(test, 'root/scan/routes'), await byKey(test, 'root/scan')];
        return { result, made, above, parent: made.parentContextId === above.id };
      },
      gives: {
        result: {
          created: 1,
          updated: 0,
          unchanged: 0,
          deleted: 0,
          errors: [],
          dryRun: false,
          diff: [{ schemaKey: 'root/scan/routes', change: 'create', after: 'GET /' }],
        },
        made: {
          state: 'draft',
          source: 'genesis',
          tier: 3,
          contextType: 'reference',
          description: 'd',
          content: 'GET /',
        },
        above: { state: 'approved', contextType: 'system', name: 'Scan', content: '' },
        parent: true,
      },
    },
    {
      says: 'makes parents first, whatever the order',
      call: async (test) => {
        await start(test);
        const result = await populate(test, [
          { schemaKey: 'root/a/b/c', name: 'C' },
          { schemaKey: 'root/a/b', name: 'B' },
          { schemaKey: 'root/a', name: 'A' },
          { schemaKey: 'root/z', name: 'Z', parentSchemaKey: 'root/a/b/c' },
        ]);
        const [root] = await test.engine.getContextTree({});
        return { counts: counts(result), keys: result.diff.map((one) => one.schemaKey), top: root?.children.length };
      },
      gives: { counts: [4, 0, 0], keys: ['root/a', 'root/a/b', 'root/a/b/c', 'root/z'], top: 1 },
    },
    {
      says: 'a dry run answers the same and writes nothing',
      call: async (test) => {
        const projectId = await start(test);
        const nodes = [routes, { schemaKey: 'root/other', name: 'Other' }, { schemaKey: 'bad' }];
        const dry = await populate(test, nodes, true);
        const before = [(await test.engine.listContexts({})).items.length, await eventTypes(test.engine, projectId)];
        const wet = await populate(test, nodes);
        return {
          same: JSON.stringify({ ...dry, runId: 0, dryRun: 0 }) === JSON.stringify({ ...wet, runId: 0, dryRun: 0 }),
          before,
        };
      },
      gives: { same: true, before: [0, ['project.created']] },
    },
    {
      says: 'a bad node is an error of its own',
      call: async (test) => {
        await start(test);
        const { errors, created } = await populate(test, [
          null,
          { schemaKey: 'root/x' },
          { schemaKey: 'nope', name: 'A' },
          { schemaKey: 'root/long', name: 'A', content: 'x'.repeat(50_001) },
          { schemaKey: 'root/self', name: 'A', parentSchemaKey: 'root/self' },
          routes,
          routes,
        ]);
        return { keys: errors.map((error) => error.schemaKey), created, last: errors.at(-2)?.message };
      },
      gives: {
        keys: ['', 'root/x', 'nope', 'root/long', 'root/scan/routes', 'root/self'],
        created: 1,
        last: 'appears more than once',
      },
    },
    {
      says: 'more than 1,000 nodes are refused',
      call: async (test) => {
        await start(test);
        return populate(
          test,
          Array.from({ length: 1001 }, (_, i) => ({ schemaKey: `root/n${i}`, name: 'N' })),
        );
      },
      fails: { code: 'invalid', path: 'nodes' },
    },
    {
      says: 'an approved context with the same texts stays approved',
      call: async (test) => {
        await start(test);
        await populate(test, [routes]);
        const { id: contextId } = await byKey(test, routes.schemaKey);
        await test.engine.approveContext({ contextId, action: 'approve' });
        return { counts: counts(await populate(test, [routes])), state: (await byKey(test, routes.schemaKey)).state };
      },
      gives: { counts: [0, 0, 1], state: 'approved' },
    },
    {
      says: 'an approved context with another text is a draft again, and the approved text is kept',
      call: async (test) => {
        await start(test);
        await populate(test, [routes]);
        const { id: contextId } = await byKey(test, routes.schemaKey);
        await test.engine.approveContext({ contextId, action: 'approve' });
        const { diff } = await populate(test, [{ ...routes, content: 'GET /new' }]);
        const { state, content, version } = await byKey(test, routes.schemaKey);
        const versions = await test.engine.listContextVersions({ contextId });
        return { diff, state, content, version, versions };
      },
      gives: {
        diff: [{ schemaKey: routes.schemaKey, change: 'update', before: 'GET /', after: 'GET /new' }],
        state: 'draft',
        content: 'GET /new',
        version: 2,
        versions: [
          { version: 2, status: 'current', reason: 'populate', content: 'GET /new' },
          { version: 1, status: 'past', reason: 'populate', content: 'GET /' },
        ],
      },
    },
    {
      says: 'a deprecated context stays deprecated',
      call: async (test) => {
        await start(test);
        await populate(test, [routes]);
        const { id: contextId } = await byKey(test, routes.schemaKey);
        await test.engine.approveContext({ contextId, action: 'deprecate' });
        await populate(test, [{ ...routes, content: 'GET /new' }]);
        return byKey(test, routes.schemaKey);
      },
      gives: { state: 'deprecated', content: 'GET /new' },
    },
    {
      says: 'what a person wrote stays; the new text waits beside it, once, until it is taken',
      call: async (test) => {
        await start(test);
        await populate(test, [routes]);
        const { id: contextId } = await byKey(test, routes.schemaKey);
        await test.engine.updateContext({ contextId, content: 'Mine' });
        const changes: unknown[] = [];
        for (const content of ['GET /2', 'GET /2', 'GET /3'])
          changes.push((await populate(test, [{ ...routes, content }])).diff[0]);
        const { content, source } = await byKey(test, routes.schemaKey);
        const versions = (await test.engine.listContextVersions({ contextId })).map((one) => [one.status, one.content]);
        const taken = await test.engine.restoreContextVersion({ contextId, version: 4 });
        return { changes, content, source, versions, taken };
      },
      gives: {
        changes: [
          { change: 'conflict', before: 'Mine', after: 'GET /2' },
          { change: 'conflict', before: 'Mine', after: 'GET /2' },
          { change: 'conflict', before: 'Mine', after: 'GET /3' },
        ],
        content: 'Mine',
        source: 'person',
        versions: [
          ['draft', 'GET /3'],
          ['past', 'GET /2'],
          ['current', 'Mine'],
          ['past', 'GET /'],
        ],
        taken: { content: 'GET /3', source: 'genesis', version: 5 },
      },
    },
    {
      says: 'a proposal is withdrawn when the machine comes to say what stands there',
      call: async (test) => {
        const projectId = await start(test);
        await test.engine.createContext({ name: 'Routes', schemaKey: routes.schemaKey, content: 'Mine' });
        await populate(test, [routes]);
        await populate(test, [{ ...routes, content: 'Mine' }]);
        const { id: contextId } = await byKey(test, routes.schemaKey);
        const drafts = (await test.engine.listContextVersions({ contextId })).filter((one) => one.status === 'draft');
        return { drafts, last: (await eventTypes(test.engine, projectId)).at(-1) };
      },
      gives: { drafts: [], last: 'context.proposal_withdrawn' },
    },
    {
      says: 'to take a proposal leaves the journal as it is now',
      call: async (test) => {
        await start(test);
        const { id: contextId } = await test.engine.createContext({ name: 'Routes', schemaKey: routes.schemaKey });
        await populate(test, [routes]);
        for (const title of ['T', 'U']) await test.engine.addEntry({ contextId, title, content: title });
        await test.engine.compactContext({ contextId });
        return test.engine.restoreContextVersion({ contextId, version: 2 });
      },
      gives: { content: 'GET /', entryCount: 1 },
    },
    {
      says: 'tier and place that a person chose stay; those of a machine follow it',
      call: async (test) => {
        await start(test);
        const other = { schemaKey: 'root/other', name: 'Other' };
        await populate(test, [routes, other]);
        const [mine, its] = [await byKey(test, routes.schemaKey), await byKey(test, other.schemaKey)];
        await test.engine.updateContext({ contextId: mine.id, tier: 1, parentContextId: its.id });
        await populate(test, [
          { ...routes, tier: 3 },
          { ...other, tier: 3 },
        ]);
        const after = await byKey(test, routes.schemaKey);
        return [after.tier, after.parentContextId === its.id, (await byKey(test, other.schemaKey)).tier];
      },
      gives: [1, true, 3],
    },
    {
      says: 'secrets are taken out of what a machine writes, in every text',
      call: async (test) => {
        await start(test);
        const secret = `ghp_${'a1B2'.repeat(9)}`;
        const node = { schemaKey: 'root/a', name: secret, description: secret, content: `token ${secret}` };
        const { diff } = await populate(test, [node]);
        const again = await populate(test, [node]);
        const rows = test.db.all('SELECT * FROM contexts').concat(test.db.all('SELECT * FROM context_versions'));
        return { clean: !JSON.stringify([rows, diff]).includes(secret), again: counts(again) };
      },
      gives: { clean: true, again: [0, 0, 1] },
    },
    {
      says: 'into an archived project',
      call: async (test) => {
        const projectId = await start(test);
        await test.engine.updateProject({ projectId, status: 'archived' });
        return populate(test, [routes]);
      },
      fails: { code: 'conflict' },
    },
  ]);

  it('a change is an event each, one more for the run, and none where nothing changed', async () => {
    const test = await openTestEngine();
    const projectId = await start(test);
    await populate(test, [{ schemaKey: 'root/a', name: 'A' }]);
    await populate(test, [{ schemaKey: 'root/a', name: 'A' }]);
    await populate(test, [{ schemaKey: 'root/a', name: 'B' }]);
    assert.deepEqual(await eventTypes(test.engine, projectId), [
      'project.created',
      'context.created',
      'context.created',
      'contexts.populated',
      'context.updated',
      'contexts.populated',
    ]);
    closeTestEngine(test);
  });

  it('the second time all is unchanged, whatever the nodes', async () => {
    const segment = fc.constantFrom('a', 'b', 'c', 'd');
    const key = fc.array(segment, { maxLength: 3 }).map((parts) => ['root', ...parts].join('/'));
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    const node = fc.record(
      {
        schemaKey: key,
        name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        description: text,
        content: text,
        parentSchemaKey: key,
        tier: fc.constantFrom(1, 2, 3),
        contextType: fc.constantFrom('memory', 'reference'),
      },
      { requiredKeys: ['schemaKey', 'name'] },
    );
    const test = await openTestEngine();
    await fc.assert(
      fc.asyncProperty(fc.array(node, { maxLength: 12 }), async (nodes) => {
        const projectId = await start(test);
        const run = (): Promise<PopulateResult> =>
          test.engine.populateContexts({ projectId, nodes, source: 'genesis' });
        const [first, second] = [await run(), await run()];
        assert.equal(first.created + first.errors.length, nodes.length);
        // A node that could have no place the first time may have one now that its parent is there.
        assert.equal(second.updated, 0);
        assert.deepEqual(
          second.diff
            .filter((one) => first.diff.some((before) => before.schemaKey === one.schemaKey))
            .map((one) => one.change),
          first.diff.map(() => 'unchanged'),
        );
        assert.equal((await test.engine.verifyEvents({ projectId })).ok, true);
        await test.engine.deleteProject({ projectId });
      }),
      { numRuns: 60 },
    );
    closeTestEngine(test);
  });
});
