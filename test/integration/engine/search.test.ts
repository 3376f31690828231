import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EngineError } from '../../../src/base/engineError';
import type { CallRunner } from '../../../src/engine/requests/callRunner';
import { SearchIndex } from '../../../src/engine/search/searchIndex';
import type { SearchHit } from '../../../src/shared/search';
import { closeTestEngine, openTestEngine, rejects, type TestEngine } from './testEngine';

describe('search', () => {
  let test: TestEngine;
  let projectId: string;
  beforeEach(async () => {
    test = await openTestEngine();
    projectId = (await test.engine.createProject({ name: 'P' })).id;
  });
  afterEach(() => closeTestEngine(test));

  const find = async (q: string, more: object = {}): Promise<readonly SearchHit[]> =>
    (await test.engine.search({ q, projectId, ...more })).items;
  const titles = async (q: string, more: object = {}): Promise<string[]> =>
    (await find(q, more)).map(({ title }) => title);

  it('finds contexts, entries, items, sessions and events by their words', async () => {
    const { engine } = test;
    const { id: contextId } = await engine.createContext({ name: 'Tokens', content: 'Refresh tokens rotate quokkas.' });
    await engine.addEntry({ contextId, title: 'Note', content: 'Quokkas expire.' });
    await engine.createItem({ title: 'Choice', type: 'decision', facts: 'We chose quokkas.', projectId });
    await engine.ingest({
      projectId,
      event: 'session_save',
      payload: { summary: 'Quokkas were added', changes: [{ category: 'todo', title: 'Later', content: 'Wombats' }] },
    });
    await engine.createSpineEvent({
      event_type: 'ci.failed',
      event_time: '2025-12-31T00:00:00Z',
      source: 'ci',
      projectId,
      payload: { message: 'No quokkas on this machine' },
    });
    const kinds = (await find('quokkas')).map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ['context', 'entry', 'event', 'event', 'item', 'session']);
    assert.deepEqual(await titles('wombats'), ['Quokkas were added']);
  });

  it('follows every change of what it has found', async () => {
    const { engine } = test;
    const { id: contextId } = await engine.createContext({ name: 'A', content: 'otter', schemaKey: 'root/a' });
    assert.deepEqual(await titles('otter'), ['A']);
    await engine.updateContext({ contextId, content: 'beaver' });
    assert.deepEqual([await titles('otter'), await titles('beaver')], [[], ['A']]);
    await engine.updateContext({ contextId, name: 'B' });
    assert.deepEqual(await titles('beaver'), ['B']);
    await engine.deleteContext({ contextId });
    assert.deepEqual(await titles('beaver'), []);
  });

  it('keeps nothing of a deleted project', async () => {
    await test.engine.createContext({ name: 'A', content: 'otter' });
    await test.engine.ingest({ projectId, event: 'session_save', payload: { summary: 'otter', changes: [] } });
    assert.equal((await find('otter')).length, 3);
    await test.engine.deleteProject({ projectId });
    for (const table of ['search_docs', 'search_text', 'search_queue'])
      assert.deepEqual(test.db.all(`SELECT * FROM ${table}`), [], table);
  });

  it('forgets an event that is purged at once', async () => {
    const { eventId } = await test.engine.ingest({
      projectId,
      event: 'session_save',
      payload: { summary: 'x', changes: [{ category: 'todo', title: 'Secret otter', content: '' }] },
    });
    assert.equal((await find('otter')).length, 1);
    test.db.run('UPDATE events SET payload = NULL, entity_refs = NULL, salt = NULL WHERE id = ?', [eventId]);
    assert.deepEqual(test.db.all("SELECT 1 FROM search_text WHERE search_text MATCH 'otter'"), []);
    assert.deepEqual(await find('otter'), []);
  });

  it('looks into its own project only, and needs to know which', async () => {
    const { engine } = test;
    const other = await engine.createProject({ name: 'Q' });
    await engine.createContext({ name: 'A', content: 'otter', projectId: other.id });
    assert.deepEqual(await find('otter'), []);
    await rejects(engine.search({ q: 'otter' }), 'invalid', /more than one project/);
    await rejects(engine.search({ q: 'otter', projectId: 'proj_0' }), 'notFound');
  });

  it('puts what has all words before what has some, and a title before a text', async () => {
    const { engine } = test;
    const make = (name: string, content: string) => engine.createContext({ name, content, projectId });
    await make('Some', 'retry retry retry retry');
    await make('All', 'the retry of a delivery, once');
    await make('Retry of a delivery', 'as its title says');
    assert.deepEqual(await titles('delivery retry'), ['Retry of a delivery', 'All', 'Some']);
  });

  it('finds beginnings, parts of names, paths, accents and scripts without spaces', async () => {
    const content = 'function parseHTTPHeader() in src/net/headerParser.ts: café 会话记录 snake_case_name';
    await test.engine.createContext({ name: 'A', content, projectId });
    for (const q of [
      'pars',
      'header',
      'HTTP',
      'parseHttpHeader',
      'src/net/headerParser.ts',
      'cafe',
      '会话',
      '记录',
      'case_name',
    ])
      assert.deepEqual(await titles(q), ['A'], q);
    assert.deepEqual(await titles('"header http"'), []);
    assert.deepEqual(await titles('"snake case"'), ['A']);
  });

  it('filters by kind and state, and shows where the words are', async () => {
    const { engine } = test;
    await engine.createItem({ title: 'I', type: 'bug', facts: `${'x '.repeat(300)}an otter swims`, projectId });
    await engine.createContext({ name: 'C', content: 'an otter', source: 'mcp', projectId });
    assert.deepEqual(await titles('otter', { kinds: ['item'] }), ['I']);
    assert.deepEqual(await titles('otter', { state: 'draft' }), ['C']);
    const [item] = await find('otter', { kinds: ['item'] });
    assert.ok(item && item.snippet.length < 210);
    const [[start, end] = [0, 0]] = item.highlights;
    assert.equal(item.snippet.slice(start, end), 'otter');
    assert.equal(item.state, 'approved');
  });

  it('gives pages that together are the whole list', async () => {
    for (let index = 0; index < 25; index++)
      await test.engine.createContext({ name: `N${index}`, content: 'otter', projectId });
    const all = await titles('otter', { limit: 100 });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.engine.search({ q: 'otter', projectId, limit: 7, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    assert.equal(new Set(paged).size, 25);
    assert.deepEqual(paged, all);
    await rejects(test.engine.search({ q: 'otter', projectId, cursor: 'x' }), 'invalid');
  });

  it('takes any text as a query', async () => {
    await test.engine.createContext({ name: 'A', content: 'NEAR AND OR NOT otter', projectId });
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '*',
            '(',
            ')',
            'NEAR/3',
            'OR',
            'AND',
            'NOT',
            '-',
            'title:',
            '\0',
            '^',
            'otter',
            '\uD800',
          ),
          {
            maxLength: 12,
          },
        )
        .map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async (q) => {
        await test.engine.search({ q: q.slice(0, 500), projectId });
      }),
      { numRuns: 300 },
    );
    assert.deepEqual(await titles('otter) OR ("'), ['A']);
  });
});

