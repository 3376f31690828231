import { EngineError, type ErrorCode, isEngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';

/** Errors that a rule of the domain throws: the call had no effect, and its neighbours in the batch are not concerned. */
const ruleErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'invalid',
  'unauthorized',
  'forbidden',
  'notFound',
  'conflict',
  'cancelled',
  'unavailable',
  'unsupported',
]);

/** Errors of the store itself: whatever is tried next would fail too. */
const storeErrors: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['full', 'readOnly', 'damaged', 'newerStore']);

export function isRuleError(error: unknown): boolean {
  return isEngineError(error) && ruleErrors.has(error.code);
}

export function isStoreError(error: unknown): boolean {
  return isEngineError(error) && storeErrors.has(error.code);
}

/** The facade rejects with `EngineError` only; anything else is a fault of ours and is logged with its cause. */
export function toCallError(error: unknown, method: string, logger: Logger): EngineError {
  if (isEngineError(error)) {
    if (error.code === 'internal') logger.error(`${method} failed: ${error.message}`, error);
    return error;
  }
  logger.error(`${method} failed`, error);
  return new EngineError('internal', 'Contox made a mistake and changed nothing. The log says more.', { cause: error });
}
