import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Ingest } from '../../../src/shared/ingest';
import { closeTestEngine, eventTypes, openTestEngine, rejects, type TestEngine } from './testEngine';

const hour = 3_600_000;
const day = Date.UTC(2025, 5, 1);

const saved = (at: number, more: object = {}): Omit<Extract<Ingest, { event: 'session_save' }>, 'projectId'> => ({
  event: 'session_save',
  payload: { summary: `at ${at}`, changes: [], endedAt: new Date(at).toISOString(), ...more },
});

async function open(): Promise<TestEngine & { projectId: string }> {
  const test = await openTestEngine();
  const { id: projectId } = await test.engine.createProject({ name: 'P' });
  return { ...test, projectId };
}

/** What sessions there are: start, and the names of their events in order. */
async function sessionsOf({ engine, projectId }: TestEngine & { projectId: string }): Promise<unknown[]> {
  const { items } = await engine.listSessions({ projectId, limit: 200 });
  const described = items.map(async (session) => {
    const events = await engine.listSessionEvents({ sessionId: session.id, limit: 200 });
    const summaries = events.items.map((event) => String(event.payload['summary']));
    assert.equal(session.eventCount, summaries.length);
    assert.equal(session.lastEventAt, events.items.at(-1)?.event_time);
    return {
      start: session.startedAt,
      source: session.source,
      status: session.status,
      summaries,
      summary: session.summary,
    };
  });
  return Promise.all(described);
}

