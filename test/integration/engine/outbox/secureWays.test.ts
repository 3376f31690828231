import assert from 'node:assert/strict';
import { DeliveryBench } from '../../../support/delivery/deliveryBench';
import { MisbehavingServer } from '../../../support/delivery/misbehavingServer';
import { ProxyServer } from '../../../support/delivery/proxyServer';
import { testCertificate, testKey } from '../../../support/delivery/testCertificate';

describe('the way to a server', () => {
  let server: MisbehavingServer;
  let proxy: ProxyServer;
  let bench: DeliveryBench;
  beforeEach(async () => {
    server = await MisbehavingServer.start(0, { key: testKey, cert: testCertificate });
    proxy = await ProxyServer.start();
  });
  afterEach(async () => {
    bench.close();
    await proxy.close();
    await server.close();
  });
  const trusting = { trusted: [testCertificate], timeouts: { connectMs: 2_000, headersMs: 2_000, totalMs: 4_000 } };

  it('https with a certificate that is good', async () => {
    bench = await DeliveryBench.open(trusting);
    await bench.configure({ url: server.url });
    const id = await bench.save('vscode', 'Encrypted');
    assert.equal((await bench.drain()).state, 'idle');
    assert.deepEqual(server.taken, [id]);
  });

  it('a certificate that nobody vouches for: nothing is sent, and it is said', async () => {
    bench = await DeliveryBench.open({ timeouts: trusting.timeouts });
    await bench.configure({ url: server.url });
    await bench.save('vscode', 'Not for everybody');
    const status = await bench.settle();
    assert.equal(status.state, 'waiting');
    assert.match(status.lastError?.message ?? '', /could not prove who it is/);
    assert.match(status.lastError?.cure ?? '', /certificate/);
    assert.deepEqual(server.seen, []);
  });

  it('through a proxy, which sees the name of the server and nothing else', async () => {
    bench = await DeliveryBench.open(trusting);
    const secret = 'whsec_seen-by-nobody';
    const secrets = [{ kind: 'contox' as const, projectId: bench.projectId, secret }];
    await bench.configure({ url: server.url }, { proxy: `http://user:p%40ss@${proxy.host}`, secrets });
    const id = await bench.save('vscode', 'UNREADABLE on the way');
    assert.equal((await bench.drain()).state, 'idle');
    assert.deepEqual(server.taken, [id]);
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    assert.deepEqual(proxy.asked, [{ target: new URL(server.url).host, authorization }]);
    const passed = Buffer.concat(proxy.passed).toString('latin1');
    assert.ok(passed.length > 200 && !passed.includes('UNREADABLE') && !passed.includes('X-Contox'));
    const stored = JSON.stringify([bench.logged, await bench.details(), bench.db.all('SELECT * FROM delivery_sinks')]);
    assert.ok(!stored.includes('p%40ss') && !stored.includes('p@ss'));
  });

  it('a proxy that wants a login says what to do', async () => {
    bench = await DeliveryBench.open(trusting);
    proxy.answer = 407;
    await bench.configure({ url: server.url }, { proxy: `http://${proxy.host}` });
    await bench.save('vscode', 'Held up');
    const status = await bench.settle();
    assert.match(status.lastError?.cure ?? '', /user name and password/i);
    proxy.answer = 200;
    assert.equal((await bench.drain()).state, 'idle');
    assert.equal(server.taken.length, 1);
  });

  it('around the proxy where the server is listed, and that of the environment where none is named', async () => {
    bench = await DeliveryBench.open({ ...trusting, environment: { HTTPS_PROXY: `http://${proxy.host}` } });
    await bench.configure({ url: server.url }, { noProxy: ['127.0.0.1'] });
    await bench.save('vscode', 'Directly');
    await bench.drain();
    assert.deepEqual([server.taken.length, proxy.asked.length], [1, 0]);
    await bench.configure({ url: server.url });
    await bench.save('vscode', 'Through it');
    await bench.drain();
    assert.deepEqual([server.taken.length, proxy.asked.length], [2, 1]);
  });
});
