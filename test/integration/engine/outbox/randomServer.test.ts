import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DeliveryBench } from '../../../support/delivery/deliveryBench';
import { type Behaviour, MisbehavingServer } from '../../../support/delivery/misbehavingServer';

/** What passes by itself, what a person cures and asks to retry, and what ends one event until somebody retries it. */
const behaviours: readonly Behaviour[] = [
  'ok',
  'ok',
  'okThenReset',
  'okThenHalf',
  'reset',
  'half',
  'wrongJson',
  'html',
  ...[500, 502, 503, 408].map((status) => ({ status })),
  { status: 429, body: { error: 'Rate limit exceeded' } },
  { status: 429, headers: { 'Retry-After': '30' } },
  { status: 503, headers: { 'Retry-After': 'Mon, 05 Jan 2026 10:00:00 GMT' } },
  { status: 401, body: { error: 'Invalid signature' } },
  { status: 401, body: { error: 'Timestamp expired' } },
  { status: 403 },
  { status: 404, body: { error: 'Project not found' } },
  { status: 302, headers: { Location: 'https://elsewhere.example' } },
];

const scenario = fc.record({
  kind: fc.constantFrom('contox' as const, 'contextSpine' as const),
  /** Which of three sessions each event is of. */
  events: fc.array(fc.nat(2), { minLength: 1, maxLength: 12 }),
  answers: fc.array(fc.constantFrom(...behaviours), { maxLength: 40 }),
  /** After how many events the engine is closed and opened again. */
  restartAfter: fc.nat(12),
});

describe('delivery to a server that does anything', () => {
  it('takes every event once, those of a session in order, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ kind, events, answers, restartAfter }) => {
        const server = await MisbehavingServer.start();
        server.behave = (_seen, index) => answers[index] ?? 'ok';
        const first = await DeliveryBench.open();
        server.clock = () => first.time.now();
        await first.configure({ url: server.url, kind });
        const sent: { session: number; id: string }[] = [];
        for (const session of events.slice(0, restartAfter))
          sent.push({ session, id: await first.save(`s${session}`, 'Work') });
        // What is under way is broken off: nobody knows what became of it.
        first.engine.dispose();
        const bench = await DeliveryBench.open({}, first.db, first.time);
        await bench.configure({ url: server.url, kind });
        for (const session of events.slice(restartAfter))
          sent.push({ session, id: await bench.save(`s${session}`, 'Work') });
        for (let tries = 0; tries < 60; tries++) {
          const { state } = await bench.drain();
          if (state === 'idle') break;
          await bench.engine.retryDeliveries({});
        }
        const { state, queued, dead } = await bench.sink();
        assert.deepEqual({ state, queued, dead }, { state: 'idle', queued: 0, dead: 0 });
        const wanted = sent.map(({ id }) => id);
        const ours = server.taken.filter((key) => wanted.includes(key));
        assert.deepEqual([...ours].sort(), [...wanted].sort());
        for (const session of [0, 1, 2]) {
          const ids = sent.filter((event) => event.session === session).map(({ id }) => id);
          assert.deepEqual(
            ours.filter((key) => ids.includes(key)),
            ids,
          );
        }
        bench.close();
        await server.close();
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);
});
