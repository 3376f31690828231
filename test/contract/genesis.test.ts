import assert from 'node:assert/strict';
import { analyzers } from '../../src/engine/genesis/analyzers/index';
import type { ScanRunner } from '../../src/engine/genesis/work/jobs';
import { inProcess } from '../integration/genesis/scanBench';
import { git, makeGitFolder, writeFiles } from '../support/gitFolder';
import { ApiBench } from './support/apiBench';
import { check, isoTime, ulidOf, type World } from './support/check';

const shop = {
  'package.json': '{"name":"shop","version":"1.0.0","dependencies":{"express":"4.19.2"}}',
  'src/index.js':
    "const app = require('express')();\napp.get('/users/:id', (req, res) => res.json({}));\napp.listen(process.env.PORT);\n",
};
const start = 'POST /api/v2/genesis/start';
const cancel = 'POST /api/v2/genesis/cancel';

describe('the page of Genesis', function () {
  const world: World = {};
  let bench: ApiBench;
  let release = (): void => undefined;
  before(async () => {
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    bench = await ApiBench.open({ openRunner: () => held.then(() => inProcess(analyzers)) });
    makeGitFolder(bench.folder, shop);
    const other = await bench.engine.createProject({ name: 'Another' });
    const member = await bench.member('member');
    Object.assign(world, { project: bench.projectId, other: other.id, member: member.key });
  });
  after(() => bench.close());
  const ended = async (): Promise<void> => {
    await scanEnds(bench);
  };

  const whole = { projectId: '{project}', branch: 'main', maxFiles: 500, selective: false };
  this.timeout(60_000);
  describe('before a scan', () =>
    check(() => bench, world, [
      {
        says: 'has no status',
        request: 'GET /api/v2/genesis/status?projectId={project}',
        as: 'signature',
        status: 200,
        gives: { scan: null },
      },
      {
        says: 'has no results',
        request: 'GET /api/v2/genesis/results?projectId={project}',
        as: 'signature',
        status: 404,
        gives: { error: 'No scan found' },
      },
      {
        says: 'has no inventory',
        request: 'GET /api/v2/genesis/inventory?projectId={project}',
        as: 'signature',
        status: 404,
        gives: { error: 'No scan found' },
      },
      {
        says: 'has nothing to cancel',
        request: cancel,
        as: 'signature',
        body: { projectId: '{project}' },
        status: 400,
        gives: { error: 'No scan in progress' },
      },
      {
        says: 'has nothing to build on',
        request: start,
        as: 'signature',
        body: { ...whole, selective: true },
        status: 400,
        gives: { error: 'No previous scan for selective mode' },
      },
      {
        says: 'needs a project',
        request: start,
        as: 'signature',
        body: {},
        status: 400,
        gives: { error: 'Invalid request body', details: [{ path: 'projectId' }] },
      },
      { says: 'needs a project in the query', request: 'GET /api/v2/genesis/status', as: 'signature', status: 400 },
      {
        says: 'reads no file at all',
        request: start,
        as: 'signature',
        body: { ...whole, maxFiles: 0 },
        status: 400,
        gives: { error: 'Invalid request body', details: [{ path: 'maxFiles' }] },
      },
      { says: 'reads 5000 files', request: start, as: 'signature', body: { ...whole, maxFiles: 5001 }, status: 400 },
      {
        says: 'takes true and false',
        request: start,
        as: 'signature',
        body: { ...whole, selective: 'no' },
        status: 400,
        gives: { error: 'Invalid request body' },
      },
      {
        says: 'needs JSON',
        request: start,
        as: 'signature',
        body: 'projectId',
        status: 400,
        gives: { error: 'Invalid request body' },
      },
      {
        says: 'needs a credential',
        request: start,
        as: 'nobody',
        body: whole,
        status: 401,
        gives: { error: 'Invalid signature' },
      },
      {
        says: 'knows no other project',
        request: start,
        as: 'signature',
        body: { ...whole, projectId: 'proj_nope' },
        status: 404,
        gives: { error: 'Project not found' },
      },
      {
        says: 'is signed for one project',
        request: start,
        as: 'signature',
        body: { ...whole, projectId: '{other}' },
        status: 401,
        gives: { error: 'Invalid signature' },
      },
      {
        says: 'is signed for one project when it reads',
        request: 'GET /api/v2/genesis/status?projectId={other}',
        as: 'signature',
        status: 401,
        gives: { error: 'Invalid signature' },
      },
      {
        says: 'is signed for one project when it cancels',
        request: cancel,
        as: 'signature',
        body: { projectId: 'proj_nope' },
        status: 404,
        gives: { error: 'Project not found' },
      },
      {
        says: 'knows a key, too, and what it may see',
        request: 'GET /api/v2/genesis/status?projectId={other}',
        as: 'member',
        status: 404,
        gives: { error: 'Project not found' },
      },
      {
        says: 'knows a wrong key',
        request: 'GET /api/v2/genesis/status?projectId={project}',
        headers: { Authorization: 'Bearer contox_sk_x' },
        as: 'nobody',
        status: 401,
        gives: { error: 'Invalid or missing API key' },
      },
      { says: 'needs a folder', request: start, body: { projectId: '{other}' }, status: 400 },
    ]));

  describe('a scan', () => {
    check(() => bench, world, [
      {
        says: 'starts with the example',
        request: start,
        as: 'signature',
        body: whole,
        status: 202,
        gives: { scanId: ulidOf('scan'), status: 'fetch_tree' },
        keep: { scan: 'scanId' },
      },
      {
        says: 'runs alone, also for the very same request',
        request: start,
        as: 'signature',
        body: whole,
        status: 409,
        gives: { error: 'Scan already in progress' },
      },
      {
        says: 'runs alone',
        request: start,
        as: 'member',
        body: { projectId: '{project}' },
        status: 409,
        gives: { error: 'Scan already in progress' },
      },
    ]);
    it('comes to its end', async () => {
      release();
      await ended();
    });
    check(() => bench, world, [
      {
        says: 'has a status',
        request: 'GET /api/v2/genesis/status?projectId={project}',
        as: 'signature',
        status: 200,
        gives: {
          scan: {
            id: '{scan}',
            phase: 'complete',
            progress: 1,
            error: null,
            startedAt: isoTime,
            completedAt: isoTime,
            branch: 'main',
          },
        },
      },
      { says: 'has results', request: 'GET /api/v2/genesis/results?projectId={project}', as: 'signature', status: 200 },
      {
        says: 'has results of a layer',
        request: 'GET /api/v2/genesis/results?projectId={project}&layer=entryPoints&importance=5&tag=x&file=src',
        as: 'member',
        status: 200,
        gives: { findings: [] },
      },
      { says: 'knows its layers', request: 'GET /api/v2/genesis/results?projectId={project}&layer=odd', status: 400 },
      {
        says: 'has an inventory',
        request: 'GET /api/v2/genesis/inventory?projectId={project}',
        as: 'signature',
        status: 200,
        gives: { routes: [{ method: 'GET', path: '/users/{id}', file: 'src/index.js', line: 2 }] },
      },
      {
        says: 'is built on',
        request: start,
        as: 'signature',
        body: { projectId: '{project}', selective: true },
        status: 202,
      },
    ]);
    it('comes to its end again', ended);
  });

  describe('a start', () => {
    it('that was started by a signed request is not started by the same request again', async () => {
      const body = { projectId: bench.projectId, maxFiles: 77 };
      const timestamp = Math.floor(Date.now() / 1000) - 3;
      const first = await bench.signed('POST', '/api/v2/genesis/start', body, { timestamp });
      assert.equal(first.status, 202, first.text);
      await ended();
      const again = await bench.signed('POST', '/api/v2/genesis/start', body, { timestamp });
      assert.deepEqual([again.status, again.text], [202, first.text]);
      assert.notEqual((await bench.engine.getScanStatus({ projectId: bench.projectId }))?.completedAt, null);
    });

    it('reads main where another branch is checked out, and the folder where there is no main', async () => {
      git(bench.folder, 'checkout', '-q', '-b', 'next');
      writeFiles(bench.folder, { 'src/more.js': 'export const more = 1;\n' });
      git(bench.folder, 'add', '.');
      git(bench.folder, 'commit', '-q', '-m', 'More');
      const filesOf = async (body: object): Promise<number | undefined> => {
        const { status, text } = await bench.call('POST', '/api/v2/genesis/start', {
          projectId: bench.projectId,
          ...body,
        });
        assert.equal(status, 202, text);
        await ended();
        return (await bench.engine.getScanStatus({ projectId: bench.projectId }))?.filesTotal;
      };
      assert.equal(await filesOf({}), 2);
      assert.equal(await filesOf({ branch: 'next' }), 3);
      git(bench.folder, 'branch', '-q', '-D', 'main');
      assert.equal(await filesOf({}), 3);
      assert.equal(await filesOf({ branch: 'main' }), 3);
      git(bench.folder, 'checkout', '-q', '--detach');
      git(bench.folder, 'branch', '-q', 'main', 'HEAD~1');
      assert.equal(await filesOf({}), 3);
      assert.equal(await filesOf({ branch: 'main' }), 2);
    });
  });
});

