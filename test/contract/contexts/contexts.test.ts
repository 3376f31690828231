import assert from 'node:assert/strict';
import type { ApiBench } from '../support/apiBench';
import { check, isoTime, ulidOf, type World } from '../support/check';
import { openContextBench } from './contextBench';

const authentication = {
  name: 'Authentication',
  description: 'Auth patterns and decisions',
  content: '# Auth\nUsing JWT with refresh tokens.',
  schemaKey: 'root/architecture/auth',
  tier: 1,
};

describe('the page of contexts', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await openContextBench(world);
  });
  after(() => bench.close());

  check(() => bench, world, [
    {
      says: 'asks for the project where there are more',
      request: 'POST /api/contexts',
      body: authentication,
      status: 400,
      gives: { details: [{ path: 'projectId' }] },
    },
    {
      says: 'creates, as the page shows; a member of one project need not name it',
      request: 'POST /api/contexts',
      as: 'member',
      body: authentication,
      status: 201,
      gives: {
        id: ulidOf('ctx'),
        projectId: '{project}',
        ...authentication,
        state: 'approved',
        contextType: 'memory',
        version: 1,
        createdAt: isoTime,
      },
      keep: { auth: 'id', parent: 'parentContextId' },
    },
    {
      says: 'keeps a schema key to one context',
      request: 'POST /api/contexts',
      as: 'member',
      body: authentication,
      status: 409,
    },
    {
      says: 'takes the project from the query',
      request: 'POST /api/contexts?projectId={project}',
      body: { name: 'Bugs' },
      status: 201,
    },
    {
      says: 'takes it from the header',
      request: 'POST /api/contexts',
      headers: { 'X-Contox-Project': '{project}' },
      body: { name: 'Todo', tier: 3, contextType: 'reference' },
      status: 201,
      gives: { tier: 3, contextType: 'reference' },
    },
    {
      says: 'takes it from the body',
      request: 'POST /api/contexts',
      body: { name: 'Made', projectId: '{other}', source: 'cli' },
      status: 201,
      gives: { projectId: '{other}', state: 'draft' },
    },
    {
      says: 'needs a name',
      request: 'POST /api/contexts',
      as: 'member',
      body: { name: '' },
      status: 400,
      gives: { error: 'Invalid request body', details: [{ path: 'name' }] },
    },
    {
      says: 'takes three tiers',
      request: 'POST /api/contexts',
      as: 'member',
      body: { name: 'a', tier: 4 },
      status: 400,
    },
    {
      says: 'takes numbers as numbers',
      request: 'POST /api/contexts',
      as: 'member',
      body: { name: 'a', tier: '1' },
      status: 400,
    },
    {
      says: 'takes no other schema key',
      request: 'POST /api/contexts',
      as: 'member',
      body: { name: 'a', schemaKey: 'Auth' },
      status: 400,
    },
    {
      says: 'hides projects of others',
      request: 'POST /api/contexts',
      as: 'member',
      body: { name: 'a', projectId: '{other}' },
      status: 404,
      gives: { error: 'Project not found' },
    },
    {
      says: 'lists by parent',
      request: 'GET /api/contexts?projectId={project}&parentId={parent}',
      status: 200,
      gives: [
        {
          id: '{auth}',
          name: 'Authentication',
          description: 'Auth patterns and decisions',
          parentContextId: '{parent}',
          state: 'approved',
          tier: 1,
          contextType: 'memory',
          createdAt: isoTime,
          updatedAt: isoTime,
        },
      ],
    },
    { says: 'gets with content', request: 'GET /api/contexts/{auth}', status: 200, gives: authentication },
    {
      says: 'knows no other',
      request: 'GET /api/contexts/ctx_nope',
      status: 404,
      gives: { error: 'Context not found' },
    },
    {
      says: 'hides those of others in the same words',
      request: 'GET /api/contexts/{hidden}',
      as: 'member',
      status: 404,
      gives: { error: 'Context not found' },
    },
    {
      says: 'hides them from writers',
      request: 'DELETE /api/contexts/{hidden}',
      as: 'member',
      status: 404,
      gives: { error: 'Context not found' },
    },
    {
      says: 'updates',
      request: 'PATCH /api/contexts/{auth}',
      body: { name: 'Auth', content: '# New' },
      status: 200,
      gives: { name: 'Auth', content: '# New', version: 2, description: 'Auth patterns and decisions' },
    },
    {
      says: 'loses no update',
      request: 'PATCH /api/contexts/{auth}',
      body: { name: 'Lost', version: 1 },
      status: 409,
      gives: { currentVersion: 2 },
    },
    {
      says: 'updates what was seen',
      request: 'PATCH /api/contexts/{auth}',
      body: { name: 'Kept', version: 2 },
      status: 200,
      gives: { version: 3 },
    },
    {
      says: 'goes under nothing below itself',
      request: 'PATCH /api/contexts/{parent}',
      body: { parentContextId: '{auth}' },
      status: 400,
    },
    {
      says: 'shows versions',
      request: 'GET /api/contexts/{auth}/versions',
      status: 200,
      gives: [{ version: 3, status: 'current' }, { version: 2 }, { version: 1, content: authentication.content }],
    },
    {
      says: 'restores one',
      request: 'POST /api/contexts/{auth}/versions/1/restore',
      status: 200,
      gives: { content: authentication.content, version: 4 },
    },
    { says: 'restores none that never was', request: 'POST /api/contexts/{auth}/versions/99/restore', status: 404 },
    {
      says: 'approves, as the page shows',
      request: 'POST /api/contexts/{auth}/approve',
      body: { action: 'approve' },
      status: 200,
      gives: { state: 'approved' },
    },
    {
      says: 'deprecates',
      request: 'POST /api/contexts/{auth}/approve',
      body: { action: 'deprecate' },
      status: 200,
      gives: { state: 'deprecated' },
    },
    {
      says: 'approves nothing deprecated',
      request: 'POST /api/contexts/{auth}/approve',
      body: { action: 'approve' },
      status: 409,
    },
    {
      says: 'knows no other action',
      request: 'POST /api/contexts/{auth}/approve',
      body: { action: 'reject' },
      status: 400,
    },
    { says: 'deletes with all below', request: 'DELETE /api/contexts/{parent}', status: 204 },
    { says: 'has deleted what was below', request: 'GET /api/contexts/{auth}', status: 404 },
  ]);

  it('pages with a Link header that leads to all of a list and to nothing twice', async () => {
    for (let index = 0; index < 25; index++)
      await bench.engine.createContext({ projectId: bench.projectId, name: `Page ${index}` });
    const seen: string[] = [];
    let path: string | undefined = `/api/contexts?projectId=${bench.projectId}&limit=7`;
    for (let pages = 0; path !== undefined && pages < 20; pages++) {
      const answer = await bench.call('GET', path);
      seen.push(...(answer.body as { id: string }[]).map(({ id }) => id));
      const [, next] = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '') ?? [];
      path = next === undefined ? undefined : new URL(next).pathname + new URL(next).search;
    }
    const all = await bench.call('GET', `/api/contexts?projectId=${bench.projectId}&limit=200`);
    assert.deepEqual(
      seen,
      (all.body as { id: string }[]).map(({ id }) => id),
    );
    assert.equal(new Set(seen).size, seen.length);
  });
});
