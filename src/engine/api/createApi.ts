import type { Clock } from '../../base/clock';
import type { Logger } from '../../base/logger';
import type { Engine } from '../engine';
import { authenticate } from './access/authenticate';
import { checkOrigin } from './access/checkOrigin';
import { SignatureCheck } from './access/checkSignature';
import { findProject, roleIn } from './access/findProject';
import { ApiError, toApiError } from './apiError';
import { RouteMatcher } from './matchRoute';
import type { ApiRequest, ApiResponse } from './message';
import { RateLimiter, type RateState } from './rateLimiter';
import { queryFields, readBody, readFields } from './readInput';
import { failure, success } from './respond';
import { Reply, type Route, type RouteCall } from './route';
import { createRoutes } from './routes/allRoutes';

export interface ApiOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly version: string;
  /** Requests a minute for each credential. */
  readonly limits?: RateLimits;
  /** Port of the server, once it is known; absent in process, where there is no `Host` to look at. */
  readonly port?: () => number;
}

export interface RateLimits {
  readonly contox: number;
  readonly spine: number;
}

/** Those of the hosted services; Context Spine's depends on the plan. */
export const planLimits: Readonly<Record<'starter' | 'pro', RateLimits>> = {
  starter: { contox: 200, spine: 60 },
  pro: { contox: 200, spine: 300 },
};

/** Answers one request. Never rejects: what goes wrong is an answer, too. */
export type Api = (request: ApiRequest) => Promise<ApiResponse>;

/** All routes over an engine, in process; `serveApi` puts them on the loopback network. */
export function createApi(options: ApiOptions): Api {
  const pipeline = new Pipeline(options);
  return (request) => pipeline.answer(request);
}

interface Place {
  readonly isSpine: boolean;
  readonly path: string;
  readonly query: string;
}

class Pipeline {
  private readonly matcher: RouteMatcher;
  private readonly limiter: RateLimiter;
  private readonly signatures: SignatureCheck;
  private readonly limits: RateLimits;

  constructor(private readonly options: ApiOptions) {
    const { engine, clock, version, limits = planLimits.starter } = options;
    this.matcher = new RouteMatcher(createRoutes(version, clock));
    this.limiter = new RateLimiter(clock);
    this.signatures = new SignatureCheck(engine, clock);
    this.limits = limits;
  }

  async answer(request: ApiRequest): Promise<ApiResponse> {
    const [path = '', ...rest] = request.target.split('?');
    const place: Place = { path, query: rest.join('?'), isSpine: path.startsWith('/v1/') };
    let rate: RateState | undefined;
    try {
      if (this.options.port) checkOrigin(request, this.options.port());
      const { route, params } = this.matcher.match(request.method, path);
      const { engine } = this.options;
      const parts = { engine, signatures: this.signatures };
      const caller = await authenticate(parts, route.credential, request, place.isSpine);
      rate = this.count(place, caller.rateKey === '' ? peerKey(request) : caller.rateKey);
      const call = { engine, caller, options: optionsOf(request), path: params, query: {}, body: {}, projectId: '' };
      return success(route, request, await this.run(route, request, place, call), rate);
    } catch (error) {
      return this.explain(error, place, request, rate);
    }
  }

  private async run(route: Route, request: ApiRequest, place: Place, start: RouteCall): Promise<Reply> {
    let call = start;
    if (route.params) call = { ...call, path: readFields(route.params, call.path as Record<string, string>) };
    // Who may not see a project learns nothing from what is said of their input.
    if (route.project.of === 'path') await findProject(route, request, call);
    if (route.query) call = { ...call, query: readFields(route.query, queryFields(place.query)) };
    if (route.body) call = { ...call, body: await readBody(route.body, request) };
    const projectId = await this.projectOf(route, request, call);
    const value = await route.answer({ ...call, projectId });
    if (route.project.of === 'answer') {
      const { projectId: owner } = value as { readonly projectId: string };
      if (roleIn(call.caller, owner) === undefined) throw new ApiError(404, route.project.missing);
    }
    return value instanceof Reply ? value : new Reply(value);
  }

  private projectOf(route: Route, request: ApiRequest, call: RouteCall): Promise<string> | string {
    return route.project.of === 'none' || route.project.of === 'answer' ? '' : findProject(route, request, call);
  }

  /** Throws `ApiError` 429 where there were too many. */
  private count({ isSpine }: Place, key: string): RateState {
    const limit = isSpine ? this.limits.spine : this.limits.contox;
    const rate = this.limiter.take(`${isSpine ? 'spine' : 'contox'} ${key}`, limit);
    if (!rate.ok) throw new RateExceeded(rate);
    return rate;
  }

  private explain(error: unknown, place: Place, request: ApiRequest, known: RateState | undefined): ApiResponse {
    let rate = known;
    let shown = error;
    try {
      if (!(error instanceof RateExceeded)) rate ??= this.count(place, peerKey(request));
    } catch (tooMany) {
      shown = tooMany;
    }
    if (shown instanceof RateExceeded) {
      const wait = Math.max(1, shown.rate.resetAt - Math.floor(this.options.clock.now() / 1000));
      const limited = new ApiError(429, shown.message, { headers: { 'Retry-After': String(wait) } });
      return failure(limited, request, shown.rate, place.isSpine);
    }
    const apiError = toApiError(shown);
    if (apiError.status === 500) this.options.logger.error(`${request.method} ${place.path} failed`, shown);
    return failure(apiError, request, rate, place.isSpine);
  }
}

class RateExceeded extends Error {
  constructor(readonly rate: RateState) {
    super('Rate limit exceeded');
  }
}

const peerKey = (request: ApiRequest): string => `peer ${request.peer}`;
const optionsOf = ({ signal }: ApiRequest): { signal?: AbortSignal } => (signal ? { signal } : {});