describe('ingest', () => {
  it('keeps the event, opens a session, and answers both ids', async () => {
    const test = await open();
    const { engine, projectId, clock } = test;
    const payload = {
      summary: 'Implemented user authentication with JWT',
      changes: [
        { category: 'implementation' as const, title: 'JWT auth middleware', content: 'Added auth middleware' },
      ],
    };
    const result = await engine.ingest({ projectId, event: 'session_save', payload });
    assert.deepEqual(Object.keys(result), ['eventId', 'sessionId']);
    const event = await engine.getSpineEvent({ eventId: result.eventId });
    assert.deepEqual([event.event_type, event.source, event.payload], ['session.saved', 'api', payload]);
    const session = await engine.getSession({ sessionId: result.sessionId });
    assert.deepEqual([session.status, session.summary, session.eventCount], ['active', payload.summary, 1]);
    clock.at += hour;
    const second = await engine.ingest({ projectId, event: 'session_save', payload });
    assert.equal(second.sessionId, result.sessionId);
    clock.at += 3 * hour;
    const third = await engine.ingest({ projectId, event: 'session_save', payload });
    assert.notEqual(third.sessionId, result.sessionId);
    const [newest, first] = (await engine.listSessions({ projectId })).items;
    assert.deepEqual([newest?.status, newest?.endedAt, first?.status], ['active', null, 'completed']);
    assert.deepEqual((await engine.listSessions({ projectId, status: 'active' })).items, [newest]);
    closeTestEngine(test);
  });

  it('answers the first ids for the same signature and stores nothing new', async () => {
    const test = await open();
    const { engine, projectId, clock } = test;
    const signatureKey = `${Math.floor(clock.at / 1000)}.abc`;
    const first = await engine.ingest({ projectId, signatureKey, ...saved(day) });
    await engine.ingest({ projectId, ...saved(day - hour) });
    const before = (await engine.verifyEvents({ projectId })).events;
    assert.deepEqual(await engine.ingest({ projectId, signatureKey, ...saved(day) }), first);
    assert.equal((await engine.verifyEvents({ projectId })).events, before);
    clock.at += hour;
    assert.notDeepEqual(await engine.ingest({ projectId, signatureKey, ...saved(day) }), first);
    closeTestEngine(test);
  });

  it('gives the same sessions in whatever order the events are delivered', async function () {
    this.timeout(60_000);
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 30 * 60 }), { minLength: 1, maxLength: 14 });
    const order = times.chain((minutes) =>
      fc.tuple(fc.constant(minutes), fc.shuffledSubarray(minutes, { minLength: minutes.length })),
    );
    const deliver = async (minutes: readonly number[]): Promise<unknown[]> => {
      const test = await open();
      for (const minute of minutes) {
        const source = minute % 4 === 0 ? 'cli' : 'vscode';
        await test.engine.ingest({ projectId: test.projectId, source, ...saved(day + minute * 60_000) });
      }
      const sessions = await sessionsOf(test);
      closeTestEngine(test);
      return sessions;
    };
    await fc.assert(
      fc.asyncProperty(order, async ([minutes, shuffled]) => {
        const sorted = [...minutes].sort((a, b) => a - b);
        assert.deepEqual(await deliver(shuffled), await deliver(sorted));
      }),
      { numRuns: 60 },
    );
  });

  it('lets a session end by hand: later work is another one, late events still find theirs', async () => {
    const test = await open();
    const { engine, projectId, clock } = test;
    const at = (): number => clock.at;
    const first = await engine.ingest({ projectId, ...saved(at()) });
    const beforeEnd = at();
    const ended = await engine.updateSession({ sessionId: first.sessionId, status: 'completed' });
    assert.equal(ended.status, 'completed');
    const second = await engine.ingest({ projectId, ...saved(at()) });
    assert.notEqual(second.sessionId, first.sessionId);
    const late = await engine.ingest({ projectId, ...saved(beforeEnd) });
    assert.equal(late.sessionId, first.sessionId);
    await rejects(engine.updateSession({ sessionId: first.sessionId, status: 'active' }), 'conflict');
    await engine.updateSession({ sessionId: second.sessionId, status: 'failed' });
    const again = await engine.updateSession({ sessionId: second.sessionId, status: 'active' });
    assert.deepEqual([again.status, again.endedAt], ['active', null]);
    assert.equal((await engine.ingest({ projectId, ...saved(at()) })).sessionId, second.sessionId);
    const made = await engine.createSession({ projectId, summary: 'by hand' });
    assert.equal((await engine.getSession({ sessionId: second.sessionId })).status, 'completed');
    assert.equal((await engine.ingest({ projectId, ...saved(at()) })).sessionId, made.id);
    await rejects(engine.createSession({ projectId, startedAt: '2020-01-01T00:00:00Z' }), 'conflict');
    closeTestEngine(test);
  });

  it('refuses other events, bad payloads, unknown and archived projects', async () => {
    const test = await open();
    const { engine, projectId } = test;
    const bad: object[] = [
      { event: 'session_saved', payload: {} },
      { event: 'session_save' },
      { event: 'session_save', payload: { summary: 1, changes: [] } },
      { event: 'session_save', payload: { summary: 's', changes: [{ category: 'other', title: 't', content: 'c' }] } },
      { event: 'git_digest', payload: { repository: { root: '/', branch: 'main' }, range: {}, commits: [] } },
      { event: 'context_update', payload: { action: 'create' } },
      { event: 'memory_operation', payload: { operation: 'update' } },
    ];
    for (const body of bad) await rejects(engine.ingest({ projectId, ...body } as Ingest), 'invalid');
    await rejects(engine.ingest({ projectId: 'proj_none', ...saved(day) }), 'notFound', /^Project not found$/);
    await engine.updateProject({ projectId, status: 'archived' });
    await rejects(engine.ingest({ projectId, ...saved(day) }), 'conflict');
    closeTestEngine(test);
  });

  it('makes one event for each new commit of a digest', async () => {
    const test = await open();
    const { engine, projectId } = test;
    const commit = (sha: string, diff?: string) => ({
      sha,
      parents: [],
      author: 'Ann',
      email: 'ann@example.com',
      authoredAt: '2025-01-01T10:00:00+02:00',
      committedAt: '2025-01-01T10:00:00+02:00',
      subject: 'fix: the thing',
      files: [{ path: 'a.ts', status: 'modified', additions: 1, deletions: 2 }],
      ...(diff === undefined ? {} : { diff }),
    });
    const digest = (...commits: ReturnType<typeof commit>[]) => ({
      projectId,
      event: 'git_digest' as const,
      payload: { repository: { root: '/r', branch: 'main' }, range: { to: 'abcd' }, commits },
    });
    const long = '+ line\n'.repeat(5_000);
    const { sessionId, eventId } = await engine.ingest(digest(commit('aaaa', long), commit('bbbb')));
    await engine.ingest(digest(commit('bbbb', 'other'), commit('cccc')));
    const { items } = await engine.listSpineEvents({ projectId, event_type: 'git.commit.*' });
    assert.deepEqual(items.map((event) => event.payload['sha']).sort(), ['aaaa', 'bbbb', 'cccc']);
    assert.deepEqual([items[0]?.event_time, items[0]?.payload['additions']], ['2025-01-01T08:00:00.000Z', 1]);
    const session = await engine.getSession({ sessionId });
    assert.deepEqual(
      [session.startedAt, session.headCommitSha, session.eventCount],
      ['2025-01-01T08:00:00.000Z', 'abcd', 2],
    );
    const event = await engine.getSpineEvent({ eventId });
    assert.equal((event.payload['commits'] as { diff?: string }[])[0]?.diff, long);
    closeTestEngine(test);
  });

  it('applies what is said of contexts and items, as a machine, and says what it refuses', async () => {
    const test = await open();
    const { engine, projectId } = test;
    const send = (event: 'context_update' | 'memory_operation', payload: object) =>
      engine.ingest({ projectId, source: 'person', event, payload } as Ingest);
    const schemaKey = 'root/api';
    await send('context_update', { schemaKey, action: 'create', after: { name: 'API', content: 'one' } });
    await send('context_update', { schemaKey, action: 'update', after: 'two' });
    const [context] = (await engine.listContexts({ projectId })).items.filter((one) => one.schemaKey === schemaKey);
    assert.deepEqual([context?.name, context?.state], ['API', 'draft']);
    assert.equal((await engine.getContext({ contextId: context?.id ?? '' })).content, 'two');
    await send('context_update', { schemaKey, action: 'approve' });
    await send('context_update', { schemaKey: 'root/none', action: 'approve' });
    assert.equal((await engine.getContext({ contextId: context?.id ?? '' })).state, 'approved');

    await send('memory_operation', { operation: 'create', item: { title: 'T', type: 'bug', facts: 'f' } });
    const [item] = (await engine.listItems({ projectId })).items;
    assert.deepEqual([item?.title, item?.status, item?.schemaKey], ['T', 'draft', 'root/bugs']);
    await send('memory_operation', { operation: 'update', itemId: item?.id, item: { facts: 'g' } });
    await send('memory_operation', {
      operation: 'supersede',
      itemId: item?.id,
      item: { title: 'U', type: 'bug', facts: 'f' },
    });
    await send('memory_operation', { operation: 'create', item: { title: 'no type' } });
    await send('memory_operation', { operation: 'delete', itemId: 'item_none' });
    const [newest, oldest] = (await engine.listItems({ projectId })).items;
    assert.deepEqual([oldest?.facts, oldest?.status, oldest?.supersededBy], ['g', 'deprecated', newest?.id]);
    const types = await eventTypes(engine, projectId);
    assert.equal(types.filter((type) => type === 'context.update_refused').length, 1);
    assert.equal(types.filter((type) => type === 'memory.operation_refused').length, 2);
    const another = await engine.createProject({ name: 'Q' });
    await engine.ingest({
      projectId: another.id,
      event: 'memory_operation',
      payload: { operation: 'delete', itemId: newest?.id },
    });
    assert.equal((await engine.getItem({ itemId: newest?.id ?? '' })).title, 'U');
    closeTestEngine(test);
  });

  it('stores no secret, and hashes as they are', async () => {
    const test = await open();
    const { engine, projectId, db } = test;
    const token = `ghp_${'a1B2c3D4e5F6g7H8i9'.repeat(2)}`;
    const sha = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
    const changes = [{ category: 'bugs' as const, title: token, content: `x ${token} y`.repeat(900), files: [token] }];
    const { eventId } = await engine.ingest({
      projectId,
      source: token,
      ...saved(day, { changes, headCommitSha: sha }),
    });
    const event = await engine.getSpineEvent({ eventId });
    assert.ok(!JSON.stringify(event).includes(token));
    assert.equal(event.payload['headCommitSha'], sha);
    assert.ok(!JSON.stringify(db.all('SELECT * FROM entities')).includes(token));
    assert.ok(!JSON.stringify(db.all('SELECT * FROM sessions')).includes(token));
    closeTestEngine(test);
  });
});

