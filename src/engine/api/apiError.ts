import { type EngineError, type ErrorCode, type ErrorDetail, isEngineError } from '../../base/engineError';

/** An answer that is no success; `message` is the sentence for the caller. */
export class ApiError extends Error {
  readonly details: readonly ErrorDetail[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(
    readonly status: number,
    message: string,
    more: {
      readonly details?: readonly ErrorDetail[] | undefined;
      readonly headers?: Readonly<Record<string, string>>;
      readonly data?: Readonly<Record<string, unknown>> | undefined;
    } = {},
  ) {
    super(message);
    this.details = more.details;
    this.headers = more.headers ?? {};
    this.data = more.data ?? {};
  }
}

/** The sentences of the Context Spine page; what it says nothing of is said as elsewhere. */
export const spineSentences: Readonly<Record<number, string>> = {
  400: 'Invalid parameters',
  403: 'Insufficient permissions',
  404: "Resource doesn't exist",
};

export const unauthorized = (): ApiError =>
  new ApiError(401, 'Invalid or missing API key', { headers: { 'WWW-Authenticate': 'Bearer' } });
export const forbidden = (message = 'Insufficient permissions'): ApiError => new ApiError(403, message);

/** What the engine's rules refuse is the caller's business and keeps its sentence. */
const ruleStatus: Readonly<Partial<Record<ErrorCode, number>>> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
};

/** What happens to the engine itself: the log says more, and what it says may name places on this machine. */
const faults: Readonly<Partial<Record<ErrorCode, ApiError>>> = {
  unsupported: new ApiError(501, 'Not supported by this server'),
  unavailable: new ApiError(503, 'The store can not be reached right now', { headers: { 'Retry-After': '1' } }),
  cancelled: new ApiError(503, 'The request was cancelled', { headers: { 'Retry-After': '1' } }),
  readOnly: new ApiError(503, 'The store can not be written'),
  damaged: new ApiError(503, 'The store is damaged'),
  newerStore: new ApiError(503, 'The store was written by a newer version'),
  full: new ApiError(507, 'The disk is full'),
};
const mistake = new ApiError(500, 'Something went wrong');

export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return isEngineError(error) ? fromEngine(error) : mistake;
}

function fromEngine(error: EngineError): ApiError {
  const status = ruleStatus[error.code];
  if (status === undefined) return faults[error.code] ?? mistake;
  // A rule of the engine that every caller has to keep, and that is no sentence of its own.
  const message = error.message.startsWith('The input is not valid') ? 'Invalid request body' : error.message;
  return new ApiError(status, message, { details: error.details, data: error.data });
}
