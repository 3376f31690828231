import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { purgeEvents } from '../../../src/engine/events/purgeEvents';
import type { LogEvent } from '../../../src/shared/store';
import { closeTestEngine, openTestEngine, rejects, type TestEngine } from './testEngine';

const merged = {
  event_type: 'github.pull_request.merged',
  event_time: '2024-01-15T10:30:00Z',
  source: 'github',
  payload: { pr_number: 42, title: 'Add new feature', author: 'jane_dev', repository: 'acme/api' },
  entity_refs: [
    { entity_type: 'person', external_id: 'jane_dev' },
    { entity_type: 'repository', external_id: 'acme/api' },
  ],
};

describe('Context Spine events', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await openTestEngine();
  });
  afterEach(() => closeTestEngine(test));

  const add = async (more: object = {}): Promise<LogEvent> =>
    (await test.engine.createSpineEvent({ ...merged, ...more })).event;
  const ids = async (query: object): Promise<string[]> =>
    (await test.engine.listSpineEvents(query)).items.map((event) => event.id);

  it('have the shape of the reference', async () => {
    const event = await add();
    assert.match(event.id, /^evt_/);
    assert.match(event.workspace_id, /^ws_/);
    assert.equal(event.event_time, '2024-01-15T10:30:00.000Z');
    assert.equal(event.record_time, event.created_at);
    assert.deepEqual([event.authority, event.value_class], ['source_of_truth', 'cold']);
    assert.deepEqual([event.payload, event.entity_refs], [merged.payload, merged.entity_refs]);
    assert.deepEqual(await test.engine.getSpineEvent({ eventId: event.id }), event);
    const bare = await add({ payload: undefined, entity_refs: undefined, source: 'jane' });
    assert.deepEqual([bare.payload, bare.entity_refs, bare.authority], [{}, [], 'asserted']);
  });

  it('answer the first object under the same key, and refuse another body', async () => {
    const { engine } = test;
    const first = await engine.createSpineEvent({ ...merged, idempotency_key: 'k' });
    const again = await engine.createSpineEvent({ ...merged, idempotency_key: 'k' });
    assert.deepEqual([first.created, again.created, again.event.id], [true, false, first.event.id]);
    const elsewhere = await engine.createSpineEvent({ ...merged, source: 'ci', idempotency_key: 'k' });
    assert.equal(elsewhere.created, true);
    for (const change of [
      { payload: {} },
      { event_type: 'x' },
      { event_time: '2024-01-15T10:30:01Z' },
      { entity_refs: [] },
    ])
      await rejects(engine.createSpineEvent({ ...merged, ...change, idempotency_key: 'k' }), 'conflict');
  });

  it('keep one event for each key whatever is sent how often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.nat(2) })), async (sent) => {
        const own = await openTestEngine();
        const first = new Map<string, number>();
        for (const { key, value } of sent) {
          const call = own.engine.createSpineEvent({ ...merged, payload: { value }, idempotency_key: key });
          if (!first.has(key)) first.set(key, value);
          if (first.get(key) === value) await call;
          else await rejects(call, 'conflict');
        }
        assert.equal((await own.engine.listSpineEvents({ source: 'github' })).items.length, first.size);
        closeTestEngine(own);
      }),
      { numRuns: 20 },
    );
  });

  it('refuse what has not happened yet, what is too deep, and the name of a purge', async () => {
    const { engine, clock } = test;
    const at = (ms: number): string => new Date(clock.at + ms).toISOString();
    await add({ event_time: at(4 * 60_000) });
    await rejects(engine.createSpineEvent({ ...merged, event_time: at(6 * 60_000) }), 'invalid', /5 minutes/);
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    await rejects(engine.createSpineEvent({ ...merged, payload: { deep } }), 'invalid');
    await rejects(engine.createSpineEvent({ ...merged, event_type: 'events.purged' }), 'invalid');
  });

  it('are found by type, source, entity, both times, and page by page', async () => {
    const { clock } = test;
    // The log of the workspace begins at the time of the machine, which is ahead of this test's.
    const { id: projectId } = await test.engine.createProject({ name: 'A' });
    const made: LogEvent[] = [];
    for (let n = 0; n < 7; n++)
      made.push(
        await add({
          projectId,
          event_type: n % 2 ? 'git.push' : 'git.commit.created',
          source: n < 3 ? 'git' : 'ci',
          event_time: new Date(clock.at - n * 60_000).toISOString(),
          entity_refs: [{ entity_type: 'author', external_id: n % 3 ? 'ann' : 'bob' }],
        }),
      );
    const pick = (...numbers: number[]) => numbers.map((n) => made[n]?.id);
    const git = { event_type: 'git.*' };
    assert.deepEqual(await ids(git), pick(0, 1, 2, 3, 4, 5, 6));
    assert.deepEqual(await ids({ event_type: 'git.push' }), pick(1, 3, 5));
    assert.deepEqual(await ids({ event_type: 'git.c*', source: 'git' }), pick(0, 2));
    assert.deepEqual(await ids({ event_type: 'gi*' }), pick(0, 1, 2, 3, 4, 5, 6));
    assert.deepEqual(await ids({ entity_type: 'author', external_id: 'bob' }), pick(0, 3, 6));
    assert.deepEqual(await ids({ ...git, from: made[4]?.event_time, to: made[2]?.event_time }), pick(2, 3, 4));
    assert.deepEqual(await ids({ ...git, as_of: made[1]?.record_time }), pick(0, 1));
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await test.engine.listSpineEvents({ ...git, limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      pages.push(...page.items.map((event) => event.id));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    assert.deepEqual(pages, pick(0, 1, 2, 3, 4, 5, 6));
    const { items } = await test.engine.listSpineEntities({ entity_type: 'author' });
    assert.deepEqual(
      items.map((entity) => [entity.external_id, entity.event_count]),
      [
        ['ann', 4],
        ['bob', 3],
      ],
    );
    const [ann] = (await test.engine.listSpineEntities({ entity_type: 'author', limit: 1 })).items;
    assert.equal(ann?.external_id, 'ann');
    const next = (await test.engine.listSpineEntities({ entity_type: 'author', limit: 1 })).nextCursor ?? '';
    assert.equal(
      (await test.engine.listSpineEntities({ entity_type: 'author', limit: 1, cursor: next })).items[0]?.external_id,
      'bob',
    );
    await rejects(test.engine.listSpineEvents({ cursor: 'x' }), 'invalid');
    await rejects(test.engine.listSpineEntities({ cursor: 'x' }), 'invalid');
  });

  it('show a user the workspace and their projects, and nothing of others', async () => {
    const { engine } = test;
    const mine = await engine.createProject({ name: 'A' });
    const other = await engine.createProject({ name: 'B' });
    const { userId } = await engine.addMember({ projectId: mine.id, email: 'm@example.com' });
    const hidden = await add({ projectId: other.id });
    const seen = await add({ projectId: mine.id });
    assert.deepEqual(await ids({ source: 'github', actorId: userId }), [seen.id]);
    assert.deepEqual(await ids({ projectId: other.id, actorId: userId }), []);
    await rejects(engine.getSpineEvent({ eventId: hidden.id, actorId: userId }), 'notFound');
    assert.deepEqual(await ids({ source: 'github' }), [seen.id, hidden.id]);
  });

  it('keep long texts beside the log, once, whole, and drop them with their last event', async () => {
    const { db, engine, parts } = test;
    const { id: projectId } = await engine.createProject({ name: 'A' });
    const text = 'line of a diff\n'.repeat(2_000);
    const payload = { diff: text, list: [{ 'a/b~c': text }], big: Array.from({ length: 9_000 }, (_, n) => `x${n}`) };
    const event = await add({ projectId, payload });
    assert.deepEqual(event.payload, payload);
    assert.deepEqual((await engine.listSpineEvents({ projectId, source: 'github' })).items[0]?.payload, payload);
    await add({ projectId, payload: { again: text } });
    const count = (table: string) => db.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count;
    assert.deepEqual([count('blobs'), count('blob_refs')], [2, 4]);
    const stored = db.get<{ payload: string; data: Uint8Array }>('SELECT payload FROM events WHERE id = ?', [event.id]);
    assert.ok((stored?.payload.length ?? 0) < 1_000);
    assert.equal(purgeEvents(db, parts.events, { projectId, source: 'github' }), 2);
    assert.deepEqual([count('blobs'), count('blob_refs')], [0, 0]);
    assert.equal((await engine.verifyEvents({ projectId })).ok, true);
  });

  it('notice when a long text was changed', async () => {
    const { db, engine } = test;
    const event = await add({ payload: { diff: 'a'.repeat(10_000) } });
    db.run("UPDATE blobs SET data = x'00'");
    await rejects(engine.getSpineEvent({ eventId: event.id }), 'damaged');
  });

  it('hold no secret in names or values', async () => {
    const token = `ghp_${'a1B2c3D4e5F6g7H8i9'.repeat(2)}`;
    const event = await add({ payload: { note: `token ${token}`, [token]: [token] } });
    assert.ok(!JSON.stringify(event).includes(token));
    assert.ok(!JSON.stringify(test.db.all('SELECT payload FROM events')).includes(token));
  });
});
