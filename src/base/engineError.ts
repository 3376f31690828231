/**
 * What went wrong, for programs. `message` is for people and says what to do next.
 * - `invalid`: the input breaks a rule; `details` says which field
 * - `readOnly`: the store's folder or the project can't be written; `full`: the disk is full
 * - `damaged`: the store file is not a usable database; `newerStore`: it was written by a newer program
 * - `unavailable`: the owner of the store can't be reached right now
 */
export type ErrorCode =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'cancelled'
  | 'unavailable'
  | 'readOnly'
  | 'full'
  | 'damaged'
  | 'newerStore'
  | 'unsupported'
  | 'internal';

export interface ErrorDetail {
  readonly path: string;
  readonly message: string;
}

export interface EngineErrorOptions {
  readonly cause?: unknown;
  readonly details?: readonly ErrorDetail[];
  /** Plain facts for programs, for example `{currentVersion: 3}` of a version conflict. */
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

/** The one error that crosses the facade. */
export class EngineError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[] | undefined;
  readonly data: Readonly<Record<string, string | number | boolean>> | undefined;

  constructor(code: ErrorCode, message: string, options: EngineErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'EngineError';
    this.code = code;
    this.details = options.details;
    this.data = options.data;
  }
}

export function isEngineError(value: unknown, code?: ErrorCode): value is EngineError {
  return value instanceof EngineError && (code === undefined || value.code === code);
}
