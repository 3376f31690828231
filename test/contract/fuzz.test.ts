import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Api } from '../../src/engine/api/createApi';
import { createApi } from '../../src/engine/api/createApi';
import type { ApiResponse } from '../../src/engine/api/message';
import { sign } from '../../src/engine/signature';
import { version } from '../../src/shared/version';
import { repositoryRoot } from '../architecture/sources';
import { ApiBench } from './support/apiBench';

const runs = 10_000;
/** Whatever would tell of the inside: stack frames, modules of Node, sources, folders, SQL. */
const leaks = [
  /\n\s+at /,
  /node:internal/,
  /\.(?:ts|js|cjs|mjs):\d/,
  /SQLITE|syntax error|UNIQUE constraint/i,
  /node_modules/,
  /Cannot (?:read|set) propert/,
  /is not a function|is not iterable|Unexpected token/,
];

/** Right requests, of which some parts are made wrong. */
const seeds: readonly (readonly [method: string, path: string, body: unknown])[] = [
  ['POST', '/api/projects', { name: 'P', visibility: 'private' }],
  ['PATCH', '/api/projects/{project}', { name: 'P', repoUrl: 'https://github.com/a/b', aiTier: null, localPath: '/x' }],
  ['POST', '/api/projects/{project}/members', { email: 'a@example.com', role: 'member' }],
  ['DELETE', '/api/projects/{project}/members', { userId: 'user_x' }],
  ['POST', '/api/keys', { name: 'k', kind: 'contox' }],
  ['DELETE', '/api/keys', { keyId: 'key_x' }],
  ['POST', '/api/contexts', { name: 'C', content: '# C', schemaKey: 'root/a', tier: 1, parentContextId: null }],
  ['PATCH', '/api/contexts/{context}', { name: 'C', version: 1, order: 2 }],
  ['POST', '/api/contexts/{context}/approve', { action: 'approve' }],
  ['POST', '/api/contexts/{context}/compact', undefined],
  [
    'POST',
    '/api/contexts/populate',
    { source: 's', nodes: [{ schemaKey: 'root/b', name: 'B', content: 'x', tier: 2 }] },
  ],
  ['POST', '/api/context-entries', { contextId: '{context}', title: 'T', content: 'x', tags: ['a'] }],
  [
    'POST',
    '/api/context-links',
    { fromSchemaKey: 'root/a', toSchemaKey: 'root', linkType: 'related', confidence: 0.5 },
  ],
  ['POST', '/api/v2/sessions', { source: 'cli', startedAt: '2025-01-01T00:00:00Z' }],
  [
    'POST',
    '/api/v2/items',
    { title: 'T', type: 'bug', facts: 'F', files: ['a'], evidence: [{ path: 'a', startLine: 1 }] },
  ],
  ['POST', '/v1/events', { event_type: 'a.b', event_time: '2025-01-01T00:00:00Z', source: 's', payload: { a: [1] } }],
  ['POST', '/api/v2/genesis/cancel', { projectId: '{project}' }],
  [
    'POST',
    '/api/v2/ingest',
    { event: 'session_save', payload: { summary: 's', changes: [{ category: 'bugs', title: 't', content: 'c' }] } },
  ],
  [
    'POST',
    '/api/v2/ingest',
    { event: 'git_digest', payload: { repository: { root: '/r', branch: 'b' }, range: { to: 'abcdef' }, commits: [] } },
  ],
  ['POST', '/api/v2/ingest', { event: 'scan_result', payload: { summary: {}, findings: [] } }],
  [
    'POST',
    '/api/v2/ingest',
    { event: 'context_update', payload: { schemaKey: 'root/a', action: 'update', after: { content: 'x' } } },
  ],
  [
    'POST',
    '/api/v2/ingest',
    { event: 'memory_operation', payload: { operation: 'create', item: { title: 'T', type: 'bug', facts: '' } } },
  ],
  ['GET', '/api/projects?limit=5', undefined],
  ['GET', '/api/contexts?projectId={project}&limit=5&cursor=x', undefined],
  ['GET', '/api/contexts/tree', undefined],
  ['GET', '/api/context-entries?contextId={context}', undefined],
  ['GET', '/api/v2/sessions?status=active&cursor=1', undefined],
  ['GET', '/api/v2/items?minImportance=2&schemaKey=root/*', undefined],
  ['GET', '/api/v2/brain?projectId={project}&budget=300&drafts=true', undefined],
  ['GET', '/api/v2/search?q=c%20%22x%22&kind=context,event&state=draft&limit=3&cursor=0', undefined],
  ['GET', '/api/v2/genesis/results?projectId={project}&layer=security', undefined],
  ['GET', '/v1/events?event_type=a.*&as_of=2025-01-01T00:00:00Z&cursor=1_1', undefined],
  ['GET', '/v1/entities?entity_type=a&cursor=W10', undefined],
];

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    "' OR 1=1 --",
    '%00',
    '9'.repeat(400),
  ),
);
const anything = fc.oneof(
  texts,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(-1, 0, 1.5, 1e308, -0, Number.MAX_SAFE_INTEGER + 1, null, true, [], {}, '1e999', [[[[]]]]),
  fc.integer({ min: 1, max: 2000 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
);

interface Mutation {
  readonly seed: number;
  readonly at: readonly number[];
  readonly value: unknown;
  readonly kind: 'none' | 'value' | 'drop' | 'add' | 'body' | 'bytes' | 'path';
  readonly text: string;
  readonly credential: 'right' | 'wrong' | 'none';
}
const mutations = fc.record<Mutation>({
  seed: fc.nat(seeds.length - 1),
  at: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
  value: anything,
  kind: fc.constantFrom('none', 'value', 'value', 'value', 'value', 'drop', 'add', 'body', 'bytes', 'path', 'path'),
  text: texts,
  credential: fc.constantFrom('right', 'right', 'right', 'right', 'right', 'right', 'wrong', 'none'),
});

describe('requests of any kind', function () {
  this.timeout(60_000);
  let bench: ApiBench;
  let api: Api;
  let contextId = '';
  before(async () => {
    bench = await ApiBench.open();
    const { engine, clock, projectId } = bench;
    ({ id: contextId } = await engine.createContext({ projectId, name: 'C' }));
    const logger = {
      debug: noLog,
      info: noLog,
      warn: noLog,
      error: (message: string, cause?: unknown) => void faults.push(`${message} ${String(cause)}`),
    };
    api = createApi({ engine, clock, logger, version, limits: { contox: 1e9, spine: 1e9 } });
  });
  after(() => bench.close());
  const faults: string[] = [];
  const noLog = (): void => undefined;

  it(`never get a 500, nor learn of the inside (${runs} of them)`, async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(mutations, async (mutation) => {
        const answer = await send(mutation);
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        checkAnswer(answer);
      }),
      { numRuns: runs, interruptAfterTimeLimit: 50_000, markInterruptAsFailure: true },
    );
    assert.deepEqual(faults, []);
    // The mutations reach the rules: a good part is answered with what was asked for, and each refusal occurs.
    for (const status of [200, 201, 202, 400, 401, 404]) assert.ok(statuses.has(status), `${status}`);
  });

  it('leave the log whole', async () => {
    const check = await bench.engine.verifyEvents({ projectId: bench.projectId });
    assert.equal(check.ok, true);
  });

  function checkAnswer({ status, body = '', headers }: ApiResponse): void {
    assert.ok(status < 500, `${status} ${body}`);
    assert.equal(headers['X-Content-Type-Options'], 'nosniff');
    if (body !== '') JSON.parse(body);
    if (status < 400) return;
    // What was sent may be named again in a message; what is looked for is what nobody sent.
    for (const leak of leaks) assert.doesNotMatch(body, leak);
    for (const place of [repositoryRoot, bench.folder, process.cwd()]) assert.ok(!body.includes(place), body);
  }

  function send(mutation: Mutation): Promise<ApiResponse> {
    const [method, pathSeed, bodySeed] = seeds[mutation.seed] ?? ['GET', '/', undefined];
    const fill = (text: string): string =>
      text.replaceAll('{project}', bench.projectId).replaceAll('{context}', contextId);
    const target = mutatePath(fill(pathSeed), mutation);
    const right = bodySeed === undefined ? undefined : fill(JSON.stringify(bodySeed));
    const body = mutateBody(right, mutation);
    return api({
      method,
      target,
      headers: {
        ...credential(target, body, mutation),
        ...(body.length === 0 ? {} : { 'content-type': 'application/json' }),
      },
      peer: 'test',
      readBody: async () => body,
    });
  }

  function credential(target: string, body: Buffer, { credential: kind }: Mutation): Record<string, string> {
    if (kind === 'none') return {};
    const isWrong = kind === 'wrong';
    if (!target.startsWith('/api/v2/ingest')) return { authorization: `Bearer ${isWrong ? 'contox_sk_x' : bench.key}` };
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = sign(isWrong ? 'x' : bench.secret, timestamp, body);
    const project = bench.projectId;
    return { 'x-contox-project': project, 'x-contox-timestamp': `${timestamp}`, 'x-contox-signature': signature };
  }
});

