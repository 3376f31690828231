import assert from 'node:assert/strict';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, type ErrorCode } from '../../../src/base/engineError';
import { startEngineWorker, type WorkerEngine } from '../../../src/engine/rpc/workerEngine';
import { type Bundle, bundle, wasmDir } from '../../torture/bundle';
import { scratchFolder } from '../storage/scratch';
import { openEngineIn, recordingLogger } from './engineOn';

const failsWith =
  (code: ErrorCode, text = /./) =>
  (error: unknown) =>
    error instanceof EngineError && error.code === code && text.test(error.message);

describe('the engine in a worker', () => {
  const folder = scratchFolder();
  let worker: Bundle;
  let crashing: Bundle;
  let log: ReturnType<typeof recordingLogger>;
  let engine: WorkerEngine | undefined;
  before(async () => {
    worker = await bundle('../../src/engineWorker.ts');
    crashing = await bundle('../integration/rpc/crashingWorker.ts');
  });
  after(() => {
    worker.dispose();
    crashing.dispose();
  });
  beforeEach(() => {
    log = recordingLogger();
  });
  afterEach(() => engine?.dispose());

  const start = (program: Bundle, dataDir = folder.path): WorkerEngine => {
    engine = startEngineWorker({ workerFile: program.file, dataDir, distDir: wasmDir, logger: log.logger });
    return engine;
  };

  it('answers, tells of changes, and closes the store at its end', async () => {
    const far = start(worker);
    const heard = new Promise((resolve) => {
      far.onDidChange(resolve);
    });
    const project = await far.createProject({ name: 'Far' });
    await heard;
    assert.deepEqual(await far.listProjects({}), [project]);
    await far.dispose();
    assert.deepEqual(readdirSync(folder.path), ['contox.db']);
    await assert.rejects(far.listProjects({}), failsWith('unavailable'));
    const near = await openEngineIn(folder.path);
    assert.deepEqual(await near.listProjects({}), [project]);
    near.dispose();
    assert.deepEqual(log.lines, []);
  });

  it('is started again when it crashes, and the call is carried out once', async () => {
    const far = start(crashing);
    const [project, state] = await Promise.all([far.createProject({ name: 'crash' }), far.getStoreState({})]);
    assert.equal(project.name, 'crash');
    assert.equal(state.role, 'owner');
    assert.deepEqual(await far.listProjects({}), [project]);
  });

  it('is not started for ever by a call that always ends it', async () => {
    const far = start(crashing);
    await assert.rejects(
      far.createProject({ name: 'crash always' }),
      failsWith('unavailable', /times within a minute/),
    );
  });

  it('says why it can not get at the store, and tries again with the next call', async () => {
    const inTheWay = join(folder.path, 'data');
    writeFileSync(inTheWay, '');
    const far = start(worker, inTheWay);
    await assert.rejects(far.listProjects({}), failsWith('internal', /data/));
    await assert.rejects(far.listProjects({}), failsWith('internal', /data/));
    rmSync(inTheWay);
    assert.deepEqual(await far.listProjects({}), []);
  });

  it('says that a program is missing', async () => {
    const far = start({ file: join(folder.path, 'missing.js'), dispose: () => undefined });
    await assert.rejects(far.listProjects({}), failsWith('unavailable'));
    assert.ok(log.lines.includes('The engine crashed'));
  });

  it('is a client where another process is the owner, and the other way round', async () => {
    const near = await openEngineIn(folder.path);
    near.dispose();
    const first = start(worker);
    await first.createProject({ name: 'One' });
    const second = startEngineWorker({
      workerFile: worker.file,
      dataDir: folder.path,
      distDir: wasmDir,
      logger: log.logger,
    });
    assert.equal((await second.listProjects({})).length, 1);
    assert.equal((await second.getStoreState({})).role, 'client');
    await first.dispose();
    await second.createProject({ name: 'Two' });
    assert.equal((await second.getStoreState({})).role, 'owner');
    await second.dispose();
  });
}).timeout(60_000);
