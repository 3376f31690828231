import { EngineError, type ErrorCode, type ErrorDetail } from '../../base/engineError';

/** An `EngineError` as plain data. The cause stays where it happened: it is for that side's log. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: readonly ErrorDetail[];
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

export function toWireError(error: EngineError): WireError {
  const { code, message, details, data } = error;
  return { code, message, ...(details && { details }), ...(data && { data }) };
}

export function fromWireError(wire: WireError): EngineError {
  const { code, message, details, data } = wire;
  return new EngineError(code, message, { ...(details && { details }), ...(data && { data }) });
}
