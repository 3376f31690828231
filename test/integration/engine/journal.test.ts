import assert from 'node:assert/strict';
import type { AddEntry, Context, ContextEntry } from '../../../src/shared/context';
import { check, closeTestEngine, eventTypes, openTestEngine, type TestEngine } from './testEngine';

const start = async ({ engine }: TestEngine): Promise<Context> => {
  await engine.createProject({ name: 'P' });
  return engine.createContext({ name: 'A', content: 'text' });
};
const add =
  (...entries: Omit<AddEntry, 'contextId'>[]) =>
  async (test: TestEngine): Promise<{ contextId: string; added: ContextEntry[] }> => {
    const { id: contextId } = await start(test);
    const added: ContextEntry[] = [];
    for (const entry of entries) added.push(await test.engine.addEntry({ contextId, ...entry }));
    return { contextId, added };
  };
const titles = async ({ engine }: TestEngine, contextId: string): Promise<string[]> =>
  (await engine.listEntries({ contextId })).map((entry) => entry.title);

describe('the journal of a context', () => {
  check([
    {
      says: 'an entry has a type, tags and a source',
      call: async (test) =>
        (await add({ title: ' T ', content: 'c', entryType: 'decision', tags: ['x'], source: 'agent' })(test)).added,
      gives: [{ title: 'T', content: 'c', entryType: 'decision', tags: ['x'], source: 'agent' }],
    },
    {
      says: 'it is a note of a person where nothing else is said',
      call: async (test) => (await add({ title: 'T', content: 'c' })(test)).added,
      gives: [{ entryType: 'note', tags: [], source: 'person' }],
    },
    { says: 'a title is needed', call: add({ title: '', content: 'c' }), fails: { code: 'invalid', path: 'title' } },
    {
      says: 'a title has at most 200 characters',
      call: add({ title: 'x'.repeat(201), content: '' }),
      fails: { code: 'invalid', path: 'title' },
    },
    {
      says: 'the same key with the same entry answers the first one',
      call: async (test) => {
        const entry = { title: 'T', content: 'c', idempotencyKey: 'k' };
        const { contextId, added } = await add(entry, entry)(test);
        return { same: added[0]?.id === added[1]?.id, titles: await titles(test, contextId) };
      },
      gives: { same: true, titles: ['T'] },
    },
    {
      says: 'the same key with another entry is a conflict',
      call: add({ title: 'T', content: 'c', idempotencyKey: 'k' }, { title: 'T', content: 'x', idempotencyKey: 'k' }),
      fails: { code: 'conflict' },
    },
    {
      says: 'the context counts its entries and is changed by them, its version is not',
      call: async (test) => {
        const { contextId } = await add({ title: 'T', content: 'c' }, { title: 'U', content: 'c' })(test);
        return test.engine.getContext({ contextId });
      },
      gives: { entryCount: 2, version: 1, content: 'text' },
    },
    {
      says: 'of a context that is not there',
      call: ({ engine }) => engine.addEntry({ contextId: 'ctx_none', title: 'T', content: '' }),
      fails: { code: 'notFound' },
    },
  ]);
});

describe('compacting', () => {
  const three = add(
    { title: 'Store', content: 'Use SQLite.', entryType: 'decision' },
    { title: 'Store', content: 'Use SQLite.\n\nIn WAL mode.', entryType: 'decision' },
    { title: 'Login', content: 'Clock skew breaks it.', entryType: 'bug' },
  );
  check([
    {
      says: 'one block takes the place of the entries, and the answer says what that saved',
      call: async (test) => {
        const { contextId } = await three(test);
        const result = await test.engine.compactContext({ contextId });
        const [block, ...rest] = await test.engine.listEntries({ contextId });
        const { entryCount, content, version } = await test.engine.getContext({ contextId });
        return {
          result,
          saved: result.tokensSaved === result.tokensBefore - result.tokensAfter,
          block,
          rest,
          entryCount,
          content,
          version,
        };
      },
      gives: {
        result: { entriesBefore: 3, entriesAfter: 1 },
        saved: true,
        block: { entryType: 'compaction', source: 'contox' },
        rest: [],
        entryCount: 1,
        content: 'text',
        version: 2,
      },
    },
    {
      says: 'nothing to compact: equal counts and no version',
      call: async (test) => {
        const { contextId } = await add()(test);
        const none = await test.engine.compactContext({ contextId });
        await test.engine.addEntry({ contextId, title: 'T', content: 'c' });
        const one = await test.engine.compactContext({ contextId });
        return {
          none,
          one,
          equal: one.tokensBefore === one.tokensAfter,
          version: (await test.engine.getContext({ contextId })).version,
        };
      },
      gives: {
        none: { entriesBefore: 0, entriesAfter: 0, tokensSaved: 0 },
        one: { entriesBefore: 1, entriesAfter: 1, tokensSaved: 0 },
        equal: true,
        version: 1,
      },
    },
    {
      says: 'compacting twice changes nothing the second time',
      call: async (test) => {
        const { contextId } = await three(test);
        await test.engine.compactContext({ contextId });
        return test.engine.compactContext({ contextId });
      },
      gives: { entriesBefore: 1, entriesAfter: 1, tokensSaved: 0 },
    },
    {
      says: 'a later compaction still knows the first entries, and what supersedes them',
      call: async (test) => {
        const { contextId } = await add(
          { title: 'A', content: 'Status: open' },
          { title: 'A', content: 'Kept.' },
        )(test);
        await test.engine.compactContext({ contextId });
        await test.engine.addEntry({ contextId, title: 'A', content: 'Status: done' });
        await test.engine.compactContext({ contextId });
        const [block] = await test.engine.listEntries({ contextId });
        return block?.content.split('\n\n').slice(2);
      },
      gives: ['Kept.', 'Status: done'],
    },
  ]);

  it('can be undone and done again by way of the versions, and what was added meanwhile stays', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { contextId } = await three(test);
    await engine.compactContext({ contextId });
    await engine.addEntry({ contextId, title: 'Later', content: 'x' });
    assert.deepEqual(await titles(test, contextId), ['Journal of 3 entries', 'Later']);

    assert.equal((await engine.restoreContextVersion({ contextId, version: 1 })).entryCount, 4);
    assert.deepEqual(await titles(test, contextId), ['Store', 'Store', 'Login', 'Later']);
    assert.equal((await engine.restoreContextVersion({ contextId, version: 2 })).entryCount, 2);
    assert.deepEqual(await titles(test, contextId), ['Journal of 3 entries', 'Later']);
    closeTestEngine(test);
  });
});

