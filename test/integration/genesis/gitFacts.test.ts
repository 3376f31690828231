import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryScanCache } from '../../../src/engine/genesis/cache/memoryScanCache';
import { historyName, readGitFacts } from '../../../src/engine/genesis/phases/gitFacts';
import { git } from '../../support/gitFolder';

describe('the history that a scan keeps', () => {
  let folder: string;
  let clone: string;
  let commit: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-history-'));
    const from = join(folder, 'from');
    clone = join(folder, 'clone');
    mkdirSync(from);
    git(from, 'init', '-q', '-b', 'main');
    for (const message of ['one', 'two', 'three'])
      git(from, '-c', 'user.name=A', '-c', 'user.email=a@b.invalid', 'commit', '-q', '--allow-empty', '-m', message);
    git(folder, 'clone', '-q', '--depth', '1', `file://${from}`, clone);
    commit = git(clone, 'rev-parse', 'HEAD').toString().trim();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('grows where a shallow clone fetches the rest, and is read anew where it is broken', async () => {
    const cache = new MemoryScanCache();
    const read = async (): Promise<number | undefined> => {
      const facts = await readGitFacts(
        { root: clone, branch: 'main', commit },
        { cache, signal: new AbortController().signal },
      );
      return facts?.commits.length;
    };
    assert.equal(await read(), 1);
    git(clone, 'fetch', '-q', '--unshallow');
    assert.equal(await read(), 3);
    assert.ok(cache.readConclusions().has(historyName));
    await cache.keepConclusions(new Map([[historyName, new Uint8Array([1, 2, 3])]]));
    assert.equal(await read(), 3);
  });
});
