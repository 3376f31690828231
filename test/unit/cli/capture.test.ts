import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { main } from '../../../src/cli/main';
import type { CaptureResult } from '../../../src/shared/capture';
import { git, makeGitFolder, writeFiles } from '../../support/gitFolder';

describe('contox capture', () => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-capture-cli-')));
  const root = join(base, 'repo');
  before(() => void makeGitFolder(root, { 'a.ts': '' }));
  after(() => rmSync(base, { recursive: true, force: true }));

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const streams = { stdout, stderr, signal: new AbortController().signal, distDir: '' };
    const code = await main(['capture', ...args, '--data', join(base, 'data')], streams);
    return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
  }

  it('takes what was committed since, leaves out what it is told to, and says where there is nothing', async () => {
    assert.match((await run(root)).out, /known from now on/);
    writeFiles(root, { 'b.ts': 'export const b = 1;\n', 'private/x.ts': 'hidden\n' });
    git(root, 'add', '.');
    git(root, 'commit', '-q', '-m', 'Add b');
    const { code, out, err } = await run(root, '--json', '--exclude', '{private,notes}');
    assert.equal(code, 0, err);
    const [captured] = JSON.parse(out) as (CaptureResult & { root: string })[];
    assert.deepEqual([captured?.root, captured?.state, captured?.commits[0]?.subject], [root, 'captured', 'Add b']);
    assert.match((await run(root)).out, /nothing new/);
    git(root, 'commit', '-q', '--allow-empty', '-m', 'Again');
    assert.match((await run(root)).out, /commit {2}[0-9a-f]{10} Again/);
    mkdirSync(join(root, 'docs'));
    assert.match((await run(join(root, 'docs'))).out, /repo {2}nothing new/);
    assert.match((await run(base)).out, /repo {2}known from now on/);
    assert.equal((await run(join(base, 'no'))).code, 2);
  });
});
