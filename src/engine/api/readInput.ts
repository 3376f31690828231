import type { EngineError } from '../../base/engineError';
import { parseParams } from '../requests/parseParams';
import { ApiError } from './apiError';
import type { ApiRequest } from './message';
import type { RouteSchema } from './route';

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The body of a request in the shape of its schema. Throws `ApiError` 400, 413 and 415. */
export async function readBody(schema: RouteSchema<unknown>, request: ApiRequest): Promise<unknown> {
  const bytes = await request.readBody();
  if (bytes.length > 0) checkMediaType(request);
  return check(schema, parseJson(bytes), 'Invalid request body');
}

/** What a query or a path says, in the shape of its schema; the first of several values of one name counts. */
export function readFields(schema: RouteSchema<unknown>, fields: Readonly<Record<string, string>>): unknown {
  return check(schema, fields, 'Invalid parameters');
}

export function queryFields(query: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    if (!Object.hasOwn(fields, name) && name !== '__proto__') fields[name] = value;
  return fields;
}

function checkMediaType({ headers }: ApiRequest): void {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (type.trim() !== 'application/json' || !isUtf8 || encoding.toLowerCase() !== 'identity')
    throw new ApiError(415, 'The body must be application/json');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch (cause) {
    // Neither what was sent nor where it broke is the caller's to hear: they have it.
    throw Object.assign(new ApiError(400, 'Invalid request body'), { cause });
  }
}

function check(schema: RouteSchema<unknown>, value: unknown, sentence: string): unknown {
  try {
    return parseParams(schema, value);
  } catch (error) {
    throw new ApiError(400, sentence, { details: (error as EngineError).details });
  }
}
