import assert from 'node:assert/strict';
import type { SinkStatus } from '../../../../src/shared/delivery';
import { DeliveryBench } from '../../../support/delivery/deliveryBench';
import { type Behaviour, MisbehavingServer } from '../../../support/delivery/misbehavingServer';

interface Case {
  readonly says: string;
  /** What the server does to the first requests; then it is well again. */
  readonly first: readonly Behaviour[];
  /** How it stands after the first one. */
  readonly gives: Partial<Omit<SinkStatus, 'lastError'>> & { readonly message?: RegExp; readonly cure?: RegExp };
  /** How long the next try is away. */
  readonly waitMs?: number;
}

const error = (status: number, sentence: string, headers = {}): Behaviour => ({
  status,
  headers,
  body: { error: sentence },
});
const inTwoMinutes = (at: number): string => new Date(at + 120_000).toUTCString();
const start = Date.UTC(2026, 0, 5, 9);

/** With a random number of one half, the first pause is one second. */
const usualMs = 1_000;

const passing: readonly Case[] = [
  { says: '500', first: [error(500, 'Oops')], gives: { message: /500: Oops/ }, waitMs: usualMs },
  { says: '503', first: [error(503, 'Busy')], gives: { message: /503/ }, waitMs: usualMs },
  { says: '502 with a page', first: [{ status: 502, body: '<html>' }], gives: { message: /502$/ }, waitMs: usualMs },
  { says: '429', first: [error(429, 'Rate limit exceeded')], gives: { cure: /patience/ }, waitMs: usualMs },
  {
    says: '429 with seconds in Retry-After, which wins',
    first: [error(429, 'Rate limit exceeded', { 'Retry-After': '77' })],
    gives: { cure: /patience/ },
    waitMs: 77_000,
  },
  {
    says: '503 with an instant in Retry-After',
    first: [error(503, 'Busy', { 'Retry-After': inTwoMinutes(start) })],
    gives: {},
    waitMs: 120_000,
  },
  { says: 'a reset', first: ['reset'], gives: { message: /broke off/ }, waitMs: usualMs },
  { says: 'half of an answer', first: ['half'], gives: { message: /broke off/ }, waitMs: usualMs },
  { says: 'headers that never end', first: ['slowHeaders'], gives: { message: /in time/ }, waitMs: usualMs },
  { says: 'an answer that never ends', first: ['slowBody'], gives: { message: /in time/ }, waitMs: usualMs },
  { says: 'another JSON', first: ['wrongJson'], gives: { cure: /login page/ }, waitMs: usualMs },
  { says: 'the page of a captive network', first: ['html'], gives: { cure: /login page/ }, waitMs: usualMs },
  { says: 'an effect whose answer is lost', first: ['okThenReset'], gives: { message: /broke off/ }, waitMs: usualMs },
  { says: 'an effect with half an answer', first: ['okThenHalf'], gives: { message: /broke off/ }, waitMs: usualMs },
  {
    says: 'one failure after the other',
    first: ['reset', error(500, ''), 'half', error(429, ''), 'wrongJson', error(503, ''), 'reset', 'okThenReset'],
    gives: {},
  },
];

const refusing: readonly Case[] = [
  { says: '401', first: [error(401, 'Invalid signature')], gives: { cure: /Set Server Secret/ } },
  { says: '403', first: [error(403, 'No')], gives: { cure: /access/ } },
  { says: '404 of a project', first: [error(404, 'Project not found')], gives: { cure: /server.projects/ } },
  { says: '404 of the address', first: [{ status: 404, body: '<html>' }], gives: { cure: /server.url/ } },
  { says: '405', first: [error(405, 'No')], gives: { cure: /server.url/ } },
  { says: '409', first: [error(409, 'The project is archived')], gives: { cure: /active/ } },
  {
    says: 'a redirect',
    first: [{ status: 308, headers: { Location: 'https://elsewhere.example/api?x=1' } }],
    gives: { message: /names https:\/\/elsewhere\.example$/, cure: /server.url/ },
  },
];

