import type { ProjectRule } from '../route';

interface ContextParams {
  readonly contextId: string;
}

/** The project is that of the context in the path. */
export const ofContext = {
  of: 'subject',
  missing: 'Context not found',
  find: ({ engine, path }) => engine.getContext({ contextId: (path as ContextParams).contextId }),
} as const satisfies ProjectRule<unknown, unknown, unknown>;
