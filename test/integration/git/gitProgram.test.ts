import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isEngineError } from '../../../src/base/engineError';
import { gitVariable } from '../../../src/engine/git/gitProgram';
import { runGitText } from '../../../src/engine/git/runGit';

describe('the git that is started', () => {
  let folder: string;
  let before: string | undefined;

  beforeEach(() => {
    before = process.env[gitVariable];
    folder = mkdtempSync(join(tmpdir(), 'contox git-'));
  });
  afterEach(() => {
    if (before === undefined) delete process.env[gitVariable];
    else process.env[gitVariable] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  it('is the one that the environment names, in a folder with spaces too', async function () {
    if (process.platform === 'win32') this.skip();
    const own = join(folder, 'Program Files', 'git');
    mkdirSync(join(folder, 'Program Files'));
    const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    writeFileSync(own, `#!/bin/sh\necho "of its own"\nexec "${real}" "$@"\n`);
    chmodSync(own, 0o755);
    process.env[gitVariable] = own;
    assert.match(await runGitText(['version'], { cwd: folder }), /^of its own\ngit version/);
  });

  it('is told to be missing where it is not there', async () => {
    process.env[gitVariable] = join(folder, 'gone', 'git');
    await assert.rejects(runGitText(['version'], { cwd: folder }), (error) => {
      assert.ok(isEngineError(error, 'unavailable'));
      assert.equal((error.data as { reason?: string }).reason, 'no-git');
      return true;
    });
  });
});
