import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyEarly } from '../../../src/cli/identifyEarly';
import type { RepositoryFacts } from '../../../src/engine/ports';

describe('identifyEarly', () => {
  let folder: string;
  let asked: string[];

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'contox-early-')));
    asked = [];
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function identify(path: string): Promise<RepositoryFacts> {
    asked.push(path);
    return { root: path, prefix: '', rootCommit: String(asked.length), remote: null };
  }

  it('looks before it is asked, and answers the first question with what it saw', async () => {
    const early = identifyEarly(folder, identify);
    assert.deepEqual(asked, [folder]);
    assert.equal((await early(folder))?.rootCommit, '1');
    assert.deepEqual(asked, [folder]);
  });

  it('looks again for every further question', async () => {
    const early = identifyEarly(folder, identify);
    await early(folder);
    assert.equal((await early(folder))?.rootCommit, '2');
  });

  it('looks at another folder when that is asked about', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    assert.equal((await identifyEarly(folder, identify)(other))?.root, other);
  });

  it('leaves a folder that is not there to the one who asks', async () => {
    const gone = join(folder, 'gone');
    const early = identifyEarly(gone, identify);
    assert.deepEqual(asked, []);
    await early(gone);
    assert.deepEqual(asked, [gone]);
  });
});
