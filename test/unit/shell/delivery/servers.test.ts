import assert from 'node:assert/strict';
import { Emitter } from '../../../../src/base/emitter';
import { silentLogger } from '../../../../src/base/logger';
import type { ConfigureDelivery, SinkStatus } from '../../../../src/shared/delivery';
import { deliveryConfig } from '../../../../src/shell/delivery/deliveryConfig';
import { proxyPart } from '../../../../src/shell/delivery/proxySettings';
import { ServerSecrets } from '../../../../src/shell/delivery/serverSecrets';
import { type ServerSettings, serverSettings, urlProblem } from '../../../../src/shell/delivery/serverSettings';
import { Servers } from '../../../../src/shell/delivery/servers';
import { FakeEngine } from '../../../support/fakeEngine';
import { sampleSink } from '../../../support/samples';

const none = {
  url: undefined,
  kinds: undefined,
  contextSpineUrl: undefined,
  projects: undefined,
  dryRun: undefined,
  anonymize: undefined,
};
const server = (values: Partial<Record<keyof ServerSettings, unknown>> = {}): ServerSettings =>
  serverSettings({ ...none, url: 'https://contox.example', projects: { p: 'remote', q: 'other' }, ...values });
const noProxy = { proxy: undefined, support: undefined, strictSsl: undefined, noProxy: undefined };

/** A store of secrets in memory. */
class Secrets {
  readonly values = new Map<string, string>();
  readonly changes = new Emitter<{ key: string }>();
  readonly onDidChange = this.changes.event;
  async get(name: string): Promise<string | undefined> {
    return this.values.get(name);
  }
  async store(name: string, value: string): Promise<void> {
    this.values.set(name, value);
    this.changes.fire({ key: name });
  }
  async delete(name: string): Promise<void> {
    this.values.delete(name);
    this.changes.fire({ key: name });
  }
}

async function config(values: Partial<Parameters<typeof deliveryConfig>[0]> = {}) {
  const storage = new Secrets();
  const secrets = new ServerSecrets(storage);
  await secrets.set('contox', 'p', 'secret-of-p');
  await secrets.set('contextSpine', 'p', 'spine-key');
  return deliveryConfig({
    server: server(),
    proxy: noProxy,
    environment: {},
    withheld: new Set(),
    secretOf: (kind, id) => secrets.get(kind, id),
    ...values,
  });
}

describe('settings of servers', () => {
  it('count as not set where their types are wrong', () => {
    assert.deepEqual(
      serverSettings({ url: 5, kinds: 'x', contextSpineUrl: [], projects: ['a'], dryRun: 'yes', anonymize: 1 }),
      {
        url: '',
        kinds: ['contox'],
        contextSpineUrl: '',
        projects: {},
        dryRun: false,
        anonymize: false,
      },
    );
    assert.deepEqual(server({ kinds: ['contextSpine', 'evil'], projects: { a: 1, b: ' x ' } }).kinds, ['contextSpine']);
  });

  for (const [address, problem] of [
    ['https://contox.example', undefined],
    ['http://127.0.0.1:3000/base', undefined],
    ['http://localhost:3000', undefined],
    ['http://[::1]:3000', undefined],
    ['http://contox.example', /Only https/],
    ['http://127.0.0.1.evil.example', /Only https/],
    ['https://me:secret@contox.example', /Leave name and password out/],
    ['file:///etc/passwd', /whole address/],
    ['contox.example', /whole address/],
    ['', /whole address/],
  ] as const)
    it(`${address || 'nothing'} is ${problem ? 'refused' : 'taken'}`, () => {
      if (problem) assert.match(urlProblem(address) ?? '', problem);
      else assert.equal(urlProblem(address), undefined);
    });
});

