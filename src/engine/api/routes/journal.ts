import { addEntryBody, addLinkBody } from '../../../shared/api/bodies';
import { contextEntry, contextLink, contextVersion } from '../../../shared/api/contextAnswers';
import { contextPath, contextVersionPath, linkPath } from '../../../shared/api/paths';
import { listEntriesQuery, pageQuery, projectPageQuery, projectQuery } from '../../../shared/api/queries';
import { context } from '../../../shared/context';
import type { Engine } from '../../engine';
import { ApiError } from '../apiError';
import { slicePage } from '../paging';
import { type Caller, type Route, route } from '../route';
import { ofContext } from './contextSubject';

const common = { tag: 'Contexts', credential: 'bearer' } as const;
const missing = 'Context not found';

export const journalRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    path: '/api/contexts/{contextId}/versions',
    id: 'listContextVersions',
    summary: 'Every version of a context, the newest first.',
    project: ofContext,
    params: contextPath,
    query: pageQuery,
    success: 200,
    response: contextVersion,
    list: true,
    answer: async ({ engine, path, query }) => slicePage(await engine.listContextVersions(path), query, ({ id }) => id),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/contexts/{contextId}/versions/{version}/restore',
    id: 'restoreContextVersion',
    summary: 'Makes an earlier version the current one, as a new version.',
    project: ofContext,
    params: contextVersionPath,
    success: 200,
    response: context,
    errors: [409],
    answer: ({ engine, path, options }) => engine.restoreContextVersion(path, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/context-entries',
    id: 'listEntries',
    summary: 'The journal of a context, the oldest entry first.',
    project: { of: 'subject', missing, find: ({ engine, query: { contextId } }) => engine.getContext({ contextId }) },
    query: listEntriesQuery,
    success: 200,
    response: contextEntry,
    list: true,
    errors: [404],
    answer: async ({ engine, query: { contextId, ...page } }) =>
      slicePage(await engine.listEntries({ contextId }), page, ({ id }) => id),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/context-entries',
    id: 'addEntry',
    summary: 'Adds an entry to the journal of a context. Entries never change.',
    project: { of: 'subject', missing, find: ({ engine, body: { contextId } }) => engine.getContext({ contextId }) },
    body: addEntryBody,
    success: 201,
    response: contextEntry,
    errors: [404, 409],
    answer: ({ engine, body, options }) => engine.addEntry(body, options),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/api/context-links',
    id: 'listLinks',
    summary: 'The links between the contexts of a project.',
    project: { of: 'selected' },
    query: projectPageQuery,
    success: 200,
    response: contextLink,
    list: true,
    answer: async ({ engine, projectId, query }) =>
      slicePage(await engine.listLinks({ projectId }), query, ({ id }) => id),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/context-links',
    id: 'addLink',
    summary: 'Links two contexts.',
    project: { of: 'selected' },
    query: projectQuery,
    body: addLinkBody,
    success: 201,
    response: contextLink,
    errors: [404, 409],
    answer: ({ engine, projectId, body, options }) => engine.addLink({ ...body, projectId }, options),
  }),
  route({
    ...common,
    method: 'DELETE',
    path: '/api/context-links/{linkId}',
    id: 'removeLink',
    summary: 'Removes a link.',
    project: {
      of: 'subject',
      missing: 'Link not found',
      find: ({ engine, caller, path: { linkId } }) => findLink(engine, caller, linkId),
    },
    params: linkPath,
    success: 204,
    errors: [409],
    answer: ({ engine, path, options }) => engine.removeLink(path, options),
  }),
];

async function findLink(engine: Engine, caller: Caller, linkId: string): Promise<{ projectId: string }> {
  for (const projectId of Object.keys(caller.roles)) {
    const links = await engine.listLinks({ projectId });
    if (links.some(({ id }) => id === linkId)) return { projectId };
  }
  throw new ApiError(404, 'Link not found');
}
