import type * as z from 'zod';
import { EngineError } from '../../base/engineError';

/** The parameters of a call in the shape that its rules rely on; unknown fields are dropped. Throws `invalid`. */
export function parseParams<S extends z.ZodType>(schema: S, params: unknown): z.infer<S> {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const [first] = details;
  const text = first === undefined ? '' : `: ${first.path === '' ? '' : `${first.path}: `}${first.message}`;
  throw new EngineError('invalid', `The input is not valid${text}`, { details });
}