describe('versions of a context', () => {
  const edited = async (test: TestEngine): Promise<string> => {
    const { id: contextId } = await start(test);
    await test.engine.updateContext({ contextId, content: 'second' });
    await test.engine.updateContext({ contextId, name: 'B', description: 'd' });
    return contextId;
  };
  check([
    {
      says: 'all are kept, the newest first',
      call: async (test) => test.engine.listContextVersions({ contextId: await edited(test) }),
      gives: [
        { version: 3, status: 'current', reason: 'update', name: 'B', description: 'd', content: 'second' },
        { version: 2, status: 'past', reason: 'update', name: 'A', content: 'second' },
        { version: 1, status: 'past', reason: 'create', name: 'A', content: 'text' },
      ],
    },
    {
      says: 'an earlier one comes back as a new one',
      call: async (test) => {
        const contextId = await edited(test);
        const restored = await test.engine.restoreContextVersion({ contextId, version: 1 });
        return { restored, versions: (await test.engine.listContextVersions({ contextId })).length };
      },
      gives: { restored: { version: 4, name: 'A', description: '', content: 'text', source: 'person' }, versions: 4 },
    },
    {
      says: 'the current one is there already',
      call: async (test) => test.engine.restoreContextVersion({ contextId: await edited(test), version: 3 }),
      gives: { version: 3 },
    },
    {
      says: 'one that is not there',
      call: async (test) => test.engine.restoreContextVersion({ contextId: await edited(test), version: 9 }),
      fails: { code: 'notFound', message: /Version not found/ },
    },
  ]);
});

describe('links between contexts', () => {
  const two = async (test: TestEngine): Promise<void> => {
    await start(test);
    await test.engine.createContext({ name: 'B' });
  };
  const link = { fromSchemaKey: 'root/a', toSchemaKey: 'root/b', linkType: 'depends-on' } as const;
  check([
    {
      says: 'have a type, a reason and a confidence',
      call: async (test) => {
        await two(test);
        await test.engine.addLink({ ...link, reason: 'imports it', confidence: 0.8 });
        return test.engine.listLinks({});
      },
      gives: [{ ...link, reason: 'imports it', confidence: 0.8 }],
    },
    {
      says: 'reason and confidence need not be known',
      call: async (test) => {
        await two(test);
        return test.engine.addLink(link);
      },
      gives: { reason: null, confidence: null },
    },
    {
      says: 'the same again is a conflict, another type is not',
      call: async (test) => {
        await two(test);
        await test.engine.addLink(link);
        await test.engine.addLink({ ...link, linkType: 'related' });
        return test.engine.addLink(link);
      },
      fails: { code: 'conflict' },
    },
    {
      says: 'to itself is refused',
      call: async (test) => {
        await two(test);
        return test.engine.addLink({ ...link, toSchemaKey: 'root/a' });
      },
      fails: { code: 'invalid', path: 'toSchemaKey' },
    },
    {
      says: 'to what is not there is refused',
      call: async (test) => {
        await two(test);
        return test.engine.addLink({ ...link, toSchemaKey: 'root/c' });
      },
      fails: { code: 'invalid', path: 'toSchemaKey' },
    },
    {
      says: 'go with either end',
      call: async (test) => {
        await two(test);
        await test.engine.addLink(link);
        const b = (await test.engine.listContexts({})).items.find((item) => item.schemaKey === 'root/b');
        await test.engine.deleteContext({ contextId: b?.id ?? '' });
        return test.engine.listLinks({});
      },
      gives: [],
    },
    {
      says: 'one that is not there can not be removed',
      call: ({ engine }) => engine.removeLink({ linkId: 'link_none' }),
      fails: { code: 'notFound' },
    },
  ]);

  it('are events when they are added and removed', async () => {
    const test = await openTestEngine();
    await two(test);
    const { id: linkId, projectId } = await test.engine.addLink(link);
    assert.equal(await test.engine.removeLink({ linkId }), null);
    assert.deepEqual((await eventTypes(test.engine, projectId)).slice(-2), [
      'context.link_added',
      'context.link_removed',
    ]);
    closeTestEngine(test);
  });
});