function mutatePath(path: string, { kind, text, at: [at = 0] }: Mutation): string {
  if (kind !== 'path') return path;
  const encoded = at % 2 === 0 ? encodeText(text) : text.replace(/[^!-~]/g, '');
  const [head = '', query] = path.split('?');
  if (query === undefined) return head.replace(/[^/]+$/, encoded);
  const pairs = query.split('&');
  const index = at % pairs.length;
  return `${head}?${pairs.map((pair, place) => (place === index ? `${pair.split('=')[0]}=${encoded}` : pair)).join('&')}`;
}

/** Half a surrogate has no UTF-8, so no client could send it either. */
function encodeText(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}

function mutateBody(right: string | undefined, { kind, at, value, text }: Mutation): Buffer {
  if (kind === 'body') return Buffer.from(JSON.stringify(value));
  if (right === undefined) return Buffer.alloc(0);
  if (kind === 'bytes') return mutateBytes(Buffer.from(right), at);
  const body = JSON.parse(right) as unknown;
  if (kind === 'value' || kind === 'drop' || kind === 'add') mutateMember(body, { kind, at, value, text });
  return Buffer.from(JSON.stringify(body));
}

function mutateBytes(bytes: Buffer, at: readonly number[]): Buffer {
  const mutated = Buffer.from(bytes);
  for (const step of at) mutated[(step * 7) % mutated.length] = (step * 13) % 256;
  return mutated;
}

/** Walks down by the numbers and changes the member where they end. */
function mutateMember(
  body: unknown,
  { kind, at, value, text }: Pick<Mutation, 'kind' | 'at' | 'value' | 'text'>,
): void {
  let place = body as Record<string, unknown>;
  for (const [depth, step] of at.entries()) {
    const keys = Object.keys(place);
    const key = keys[step % Math.max(1, keys.length)] ?? 'x';
    const next = place[key];
    if (depth < at.length - 1 && typeof next === 'object' && next !== null) {
      place = next as Record<string, unknown>;
      continue;
    }
    if (kind === 'value') place[key] = value;
    else if (kind === 'drop') delete place[key];
    else Object.defineProperty(place, text, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
}
