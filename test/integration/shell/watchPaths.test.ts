import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stampOf, watchPaths } from '../../../src/shell/capture/watchPaths';

describe('watching the files of git', () => {
  let folder = '';
  let log = '';
  let calls = 0;
  let next: (() => void) | undefined;
  let watching: { dispose(): void } | undefined;

  const changed = (): void => {
    calls++;
    next?.();
  };
  /** Resolves with the next call; the suite's limit is what fails a test where none comes. */
  const soon = (work: () => void): Promise<void> =>
    new Promise((resolve) => {
      next = resolve;
      work();
    });
  const watch = (): void => {
    watching = watchPaths([log, join(folder, 'HEAD')], changed, (error) => assert.fail(String(error)));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cxwatch-'));
    log = join(folder, 'logs', 'HEAD');
    calls = 0;
  });
  afterEach(() => {
    watching?.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells of a line that is appended, and of a file that is replaced', async () => {
    mkdirSync(join(folder, 'logs'));
    writeFileSync(log, 'one\n');
    watch();
    await soon(() => appendFileSync(log, 'two\n'));
    writeFileSync(join(folder, 'HEAD.lock'), 'ref: refs/heads/x\n');
    await soon(() => renameSync(join(folder, 'HEAD.lock'), join(folder, 'HEAD')));
  });

  it('waits for a folder that git makes with the first commit', async () => {
    watch();
    await soon(() => mkdirSync(join(folder, 'logs')));
    await soon(() => writeFileSync(log, 'one\n'));
  });

  it('says nothing of other files', async () => {
    watch();
    writeFileSync(join(folder, 'index'), 'x');
    await soon(() => writeFileSync(join(folder, 'HEAD'), 'x'));
    assert.ok(calls <= 2, 'creation and content of HEAD');
  });

  it('a stamp changes with the file, and is there for one that is missing', async () => {
    assert.equal(await stampOf([log]), '-');
    mkdirSync(join(folder, 'logs'));
    writeFileSync(log, 'one\n');
    const before = await stampOf([log]);
    assert.equal(await stampOf([log]), before);
    appendFileSync(log, 'two\n');
    assert.notEqual(await stampOf([log]), before);
  });
});