describe('a scan that is cancelled', () => {
  const world: World = {};
  let bench: ApiBench;
  let release = (): void => undefined;
  before(async () => {
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const openRunner = async (): Promise<ScanRunner> => {
      await held;
      return inProcess(analyzers);
    };
    bench = await ApiBench.open({ openRunner });
    makeGitFolder(bench.folder, shop);
    Object.assign(world, { project: bench.projectId });
  });
  after(() => bench.close());

  check(() => bench, world, [
    {
      says: 'runs',
      request: start,
      as: 'signature',
      body: { projectId: '{project}' },
      status: 202,
      keep: { scan: 'scanId' },
    },
    {
      says: 'tells how far it is',
      request: 'GET /api/v2/genesis/status?projectId={project}',
      as: 'signature',
      status: 200,
      gives: { scan: { id: '{scan}', phase: 'fetch_tree', completedAt: null } },
    },
  ]);
  it('ends as the page says, keeps what it found, and is cancelled once', async () => {
    const body = { projectId: bench.projectId };
    const timestamp = Math.floor(Date.now() / 1000);
    const cancelling = bench.signed('POST', '/api/v2/genesis/cancel', body, { timestamp });
    setImmediate(release);
    const answer = await cancelling;
    const expected = { scanId: world['scan'], status: 'cancelled', findingsPreserved: 0 };
    assert.deepEqual([answer.status, answer.body], [200, expected]);
    const again = await bench.signed('POST', '/api/v2/genesis/cancel', body, { timestamp });
    assert.deepEqual([again.status, again.body], [400, { error: 'No scan in progress' }]);
  });
  check(() => bench, world, [
    {
      says: 'has failed',
      request: 'GET /api/v2/genesis/status?projectId={project}',
      as: 'signature',
      status: 200,
      gives: { scan: { phase: 'failed', error: 'cancelled', completedAt: isoTime } },
    },
    {
      says: 'gives what was preserved',
      request: 'GET /api/v2/genesis/results?projectId={project}',
      as: 'signature',
      status: 200,
      gives: { findings: [], summary: { totalFindings: 0 } },
    },
  ]);
});

function scanEnds({ engine, projectId }: ApiBench): Promise<void> {
  return new Promise((resolve, reject) => {
    const watching = engine.onDidChange((change) => {
      if (change.kind === 'scan' && change.status.completedAt !== null) done();
    });
    const done = (): void => {
      watching.dispose();
      resolve();
    };
    engine.getScanStatus({ projectId }).then((status) => {
      if (status?.completedAt !== null) done();
    }, reject);
  });
}
