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
});