describe('the session that an ingest was answered with', () => {
  it('stays good when an earlier event comes late and takes its beginning away', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const start = Date.UTC(2025, 5, 1, 10);
    const save = (at: number) => engine.ingest({ projectId, ...saved(at) });
    const first = await save(start);
    const last = await save(start + 3.9 * hour);
    assert.equal(last.sessionId, first.sessionId);
    await save(start - hour);
    const old = await engine.getSession({ sessionId: last.sessionId });
    const [now] = (await engine.listSessions({ projectId, eventId: last.eventId })).items;
    assert.ok(now && now.id !== old.id);
    assert.deepEqual(old.continuedIn, [now.id]);
    assert.deepEqual(
      (await engine.listSessionEvents({ sessionId: now.id })).items.map(({ id }) => id),
      [last.eventId],
    );
    assert.equal((await engine.listSessions({ projectId, eventId: first.eventId })).items[0]?.id, old.id);
    closeTestEngine(test);
  });

  it('leads to the one that it was merged into', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const { id: projectId } = await engine.createProject({ name: 'P' });
    const start = Date.UTC(2025, 5, 1, 10);
    const save = (at: number) => engine.ingest({ projectId, ...saved(at) });
    const ids = [await save(start), await save(start + 5 * hour), await save(start + 10 * hour)].map(
      ({ sessionId }) => sessionId,
    );
    await engine.mergeSessions({ sessionIds: ids.slice(1) });
    const merged = await engine.mergeSessions({ sessionIds: ids.slice(0, 2) });
    for (const sessionId of ids) assert.equal((await engine.getSession({ sessionId })).id, merged.id);
    closeTestEngine(test);
  });
});
