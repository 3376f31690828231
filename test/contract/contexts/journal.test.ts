import type { ApiBench } from '../support/apiBench';
import { check, isoTime, ulidOf, type World } from '../support/check';
import { openContextBench } from './contextBench';

describe('the pages of entries and links', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await openContextBench(world);
    const { projectId } = bench;
    const made = await bench.engine.createContext({ projectId, name: 'Auth', schemaKey: 'root/architecture/auth' });
    Object.assign(world, { auth: made.id, parent: made.parentContextId });
  });
  after(() => bench.close());

  check(() => bench, world, [
    {
      says: 'adds entries',
      request: 'POST /api/context-entries',
      body: {
        contextId: '{parent}',
        title: 'One',
        content: 'A fact.',
        entryType: 'decision',
        tags: ['a'],
        idempotencyKey: 'k',
      },
      status: 201,
      gives: { id: ulidOf('ent'), createdAt: isoTime },
      keep: { entry: 'id' },
    },
    {
      says: 'adds one once',
      request: 'POST /api/context-entries',
      body: {
        contextId: '{parent}',
        title: 'One',
        content: 'A fact.',
        entryType: 'decision',
        tags: ['a'],
        idempotencyKey: 'k',
      },
      status: 201,
      gives: { id: '{entry}' },
    },
    {
      says: 'adds none to what is not there',
      request: 'POST /api/context-entries',
      body: { contextId: 'ctx_nope', title: 'One', content: '' },
      status: 404,
    },
    {
      says: 'adds another',
      request: 'POST /api/context-entries',
      body: { contextId: '{parent}', title: 'Two', content: 'A fact.' },
      status: 201,
    },
    {
      says: 'lists them',
      request: 'GET /api/context-entries?contextId={parent}',
      status: 200,
      gives: [{ id: '{entry}' }, { title: 'Two' }],
    },
    {
      says: 'lists those of a context',
      request: 'GET /api/context-entries',
      status: 400,
      gives: { details: [{ path: 'contextId' }] },
    },
    {
      says: 'compacts',
      request: 'POST /api/contexts/{parent}/compact',
      status: 200,
      gives: { id: '{parent}', entriesBefore: 2, entriesAfter: 1 },
    },
    {
      says: 'compacts nothing without entries',
      request: 'POST /api/contexts/{auth}/compact',
      status: 200,
      gives: { entriesBefore: 0, entriesAfter: 0, tokensSaved: 0 },
    },
    {
      says: 'links',
      request: 'POST /api/context-links',
      body: {
        projectId: '{project}',
        fromSchemaKey: 'root/architecture/auth',
        toSchemaKey: 'root/architecture',
        linkType: 'child-of',
      },
      status: 201,
      gives: { id: ulidOf('link'), reason: null },
      keep: { link: 'id' },
    },
    {
      says: 'links once',
      request: 'POST /api/context-links',
      body: {
        projectId: '{project}',
        fromSchemaKey: 'root/architecture/auth',
        toSchemaKey: 'root/architecture',
        linkType: 'child-of',
      },
      status: 409,
    },
    {
      says: 'lists links',
      request: 'GET /api/context-links?projectId={project}',
      status: 200,
      gives: [{ id: '{link}' }],
    },
    { says: 'unlinks', request: 'DELETE /api/context-links/{link}', as: 'member', status: 204 },
    { says: 'unlinks once', request: 'DELETE /api/context-links/{link}', as: 'member', status: 404 },
  ]);
});
