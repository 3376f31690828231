import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, type ErrorCode } from '../../../src/base/engineError';
import { type ConnectedEngine, type ConnectOptions, connect } from '../../../src/engine/connect';
import type { EngineChange } from '../../../src/engine/engine';
import { migrations } from '../../../src/engine/storage/migrations/index';
import { currentPlace } from '../../../src/engine/storage/owner/place';
import { readOwnerFile, writeOwnerFile } from '../../../src/engine/storage/ownerFile';
import { storeFiles } from '../../../src/engine/storage/storeFiles';
import { scratchFolder } from '../storage/scratch';
import { createEngineOn, ports } from './engineOn';

const failsWith = (code: ErrorCode) => (error: unknown) => error instanceof EngineError && error.code === code;

const next = { version: migrations.length + 1, name: 'next', up: () => undefined };
const newerProgram = { protocol: 1, migrations: [...migrations, next] };

describe('connect', () => {
  const folder = scratchFolder();
  let connected: ConnectedEngine[] = [];
  afterEach(async () => {
    // Clients first, so that none of them takes over from the next.
    for (const engine of connected.reverse()) await engine.dispose();
    connected = [];
  });

  const open = async (options: Partial<ConnectOptions> = {}): Promise<ConnectedEngine> => {
    const engine = await connect({ dataDir: folder.path, ports, openEngine: createEngineOn, ...options });
    connected.push(engine);
    return engine;
  };
  const hear = (engine: ConnectedEngine, kind: EngineChange['kind']): Promise<EngineChange> =>
    new Promise((resolve) => {
      engine.onDidChange((change) => change.kind === kind && resolve(change));
    });

  it('makes the first one the owner and the others its clients', async () => {
    const owner = await open();
    const clients = [await open(), await open()];
    assert.deepEqual(
      [owner, ...clients].map((engine) => engine.role),
      ['owner', 'client', 'client'],
    );
    const [first, second] = clients;
    const project = await first?.createProject({ name: 'Shared' });
    assert.deepEqual(await owner.listProjects({}), [project]);
    assert.deepEqual(await second?.listProjects({}), [project]);
  });

  it('tells everyone what changed, whoever changed it', async () => {
    const owner = await open();
    const client = await open();
    const fromClient = Promise.all([hear(owner, 'projects'), hear(client, 'projects')]);
    await client.createProject({ name: 'A' });
    await fromClient;
    const fromOwner = Promise.all([hear(owner, 'projects'), hear(client, 'projects')]);
    await owner.createProject({ name: 'B' });
    await fromOwner;
  });

  it('says of each what it is', async () => {
    const owner = await open();
    const client = await open();
    assert.equal((await owner.getStoreState({})).role, 'owner');
    assert.equal((await client.getStoreState({})).role, 'client');
    const told = hear(client, 'store');
    await client.backUpStore({});
    const change = await told;
    assert.ok(change.kind === 'store' && change.state.role === 'client' && change.state.lastBackupAt !== null);
  });

  it('lets a client take over when the owner ends, and no call is lost or doubled', async () => {
    const owner = await open();
    const client = await open();
    const project = await owner.createProject({ name: 'P' });
    const { id: contextId } = await owner.createContext({ projectId: project.id, name: 'C' });
    const add = (n: number) => client.addEntry({ contextId, title: String(n), content: 'x' });
    const before = Array.from({ length: 50 }, (_, n) => add(n));
    const gone = owner.dispose();
    const after = Array.from({ length: 50 }, (_, n) => add(50 + n));
    await Promise.all([gone, ...before, ...after]);
    assert.equal(client.role, 'owner');
    const titles = (await client.listEntries({ contextId })).map((entry) => Number(entry.title));
    assert.deepEqual(
      titles.sort((a, b) => a - b),
      Array.from({ length: 100 }, (_, n) => n),
    );
  });

  it('lets one of several take over, and the others find it', async () => {
    const owner = await open();
    const others = await Promise.all([open(), open(), open()]);
    await owner.dispose();
    await Promise.all(others.map((engine, n) => engine.createProject({ name: `P${n}` })));
    assert.equal(others.filter((engine) => engine.role === 'owner').length, 1);
    for (const engine of others) assert.equal((await engine.listProjects({})).length, 3);
  });

  it('refuses calls after it was disposed', async () => {
    for (const engine of [await open(), await open()].reverse()) {
      await engine.dispose();
      await assert.rejects(engine.listProjects({}), failsWith('unavailable'));
    }
  });

  it('leaves nothing behind but the store', async () => {
    const owner = await open();
    const { address } = readOwnerFile(storeFiles(folder.path).owner) ?? { address: '' };
    assert.ok(process.platform === 'win32' || existsSync(address));
    await owner.dispose();
    assert.deepEqual(readdirSync(folder.path), ['contox.db']);
    assert.ok(!existsSync(address));
  });

  it('is not misled by the file of an owner that was killed', async () => {
    const address = join(folder.path, 'nobody.sock');
    const version = { protocol: 1, schemaVersion: 1 };
    const dead = { ...currentPlace(), ...version, pid: 1, startedAt: '', address, token: 'x' };
    writeOwnerFile(storeFiles(folder.path).owner, dead);
    assert.equal((await open()).role, 'owner');
    assert.equal((await open()).role, 'client');
  });

  it('rejects with the reason why the store can not be opened', async () => {
    const inTheWay = join(folder.path, 'file');
    writeFileSync(inTheWay, '');
    await assert.rejects(open({ dataDir: join(inTheWay, 'data') }), failsWith('internal'));
    const broken = open({ openEngine: () => Promise.reject(new EngineError('full', 'no room')) });
    await assert.rejects(broken, failsWith('full'));
    assert.equal((await open()).role, 'owner', 'and gives the store free');
  });

  describe('with programs of different versions', () => {
    it('an older one leaves a newer store alone', async () => {
      const newer = await open({ program: newerProgram });
      await assert.rejects(open(), failsWith('newerStore'));
      await newer.dispose();
      await assert.rejects(open(), failsWith('newerStore'));
    });

    it('an older owner makes room for a newer one, and says so from then on', async () => {
      const older = await open();
      const follower = await open();
      const project = await older.createProject({ name: 'Kept' });
      const newer = await open({ program: newerProgram });
      assert.equal(newer.role, 'owner');
      assert.deepEqual(await newer.listProjects({}), [project]);
      for (const engine of [older, follower]) await assert.rejects(engine.listProjects({}), failsWith('newerStore'));
    });

    it('a protocol that differs counts as a version, too', async () => {
      const newer = await open({ program: { protocol: 2, migrations } });
      await assert.rejects(open(), failsWith('newerStore'));
      assert.equal(newer.role, 'owner');
    });
  });
}).timeout(60_000);
