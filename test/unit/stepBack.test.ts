import assert from 'node:assert/strict';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';

/** Priority of a thread before and after, and that of the process, which must stay. */
function measureInWorker(): Promise<{ before: number; after: number }> {
  const source = `
    import { readlinkSync } from 'node:fs';
    import { getPriority } from 'node:os';
    import { parentPort } from 'node:worker_threads';
    import { stepBack } from './src/base/stepBack';
    const id = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    const before = getPriority(id);
    stepBack();
    parentPort.postMessage({ before, after: getPriority(id) });`;
  const built = buildSync({
    stdin: { contents: source, resolveDir: join(__dirname, '..', '..'), loader: 'ts' },
    bundle: true,
    platform: 'node',
    write: false,
  });
  const worker = new Worker(built.outputFiles[0]?.text ?? '', { eval: true });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

describe('stepping back', () => {
  it('lowers the priority of its own thread and of no other', async () => {
    if (process.platform !== 'linux') return;
    const own = getPriority();
    const { before, after } = await measureInWorker();
    assert.equal(before, own);
    assert.equal(after, Math.min(19, before + 10));
    assert.equal(getPriority(), own);
  });
});
