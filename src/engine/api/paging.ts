import { ApiError } from './apiError';
import { Reply } from './route';

/** One page of a list that the engine gives whole; the cursor is the id of the last item before it. */
export function slicePage<T>(
  items: readonly T[],
  { limit = 100, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
  idOf: (item: T) => string,
): Reply {
  const start = cursor === undefined ? 0 : 1 + items.findIndex((item) => idOf(item) === cursor);
  if (cursor !== undefined && start === 0)
    throw new ApiError(400, 'Invalid parameters', {
      details: [{ path: 'cursor', message: 'is not one of this list' }],
    });
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + limit < items.length && last !== undefined;
  return new Reply(page, { nextCursor: more ? idOf(last) : undefined });
}