describe('what the engine is told of servers', () => {
  it('names the projects that may be sent, with the secrets that are known', async () => {
    const { config: told, problems } = await config();
    assert.deepEqual(problems, []);
    assert.deepEqual(told, {
      sinks: [
        {
          kind: 'contox',
          url: 'https://contox.example',
          dryRun: false,
          anonymize: false,
          projects: [
            { projectId: 'p', remoteId: 'remote' },
            { projectId: 'q', remoteId: 'other' },
          ],
        },
      ],
      secrets: [{ kind: 'contox', projectId: 'p', secret: 'secret-of-p' }],
    });
  });

  it('both kinds, each at its address and with its own secret', async () => {
    const { config: told } = await config({
      server: server({ kinds: ['contox', 'contextSpine'], contextSpineUrl: 'https://spine.example' }),
    });
    assert.deepEqual(
      told.sinks.map(({ kind, url }) => [kind, url]),
      [
        ['contox', 'https://contox.example'],
        ['contextSpine', 'https://spine.example'],
      ],
    );
    assert.deepEqual(told.secrets.at(-1), { kind: 'contextSpine', projectId: null, secret: 'spine-key' });
  });

  it('nothing of a private project, and nothing at all without an address that may be used', async () => {
    const { config: without } = await config({ withheld: new Set(['p']) });
    assert.deepEqual(without.sinks[0]?.projects, [{ projectId: 'q', remoteId: 'other' }]);
    assert.deepEqual(without.secrets, []);
    const { config: refused, problems } = await config({ server: server({ url: 'http://contox.example' }) });
    assert.deepEqual(refused, { sinks: [], secrets: [] });
    assert.match(problems[0] ?? '', /^Nothing is sent to http:\/\/contox\.example\. Only https/);
  });

  it('honours the proxy settings of the editor, else those of the environment', () => {
    const environment = { https_proxy: 'http://env:1', no_proxy: 'a.example, .b.example' };
    assert.deepEqual(proxyPart({ ...noProxy, proxy: 'http://set:2', noProxy: ['x'] }, environment), {
      proxy: 'http://set:2',
      proxyStrictSsl: true,
      noProxy: ['x'],
    });
    assert.deepEqual(proxyPart({ ...noProxy, strictSsl: false }, environment), {
      proxy: 'http://env:1',
      proxyStrictSsl: false,
      noProxy: ['a.example', '.b.example'],
    });
    assert.deepEqual(proxyPart({ ...noProxy, support: 'off' }, environment), { proxy: '' });
    assert.deepEqual(proxyPart({ ...noProxy, proxy: 'no address' }, {}), {});
  });
});

describe('telling the engine of servers', () => {
  function setUp() {
    const state = {
      server: server(),
      isPrivate: false,
      isRunning: true,
      withheld: new Set<string>(),
      stored: [] as SinkStatus[],
    };
    const told: ConfigureDelivery[] = [];
    const source = new FakeEngine({
      getDeliveryStatus: async () => ({ sinks: state.stored }),
      configureDelivery: async (params) => {
        told.push(params as ConfigureDelivery);
        return { sinks: [sampleSink()] };
      },
    });
    const settings = new Emitter<void>();
    const storage = new Secrets();
    const servers = new Servers({
      source,
      isRunning: () => state.isRunning,
      logger: silentLogger,
      secrets: new ServerSecrets(storage),
      environment: {},
      onDidChangeSettings: settings.event,
      read: () => ({ ...state, proxy: noProxy }),
    });
    return { state, told, source, settings, storage, servers };
  }

  it('tells every engine that becomes the owner of the store, and again when settings or secrets change', async () => {
    const { told, source, settings, storage, servers } = setUp();
    source.change({ kind: 'projects' });
    await servers.push();
    settings.fire();
    await servers.push();
    const before = told.length;
    await storage.store('server:contox:p', 'new-secret');
    await servers.push();
    assert.ok(before >= 2 && told.length > before);
    assert.equal(told.at(-1)?.secrets[0]?.secret, 'new-secret');
    assert.equal(servers.status.sinks.length, 1);
  });

  it('does not start an engine, and does not undo what a window with a server has told', async () => {
    const { state, told, servers } = setUp();
    state.isRunning = false;
    await servers.push();
    state.isRunning = true;
    state.server = server({ url: '' });
    await servers.push();
    state.stored = [sampleSink()];
    await servers.push();
    assert.deepEqual(told, []);
    assert.equal(servers.status.sinks.length, 1);
  });

  it('takes away what is left of a server that was removed while no window was open', async () => {
    const { state, told, servers } = setUp();
    state.server = server({ url: '' });
    state.stored = [sampleSink({ state: 'noSecret' })];
    await servers.push();
    assert.deepEqual(told, [{ sinks: [], secrets: [] }]);
  });

  it('takes a server away that is removed, and all of them while the user is private', async () => {
    const { state, told, servers } = setUp();
    await servers.push();
    state.isPrivate = true;
    await servers.push();
    assert.deepEqual(told.at(-1), { sinks: [], secrets: [] });
    await servers.push();
    assert.equal(told.length, 2);
  });

  it('keeps the status that the engine tells', () => {
    const { source, servers } = setUp();
    let changes = 0;
    servers.onDidChange(() => changes++);
    source.change({ kind: 'delivery', status: { sinks: [sampleSink({ queued: 3 })] } });
    assert.equal(servers.status.sinks[0]?.queued, 3);
    assert.equal(changes, 1);
  });

  it('knows which projects are sent', () => {
    const { servers } = setUp();
    assert.deepEqual([servers.sends('p'), servers.sends('x'), servers.sends(undefined)], [true, false, false]);
  });
});
