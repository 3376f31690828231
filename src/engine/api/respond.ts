import { type ApiError, spineSentences } from './apiError';
import type { ApiRequest, ApiResponse } from './message';
import { type RateState, rateHeaders } from './rateLimiter';
import { JsonText, type Reply, type Route } from './route';

const always: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};
const json: Readonly<Record<string, string>> = { ...always, 'Content-Type': 'application/json; charset=utf-8' };

export function success(route: Route, request: ApiRequest, { value, more }: Reply, rate: RateState): ApiResponse {
  if (route.success === 204) return { status: 204, headers: { ...always, ...rateHeaders(rate) }, body: undefined };
  const link: Record<string, string> =
    more.nextCursor === undefined ? {} : { Link: `<${nextPage(request, more.nextCursor)}>; rel="next"` };
  const { etag } = more;
  if (etag !== undefined && namesTag(request, etag))
    return { status: 304, headers: { ...always, ...cached(etag), ...rateHeaders(rate) }, body: undefined };
  return {
    status: more.status ?? route.success,
    headers: { ...json, ...(etag === undefined ? {} : cached(etag)), ...rateHeaders(rate), ...link, ...more.headers },
    body: value instanceof JsonText ? value.text : JSON.stringify(value),
  };
}

/** It may be kept by who asked, and has to be asked for again each time. */
const cached = (etag: string): Record<string, string> => ({ ETag: etag, 'Cache-Control': 'private, no-cache' });

function namesTag({ headers }: ApiRequest, etag: string): boolean {
  const named = (headers['if-none-match'] ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return named.includes(etag) || named.includes('*');
}

export function failure(
  { status, message, details, data, headers }: ApiError,
  request: ApiRequest,
  rate: RateState | undefined,
  isSpine: boolean,
): ApiResponse {
  // Malformed JSON is said everywhere in the same words.
  const isMalformed = message === 'Invalid request body' && details === undefined;
  const sentence = isSpine && !isMalformed ? (spineSentences[status] ?? message) : message;
  const body = { error: sentence, ...(details === undefined ? {} : { details }), ...data };
  return {
    status,
    headers: { ...json, ...(rate ? rateHeaders(rate) : {}), ...headers },
    body: request.method === 'HEAD' ? undefined : JSON.stringify(body),
  };
}

/** The same address with another cursor; whole where the server's name is known. */
function nextPage({ target, headers }: ApiRequest, cursor: string): string {
  const [path = '', query = ''] = target.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  const { host } = headers;
  return `${host === undefined ? '' : `http://${host}`}${path}?${parameters}`;
}
