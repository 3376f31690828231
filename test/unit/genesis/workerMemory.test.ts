import assert from 'node:assert/strict';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { FilesJob } from '../../../src/engine/genesis/work/jobs';
import { serveScanWork } from '../../../src/engine/genesis/work/serveScanWork';
import { type WorkRequest, WorkWatch } from '../../../src/engine/genesis/work/workProtocol';

const wasm = require.resolve('web-tree-sitter/web-tree-sitter.wasm');
const settings = { grammarRuntime: wasm, grammarPrefix: '', stepsBack: false, collects: true };

/** A job of so many files, none of which is there. */
const jobOf = (count: number): FilesJob => ({
  source: { kind: 'folder', root: '/nowhere' },
  files: Array.from({ length: count }, (_none, n) => ({ path: `${n}.txt`, bytes: 0, hash: '' })),
});

async function ask(port: MessagePort, request: WorkRequest): Promise<void> {
  const answered = new Promise((resolve) => port.once('message', resolve));
  port.postMessage(request);
  await answered;
}

describe('The memory of a scan worker', () => {
  const { gc } = globalThis;
  let collections = 0;
  let ports: MessageChannel;

  beforeEach(async () => {
    collections = 0;
    Object.assign(globalThis, { gc: () => collections++ });
    ports = new MessageChannel();
    await serveScanWork(ports.port1, { ...settings, watch: new WorkWatch().memory }, []);
  });

  afterEach(() => {
    ports.port1.close();
    Object.assign(globalThis, { gc });
  });

  async function conclude(): Promise<void> {
    await ask(ports.port2, { kind: 'openSynthesis', head: { name: 'shop', git: undefined, known: new Map() } });
  }

  it('is collected after many files, before facts of all of them come', async () => {
    await ask(ports.port2, { kind: 'extract', job: jobOf(600) });
    await conclude();
    await conclude();
    assert.equal(collections, 1);
  });

  it('is left alone after few: there is hardly anything to collect', async () => {
    await ask(ports.port2, { kind: 'extract', job: jobOf(20) });
    await conclude();
    assert.equal(collections, 0);
  });
});
