import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EventStore } from '../../../src/engine/events/eventStore';
import { purgeEvents } from '../../../src/engine/events/purgeEvents';
import type { Database } from '../../../src/engine/storage/database';
import type { ListEvents } from '../../../src/shared/store';
import { check, closeTestEngine, openTestEngine, rejects, type TestEngine } from './testEngine';

/** A project whose log holds these after its own first event. */
async function withEvents(test: TestEngine, count = 6): Promise<string> {
  const { id: projectId } = await test.engine.createProject({ name: 'P' });
  await test.parts.runner.commit('fill', () => {
    for (let i = 0; i < count; i++)
      test.parts.events.append({
        projectId,
        type: i % 2 === 0 ? 'git.commit.created' : 'session.saved',
        source: i % 3 === 0 ? 'git' : 'agent',
        payload: { number: i },
        refs: [{ entity_type: 'person', external_id: i % 2 === 0 ? 'jane' : 'john' }],
        at: Date.UTC(2025, 0, 1 + i),
      });
  });
  return projectId;
}
const list =
  (query: Omit<ListEvents, 'projectId'>, seen: (numbers: unknown[]) => unknown = (numbers) => numbers) =>
  async (test: TestEngine): Promise<unknown> => {
    const projectId = await withEvents(test);
    const { items } = await test.engine.listEvents({ projectId, order: 'oldest', ...query });
    return seen(items.map((event) => event.payload['number'] ?? event.event_type));
  };

describe('the log', () => {
  check([
    { says: 'oldest first', call: list({}), gives: ['project.created', 0, 1, 2, 3, 4, 5] },
    { says: 'newest first', call: list({ order: 'newest' }), gives: [5, 4, 3, 2, 1, 0, 'project.created'] },
    { says: 'of a type', call: list({ eventType: 'session.saved' }), gives: [1, 3, 5] },
    { says: 'of types with a beginning', call: list({ eventType: 'git.*' }), gives: [0, 2, 4] },
    { says: 'of types with no such beginning', call: list({ eventType: 'gi.*' }), gives: [] },
    { says: 'of a source', call: list({ source: 'git' }), gives: [0, 3] },
    { says: 'about someone', call: list({ entityType: 'person', externalId: 'john' }), gives: [1, 3, 5] },
    { says: 'about a kind of thing', call: list({ entityType: 'project' }), gives: ['project.created'] },
    { says: 'since', call: list({ from: '2025-01-05T00:00:00Z', to: '2025-12-31T00:00:00Z' }), gives: [4, 5] },
    { says: 'until', call: list({ to: '2025-01-02T01:00:00+01:00' }), gives: [0, 1] },
    { says: 'a first page', call: list({ limit: 2 }), gives: ['project.created', 0] },
    { says: 'a page after', call: list({ limit: 2, cursor: '2' }), gives: [1, 2] },
    { says: 'a page before', call: list({ limit: 2, cursor: '2', order: 'newest' }), gives: ['project.created'] },
    { says: 'a cursor of another list', call: list({ cursor: 'root/a' }), fails: { code: 'invalid' } },
    { says: 'a time that is none', call: list({ from: 'yesterday' }), fails: { code: 'invalid', path: 'from' } },
    {
      says: 'of no project',
      call: ({ engine }) => engine.listEvents({ projectId: 'proj_none' }),
      fails: { code: 'notFound' },
    },
    {
      says: 'as it was known at an instant',
      call: async (test) => {
        const projectId = await withEvents(test, 2);
        const asOf = new Date(test.clock.at).toISOString();
        await test.engine.createContext({ name: 'A' });
        return (await test.engine.listEvents({ projectId, asOf })).items.length;
      },
      gives: 3,
    },
    {
      says: 'an event has the shape of Context Spine',
      call: async (test) => {
        const projectId = await withEvents(test, 1);
        const [event] = (await test.engine.listEvents({ projectId })).items;
        return {
          event,
          id: event?.id.slice(0, 4),
          ws: event?.workspace_id.slice(0, 3),
          own: event?.project_id === projectId,
        };
      },
      gives: {
        event: {
          seq: 2,
          event_type: 'git.commit.created',
          event_time: '2025-01-01T00:00:00.000Z',
          source: 'git',
          authority: 'source_of_truth',
          value_class: 'cold',
          payload: { number: 0 },
          entity_refs: [{ entity_type: 'person', external_id: 'jane' }],
        },
        id: 'evt_',
        ws: 'ws_',
        own: true,
      },
    },
    {
      says: 'what happened now is hot, and was recorded when it happened',
      call: async (test) => {
        const { id: projectId } = await test.engine.createProject({ name: 'P' });
        const [event] = (await test.engine.listEvents({ projectId })).items;
        return [event?.value_class, event?.event_time === event?.record_time, event?.created_at === event?.record_time];
      },
      gives: ['hot', true, true],
    },
  ]);

  it('a clock that is set back brings no disorder', async () => {
    const test = await openTestEngine();
    const { id: projectId } = await test.engine.createProject({ name: 'P' });
    test.clock.at -= 86_400_000;
    await test.engine.createContext({ name: 'A' });
    const times = (await test.engine.listEvents({ projectId, order: 'oldest' })).items.map(
      (event) => event.record_time,
    );
    assert.deepEqual(times, [...times].sort());
    closeTestEngine(test);
  });

  it('of two projects are two chains, and the workspace has one of its own', async () => {
    const test = await openTestEngine();
    const [a, b] = [await withEvents(test, 3), await withEvents(test, 1)];
    await test.engine.deleteProject({ projectId: a });
    const workspaceId = test.parts.events.store.workspaceId();
    const { items } = await test.engine.listEvents({ projectId: workspaceId });
    assert.deepEqual(
      items.map((event) => [event.event_type, event.entity_refs]),
      [['project.deleted', [{ entity_type: 'project', external_id: a }]]],
    );
    for (const [projectId, events] of [
      [b, 2],
      [workspaceId, 1],
    ] as const)
      assert.deepEqual(await test.engine.verifyEvents({ projectId }), { projectId, events, ok: true });
    closeTestEngine(test);
  });

  it('the same idempotency key gives the first event; another body under it is a conflict', async () => {
    const test = await openTestEngine();
    const { id: projectId } = await test.engine.createProject({ name: 'P' });
    const { events, runner } = test.parts;
    const post = (payload: object, source = 'agent', type = 'a.b'): Promise<{ id: string; created: boolean }> =>
      runner.commit('post', () => {
        const { event, created } = events.appendOnce({
          projectId,
          type,
          source,
          payload: { ...payload },
          idempotencyKey: 'k',
        });
        return { id: event.id, created };
      });
    const first = await post({ b: 1, a: 2 });
    assert.deepEqual([await post({ a: 2, b: 1 }), first.created], [{ id: first.id, created: false }, true]);
    assert.equal((await post({ a: 2, b: 1 }, 'other')).created, true);
    await rejects(post({ a: 3 }), 'conflict');
    await rejects(post({ a: 2, b: 1 }, 'agent', 'c.d'), 'conflict');
    closeTestEngine(test);
  });
});

