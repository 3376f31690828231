import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { acquireOwnerLock } from '../../../src/engine/storage/ownerLock';
import { type Bundle, bundle } from '../../torture/bundle';
import { type Child, startChild } from '../../torture/childLines';
import { scratchFolder } from './scratch';

describe('the owner lock', () => {
  const folder = scratchFolder();
  let program: Bundle;
  before(async () => {
    program = await bundle('lockChild.ts');
  });
  after(() => program.dispose());

  const startContender = (dataDir: string): { child: Child; said: Promise<string> } => {
    let hear: (line: string) => void = () => undefined;
    const said = new Promise<string>((resolve) => {
      hear = resolve;
    });
    return { child: startChild(program.file, [dataDir], (line) => hear(line)), said };
  };

  it('is had by one at a time, and by the next when it is given back', () => {
    const first = acquireOwnerLock(folder.path);
    assert.ok(first);
    assert.equal(acquireOwnerLock(folder.path), undefined);
    first.dispose();
    const second = acquireOwnerLock(folder.path);
    assert.ok(second);
    first.dispose();
    assert.equal(acquireOwnerLock(folder.path), undefined, 'giving back twice takes it from nobody');
    second.dispose();
  });

  it('is one for each store', () => {
    const dirs = ['a', 'b'].map((name) => join(folder.path, name));
    const locks = dirs.map((dir) => {
      mkdirSync(dir);
      return acquireOwnerLock(dir);
    });
    for (const lock of locks) {
      assert.ok(lock);
      lock.dispose();
    }
  });

  it('is the same by another way to the folder', () => {
    const real = join(folder.path, 'real');
    const link = join(folder.path, 'link');
    mkdirSync(real);
    symlinkSync(real, link, 'junction');
    const lock = acquireOwnerLock(real);
    assert.ok(lock);
    assert.equal(acquireOwnerLock(link), undefined);
    lock.dispose();
  });

  it('is refused to another process and to another thread', async () => {
    const lock = acquireOwnerLock(folder.path);
    assert.ok(lock);
    const { child, said } = startContender(folder.path);
    assert.equal(await said, 'refused');
    await child.gone;
    const worker = new Worker(program.file, { argv: [folder.path], stdout: true });
    const ended = new Promise<number>((resolve) => worker.once('exit', resolve));
    assert.equal(await ended, 0, 'a thread that is refused has nothing to wait for');
    lock.dispose();
  });

  it('ends with a killed process, and not before', async () => {
    const { child, said } = startContender(folder.path);
    assert.equal(await said, 'owner');
    assert.equal(acquireOwnerLock(folder.path), undefined);
    child.kill();
    await child.gone;
    const lock = acquireOwnerLock(folder.path);
    assert.ok(lock);
    lock.dispose();
  });

  it('stays with a suspended process, as after the lid of a laptop was closed', async function () {
    if (process.platform === 'win32') this.skip();
    const { child, said } = startContender(folder.path);
    assert.equal(await said, 'owner');
    child.signal('SIGSTOP');
    const { child: other, said: otherSaid } = startContender(folder.path);
    assert.equal(await otherSaid, 'refused');
    await other.gone;
    child.signal('SIGCONT');
    child.kill();
    await child.gone;
  });
}).timeout(60_000);
