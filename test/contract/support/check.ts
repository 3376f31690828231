import assert from 'node:assert/strict';
import { systemClock } from '../../../src/base/clock';
import { RouteMatcher } from '../../../src/engine/api/matchRoute';
import { createRoutes } from '../../../src/engine/api/routes/allRoutes';
import { errorAnswer } from '../../../src/shared/api/commonAnswers';
import type { ApiBench, Received } from './apiBench';

/** One exchange of a page: what is sent, and what has to come back. */
export interface Exchange {
  readonly says: string;
  /** `GET /api/contexts/{context}?x=1`; names in braces are those of the world. */
  readonly request: string;
  readonly body?: unknown;
  /** `bearer` unless said otherwise; a name of the world stands for another key. */
  readonly as?: 'signature' | 'nobody' | (string & {});
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** Members of the answer that are looked at, deeply; a regular expression for what is not known before. */
  readonly gives?: unknown;
  /** Keeps a member of the answer in the world, for later exchanges. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** Names for what a test makes: ids, keys. */
export type World = Record<string, string>;

const matcher = new RouteMatcher(createRoutes('', systemClock));

interface Parsed {
  parse(value: unknown): unknown;
  array(): Parsed;
}

/** Runs exchanges in order as tests, each against what the one before left. */
export function check(bench: () => ApiBench, world: World, exchanges: readonly Exchange[]): void {
  for (const exchange of exchanges)
    it(`${exchange.status} ${exchange.says}`, async () => {
      const answer = await send(bench(), world, exchange);
      assert.equal(answer.status, exchange.status, answer.text);
      checkShape(exchange, world, answer);
      if ('gives' in exchange) assertLike(answer.body, fill(exchange.gives, world), 'answer');
      for (const [name, member] of Object.entries(exchange.keep ?? {}))
        world[name] = String(
          member.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], answer.body),
        );
    });
}

function send(bench: ApiBench, world: World, exchange: Exchange): Promise<Received> {
  const [method = '', path = ''] = (fill(exchange.request, world) as string).split(' ');
  const body = fill(exchange.body, world);
  const { as = 'bearer' } = exchange;
  if (as === 'signature') return bench.signed(method, path, body);
  const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const credential: Record<string, string> =
    as === 'nobody' ? {} : { Authorization: `Bearer ${as === 'bearer' ? bench.key : world[as]}` };
  const headers = { ...type, ...credential, ...(fill(exchange.headers, world) as Record<string, string> | undefined) };
  return bench.send({ method, path, headers, body });
}

/** Each answer has the headers that all have, and the members that its schema gives it: no more and no less. */
export function checkShape({ request }: Pick<Exchange, 'request'>, world: World, answer: Received): void {
  for (const name of ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'])
    assert.match(answer.headers.get(name) ?? '', /^\d+$/, name);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(answer.headers.get('access-control-allow-origin'), null);
  if (answer.status === 204) {
    assert.equal(answer.text, '');
    return;
  }
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
  if (answer.status >= 400) {
    assert.deepEqual(errorAnswer.parse(answer.body), answer.body);
    return;
  }
  const [method = '', target = ''] = (fill(request, world) as string).split(' ');
  const { route } = matcher.match(method, target.split('?')[0] ?? '');
  const schema = route.response as unknown as Parsed | undefined;
  if (schema === undefined) return;
  assert.deepEqual((route.list === true ? schema.array() : schema).parse(answer.body), answer.body);
}

/** Puts the names of the world into every text of a value. */
function fill(value: unknown, world: World): unknown {
  if (typeof value === 'string') return value.replace(/\{(\w+)\}/g, (whole, name: string) => world[name] ?? whole);
  if (Array.isArray(value)) return value.map((item) => fill(item, world));
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, world)]));
}

export function assertLike(actual: unknown, pattern: unknown, place: string): void {
  if (pattern instanceof RegExp) {
    assert.match(String(actual), pattern, place);
  } else if (Array.isArray(pattern)) {
    assert.ok(Array.isArray(actual), `${place} is a list`);
    assert.equal(actual.length, pattern.length, `${place}: ${JSON.stringify(actual)}`);
    for (const [index, item] of pattern.entries()) assertLike(actual[index], item, `${place}[${index}]`);
  } else if (typeof pattern === 'object' && pattern !== null) {
    assert.ok(typeof actual === 'object' && actual !== null, `${place}: ${JSON.stringify(actual)}`);
    for (const [key, part] of Object.entries(pattern))
      assertLike((actual as Record<string, unknown>)[key], part, `${place}.${key}`);
  } else assert.deepEqual(actual, pattern, place);
}

/** Times are ISO 8601 UTC with milliseconds. */
export const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
export const ulidOf = (prefix: string): RegExp => new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`);