describe('the chain', () => {
  const columns = [
    'id',
    'chain_seq',
    'event_type',
    'event_time',
    'record_time',
    'source',
    'authority',
    'idempotency_key',
    'payload',
    'entity_refs',
    'salt',
    'payload_hash',
    'prev_hash',
    'hash',
  ];
  const numbers = new Set(['chain_seq', 'event_time', 'record_time']);
  const change = (db: Database, column: string, seq: number): void => {
    const value =
      column === 'authority'
        ? "CASE authority WHEN 'derived' THEN 'asserted' ELSE 'derived' END"
        : column === 'salt'
          ? 'zeroblob(16)'
          : numbers.has(column)
            ? `${column} + 1000`
            : `ifnull(${column}, '') || 'x'`;
    db.run(`UPDATE events SET ${column} = ${value} WHERE seq = ?`, [seq]);
  };

  it('finds any change of any column of any event, and stands when it is taken back', async () => {
    const test = await openTestEngine();
    const projectId = await withEvents(test, 12);
    const verify = async (): Promise<boolean> => (await test.engine.verifyEvents({ projectId })).ok;
    // The search index reads events too, and says of a changed one that it can't: here it has them all before.
    await test.engine.search({ projectId, q: 'anything' });
    const seqs = test.db
      .all<{ seq: number }>('SELECT seq FROM events WHERE chain_id = ?', [projectId])
      .map((row) => row.seq);
    assert.equal(await verify(), true);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), fc.constantFrom(...seqs), async (column, seq) => {
        const before = test.db.get<Record<string, string>>(`SELECT ${column} AS value FROM events WHERE seq = ?`, [
          seq,
        ]);
        change(test.db, column, seq);
        assert.equal(await verify(), false, `${column} of ${seq}`);
        test.db.run(`UPDATE events SET ${column} = ? WHERE seq = ?`, [before?.['value'] ?? null, seq]);
        assert.equal(await verify(), true);
      }),
      { numRuns: 150 },
    );
    closeTestEngine(test);
  });

  const damages: [says: string, sql: string, broken: number][] = [
    ['an event taken out of the middle', 'DELETE FROM events WHERE chain_seq = 3 AND chain_id = ?', 4],
    ['the first event taken out', 'DELETE FROM events WHERE chain_seq = 1 AND chain_id = ?', 2],
    ['the last events cut off', 'DELETE FROM events WHERE chain_seq > 5 AND chain_id = ?', 5],
    [
      'an emptied event without a purge',
      'UPDATE events SET payload = NULL, entity_refs = NULL, salt = NULL WHERE chain_seq = 4 AND chain_id = ?',
      4,
    ],
    ['a half emptied event', 'UPDATE events SET payload = NULL WHERE chain_seq = 4 AND chain_id = ?', 4],
  ];
  for (const [says, sql, broken] of damages)
    it(`finds ${says}, and says where`, async () => {
      const test = await openTestEngine();
      const projectId = await withEvents(test);
      const ids = test.db.all<{ id: string }>('SELECT id FROM events WHERE chain_id = ? ORDER BY chain_seq', [
        projectId,
      ]);
      test.db.run(sql, [projectId]);
      const checked = await test.engine.verifyEvents({ projectId });
      assert.deepEqual([checked.ok, checked.brokenAt], [false, ids[broken - 1]?.id]);
      closeTestEngine(test);
    });

  it('is checked in slices: others are answered meanwhile, and a signal ends it', async () => {
    const test = await openTestEngine();
    const projectId = await withEvents(test, 5000);
    const longest = await longestTurn(() => test.engine.verifyEvents({ projectId }));
    assert.ok(longest < 2000, `${longest} ms`);
    const abort = new AbortController();
    const checking = test.engine.verifyEvents({ projectId }, { signal: abort.signal });
    abort.abort();
    await rejects(checking, 'cancelled');
    closeTestEngine(test);
  }).timeout(30_000);
});

