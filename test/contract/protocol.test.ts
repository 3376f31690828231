import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { ApiBench } from './support/apiBench';

const json = { 'Content-Type': 'application/json' };
const mebibyte = 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

describe('the server', () => {
  let bench: ApiBench;
  /** Waits for slow clients no longer than a test can. */
  let impatient: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
    impatient = await ApiBench.open({ timeouts: { headersMs: 300, requestMs: 600 } });
  });
  after(async () => {
    await bench.close();
    await impatient.close();
  });
  const bearer = (): Record<string, string> => ({ Authorization: `Bearer ${bench.key}` });

  /** With headers that `fetch` does not let through. */
  function raw(method: string, path: string, headers: Record<string, string>, host = '127.0.0.1'): Promise<Answer> {
    const { port } = new URL(bench.server.url);
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ method, path, headers, host, port, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      sent.on('error', reject);
      sent.end();
    });
  }

  it('answers who it is without a credential', async () => {
    const { status, body } = await bench.send({ method: 'GET', path: '/health' });
    assert.deepEqual([status, body], [200, { status: 'ok', version: '0.1.0' }]);
  });

  it('answers at both loopback addresses, and at no other', async () => {
    const { port } = new URL(bench.server.url);
    assert.equal((await raw('GET', '/health', { Host: `[::1]:${port}` }, '::1')).status, 200);
    assert.equal((await raw('GET', '/health', { Host: `localhost:${port}` })).status, 200);
  });

  const hosts = ['example.com', '127.0.0.1', '127.0.0.1:1', 'localhost.example.com', '127.0.0.1.nip.io', '0.0.0.0'];
  for (const host of hosts)
    it(`refuses the host ${host}`, async () => {
      const answer = await raw('GET', '/health', { Host: host });
      assert.deepEqual([answer.status, answer.text], [403, '{"error":"Host not allowed"}']);
      assert.match(String(answer.headers['x-ratelimit-limit']), /^\d+$/);
    });

  for (const origin of ['https://example.com', 'null', 'http://127.0.0.1', 'http://localhost:1', 'vscode-webview://x'])
    for (const method of ['GET', 'OPTIONS'])
      it(`refuses ${method} from ${origin}, and allows no page to read it`, async () => {
        const answer = await raw(method, '/health', { Host: new URL(bench.server.url).host, Origin: origin });
        assert.deepEqual([answer.status, answer.text], [403, '{"error":"Origin not allowed"}']);
        assert.deepEqual(
          Object.keys(answer.headers).filter((name) => name.startsWith('access-control')),
          [],
        );
      });

  it('lets its own origin in', async () => {
    const { host, origin } = new URL(bench.server.url);
    assert.equal((await raw('GET', '/health', { Host: host, Origin: origin })).status, 200);
  });

  const unknown = [
    '/',
    '/api',
    '/api/projects/',
    '//api/projects',
    '/API/projects',
    '/api/%zz',
    '/api/contexts/%ff',
    '*',
  ];
  for (const path of unknown)
    it(`knows no ${path}`, async () => {
      const answer = await raw('GET', path, { Host: new URL(bench.server.url).host });
      assert.deepEqual([answer.status, answer.text], [404, '{"error":"Not found"}']);
    });

  const allowed: readonly (readonly [method: string, path: string, allow: string])[] = [
    ['PUT', '/api/projects', 'GET, HEAD, POST'],
    ['POST', '/api/projects/x', 'GET, HEAD, PATCH, DELETE'],
    ['GET', '/api/v2/ingest', 'POST'],
    ['OPTIONS', '/v1/events', 'POST, GET, HEAD'],
    ['DELETE', '/health', 'GET, HEAD'],
  ];
  for (const [method, path, allow] of allowed)
    it(`allows no ${method} ${path}`, async () => {
      const { status, headers, body } = await bench.send({ method, path });
      assert.deepEqual([status, headers.get('allow'), body], [405, allow, { error: 'Method not allowed' }]);
    });

  it('answers HEAD as GET without the body', async () => {
    const answer = await bench.send({ method: 'HEAD', path: '/api/projects', headers: bearer() });
    assert.deepEqual([answer.status, answer.text], [200, '']);
    assert.equal((await bench.send({ method: 'HEAD', path: '/api/projects' })).status, 401);
  });

  const types: readonly (readonly [type: string | undefined, status: number])[] = [
    ['application/json', 201],
    ['Application/JSON; charset=UTF-8', 201],
    ['application/json; charset="utf-8"', 201],
    ['application/json; charset=utf-16', 415],
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data', 415],
    [undefined, 415],
  ];
  for (const [type, expected] of types)
    it(`answers ${expected} to the type ${type}`, async () => {
      const headers = { ...bearer(), ...(type === undefined ? { 'Content-Type': '' } : { 'Content-Type': type }) };
      const { status, text } = await bench.send({
        method: 'POST',
        path: '/api/projects',
        headers,
        body: '{"name":"T"}',
      });
      assert.equal(status, expected, text);
    });

  it('reads no compressed body', async () => {
    const headers = { ...bearer(), ...json, 'Content-Encoding': 'gzip' };
    assert.equal((await bench.send({ method: 'POST', path: '/api/projects', headers, body: '{}' })).status, 415);
  });

  for (const body of ['{', '', '[', 'null', '"a"', '[]', '{"name":"\\ud800', 'NaN', '{"name":1}x'])
    it(`refuses the body ${JSON.stringify(body)}`, async () => {
      const answer = await bench.send({
        method: 'POST',
        path: '/api/projects',
        headers: { ...bearer(), ...json },
        body,
      });
      assert.equal(answer.status, 400);
      assert.equal((answer.body as { error: string }).error, 'Invalid request body');
    });

  it('refuses text that is no UTF-8', async () => {
    const body = Buffer.from([0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]);
    const answer = await fetch(`${bench.server.url}/api/projects`, {
      method: 'POST',
      headers: { ...bearer(), ...json },
      body,
    });
    assert.deepEqual([answer.status, await answer.json()], [400, { error: 'Invalid request body' }]);
  });

  it('takes a mebibyte and not a byte more, whether it is announced or not', async () => {
    const bodyOf = (size: number): string => `{"name":"T","x":"${'a'.repeat(size - 19)}"}`;
    const send = (size: number): Promise<number> =>
      bench
        .send({ method: 'POST', path: '/api/projects', headers: { ...bearer(), ...json }, body: bodyOf(size) })
        .then(({ status }) => status);
    assert.deepEqual([await send(mebibyte), await send(mebibyte + 1), await send(7 * mebibyte)], [201, 413, 413]);
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let index = 0; index < 3; index++) controller.enqueue(Buffer.alloc(mebibyte / 2, 'a'));
        controller.close();
      },
    });
    const streamed = { method: 'POST', headers: { ...bearer(), ...json }, body: chunks, duplex: 'half' } as const;
    const answer = await fetch(`${bench.server.url}/api/projects`, streamed as RequestInit);
    assert.deepEqual([answer.status, await answer.json()], [413, { error: 'The body has more than 1 MiB' }]);
    const signed = await bench.signed('POST', '/api/v2/ingest', 'a'.repeat(mebibyte + 1));
    assert.equal(signed.status, 413);
  });

  it('answers 200 connections at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        raw('GET', '/api/projects', { Host: new URL(bench.server.url).host, ...bearer() }),
      ),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  });

  const slow: readonly (readonly [says: string, head: string])[] = [
    ['never ends its headers', 'GET /health HTTP/1.1\r\nHost: x\r\n'],
    ['never sends its body', 'POST /api/v2/ingest HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
  ];
  for (const [says, head] of slow)
    it(`lets go of who ${says}, and answers others meanwhile`, async () => {
      const host = new URL(impatient.server.url).host;
      const project = `Host: ${host}\r\nX-Contox-Project: ${impatient.projectId}\r\nX-Contox-Timestamp: ${Math.floor(Date.now() / 1000)}\r\nX-Contox-Signature: sha256=${'0'.repeat(64)}`;
      const sockets = Array.from({ length: 50 }, () => open(head.replace('Host: x', project), impatient));
      assert.equal((await impatient.send({ method: 'GET', path: '/health' })).status, 200);
      const texts = await Promise.all(sockets.map((socket) => socket.ended));
      for (const text of texts) {
        assert.match(text, /^HTTP\/1\.1 408 /);
        assert.match(text, /"error":"The request took too long"/);
      }
    });

  it('answers what is no HTTP with an error in JSON', async () => {
    const text = await open('NONSENSE\r\n\r\n').ended;
    assert.match(text, /^HTTP\/1\.1 400 /);
    assert.match(text, /nosniff[\s\S]*\{"error":"The request is malformed"\}$/);
    const large = await open(`GET /health HTTP/1.1\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`).ended;
    assert.match(large, /^HTTP\/1\.1 431 /);
  });

  function open(text: string, to = bench): { readonly socket: Socket; readonly ended: Promise<string> } {
    const socket = connect(Number(new URL(to.server.url).port), '127.0.0.1');
    socket.write(text);
    const ended = new Promise<string>((resolve, reject) => {
      const chunks: Buffer[] = [];
      socket.on('data', (chunk: Buffer) => chunks.push(chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    });
    return { socket, ended };
  }
});

describe('limits of requests', () => {
  let bench: ApiBench;
  beforeEach(async () => {
    bench = await ApiBench.open({ limits: { contox: 5, spine: 2 } });
  });
  afterEach(() => bench.close());
  const remaining = (headers: Headers): number => Number(headers.get('x-ratelimit-remaining'));

  it('count down, end in 429, and begin anew a minute later', async () => {
    for (const left of [4, 3, 2, 1, 0]) {
      const { status, headers } = await bench.call('GET', '/api/projects');
      assert.deepEqual([status, remaining(headers), headers.get('x-ratelimit-limit')], [200, left, '5']);
    }
    const { status, headers, body } = await bench.call('GET', '/api/projects');
    assert.deepEqual([status, body, remaining(headers)], [429, { error: 'Rate limit exceeded' }, 0]);
    const wait = Number(headers.get('retry-after'));
    assert.ok(wait >= 1 && wait <= 61, String(wait));
    const reset = Number(headers.get('x-ratelimit-reset'));
    assert.ok(reset > Date.now() / 1000 && reset <= Date.now() / 1000 + 61, String(reset));
    bench.clock.aheadMs = 61_000;
    assert.equal((await bench.call('GET', '/api/projects')).status, 200);
  });

  it('are those of each credential, of each service, and of a peer without any', async () => {
    const { key } = await bench.engine.createKey({ name: 'other' });
    for (let index = 0; index < 6; index++) await bench.call('GET', '/api/projects');
    assert.equal((await bench.call('GET', '/api/projects')).status, 429);
    assert.equal((await bench.call('GET', '/api/projects', undefined, key)).status, 200);
    const body = { event: 'session_save', payload: { summary: 'a', changes: [] } };
    assert.equal((await bench.signed('POST', '/api/v2/ingest', body)).status, 202);
    for (const expected of [200, 200, 429]) assert.equal((await bench.call('GET', '/v1/entities')).status, expected);
    for (const expected of [401, 401, 404, 405, 401, 429]) {
      const path = expected === 404 ? '/nope' : expected === 405 ? '/health' : '/api/projects';
      const method = expected === 405 ? 'POST' : 'GET';
      assert.equal((await bench.send({ method, path })).status, expected);
    }
  });

  it('count guesses of keys and signatures under the peer, so that nobody uses up what is for another', async () => {
    const wrong = { secret: 'x' };
    const body = { event: 'session_save', payload: { summary: 'a', changes: [] } };
    for (let index = 0; index < 5; index++)
      assert.equal((await bench.signed('POST', '/api/v2/ingest', body, wrong)).status, 401);
    assert.equal((await bench.call('GET', '/api/projects', undefined, 'contox_sk_x')).status, 429);
    assert.equal((await bench.signed('POST', '/api/v2/ingest', body)).status, 202);
  });
});
