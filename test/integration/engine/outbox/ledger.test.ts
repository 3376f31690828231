import assert from 'node:assert/strict';
import { EventLog } from '../../../../src/engine/events/eventLog';
import { purgeEvents } from '../../../../src/engine/events/purgeEvents';
import { pruneLedger } from '../../../../src/engine/outbox/pruneLedger';
import { sign } from '../../../../src/engine/signature';
import { DeliveryBench, remoteId, secret, spineKey } from '../../../support/delivery/deliveryBench';
import { MisbehavingServer } from '../../../support/delivery/misbehavingServer';
import { rejects } from '../testEngine';

const day = 24 * 3_600_000;

describe('the egress ledger', () => {
  let server: MisbehavingServer;
  let bench: DeliveryBench;
  beforeEach(async () => {
    server = await MisbehavingServer.start();
    bench = await DeliveryBench.open();
    server.clock = () => bench.time.now();
  });
  afterEach(async () => {
    bench.close();
    await server.close();
  });

  it('a dry run shows what would leave, opens no connection, and sends it when asked later', async () => {
    await bench.configure({ url: server.url, dryRun: true });
    const id = await bench.save('vscode', 'Nothing leaves');
    assert.equal((await bench.drain()).state, 'dryRun');
    assert.deepEqual(server.seen, []);
    const [detail] = await bench.details();
    assert.deepEqual([detail?.eventId, detail?.state, detail?.attempts], [id, 'dryRun', 0]);
    const [attempt] = detail?.log ?? [];
    assert.equal(attempt?.url, `${server.url}/api/v2/ingest`);
    const { 'X-Contox-Timestamp': timestamp = '', 'X-Contox-Signature': signature } = attempt?.headers ?? {};
    assert.equal(signature, sign(secret, timestamp, detail?.body ?? ''));
    assert.match(attempt?.error ?? '', /nothing was sent/);
    await bench.configure({ url: server.url });
    await bench.drain();
    assert.deepEqual(server.seen, []);
    await bench.engine.retryDeliveries({ deliveryIds: [detail?.id ?? ''] });
    await bench.drain();
    assert.deepEqual(server.taken, [id]);
  });

  it('is listed newest first, page by page, and by what is asked for', async () => {
    await bench.configure({ url: server.url });
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) ids.push(await bench.save(name, name));
    await bench.drain();
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await bench.engine.listDeliveries({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      listed.push(...page.items.map(({ eventId }) => eventId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    assert.deepEqual(listed, [...ids].reverse());
    const [first] = (await bench.engine.listDeliveries({ limit: 1 })).items;
    const sessionId = first?.sessionId ?? '';
    assert.match(sessionId, /^sess_/);
    const ofSession = await bench.engine.listDeliveries({ sessionId, state: 'delivered' });
    assert.equal(ofSession.items.length, 1);
    assert.deepEqual((await bench.engine.listDeliveries({ sink: 'contextSpine' })).items, []);
    await rejects(bench.engine.listDeliveries({ cursor: 'x' }), 'invalid');
    await rejects(bench.engine.getDelivery({ deliveryId: 'dlv_none' }), 'notFound');
  });

  it('every try is in it, with what was answered', async () => {
    server.behave = (_seen, index) => (index === 0 ? { status: 500, body: { error: 'Oops' } } : 'ok');
    await bench.configure({ url: server.url });
    await bench.save('vscode', 'Twice');
    await bench.drain();
    const [detail] = await bench.details();
    const log = detail?.log ?? [];
    assert.deepEqual(
      log.map(({ status, error }) => [status, error]),
      [
        [500, 'The server answered 500: Oops'],
        [202, null],
      ],
    );
    assert.notEqual(log[0]?.headers['X-Contox-Timestamp'], log[1]?.headers['X-Contox-Timestamp']);
    assert.match(log[1]?.answer ?? '', /evt_remote/);
    assert.equal(server.seen[0]?.body.toString('utf8'), server.seen[1]?.body.toString('utf8'));
  });

  it('signatures are proved with the current secret and the one before; a changed body is found', async () => {
    await bench.configure({ url: server.url });
    await bench.save('vscode', 'With the first secret');
    await bench.drain();
    const second = [{ kind: 'contox' as const, projectId: bench.projectId, secret: 'whsec_ANOTHER-SECRET-42' }];
    await bench.configure({ url: server.url }, { secrets: second });
    await bench.save('vscode', 'With the second secret');
    await bench.drain();
    const { projectId } = bench;
    assert.deepEqual(await bench.engine.verifyDeliveries({ projectId }), {
      checked: 2,
      valid: 2,
      invalid: [],
      unknown: 0,
    });
    const [newest] = (await bench.engine.listDeliveries({})).items;
    bench.db.run('UPDATE deliveries SET body = (SELECT body FROM deliveries WHERE id <> ?1) WHERE id = ?1', [
      newest?.id ?? '',
    ]);
    const check = await bench.engine.verifyDeliveries({ projectId });
    assert.deepEqual(check, { checked: 2, valid: 1, invalid: [newest?.id], unknown: 0 });
    await bench.configure({ url: server.url }, { secrets: [] });
    assert.equal((await bench.engine.verifyDeliveries({ projectId })).unknown, 2);
    assert.equal((await bench.sink()).state, 'noSecret');
  });

  it('a secret that a newer rule knows is taken out before it leaves, and counted', async () => {
    await bench.configure({ url: server.url });
    await bench.save('vscode', 'The words are PLACEHOLDER and more');
    // As if it had been stored before there was a rule for it.
    const token = `ghp_${'x1Y2z3W4v5'.repeat(4).slice(0, 36)}`;
    bench.db.run("UPDATE events SET payload = replace(payload, 'PLACEHOLDER', ?) WHERE event_type = 'session.saved'", [
      token,
    ]);
    await bench.drain();
    assert.equal(server.taken.length, 1);
    assert.ok(!server.texts().includes(token));
    assert.match(server.texts(), /«github-token»/);
    const [detail] = await bench.details();
    assert.deepEqual(detail?.redactions, { 'github-token': 1 });
  });

  it('what is anonymised leaves without a name, even what was written down before', async () => {
    server.behave = () => ({ status: 413 });
    await bench.configure({ url: server.url });
    const change = (title: string) => ({
      category: 'bugs' as const,
      title,
      content: 'HIDDEN',
      files: ['src/HIDDEN.ts'],
    });
    await bench.save('vscode', '', { payload: { summary: 'HIDDEN words', changes: [change('a'), change('b')] } });
    server.behave = (_seen, index) => ({ status: index === 0 ? 413 : 500 });
    await bench.settle();
    server.seen.length = 0;
    server.behave = () => 'ok';
    await bench.configure({ url: server.url, anonymize: true });
    await bench.engine.createItem({ projectId: bench.projectId, title: 'HIDDEN', type: 'todo', facts: 'HIDDEN' });
    await bench.engine.createContext({ projectId: bench.projectId, name: 'HIDDEN', schemaKey: 'root/hidden-key' });
    await bench.engine.retryDeliveries({});
    const status = await bench.drain();
    assert.deepEqual([status.state, status.dead], ['idle', 0], JSON.stringify(status));
    assert.ok(server.taken.length >= 3);
    assert.ok(!/HIDDEN|hidden-key/.test(server.texts()), server.texts());
    assert.match(server.texts(), /characters\]/);
  });

  it('secrets are in no table, log line, status or answer, even if the server sends them back', async () => {
    server.behave = ({ headers }, index) =>
      index === 0
        ? { status: 500, body: { error: `No: ${secret} ${String(headers.authorization)}` } }
        : index === 1
          ? { status: 400, body: { error: `Bad ${secret} ${spineKey}` } }
          : 'ok';
    for (const kind of ['contox', 'contextSpine'] as const) {
      await bench.configure({ url: server.url, kind });
      await bench.save('vscode', `For ${kind}`);
      await bench.drain();
    }
    const everything: unknown[] = [bench.logged, bench.changes, await bench.details(), await bench.sink()];
    for (const { name } of bench.db.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'"))
      everything.push(bench.db.all(`SELECT * FROM ${name}`));
    const text = JSON.stringify(everything);
    assert.ok(!text.includes(secret) && !text.includes(spineKey));
    assert.match(text, /Bearer ••••/);
    assert.equal(server.seen.at(-1)?.headers.authorization, `Bearer ${spineKey}`);
  });

  it('a purge takes what waits and the bodies of what was sent', async () => {
    await bench.configure({ url: server.url });
    await bench.save('sent', 'PURGED text');
    await bench.drain();
    server.behave = () => ({ status: 500 });
    await bench.save('waiting', 'PURGED text too');
    await bench.settle();
    const { db, projectId, time } = bench;
    purgeEvents(db, new EventLog(db, time), { projectId, source: 'sent' });
    purgeEvents(db, new EventLog(db, time), { projectId, source: 'waiting' });
    const details = await bench.details();
    assert.deepEqual(
      details.map(({ state, body }) => [state, body]),
      [
        ['withdrawn', ''],
        ['delivered', ''],
      ],
    );
    const asked = server.seen.length;
    time.pass(day);
    await bench.settle();
    assert.equal(server.seen.length, asked);
    assert.equal((await bench.sink()).queued, 0);
    assert.deepEqual((await bench.engine.verifyDeliveries({ projectId })).invalid, []);
  });

  it('a deleted session is not sent any more, a deleted project leaves nothing behind', async () => {
    server.behave = () => ({ status: 500 });
    await bench.configure({ url: server.url });
    await bench.save('vscode', 'Deleted before it was sent');
    await bench.settle();
    const [session] = (await bench.engine.listSessions({ projectId: bench.projectId })).items;
    await bench.engine.deleteSession({ sessionId: session?.id ?? '' });
    assert.deepEqual(Object.values(await bench.states()), ['withdrawn']);
    server.behave = () => 'ok';
    const before = server.seen.length;
    bench.time.pass(day);
    await bench.settle();
    assert.equal(server.seen.length, before);
    await bench.engine.deleteProject({ projectId: bench.projectId });
    assert.deepEqual((await bench.engine.listDeliveries({})).items, []);
    assert.equal(bench.db.get<{ n: number }>('SELECT count(*) AS n FROM delivery_attempts')?.n, 0);
  });

  it('a session can be sent afterwards, once', async () => {
    const ids = [await bench.save('vscode', 'Before'), await bench.save('vscode', 'the server was there')];
    await bench.configure({ url: server.url });
    await bench.drain();
    assert.deepEqual(server.taken, []);
    const [session] = (await bench.engine.listSessions({ projectId: bench.projectId })).items;
    const sessionId = session?.id ?? '';
    assert.deepEqual(await bench.engine.sendSession({ sessionId }), { count: 2 });
    await bench.drain();
    assert.deepEqual(server.taken, ids);
    assert.deepEqual(await bench.engine.sendSession({ sessionId }), { count: 0 });
  });

  it('only projects that are named are queued, and a server that is gone gets nothing', async () => {
    const { id: other } = await bench.engine.createProject({ name: 'Other' });
    await bench.configure({ url: server.url });
    await bench.engine.ingest({
      projectId: other,
      event: 'session_save',
      payload: { summary: 'Private', changes: [] },
    });
    await bench.drain();
    assert.deepEqual((await bench.engine.listDeliveries({ projectId: other })).items, []);
    server.behave = () => ({ status: 500 });
    await bench.save('vscode', 'Queued for a server that goes');
    await bench.settle();
    assert.deepEqual(await bench.engine.configureDelivery({ sinks: [], secrets: [] }), { sinks: [] });
    const asked = server.seen.length;
    bench.time.pass(day);
    server.behave = () => 'ok';
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(server.seen.length, asked);
    await bench.configure({ url: server.url });
    await bench.drain();
    assert.equal(server.taken.length, 1);
  });

  it('the status is told at once, from the queue to the delivery', async () => {
    await bench.configure({ url: server.url });
    await bench.drain();
    bench.changes.length = 0;
    const real = performance.now();
    await bench.save('vscode', 'Told');
    await bench.drain();
    bench.time.pass(1_000);
    assert.ok(performance.now() - real < 1_000);
    const told = bench.changes.flatMap((change) => (change.kind === 'delivery' ? change.status.sinks : []));
    assert.equal(told.at(-1)?.queued, 0);
    assert.equal(told.at(-1)?.lastDeliveredAt, '2026-01-05T09:00:00.000Z');
  });

  it('an address that may not be used is refused', async () => {
    for (const url of ['http://example.com', 'ftp://example.com', 'https://user:pass@example.com', 'nothing'])
      await rejects(bench.configure({ url }), 'invalid');
    const { projectId } = bench;
    const projects = [{ projectId, remoteId: 'x\r\nX-Injected: 1' }];
    await rejects(bench.configure({ url: server.url, projects }), 'invalid');
    const secrets = [{ kind: 'contextSpine' as const, projectId: null, secret: 'sk_live_\r\n' }];
    await rejects(bench.configure({ url: server.url }, { secrets }), 'invalid');
    await bench.configure({ url: 'https://example.com/base/', dryRun: true });
    assert.equal((await bench.sink()).url, 'https://example.com/base');
  });

  it('old bodies are forgotten before old rows, and what waits is not', async () => {
    await bench.configure({ url: server.url });
    for (let n = 0; n < 6; n++) await bench.save('vscode', `Sent ${n}`);
    await bench.drain();
    server.behave = () => ({ status: 400 });
    await bench.save('vscode', 'Dead');
    await bench.drain();
    const limits = { bodyDays: 10, bodies: 4, rowDays: 100, rows: 1_000 };
    const kept = (): [number, number] => {
      const count = (where: string): number =>
        bench.db.get<{ n: number }>(`SELECT count(*) AS n FROM deliveries ${where}`)?.n ?? 0;
      return [count(''), count('WHERE body IS NOT NULL')];
    };
    pruneLedger(bench.db, bench.time.now(), limits);
    assert.deepEqual(kept(), [7, 4]);
    pruneLedger(bench.db, bench.time.now() + 11 * day, limits);
    assert.deepEqual(kept(), [7, 1]);
    pruneLedger(bench.db, bench.time.now() + 101 * day, limits);
    assert.deepEqual(kept(), [1, 1]);
  });

  it('what is too large is divided, and each piece has a key of its own', async () => {
    server.behave = ({ body }) => (body.length > 3_000 ? { status: 413, body: { error: 'Too large' } } : 'ok');
    await bench.configure({ url: server.url });
    const change = (title: string) => ({ category: 'implementation' as const, title, content: 'word '.repeat(200) });
    const payload = { summary: 'Large', changes: ['a', 'b', 'c', 'd', 'e'].map(change) };
    const id = await bench.save('vscode', '', { payload });
    const huge = await bench.save('vscode', '', { payload: { summary: 'x '.repeat(4_000), changes: [] } });
    const status = await bench.drain();
    assert.deepEqual([status.state, status.dead, status.queued], ['idle', 0, 0]);
    assert.deepEqual(server.taken, [`${id}.1.1`, `${id}.1.2`, `${id}.2`, huge]);
    const titles = server.seen
      .filter(({ body }) => body.length <= 3_000)
      .flatMap(({ body }) => (JSON.parse(body.toString('utf8')) as { payload: typeof payload }).payload.changes)
      .map(({ title }) => title);
    assert.deepEqual(titles, ['a', 'b', 'c', 'd', 'e']);
    assert.match(server.seen.at(-1)?.body.toString('utf8') ?? '', /characters left out/);
    const { checked, invalid } = await bench.engine.verifyDeliveries({ projectId: bench.projectId });
    assert.deepEqual([checked, invalid], [4, []]);
    assert.equal(server.seen[0]?.headers['x-contox-project'], remoteId);
  });
});
