import { hmacSecret, hmacSecretRotated } from '../../../shared/api/keyAnswers';
import { projectPath } from '../../../shared/api/paths';
import { pageQuery } from '../../../shared/api/queries';
import { apiKey, createKeyBody, deleteKeyBody, keyCreated } from '../../../shared/key';
import { slicePage } from '../paging';
import { type Caller, type Route, route } from '../route';

const common = { tag: 'Keys', credential: 'bearer', project: { of: 'none' } } as const;
const secret = {
  tag: 'Keys',
  credential: 'bearer',
  project: { of: 'path' },
  params: projectPath,
  role: 'admin',
  success: 200,
} as const;

const actorOf = ({ userId }: Caller): { actorId?: string } => (userId === undefined ? {} : { actorId: userId });

export const keyRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    path: '/api/keys',
    id: 'listKeys',
    summary: 'The keys that the caller may delete, without the keys themselves.',
    query: pageQuery,
    success: 200,
    response: apiKey,
    list: true,
    answer: async ({ engine, caller, query }) =>
      slicePage(await engine.listKeys(actorOf(caller)), query, ({ id }) => id),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/api/keys',
    id: 'createKey',
    summary: 'Makes a key, for the caller or a member; it is shown this once.',
    body: createKeyBody,
    success: 201,
    response: keyCreated,
    errors: [403, 404],
    answer: ({ engine, caller, body, options }) => engine.createKey({ ...body, ...actorOf(caller) }, options),
  }),
  route({
    ...common,
    method: 'DELETE',
    path: '/api/keys',
    id: 'deleteKey',
    summary: 'Deletes a key; requests with it are refused from then on.',
    body: deleteKeyBody,
    success: 204,
    errors: [404],
    answer: ({ engine, caller, body, options }) => engine.deleteKey({ ...body, ...actorOf(caller) }, options),
  }),
  route({
    ...secret,
    method: 'GET',
    path: '/api/projects/{projectId}/hmac-secret',
    id: 'getHmacSecret',
    summary: 'The secret with which requests of the project are signed.',
    response: hmacSecret,
    answer: ({ engine, projectId }) => engine.getHmacSecret({ projectId }),
  }),
  route({
    ...secret,
    method: 'POST',
    path: '/api/projects/{projectId}/hmac-secret/rotate',
    id: 'rotateHmacSecret',
    summary: 'Makes a new secret; the old one verifies for 24 hours more.',
    response: hmacSecretRotated,
    errors: [409],
    answer: ({ engine, projectId, options }) => engine.rotateHmacSecret({ projectId }, options),
  }),
];
