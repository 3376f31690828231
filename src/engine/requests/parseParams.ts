import { EngineError } from '../../base/engineError';

/** The part of a schema that is needed here, so that zod itself stays in `shared`. */
export interface ParamsSchema<T> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The parameters of a call in the shape that its rules rely on; unknown fields are dropped. Throws `invalid`. */
export function parseParams<T>(schema: ParamsSchema<T>, params: unknown): T {
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
