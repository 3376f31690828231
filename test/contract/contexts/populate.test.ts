import assert from 'node:assert/strict';
import type { ApiBench } from '../support/apiBench';
import { check, ulidOf, type World } from '../support/check';
import { openContextBench } from './contextBench';

const scanRoutes = {
  source: 'cli-scan',
  nodes: [
    {
      schemaKey: 'root/scan/routes',
      name: 'Routes',
      content: '## API Routes\n- GET /api/users\n- POST /api/auth/login',
      parentSchemaKey: 'root/scan',
    },
  ],
};

describe('the page of populate', () => {
  const world: World = {};
  let bench: ApiBench;
  before(async () => {
    bench = await openContextBench(world);
  });
  after(() => bench.close());

  check(() => bench, world, [
    {
      says: 'populates nothing yet',
      request: 'POST /api/contexts/populate?projectId={project}',
      body: { ...scanRoutes, dryRun: true },
      status: 200,
      gives: {
        created: 1,
        deleted: 0,
        errors: [],
        dryRun: true,
        diff: [{ schemaKey: 'root/scan/routes', change: 'create' }],
      },
    },
    {
      says: 'populates, as the page shows',
      request: 'POST /api/contexts/populate',
      as: 'member',
      body: scanRoutes,
      status: 200,
      gives: { runId: ulidOf('run'), created: 1, updated: 0, unchanged: 0, errors: [], dryRun: false },
    },
    {
      says: 'populates again',
      request: 'POST /api/contexts/populate',
      as: 'member',
      body: scanRoutes,
      status: 200,
      gives: { created: 0, unchanged: 1 },
    },
    {
      says: 'tells of bad nodes',
      request: 'POST /api/contexts/populate',
      as: 'member',
      body: { nodes: [{ name: 'x' }] },
      status: 200,
      gives: { created: 0 },
    },
    {
      says: 'takes nodes as a list',
      request: 'POST /api/contexts/populate',
      as: 'member',
      body: { nodes: {} },
      status: 400,
    },
    {
      says: 'takes a thousand nodes',
      request: 'POST /api/contexts/populate',
      as: 'member',
      body: { nodes: new Array(1001).fill({}) },
      status: 400,
    },
  ]);

  it('gives the tree, also of a project that is called by no name', async () => {
    const { body } = await bench.call('GET', '/api/contexts/tree', undefined, world['member']);
    const names = (nodes: readonly Node[]): unknown[] =>
      nodes.flatMap((node) => [node.schemaKey, ...names(node.children)]);
    assert.ok(names(body as Node[]).includes('root/scan/routes'), JSON.stringify(body));
  });
});

interface Node {
  readonly schemaKey: string;
  readonly children: readonly Node[];
}
