import assert from 'node:assert/strict';
import { verifySignature } from '../../../../src/engine/signature';
import { DeliveryBench, remoteId, secret } from '../../../support/delivery/deliveryBench';
import { MisbehavingServer } from '../../../support/delivery/misbehavingServer';

describe('delivery', () => {
  let server: MisbehavingServer;
  let bench: DeliveryBench;

  beforeEach(async () => {
    server = await MisbehavingServer.start();
    bench = await DeliveryBench.open();
  });

  afterEach(async () => {
    bench.close();
    await server.close();
  });

  it('sends what happens, signed over the bytes that are sent, and tells it', async () => {
    await bench.configure({ url: server.url });
    const id = await bench.save('vscode', 'Wrote the first part');
    const status = await bench.drain();
    assert.equal(status.state, 'idle');
    assert.deepEqual(server.taken, [id]);
    const [request] = server.seen;
    assert.ok(request);
    assert.equal(request.headers['x-contox-project'], remoteId);
    assert.equal(request.headers['idempotency-key'], id);
    assert.ok(
      verifySignature([secret], {
        timestamp: String(request.headers['x-contox-timestamp']),
        body: request.body,
        signature: String(request.headers['x-contox-signature']),
      }),
    );
    const [detail] = await bench.details();
    assert.equal(detail?.state, 'delivered');
    assert.equal(detail?.body, request.body.toString('utf8'));
    for (const [name, value] of Object.entries(detail?.log[0]?.headers ?? {}))
      assert.equal(request.headers[name.toLowerCase()], value, name);
    assert.deepEqual(
      Object.keys(request.headers).filter((name) => name !== 'host' && name !== 'connection').length,
      Object.keys(detail?.log[0]?.headers ?? {}).length,
    );
    bench.time.pass(1_000);
    assert.equal(bench.time.timers, 0);
    await server.isLeft();
    assert.deepEqual(await bench.engine.verifyDeliveries({ projectId: bench.projectId }), {
      checked: 1,
      valid: 1,
      invalid: [],
      unknown: 0,
    });
  });

  it('loses and doubles nothing of sessions that become one while they are sent', async () => {
    await bench.configure({ url: server.url });
    const occurredAt = '2026-01-05T02:00:00.000Z';
    const ids = [await bench.save('a', 'One', { occurredAt }), await bench.save('a', 'Two')];
    await bench.drain();
    const sessions = (await bench.engine.listSessions({ projectId: bench.projectId })).items;
    let merged: Promise<unknown> | undefined;
    server.behave = (_seen, index) => {
      if (index === 2) merged = bench.engine.mergeSessions({ sessionIds: sessions.map(({ id }) => id) });
      return index < 4 ? { status: 500 } : 'ok';
    };
    for (const when of [{ occurredAt }, {}, { occurredAt }, {}]) ids.push(await bench.save('a', 'Work', when));
    const status = await bench.drain();
    await merged;
    assert.ok(merged);
    assert.deepEqual([status.state, status.queued], ['idle', 0]);
    assert.deepEqual([...server.taken].sort(), [...ids].sort());
    assert.equal(new Set(server.taken).size, ids.length);
  });

  it('a server that is taken out of the settings while it answers has answered', async () => {
    await bench.configure({ url: server.url });
    let removed: Promise<unknown> | undefined;
    server.behave = () => {
      removed = bench.engine.configureDelivery({ sinks: [], secrets: [] });
      return 'ok';
    };
    const id = await bench.save('vscode', 'Last words');
    while (removed === undefined) await new Promise((resolve) => setTimeout(resolve, 2));
    await removed;
    while ((await bench.states())[id] === 'queued') await new Promise((resolve) => setTimeout(resolve, 2));
    assert.deepEqual(await bench.states(), { [id]: 'delivered' });
    assert.deepEqual(await bench.engine.getDeliveryStatus({}), { sinks: [] });
  });
});
