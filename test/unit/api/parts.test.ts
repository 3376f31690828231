import assert from 'node:assert/strict';
import { EngineError, type ErrorCode } from '../../../src/base/engineError';
import { checkOrigin } from '../../../src/engine/api/access/checkOrigin';
import { ApiError, toApiError } from '../../../src/engine/api/apiError';
import { createApi } from '../../../src/engine/api/createApi';
import { RouteMatcher } from '../../../src/engine/api/matchRoute';
import type { ApiRequest } from '../../../src/engine/api/message';
import { slicePage } from '../../../src/engine/api/paging';
import { RateLimiter } from '../../../src/engine/api/rateLimiter';
import { createRoutes } from '../../../src/engine/api/routes/allRoutes';
import { FakeEngine } from '../../support/fakeEngine';

const request = (given: Partial<ApiRequest> = {}): ApiRequest => ({
  method: 'GET',
  target: '/',
  headers: {},
  peer: '127.0.0.1',
  readBody: async () => new Uint8Array(),
  ...given,
});
const clock = { now: () => 1_000_000 };

function statusOf(work: () => unknown): number {
  try {
    work();
    return 200;
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error));
    return error.status;
  }
}

describe('the table of routes', () => {
  const routes = createRoutes('1', clock);
  const matcher = new RouteMatcher(routes);

  it('finds every route by its own path, and none by two', () => {
    const fill = (path: string): string => path.replace(/\{\w+\}/g, 'x');
    for (const route of routes) assert.equal(matcher.match(route.method, fill(route.path)).route, route);
    assert.equal(new Set(routes.map(({ method, path }) => `${method} ${fill(path)}`)).size, routes.length);
    assert.ok(routes.length > 50, `${routes.length} routes`);
  });

  it('takes a name before a parameter, and gives parameters decoded', () => {
    assert.equal(matcher.match('GET', '/api/contexts/tree').route.id, 'getContextTree');
    assert.deepEqual(matcher.match('GET', '/api/contexts/a%2Fb').params, { contextId: 'a/b' });
  });

  it('asks for a credential everywhere but where the server tells of itself', () => {
    const open = routes.filter(({ credential }) => credential === 'none').map(({ path }) => path);
    assert.deepEqual(open, ['/health', '/openapi.json']);
  });

  it('knows whose project it is wherever a path names a thing of a project', () => {
    const unguarded = routes.filter(({ path, project }) => path.includes('{') && project.of === 'none');
    // The log decides by the user who asks.
    assert.deepEqual(
      unguarded.map(({ id }) => id),
      ['getEvent'],
    );
  });
});

describe('the limiter', () => {
  it('counts each key for a minute from its first request', () => {
    let now = 500;
    const limiter = new RateLimiter({ now: () => now });
    assert.deepEqual(limiter.take('a', 2), { limit: 2, remaining: 1, resetAt: 61, ok: true });
    now = 60_499;
    assert.deepEqual(limiter.take('a', 2), { limit: 2, remaining: 0, resetAt: 61, ok: true });
    assert.equal(limiter.take('a', 2).ok, false);
    assert.equal(limiter.take('b', 2).ok, true);
    now = 60_500;
    assert.deepEqual(limiter.take('a', 2), { limit: 2, remaining: 1, resetAt: 121, ok: true });
  });
});

describe('the check of hosts and origins', () => {
  const check = (host: string | undefined, origin?: string, port = 4000): number =>
    statusOf(() => checkOrigin(request({ headers: { host, origin } }), port));

  it('lets in the names of the server at its port', () => {
    for (const host of ['127.0.0.1:4000', 'localhost:4000', 'LOCALHOST:4000', '[::1]:4000'])
      assert.equal(check(host), 200, host);
    assert.equal(check('127.0.0.1', undefined, 80), 200);
    assert.equal(check('localhost:4000', 'http://127.0.0.1:4000'), 200);
  });

  it('lets in nothing else', () => {
    for (const host of [
      undefined,
      '',
      '127.0.0.1',
      'evil.example:4000',
      '127.0.0.1:4001',
      '127.0.0.1:4000.evil.example',
    ])
      assert.equal(check(host), 403, host);
    for (const origin of ['', 'null', 'https://127.0.0.1:4000', 'http://127.0.0.1:40000', 'http://evil.example'])
      assert.equal(check('127.0.0.1:4000', origin), 403, origin);
  });
});

describe('pages of whole lists', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const page = (limit?: number, cursor?: string) => {
    const { value, more } = slicePage(items, { limit, cursor }, ({ id }) => id);
    return [(value as typeof items).map(({ id }) => id).join(''), more.nextCursor];
  };

  it('end with the id after which the next one begins', () => {
    assert.deepEqual(page(), ['abcd', undefined]);
    assert.deepEqual(page(2), ['ab', 'b']);
    assert.deepEqual(page(2, 'b'), ['cd', undefined]);
    assert.deepEqual(page(3, 'd'), ['', undefined]);
    assert.equal(
      statusOf(() => page(2, 'x')),
      400,
    );
  });
});

describe('errors of the engine as answers', () => {
  const statuses: Readonly<Record<ErrorCode, number>> = {
    invalid: 400,
    unauthorized: 401,
    forbidden: 403,
    notFound: 404,
    conflict: 409,
    cancelled: 503,
    unavailable: 503,
    readOnly: 503,
    damaged: 503,
    newerStore: 503,
    full: 507,
    unsupported: 501,
    internal: 500,
  };
  for (const [code, status] of Object.entries(statuses) as [ErrorCode, number][])
    it(`${code} is ${status}${status >= 500 ? ', and tells nothing of this machine' : ''}`, () => {
      const error = toApiError(new EngineError(code, 'The file /home/me/contox.db is bad'));
      assert.equal(error.status, status);
      assert.equal(error.message.includes('/home/me'), status < 500);
    });

  it('anything else is a 500 that is logged and says nothing', async () => {
    const logged: string[] = [];
    const log = (message: string, cause?: unknown): void => void logged.push(`${message}: ${String(cause)}`);
    const logger = { debug: log, info: log, warn: log, error: log };
    const { engine } = new FakeEngine({
      getStoreState: async () => {
        throw new TypeError('secret at /home/me');
      },
    });
    const api = createApi({ engine, clock, logger, version: '1' });
    const { status, body, headers } = await api(request({ target: '/health' }));
    assert.deepEqual([status, body], [500, '{"error":"Something went wrong"}']);
    assert.equal(headers['X-RateLimit-Limit'], '200');
    assert.deepEqual(logged, ['GET /health failed: TypeError: secret at /home/me']);
  });
});
