import assert from 'node:assert/strict';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { Disposable } from '../../../src/base/disposable';
import { Emitter } from '../../../src/base/emitter';
import { EngineError } from '../../../src/base/engineError';
import type { Engine, EngineChange } from '../../../src/engine/engine';
import type { Channel } from '../../../src/engine/rpc/channel';
import { ChannelLink } from '../../../src/engine/rpc/channelLink';
import { DirectLink } from '../../../src/engine/rpc/directLink';
import { engineClient } from '../../../src/engine/rpc/engineClient';
import { engineMethods } from '../../../src/engine/rpc/engineMethods';
import { portChannel } from '../../../src/engine/rpc/portChannel';
import { serveEngine } from '../../../src/engine/rpc/serveEngine';
import { engineCalls } from '../../../src/shared/engineCalls';
import { scratchFolder } from '../storage/scratch';
import { openEngineIn, recordingLogger } from './engineOn';

describe('an engine behind a channel', () => {
  const folder = scratchFolder();
  let real: Engine & Disposable;
  let client: Engine;
  let near: Channel;
  let log: ReturnType<typeof recordingLogger>;
  const ports: MessagePort[] = [];

  /** Serves `engine` at one end of a message channel; a client of it at the other. */
  function join(engine: Engine): Engine {
    const { port1, port2 } = new MessageChannel();
    const changes = new Emitter<EngineChange>();
    near = portChannel(port1);
    const { onDidChange } = engine;
    serveEngine({ link: new DirectLink(engine), onDidChange }, portChannel(port2), log.logger);
    const link = new ChannelLink(near, (change) => changes.fire(change));
    ports.push(port1);
    return engineClient({ take: async () => link, onDidChange: changes.event });
  }

  beforeEach(async () => {
    log = recordingLogger();
    real = await openEngineIn(folder.path);
    client = join(real);
  });
  const close = (): void => {
    for (const port of ports.splice(0)) port.close();
  };
  afterEach(() => {
    close();
    real.dispose();
  });

  it('has every call of the contract', () => {
    assert.deepEqual(Object.keys(engineMethods), Object.keys(engineCalls));
    assert.deepEqual(Object.keys(client).sort(), [...Object.keys(engineCalls), 'onDidChange'].sort());
  });

  it('answers as the engine does', async () => {
    const project = await client.createProject({ name: 'Far' });
    assert.deepEqual(await real.getProject({ projectId: project.id }), project);
    assert.deepEqual(await client.listProjects({}), [project]);
    assert.equal(await client.deleteProject({ projectId: project.id }), null);
  });

  it('tells of changes', async () => {
    const heard = new Promise<EngineChange>((resolve) => client.onDidChange(resolve));
    await real.createProject({ name: 'Near' });
    assert.deepEqual(await heard, { kind: 'projects' });
  });

  it('hands errors over with their code, details and data', async () => {
    await assert.rejects(client.createProject({ name: '' }), (error) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.code, 'invalid');
      assert.equal(error.details?.[0]?.path, 'name');
      return true;
    });
    const project = await client.createProject({ name: 'P' });
    const { id: contextId } = await client.createContext({ projectId: project.id, name: 'C' });
    const stale = client.updateContext({ contextId, name: 'D', version: 99 });
    await assert.rejects(stale, (error) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.code, 'conflict');
      assert.equal(typeof error.data?.['currentVersion'], 'number');
      return true;
    });
  });

  it('makes a repeated request once', async () => {
    const first = await client.createProject({ name: 'Once' }, { requestId: 'r1' });
    const second = await client.createProject({ name: 'Once' }, { requestId: 'r1' });
    assert.deepEqual(second, first);
    assert.equal((await client.listProjects({})).length, 1);
  });

  it('refuses what is not plain data before it is sent', async () => {
    const params = { name: 'P', description: (() => 'x') as unknown as string };
    await assert.rejects(
      client.createProject(params),
      (error) => error instanceof EngineError && error.code === 'invalid',
    );
  });

  it('hides a fault of ours from the other side and logs it', async () => {
    client = join({ ...real, listProjects: () => Promise.reject(new TypeError('secret detail')) });
    await assert.rejects(client.listProjects({}), (error) => {
      assert.ok(error instanceof EngineError);
      assert.equal(error.code, 'internal');
      assert.doesNotMatch(error.message, /secret/);
      return true;
    });
    assert.deepEqual(log.lines, ['listProjects failed']);
  });

  describe('cancelling', () => {
    let aborted: Promise<void>;
    let started: Promise<void>;
    /** Its listing ends only when it is cancelled. */
    beforeEach(() => {
      let abort: () => void = () => undefined;
      let start: () => void = () => undefined;
      aborted = new Promise((resolve) => {
        abort = resolve;
      });
      started = new Promise((resolve) => {
        start = resolve;
      });
      client = join({
        ...real,
        listProjects(_params, options) {
          options?.signal?.addEventListener('abort', abort);
          start();
          return aborted.then(() => []);
        },
      });
    });

    it('stops the waiting here and the work over there', async () => {
      const abort = new AbortController();
      const call = client.listProjects({}, { signal: abort.signal });
      await started;
      abort.abort();
      await assert.rejects(call, (error) => error instanceof EngineError && error.code === 'cancelled');
      await aborted;
    });

    it('is the end of reading calls when the channel ends', async () => {
      const call = client.listProjects({});
      call.catch(() => undefined);
      await started;
      close();
      await aborted;
    });

    it('refuses a call that is cancelled before it began', async () => {
      const signal = AbortSignal.abort();
      const call = client.createProject({ name: 'Never' }, { signal });
      await assert.rejects(call, (error) => error instanceof EngineError && error.code === 'cancelled');
      assert.deepEqual(await real.listProjects({}), []);
    });
  });

  for (const message of [
    { call: { id: 1, method: 'dropTables', params: {}, requestId: 'r' } },
    { call: { id: -1, method: 'listProjects', params: {}, requestId: 'r' } },
    { call: { id: 1, method: 'listProjects', params: {} } },
    { call: { id: 1, method: 'constructor', params: {}, requestId: 'r' } },
    { cancel: 'all' },
    {},
  ]) {
    it(`cuts off a client that sends ${JSON.stringify(message)}`, async () => {
      const closed = new Promise<void>((resolve) => near.onClose(resolve));
      near.send(message);
      client.createProject({ name: 'Late' }).catch(() => undefined);
      await closed;
      assert.deepEqual(log.lines, ['A client of the engine sent what is no call and was cut off.']);
      assert.deepEqual(await real.listProjects({}), []);
    });
  }
});
