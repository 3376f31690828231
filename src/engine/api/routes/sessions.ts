import { createSessionBody } from '../../../shared/api/bodies';
import { sessionPath } from '../../../shared/api/paths';
import { listSessionsQuery, pageQuery, projectQuery } from '../../../shared/api/queries';
import { enrichJob, enrichStarted, session, updateSessionBody } from '../../../shared/session';
import { spineEvent } from '../../../shared/spine';
import { slicePage } from '../paging';
import { type ProjectRule, pageReply, Reply, type Route, route } from '../route';
import { toSpineEvent } from './toSpineEvent';

const common = { tag: 'Sessions', credential: 'bearer' } as const;
const missing = 'Session not found';

/** The project is that of the session in the path. */
const ofSession = {
  of: 'subject',
  missing,
  find: ({ engine, path }) => engine.getSession({ sessionId: (path as { readonly sessionId: string }).sessionId }),
} as const satisfies ProjectRule<unknown, unknown, unknown>;

export const sessionRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    path: '/api/v2/sessions',
    id: 'listSessions',
    summary: 'The sessions of a project, the newest first.',
    project: { of: 'selected' },
    query: listSessionsQuery,
    success: 200,
    response: session,
    list: true,
    answer: async ({ engine, projectId, query }) => pageReply(await engine.listSessions({ ...query, projectId })),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/v2/sessions',
    id: 'createSession',
    summary: 'Opens a session.',
    project: { of: 'selected' },
    query: projectQuery,
    body: createSessionBody,
    success: 201,
    response: session,
    errors: [409],
    answer: ({ engine, projectId, body, options }) => engine.createSession({ ...body, projectId }, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/v2/sessions/{sessionId}',
    id: 'getSession',
    summary: 'One session.',
    project: { of: 'answer', missing },
    params: sessionPath,
    success: 200,
    response: session,
    answer: ({ engine, path }) => engine.getSession(path),
  }),
  route({
    ...common,
    method: 'PATCH',
    path: '/api/v2/sessions/{sessionId}',
    id: 'updateSession',
    summary: 'Changes the status or summary of a session.',
    project: ofSession,
    params: sessionPath,
    body: updateSessionBody,
    success: 200,
    response: session,
    errors: [409],
    answer: ({ engine, path, body, options }) => engine.updateSession({ ...body, ...path }, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/v2/sessions/{sessionId}/events',
    id: 'listSessionEvents',
    summary: 'The events of a session, the oldest first.',
    project: ofSession,
    params: sessionPath,
    query: pageQuery,
    success: 200,
    response: spineEvent,
    list: true,
    answer: async ({ engine, path, query }) => {
      const { items, nextCursor } = await engine.listSessionEvents({ ...query, ...path });
      return new Reply(items.map(toSpineEvent), { nextCursor });
    },
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/v2/sessions/{sessionId}/enrich',
    id: 'enrichSession',
    summary: 'Queues the work that makes items of a session.',
    project: ofSession,
    params: sessionPath,
    success: 202,
    response: enrichStarted,
    errors: [409],
    answer: ({ engine, path, options }) => engine.enrichSession(path, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/v2/sessions/{sessionId}/jobs',
    id: 'listJobs',
    summary: 'The jobs of a session, the newest first.',
    project: ofSession,
    params: sessionPath,
    query: pageQuery,
    success: 200,
    response: enrichJob,
    list: true,
    answer: async ({ engine, path, query }) => slicePage(await engine.listJobs(path), query, ({ id }) => id),
  }),
];