/** The longest time between two turns of the event loop while something runs, in milliseconds. */
async function longestTurn(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const watch = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(watch);
  };
  setImmediate(watch);
  await run();
  running = false;
  return longest;
}

describe('a purge', () => {
  it('empties what was said, leaves tombstones that the chain proves, and says how many', async () => {
    const test = await openTestEngine();
    const projectId = await withEvents(test);
    const { db, events, runner } = test.parts;
    const entity = { entity_type: 'person', external_id: 'jane' };
    const purge = (): Promise<number> => runner.commit('purge', () => purgeEvents(db, events, { projectId, entity }));
    assert.deepEqual([await purge(), await purge()], [3, 0]);
    const { items } = await test.engine.listEvents({ projectId, order: 'oldest' });
    assert.deepEqual(
      items.map((event) => [event.event_type, event.purged ?? false]),
      [
        ['project.created', false],
        ['git.commit.created', true],
        ['session.saved', false],
        ['git.commit.created', true],
        ['session.saved', false],
        ['git.commit.created', true],
        ['session.saved', false],
        ['events.purged', false],
      ],
    );
    assert.deepEqual([items[1]?.payload, items[1]?.entity_refs], [{}, []]);
    const left = ['events', 'entities', 'event_entities'].flatMap((table) => db.all(`SELECT * FROM ${table}`));
    assert.ok(!JSON.stringify(left).includes('jane'));
    assert.deepEqual(await test.engine.verifyEvents({ projectId }), { projectId, events: 8, ok: true });
    closeTestEngine(test);
  });

  it('takes a span of time or a source, never its own events', async () => {
    const test = await openTestEngine();
    const projectId = await withEvents(test);
    const { db, events, runner } = test.parts;
    const purge = (selection: object): Promise<number> =>
      runner.commit('purge', () => purgeEvents(db, events, { projectId, ...selection }));
    assert.equal(await purge({ from: Date.UTC(2025, 0, 2), to: Date.UTC(2025, 0, 3) }), 2);
    assert.equal(await purge({ source: 'git' }), 2);
    assert.equal(await purge({}), 3);
    assert.equal(await purge({}), 0);
    assert.equal((await test.engine.verifyEvents({ projectId })).ok, true);
    closeTestEngine(test);
  });

  it('a retry under the key of a purged event still finds it', async () => {
    const test = await openTestEngine();
    const { id: projectId } = await test.engine.createProject({ name: 'P' });
    const { db, events, runner } = test.parts;
    const post = (): Promise<boolean> =>
      runner.commit(
        'post',
        () => events.appendOnce({ projectId, type: 'a.b', source: 's', idempotencyKey: 'k' }).created,
      );
    assert.equal(await post(), true);
    await runner.commit('purge', () => purgeEvents(db, events, { projectId, source: 's' }));
    assert.equal(await post(), false);
    closeTestEngine(test);
  });
});

describe('every changing call', () => {
  it('writes its event in its own transaction: both are there or neither', async () => {
    const test = await openTestEngine();
    const { engine, db, parts } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const store = new EventStore(db);
    const before = store.findChain(projectId)?.length;
    await rejects(
      parts.runner.commit('half', () => {
        parts.contexts.populate({ projectId, nodes: [{ schemaKey: 'root/a', name: 'A' }], source: 'genesis' });
        parts.projects.get('proj_none');
      }),
      'notFound',
    );
    assert.equal(store.findChain(projectId)?.length, before);
    assert.equal((await engine.listContexts({})).items.length, 0);
    closeTestEngine(test);
  });
});