describe('the search index', () => {
  it('follows by itself, and when it is asked has all that was there', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const indexed = (): number => test.db.get<{ n: number }>('SELECT count(*) AS n FROM search_docs')?.n ?? 0;
    const nodes = Array.from({ length: 300 }, (_, index) => ({
      schemaKey: `root/n${index}`,
      name: 'N',
      content: 'otter',
    }));
    await engine.populateContexts({ projectId, source: 'x', nodes });
    assert.equal(indexed(), 0);
    const changed = new Promise<void>((resolve) => {
      const look = (): void => void (indexed() > 0 ? resolve() : setImmediate(look));
      look();
    });
    await changed;
    const [one, two] = await Promise.all([
      engine.search({ projectId, q: 'otter', limit: 200 }),
      engine.search({ projectId, q: '"no such words"' }),
    ]);
    assert.deepEqual([one.items.length, two.items.length], [200, 0]);
    assert.ok(indexed() >= 301);
    closeTestEngine(test);
  });

  it('does not let a search wait for a long load, but says what is missing until it has it', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const nodes = Array.from({ length: 1_000 }, (_, index) => ({ schemaKey: `root/n${index}`, name: `otter${index}` }));
    await engine.populateContexts({ projectId, source: 'x', nodes });
    const index = new SearchIndex(test.parts);
    const missing = await index.refresh(0);
    assert.ok(missing > 1_000, `${missing}`);
    // Each look takes some of them.
    const later = await index.refresh(0);
    assert.ok(later < missing && later > 0, `${later}`);
    assert.equal(await index.refresh(60_000), 0);
    const page = await engine.search({ projectId, q: 'otter999' });
    assert.deepEqual([page.items.length, page.missing], [1, undefined]);
    index.dispose();
    closeTestEngine(test);
  });

  it('passes over an event that was damaged, and has those after it', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    for (const message of ['badger', 'otter'])
      await engine.createSpineEvent({
        event_type: 'ci.failed',
        event_time: '2025-12-31T00:00:00Z',
        source: 'ci',
        projectId,
        payload: { message },
      });
    test.db.run("UPDATE events SET payload = payload || 'x' WHERE payload LIKE '%badger%'");
    const found = async (q: string): Promise<number> => (await engine.search({ projectId, q })).items.length;
    assert.deepEqual([await found('badger'), await found('otter')], [0, 1]);
    assert.match(test.logged.join('\n'), /warn Event \S+ is damaged/);
    closeTestEngine(test);
  });

  it('is read as it is where the store can not be written', async () => {
    const test = await openTestEngine();
    await test.engine.createProject({ name: 'P' });
    const { commit: _commit, ...rest } = test.parts.runner;
    const runner = { ...rest, commit: () => Promise.reject(new EngineError('full', 'The disk is full.')) };
    const index = new SearchIndex({ ...test.parts, runner: runner as unknown as CallRunner });
    assert.equal(await index.refresh(), 1);
    assert.match(test.logged.at(-1) ?? '', /^warn The search index could not be brought up to date/);
    index.dispose();
    closeTestEngine(test);
  });
});
