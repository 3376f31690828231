import assert from 'node:assert/strict';
import type { Engine } from '../../../../src/engine/engine';
import { ApiBench } from '../../../contract/support/apiBench';
import { DeliveryBench } from '../../../support/delivery/deliveryBench';
import { FakeTime } from '../../../support/delivery/fakeTime';

const just = new Date(Date.now() - 60_000).toISOString();
const digest = {
  repository: { root: '/home/dev/app', branch: 'main' },
  range: { to: 'abcdef1234567890abcdef1234567890abcdef12' },
  commits: [
    {
      sha: 'abcdef1234567890abcdef1234567890abcdef12',
      parents: [],
      author: 'Ada',
      authoredAt: just,
      committedAt: just,
      subject: 'feat: begin',
      files: [{ path: 'src/a.ts', status: 'A', additions: 3, deletions: 0 }],
    },
  ],
};

describe('delivery to the server of the project itself', () => {
  let api: ApiBench;
  let bench: DeliveryBench;
  const open = async (time: FakeTime): Promise<void> => {
    api = await ApiBench.open();
    bench = await DeliveryBench.open(
      { timeouts: { connectMs: 2_000, headersMs: 5_000, totalMs: 8_000 } },
      undefined,
      time,
    );
  };
  const deliver = async (): Promise<void> => {
    await bench.engine.configureDelivery({
      sinks: [
        { kind: 'contox', url: api.server.url, projects: [{ projectId: bench.projectId, remoteId: api.projectId }] },
      ],
      secrets: [{ kind: 'contox', projectId: bench.projectId, secret: api.secret }],
    });
  };
  afterEach(async () => {
    bench.close();
    await api.close();
  });

  it('sessions, commits, contexts and items are there as they are here', async () => {
    await open(new FakeTime(Date.now()));
    await deliver();
    const { engine, projectId } = bench;
    await bench.save('vscode', 'Wrote the login');
    await engine.ingest({ projectId, event: 'git_digest', payload: digest, source: 'vscode' });
    await engine.createContext({ projectId, name: 'Auth', schemaKey: 'root/auth', content: 'JWT', source: 'agent' });
    const item = await engine.createItem({ projectId, title: 'Use JWT', type: 'decision', facts: 'It is stateless.' });
    await engine.updateItem({ itemId: item.id, facts: 'It is stateless, and short-lived.' });
    const status = await bench.drain();
    assert.deepEqual([status.state, status.dead, status.queued], ['idle', 0, 0], JSON.stringify(status));
    const there = api.engine;
    const { items: sessions } = await there.listSessions({ projectId: api.projectId });
    const ours = sessions.find(({ source }) => source === 'vscode');
    assert.equal(ours?.summary, 'Wrote the login');
    assert.equal(ours?.eventCount, 2);
    const { items: contexts } = await there.listContexts({ projectId: api.projectId });
    assert.ok(contexts.some(({ schemaKey }) => schemaKey === 'root/auth'));
    const { items } = await there.listItems({ projectId: api.projectId });
    assert.deepEqual(
      items.map(({ title, facts }) => [title, facts]),
      [['Use JWT', 'It is stateless, and short-lived.']],
    );
    assert.ok((await types(there, api.projectId)).includes('git.commit.created'));
  });

  it('a digest of more bytes than the server takes comes in pieces, with every commit once', async () => {
    await open(new FakeTime(Date.now()));
    await deliver();
    const [one] = digest.commits;
    assert.ok(one);
    const commits = Array.from({ length: 24 }, (_, index) => ({
      ...one,
      sha: `${index + 10}`.padEnd(40, 'a'),
      diff: `@@ -0,0 +1 @@\n${`+let value${index} = ${index};\n`.repeat(3_500)}`,
    }));
    const payload = { ...digest, commits };
    await bench.engine.ingest({ projectId: bench.projectId, event: 'git_digest', payload, source: 'vscode' });
    const status = await bench.drain();
    assert.deepEqual([status.state, status.dead], ['idle', 0], JSON.stringify(status));
    const there = await types(api.engine, api.projectId);
    assert.equal(there.filter((type) => type === 'git.commit.created').length, commits.length);
    assert.ok(there.filter((type) => type === 'git.digested').length >= 2);
    const { items } = await bench.engine.listDeliveries({});
    assert.ok(items.every(({ bytes }) => bytes <= 1024 * 1024));
    assert.ok(items.reduce((sum, { bytes }) => sum + bytes, 0) > 1024 * 1024);
  });

  it('the same event again, signed anew, answers what it became and stores nothing', async () => {
    await open(new FakeTime(Date.now()));
    const body = { event: 'session_save', payload: { summary: 'Once', changes: [] }, eventId: 'evt_0000' };
    const first = await api.signed('POST', '/api/v2/ingest', body);
    const timestamp = Math.floor(Date.now() / 1000) - 7;
    const again = await api.signed('POST', '/api/v2/ingest', body, { timestamp });
    assert.deepEqual([first.status, again.status], [202, 202]);
    assert.deepEqual(again.body, first.body);
    assert.equal((await types(api.engine, api.projectId)).filter((type) => type === 'session.saved').length, 1);
    const another = await api.signed('POST', '/api/v2/ingest', { ...body, eventId: 'evt_0001' });
    assert.notDeepEqual(another.body, first.body);
  });

  it('a clock that is ten minutes behind finds its way', async () => {
    await open(new FakeTime(Date.now() - 600_000));
    await deliver();
    await bench.save('vscode', 'Late');
    const status = await bench.drain();
    assert.equal(status.state, 'idle', JSON.stringify(status));
    assert.ok(Math.abs(status.clockOffsetSeconds - 600) <= 10, String(status.clockOffsetSeconds));
    assert.ok((await types(api.engine, api.projectId)).includes('session.saved'));
  });

  it('a clock that is ten minutes ahead finds its way into Context Spine too', async () => {
    await open(new FakeTime(Date.now() + 600_000));
    const { key } = await api.engine.createKey({ name: 'spine', kind: 'contextSpine' });
    const { projectId } = bench;
    await bench.engine.configureDelivery({
      sinks: [{ kind: 'contextSpine', url: api.server.url, projects: [{ projectId, remoteId: api.projectId }] }],
      secrets: [{ kind: 'contextSpine', projectId: null, secret: key }],
    });
    await bench.save('vscode', 'Early');
    const status = await bench.drain();
    assert.deepEqual([status.state, status.dead], ['idle', 0], JSON.stringify(status));
    assert.ok(Math.abs(status.clockOffsetSeconds + 600) <= 10, String(status.clockOffsetSeconds));
    assert.ok((await types(api.engine, api.projectId)).includes('session.saved'));
  });

  it('Context Spine gets every event, with its people, files and commits', async () => {
    await open(new FakeTime(Date.now()));
    const { key } = await api.engine.createKey({ name: 'spine', kind: 'contextSpine' });
    await bench.engine.configureDelivery({
      sinks: [
        {
          kind: 'contextSpine',
          url: api.server.url,
          projects: [{ projectId: bench.projectId, remoteId: api.projectId }],
        },
      ],
      secrets: [{ kind: 'contextSpine', projectId: null, secret: key }],
    });
    const { engine, projectId } = bench;
    await engine.ingest({ projectId, event: 'git_digest', payload: digest, source: 'vscode' });
    await engine.createContext({ projectId, name: 'Auth', schemaKey: 'root/auth' });
    const status = await bench.drain();
    assert.deepEqual([status.state, status.dead], ['idle', 0], JSON.stringify(status));
    const here = (await types(engine, projectId)).filter((type) => type !== 'project.created');
    const there = await types(api.engine, api.projectId);
    for (const type of here) assert.ok(there.includes(type), type);
    const found = async (entity_type: string, external_id: string): Promise<number> =>
      (await api.engine.listSpineEvents({ entity_type, external_id, event_type: 'git.digested' })).items.length;
    assert.equal(await found('commit', digest.range.to), 1);
    assert.equal(await found('person', 'Ada'), 1);
    assert.equal(await found('file', 'src/a.ts'), 1);
    assert.equal(await found('repository', api.projectId), 1);
  });

  it('a server that is this very store comes to an end', async () => {
    await open(new FakeTime(Date.now()));
    const { engine, projectId, secret, server } = api;
    await engine.configureDelivery({
      sinks: [{ kind: 'contox', url: server.url, projects: [{ projectId, remoteId: projectId }] }],
      secrets: [{ kind: 'contox', projectId, secret }],
    });
    await engine.ingest({ projectId, event: 'session_save', payload: { summary: 'Round', changes: [] } });
    await engine.createItem({ projectId, title: 'Echo', type: 'todo', facts: 'Once.' });
    const isIdle = async (): Promise<boolean> => (await engine.getDeliveryStatus({})).sinks[0]?.state === 'idle';
    while (!(await isIdle())) await new Promise((resolve) => setTimeout(resolve, 5));
    const { items } = await engine.listDeliveries({});
    assert.deepEqual(items.map(({ state }) => state).sort(), ['delivered', 'delivered']);
  });
});

async function types(engine: Engine, projectId: string): Promise<string[]> {
  const { items } = await engine.listEvents({ projectId, order: 'oldest', limit: 200 });
  return items.map((event) => event.event_type);
}
