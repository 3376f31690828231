import assert from 'node:assert/strict';
import { DeliveryBench } from '../../../support/delivery/deliveryBench';
import { MisbehavingServer } from '../../../support/delivery/misbehavingServer';

const quarterMs = 15 * 60_000;
const quarters = 96;
const events = 5_000;
const sources = 5;

describe('a day without a network', () => {
  it('of 5,000 events none is lost, doubled or out of order, and the server gets them when it is there', async () => {
    const gone = await MisbehavingServer.start();
    const { port, url } = gone;
    await gone.close();
    let tries = 0;
    const bench = await DeliveryBench.open({
      timeouts: { connectMs: 5_000, headersMs: 20_000, totalMs: 20_000 },
      onStep: (step) => {
        if (step === 'begun') tries += 1;
      },
    });
    await bench.configure({ url });
    const saved: { eventId: string; sessionId: string }[] = [];
    const save = (source: number) =>
      bench.engine.ingest({
        projectId: bench.projectId,
        event: 'session_save',
        payload: { summary: 'Work without a network', changes: [] },
        source: `s${source}`,
      });
    for (let quarter = 1; quarter <= quarters; quarter++) {
      const until = Math.floor((events * quarter) / quarters);
      const batch = Array.from({ length: until - saved.length }, (_, index) => index % sources);
      saved.push(...(await Promise.all(batch.map(save))));
      bench.time.pass(quarterMs);
      await bench.settle();
    }
    const ids = saved.map(({ eventId }) => eventId);
    assert.deepEqual([ids.length, (await bench.sink()).queued], [events, events]);
    assert.ok(tries < 150, `${tries} tries`);

    const server = await MisbehavingServer.start(port);
    const status = await bench.drain();
    assert.deepEqual([status.state, status.queued, status.dead], ['idle', 0, 0]);
    assert.equal(server.seen.length, events);
    assert.deepEqual([...server.taken].sort(), [...ids].sort());
    const sessions = new Set(saved.map(({ sessionId }) => sessionId));
    const place = new Map(saved.map(({ eventId, sessionId }) => [eventId, sessionId]));
    assert.ok(sessions.size > sources);
    for (const session of sessions)
      assert.deepEqual(
        server.taken.filter((key) => place.get(key) === session),
        ids.filter((id) => place.get(id) === session),
      );
    bench.close();
    await server.close();
  }).timeout(120_000);
});
