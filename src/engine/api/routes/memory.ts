import { brainQuery, searchQuery } from '../../../shared/api/queries';
import { brain } from '../../../shared/brain';
import { searchHit } from '../../../shared/search';
import { Reply, type Route, route } from '../route';

const common = {
  tag: 'Memory',
  credential: 'bearer',
  project: { of: 'selected' },
  method: 'GET',
  success: 200,
} as const;

/** Reads over all that the memory of a project holds. */
export const memoryRoutes: readonly Route[] = [
  route({
    ...common,
    path: '/api/v2/brain',
    id: 'getBrain',
    summary: 'What is worth knowing of a project at the beginning of a session, as Markdown within a budget of tokens.',
    query: brainQuery,
    response: brain,
    cached: true,
    answer: async ({ engine, projectId, query }) => {
      const { contentHash, ...rest } = await engine.getBrain({ ...query, projectId });
      return new Reply({ ...rest, contentHash }, { etag: `"${contentHash}"` });
    },
  }),
  route({
    ...common,
    path: '/api/v2/search',
    id: 'search',
    summary: 'Full text over contexts, entries, items, findings, sessions and events, the best first.',
    query: searchQuery,
    response: searchHit,
    list: true,
    answer: async ({ engine, projectId, query: { kind, ...query } }) => {
      const kinds = kind === undefined ? {} : { kinds: kind };
      const { items, nextCursor, missing } = await engine.search({ ...query, projectId, ...kinds });
      const headers = missing === undefined ? {} : { 'X-Search-Missing': String(missing) };
      return new Reply(items, { nextCursor, headers });
    },
  }),
];
