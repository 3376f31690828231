import assert from 'node:assert/strict';
import { EngineError } from '../../../src/base/engineError';
import type { RunningApi } from '../../../src/engine/api/worker/startApiWorker';
import { LocalApi } from '../../../src/shell/api/localApi';
import { FakeEngine } from '../../support/fakeEngine';

/** A window's parts, with a server that is none and an engine that knows the keys it made. */
function open(taken: readonly number[] = []) {
  const made: string[] = [];
  const secrets = new Map<string, string>();
  const asked: number[] = [];
  let port: number | undefined;
  let end = (): void => undefined;
  const engine = new FakeEngine({
    createKey: async ({ name }) => {
      made.push(`key ${made.length + 1}`);
      return { id: 'key_1', name, createdAt: '', key: made.at(-1) ?? '' };
    },
    authenticateKey: async ({ key }) =>
      made.includes(key)
        ? { keyId: '', userId: '', kind: 'contox', workspaceId: '', isLocalOwner: true, roles: {} }
        : null,
  });
  const api = new LocalApi({
    source: engine,
    keys: { get: async (name) => secrets.get(name), store: async (name, value) => void secrets.set(name, value) },
    ports: {
      read: () => port,
      write: (value) => {
        port = value;
      },
    },
    async serve(wanted): Promise<RunningApi> {
      asked.push(wanted);
      if (taken.includes(wanted)) throw new EngineError('unavailable', 'The port is in use.');
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const stop = async (): Promise<void> => {
        end();
        await ended;
      };
      return { url: `http://127.0.0.1:${wanted === 0 ? 4000 : wanted}`, ended, stop };
    },
  });
  const changes: (string | undefined)[] = [];
  api.onDidChange(() => changes.push(api.url));
  return {
    api,
    made,
    secrets,
    asked,
    changes,
    crash: () => end(),
    setPort(value: number) {
      port = value;
    },
  };
}

describe('the API server of a window', () => {
  it('starts once, tells how to reach it, and keeps its key where secrets are kept', async () => {
    const { api, asked, secrets, changes } = open();
    assert.equal(api.url, undefined);
    const [first, again] = await Promise.all([api.start(), api.start()]);
    assert.deepEqual([first.url, again.url], ['http://127.0.0.1:4000', 'http://127.0.0.1:4000']);
    assert.deepEqual(asked, [0]);
    assert.deepEqual(changes, ['http://127.0.0.1:4000']);
    assert.ok([...secrets.values()].includes((await api.start()).key));
  });

  it('comes back at the same address with the same key', async () => {
    const { api, asked, made, changes } = open();
    const first = await api.start();
    assert.equal(await api.stop(), true);
    assert.equal(api.url, undefined);
    assert.equal(changes.at(-1), undefined);
    assert.deepEqual(await api.start(), first);
    assert.deepEqual([asked, made.length], [[0, 4000], 1]);
  });

  it('takes another port where that of last time is taken', async () => {
    const { api, asked, setPort } = open([5000]);
    setPort(5000);
    assert.equal((await api.start()).url, 'http://127.0.0.1:4000');
    assert.deepEqual(asked, [5000, 0]);
  });

  it('makes another key where the one of last time was deleted', async () => {
    const { api, made } = open();
    const { key } = await api.start();
    made[0] = 'deleted';
    assert.notEqual((await api.start()).key, key);
  });

  it('says why it can not start, and can be started later', async () => {
    const taken = [0];
    const { api } = open(taken);
    await assert.rejects(api.start(), /in use/);
    assert.equal(await api.stop(), false);
    taken.pop();
    assert.equal((await api.start()).url, 'http://127.0.0.1:4000');
  });

  it('knows when the server ended by itself', async () => {
    const { api, crash, changes } = open();
    await api.start();
    crash();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(api.url, undefined);
    assert.deepEqual(changes, ['http://127.0.0.1:4000', undefined]);
    assert.equal(await api.stop(), false);
  });
});