describe('delivery to a server that misbehaves', () => {
  let server: MisbehavingServer;
  let bench: DeliveryBench;
  beforeEach(async () => {
    server = await MisbehavingServer.start();
    server.clock = () => bench.time.now();
    bench = await DeliveryBench.open();
  });
  afterEach(async () => {
    bench.close();
    await server.close();
  });

  const behave = (first: readonly Behaviour[]): void => {
    server.behave = (_seen, index) => first[index] ?? 'ok';
  };
  const check = async (first: SinkStatus, { gives, waitMs }: Case): Promise<void> => {
    const { message, cure, ...rest } = gives;
    for (const [name, value] of Object.entries(rest)) assert.equal(first[name as keyof SinkStatus], value, name);
    if (message) assert.match(first.lastError?.message ?? '', message);
    if (cure) assert.match(first.lastError?.cure ?? '', cure);
    const waits = first.nextTryAt === null ? undefined : Date.parse(first.nextTryAt) - bench.time.now();
    if (waitMs !== undefined) assert.equal(waits, waitMs);
  };

  for (const one of passing)
    it(`${one.says}: tried again, nothing lost, nothing doubled, in order`, async () => {
      behave(one.first);
      if (one.first.some((first) => first === 'slowHeaders' || first === 'slowBody')) {
        bench.close();
        bench = await DeliveryBench.open({ timeouts: { connectMs: 2_000, headersMs: 150, totalMs: 300 } });
      }
      await bench.configure({ url: server.url });
      const ids = [await bench.save('vscode', 'One'), await bench.save('vscode', 'Two')];
      const first = await bench.settle();
      assert.equal(first.state, 'waiting', JSON.stringify(first));
      await check(first, one);
      const last = await bench.drain();
      assert.deepEqual([last.state, last.queued, last.dead, last.lastError], ['idle', 0, 0, null]);
      assert.deepEqual(server.taken, ids);
      assert.equal(server.seen.length, one.first.length + 2);
    });

  for (const one of refusing)
    it(`${one.says}: stops with everything queued, says the cure, and goes on when asked`, async () => {
      behave(one.first);
      await bench.configure({ url: server.url });
      const ids = [
        await bench.save('vscode', 'One'),
        await bench.save('cli', 'Two'),
        await bench.save('vscode', 'Three'),
      ];
      const first = await bench.settle();
      // Requests that were under way at that time are answered well.
      assert.ok(first.queued >= 1, JSON.stringify(first));
      assert.deepEqual([first.state, first.dead], ['refused', 0]);
      await check(first, one);
      bench.time.pass(48 * 3_600_000);
      await bench.settle();
      const before = server.seen.length;
      assert.equal((await bench.engine.retryDeliveries({})).count, first.queued);
      const last = await bench.drain();
      assert.deepEqual([last.state, last.queued, last.lastError], ['idle', 0, null]);
      assert.deepEqual([...server.taken].sort(), [...ids].sort());
      assert.equal(server.seen.length, before + first.queued);
    });

  it('what is wrong with one event ends with that one, and a retry sends it', async () => {
    behave([error(400, 'payload: is not what it should be')]);
    await bench.configure({ url: server.url });
    const [first, second] = [await bench.save('vscode', 'One'), await bench.save('vscode', 'Two')];
    const status = await bench.drain();
    assert.deepEqual([status.state, status.queued, status.dead], ['idle', 0, 1]);
    assert.match(status.lastError?.message ?? '', /payload: is not what/);
    assert.deepEqual(server.taken, [second]);
    const dead = (await bench.engine.listDeliveries({ state: 'dead' })).items;
    assert.deepEqual(
      dead.map(({ eventId, lastStatus }) => [eventId, lastStatus]),
      [[first, 400]],
    );
    assert.deepEqual(await bench.engine.retryDeliveries({ deliveryIds: dead.map(({ id }) => id) }), { count: 1 });
    const after = await bench.drain();
    assert.deepEqual([after.dead, after.lastError], [0, null]);
    assert.deepEqual(server.taken, [second, first]);
  });

  for (const alone of [false, true])
    it(`one event that it always fails at is set aside${alone ? ', later where it takes nothing else' : ''}`, async () => {
      await bench.configure({ url: server.url });
      const begunAt = bench.time.now();
      const stuck = await bench.save('stuck', 'One');
      const behind = await bench.save('stuck', 'Two');
      server.behave = ({ key }) => (key === stuck ? error(500, 'This one only') : 'ok');
      await bench.settle();
      bench.time.pass(60_000);
      const other = alone ? [] : [await bench.save('other', 'Three')];
      const status = await bench.drain();
      assert.deepEqual([status.state, status.queued, status.dead], ['idle', 0, 1]);
      assert.deepEqual(server.taken, [...other, behind]);
      assert.match(status.lastError?.message ?? '', /500: This one only\. It was tried \d+ times and is set aside/);
      const hours = (bench.time.now() - begunAt) / 3_600_000;
      assert.ok(alone ? hours >= 24 && hours < 26 : hours >= 1 && hours < 3, `${hours} hours`);
      server.behave = () => 'ok';
      assert.deepEqual(await bench.engine.retryDeliveries({}), { count: 1 });
      assert.equal((await bench.drain()).dead, 0);
      assert.deepEqual(server.taken.at(-1), stuck);
    });

  it('another session goes on while one waits', async () => {
    const [stuck] = [await bench.save('before', 'Not sent: nothing is configured')];
    await bench.configure({ url: server.url });
    const slow = await bench.save('slow', 'One');
    server.behave = ({ key }) => (key === slow ? error(500, 'This one only') : 'ok');
    const later = await bench.save('slow', 'Two');
    const others = [await bench.save('quick', 'Three'), await bench.save('quick', 'Four')];
    const status = await bench.settle();
    assert.deepEqual([status.state, status.queued], ['waiting', 2]);
    assert.deepEqual(server.taken, others);
    server.behave = () => 'ok';
    await bench.drain();
    assert.deepEqual(server.taken, [...others, slow, later]);
    assert.ok(!server.taken.includes(stuck ?? ''));
  });

  it('a clock that is ten minutes off is measured, told, and signed by', async () => {
    const offset = 600;
    server.clock = () => bench.time.now() + offset * 1000;
    server.behave = ({ headers }) =>
      Math.abs(server.clock() / 1000 - Number(headers['x-contox-timestamp'])) > 300
        ? error(401, 'Timestamp expired')
        : 'ok';
    await bench.configure({ url: server.url });
    const ids = [await bench.save('vscode', 'One'), await bench.save('vscode', 'Two')];
    const status = await bench.settle();
    assert.deepEqual([status.state, status.clockOffsetSeconds], ['idle', offset]);
    assert.deepEqual(server.taken, ids);
    assert.equal(server.seen.length, 3);
  });

  it('a clock that no measuring cures is waited for', async () => {
    behave(Array.from({ length: 6 }, () => error(401, 'Timestamp expired')));
    await bench.configure({ url: server.url });
    const id = await bench.save('vscode', 'One');
    const first = await bench.settle();
    assert.equal(first.state, 'waiting');
    assert.match(first.lastError?.cure ?? '', /clock/);
    await bench.drain();
    assert.deepEqual(server.taken, [id]);
  });

  it('a server that is not there is waited for, up to an hour at a time', async () => {
    const { port } = server;
    await server.close();
    await bench.configure({ url: `http://127.0.0.1:${port}` });
    const id = await bench.save('vscode', 'One');
    let status = await bench.settle();
    assert.match(status.lastError?.message ?? '', /Nothing answers/);
    const pauses: number[] = [];
    for (let tries = 0; tries < 20; tries++) {
      pauses.push(Date.parse(status.nextTryAt ?? '') - bench.time.now());
      bench.time.pass(pauses.at(-1) ?? 0);
      status = await bench.settle();
      assert.equal(status.state, 'waiting');
    }
    assert.ok(Math.max(...pauses) <= 3_600_000, String(pauses));
    // The limit, with a random number of one half.
    assert.equal(pauses.at(-1), 1_800_000);
    server = await MisbehavingServer.start(port);
    await bench.drain();
    assert.deepEqual(server.taken, [id]);
    const [detail] = await bench.details();
    assert.ok((detail?.attempts ?? 0) > 20);
  });

  it('at most four sessions are sent at a time', async () => {
    await bench.configure({ url: server.url });
    for (let session = 0; session < 12; session++)
      for (let event = 0; event < 5; event++) await bench.save(`s${session}`, `Event ${event}`);
    await bench.drain();
    assert.equal(server.taken.length, 60);
    assert.ok(server.mostOpen <= 4, String(server.mostOpen));
  });
});
