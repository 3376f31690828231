import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { sign } from '../../src/engine/signature';
import { ApiBench, type Received } from './support/apiBench';
import { check, checkShape, isoTime, ulidOf, type World } from './support/check';

const sample = {
  event: 'session_save',
  payload: {
    summary: 'Implemented user authentication with JWT',
    changes: [
      {
        category: 'implementation',
        title: 'JWT auth middleware',
        content: 'Added auth middleware at src/middleware/auth.ts',
      },
    ],
  },
};
const path = '/api/v2/ingest';
const hourMs = 3_600_000;

describe('the page of ingest', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
    Object.assign(world, { project: bench.projectId });
  });
  after(() => bench.close());

  check(() => bench, world, [
    {
      says: 'takes the example',
      request: `POST ${path}`,
      as: 'signature',
      body: sample,
      status: 202,
      gives: { eventId: ulidOf('evt'), sessionId: ulidOf('sess') },
      keep: { event: 'eventId', session: 'sessionId' },
    },
    {
      says: 'takes a digest',
      request: `POST ${path}`,
      as: 'signature',
      body: {
        event: 'git_digest',
        payload: { repository: { root: '/home/me/shop', branch: 'main' }, range: { to: 'abcdef1' }, commits: [] },
      },
      status: 202,
    },
    {
      says: 'takes the result of a scan',
      request: `POST ${path}`,
      as: 'signature',
      body: { event: 'scan_result', payload: { summary: {}, findings: [] } },
      status: 202,
    },
    {
      says: 'takes an update of a context',
      request: `POST ${path}`,
      as: 'signature',
      body: { event: 'context_update', payload: { schemaKey: 'root/a', action: 'create', after: 'text' } },
      status: 202,
    },
    {
      says: 'takes an operation on memory',
      request: `POST ${path}`,
      as: 'signature',
      body: {
        event: 'memory_operation',
        payload: {
          operation: 'create',
          item: { title: 'A', type: 'decision', facts: 'F', schemaKey: 'root/decisions' },
        },
      },
      status: 202,
    },
    {
      says: 'takes no other event',
      request: `POST ${path}`,
      as: 'signature',
      body: { event: 'login', payload: {} },
      status: 400,
      gives: { error: 'Invalid request body', details: [{ path: 'event' }] },
    },
    {
      says: 'needs the required fields',
      request: `POST ${path}`,
      as: 'signature',
      body: { event: 'session_save', payload: { summary: 'x' } },
      status: 400,
      gives: { error: 'Invalid request body', details: [{ path: 'payload.changes' }] },
    },
    {
      says: 'needs JSON',
      request: `POST ${path}`,
      as: 'signature',
      body: '{"event":',
      status: 400,
      gives: { error: 'Invalid request body' },
    },
    {
      says: 'takes no Bearer key',
      request: `POST ${path}`,
      body: sample,
      status: 401,
      gives: { error: 'Invalid signature' },
    },
    {
      says: 'needs a credential',
      request: `POST ${path}`,
      as: 'nobody',
      body: sample,
      status: 401,
      gives: { error: 'Invalid signature' },
    },
    {
      says: 'lists the session',
      request: 'GET /api/v2/sessions',
      status: 200,
      gives: [{ id: '{session}', projectId: '{project}', status: 'active', startedAt: isoTime }],
    },
    {
      says: 'lists by status',
      request: 'GET /api/v2/sessions?projectId={project}&status=failed',
      status: 200,
      gives: [],
    },
    {
      says: 'knows no other status',
      request: 'GET /api/v2/sessions?status=odd',
      status: 400,
      gives: { error: 'Invalid parameters' },
    },
    { says: 'gets it', request: 'GET /api/v2/sessions/{session}', status: 200, gives: { id: '{session}' } },
    {
      says: 'knows no other',
      request: 'GET /api/v2/sessions/sess_nope',
      status: 404,
      gives: { error: 'Session not found' },
    },
    {
      says: 'opens one',
      request: 'POST /api/v2/sessions',
      body: { source: 'cli', summary: 'By hand' },
      status: 201,
      gives: { id: ulidOf('sess'), source: 'cli' },
      keep: { byHand: 'id' },
    },
    {
      says: 'closes it',
      request: 'PATCH /api/v2/sessions/{byHand}',
      body: { status: 'completed' },
      status: 200,
      gives: { status: 'completed', endedAt: isoTime },
    },
    { says: 'shows its events', request: 'GET /api/v2/sessions/{byHand}/events', status: 200 },
    {
      says: 'enriches',
      request: 'POST /api/v2/sessions/{session}/enrich',
      status: 202,
      gives: { jobId: ulidOf('job'), status: 'queued', pipeline: ['enrich', 'embed', 'dedup', 'drift_check'] },
    },
    { says: 'lists jobs', request: 'GET /api/v2/sessions/{session}/jobs', status: 200 },
  ]);

  describe('a signature', () => {
    const now = (): number => Math.floor(bench.clock.now() / 1000);
    const cases: readonly { says: string; answer: () => Promise<Received>; status: number; error: string }[] = [
      {
        says: 'of an unknown project',
        answer: () => bench.signed('POST', path, sample, { projectId: 'proj_nope' }),
        status: 404,
        error: 'Project not found',
      },
      {
        says: 'of an unknown project and badly formed',
        answer: () => bench.signed('POST', path, sample, { projectId: 'proj_nope', signature: 'x' }),
        status: 404,
        error: 'Project not found',
      },
      {
        says: 'badly formed',
        answer: () => bench.signed('POST', path, sample, { signature: 'sha256=ABC' }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'badly formed and late',
        answer: () => bench.signed('POST', path, sample, { signature: 'sha256=ABC', timestamp: 1 }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'in upper case',
        answer: () =>
          bench.signed('POST', path, sample, {
            signature: sign(bench.secret, now(), JSON.stringify(sample)).toUpperCase(),
          }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'with a time that is no number',
        answer: () => bench.signed('POST', path, sample, { timestamp: 'now' }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'with a time in milliseconds',
        answer: () => bench.signed('POST', path, sample, { timestamp: Date.now() }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'with a fraction of a second',
        answer: () => bench.signed('POST', path, sample, { timestamp: `${now()}.5` }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'that is late',
        answer: () => bench.signed('POST', path, sample, { timestamp: now() - 302 }),
        status: 401,
        error: 'Timestamp expired',
      },
      {
        says: 'that is early',
        answer: () => bench.signed('POST', path, sample, { timestamp: now() + 302 }),
        status: 401,
        error: 'Timestamp expired',
      },
      {
        says: 'that is late and wrong',
        answer: () => bench.signed('POST', path, sample, { timestamp: 1, secret: 'x' }),
        status: 401,
        error: 'Timestamp expired',
      },
      {
        says: 'of another secret',
        answer: () => bench.signed('POST', path, sample, { secret: 'x' }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'of another secret over no JSON',
        answer: () => bench.signed('POST', path, '{', { secret: 'x' }),
        status: 401,
        error: 'Invalid signature',
      },
      {
        says: 'of the same JSON in other bytes',
        answer: () =>
          bench.signed('POST', path, `${JSON.stringify(sample)} `, {
            signature: sign(bench.secret, now(), JSON.stringify(sample)),
          }),
        status: 401,
        error: 'Invalid signature',
      },
    ];
    for (const { says, answer, status, error } of cases)
      it(`${says} is refused: ${status} ${error}`, async () => {
        const received = await answer();
        assert.deepEqual([received.status, received.body], [status, { error }]);
        checkShape({ request: `POST ${path}` }, world, received);
      });

    it('is good for five minutes in both directions', async () => {
      for (const seconds of [-299, 299]) {
        const { status } = await bench.signed('POST', path, sample, { timestamp: now() + seconds });
        assert.equal(status, 202);
      }
    });

    it('of the secret before the last rotation is good for a day', async () => {
      const before = bench.secret;
      const { secret: after } = await bench.engine.rotateHmacSecret({ projectId: bench.projectId });
      assert.equal((await bench.signed('POST', path, sample, { secret: before, timestamp: now() + 7 })).status, 202);
      assert.equal((await bench.signed('POST', path, sample, { secret: after, timestamp: now() + 8 })).status, 202);
      bench.clock.aheadMs = 24 * hourMs + 1000;
      assert.equal((await bench.signed('POST', path, sample, { secret: before })).status, 401);
      assert.equal((await bench.signed('POST', path, sample, { secret: after })).status, 202);
      bench.clock.aheadMs = 0;
    });
  });
});

describe('signed requests', () => {
  let bench: ApiBench;
  before(async () => {
    bench = await ApiBench.open();
  });
  after(() => bench.close());

  it('are stored once, whatever number of times they are sent, one after the other or at once', async () => {
    const times = fc.integer({ min: 1, max: 4 });
    const texts = fc.string({ unit: 'grapheme', maxLength: 40 });
    let timestamp = Math.floor(Date.now() / 1000) - 200;
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), times, async (summary, atOnce, more) => {
        timestamp++;
        const body = { event: 'session_save', payload: { summary, changes: [] } };
        const send = (): Promise<Received> => bench.signed('POST', path, body, { timestamp });
        const before = await countEvents(bench);
        const answers = [await send()];
        if (atOnce) answers.push(...(await Promise.all(Array.from({ length: more }, send))));
        else for (let index = 0; index < more; index++) answers.push(await send());
        for (const { status, text } of answers) assert.deepEqual([status, text], [202, answers[0]?.text]);
        assert.equal(await countEvents(bench), before + 1);
      }),
      { numRuns: 100 },
    );
  });

  it('are good for exactly the bytes that were signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.nat(), async (summary, at) => {
        const text = JSON.stringify({ event: 'session_save', payload: { summary, changes: [] } });
        const bytes = Buffer.from(text);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ 1;
        const headers = { 'Content-Type': 'application/json', ...bench.signature(text) };
        const response = await fetch(`${bench.server.url}${path}`, { method: 'POST', headers, body: bytes });
        assert.deepEqual([response.status, await response.json()], [401, { error: 'Invalid signature' }]);
      }),
      { numRuns: 100 },
    );
  });

  for (const vector of vectors())
    it(`agree with the vector: ${vector.name}`, async () => {
      const { secret, timestamp, body, signature } = vector;
      const vectorBench = await withSecret(secret, timestamp);
      try {
        const sent = { 'Content-Type': 'application/json', ...vectorBench.signature(body, { timestamp, signature }) };
        const method = body === '' ? 'GET' : 'POST';
        const at = body === '' ? `/api/v2/genesis/status?projectId=${vectorBench.projectId}` : path;
        const answer = await vectorBench.send({ method, path: at, headers: sent, ...(body === '' ? {} : { body }) });
        // What is signed right gets to the rules: bodies that are no event are refused for that.
        const expected = body === '' ? 200 : body.includes('session_save') ? 202 : 400;
        assert.equal(answer.status, expected, answer.text);
      } finally {
        await vectorBench.close();
      }
    });
});

interface Vector {
  readonly name: string;
  readonly secret: string;
  readonly timestamp: number;
  readonly body: string;
  readonly signature: string;
}

function vectors(): Vector[] {
  const text = readFileSync(join(__dirname, '..', 'fixtures', 'hmac.json'), 'utf8');
  return (JSON.parse(text) as { cases: Vector[] }).cases;
}

/** A server at the time of a vector, with its secret. */
async function withSecret(secret: string, timestamp: number): Promise<ApiBench> {
  const bench = await ApiBench.open({ secret });
  bench.clock.aheadMs = timestamp * 1000 - Date.now();
  return bench;
}

async function countEvents(bench: ApiBench): Promise<number> {
  const { items } = await bench.engine.listEvents({ projectId: bench.projectId, eventType: 'session.*', limit: 200 });
  return items.length;
}
