import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitFailureReason } from '../../../src/engine/git/gitFailure';
import { identifyRepository } from '../../../src/engine/git/identifyRepository';
import { listTree } from '../../../src/engine/git/listTree';
import { listWorkTree } from '../../../src/engine/git/listWorkTree';
import { readHistory } from '../../../src/engine/git/readHistory';
import { readObjects } from '../../../src/engine/git/readObjects';
import { listBranches, readHead, readRemote, resolveBranch } from '../../../src/engine/git/repository';
import { runGit } from '../../../src/engine/git/runGit';
import { git, makeGitFolder, writeFiles } from '../../support/gitFolder';

describe('git', () => {
  let base: string;
  beforeEach(() => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-git-')));
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));
  const paths = async (cwd: string): Promise<string[]> => (await listWorkTree({ cwd })).files.map((file) => file.path);

  it('lists tracked and new files, and those that are tracked though ignored', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '', 'build/kept.ts': '', 'sub/b.ts': '' });
    writeFiles(cwd, { '.gitignore': 'build/\n*.log\n', 'build/new.ts': '', 'x.log': '', 'sub/new.ts': '' });
    assert.deepEqual((await paths(cwd)).sort(), ['.gitignore', 'a.ts', 'build/kept.ts', 'sub/b.ts', 'sub/new.ts']);
  });

  it('lists a folder inside a repository relative to itself', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '', 'sub/b.ts': '', 'sub/deep/c.ts': '' });
    assert.deepEqual(await paths(join(cwd, 'sub')), ['b.ts', 'deep/c.ts']);
    assert.deepEqual(
      (await listTree('HEAD', { cwd: join(cwd, 'sub') })).entries.map((entry) => entry.path),
      ['b.ts', 'deep/c.ts'],
    );
    const [commit] = await readHistory('HEAD', { cwd: join(cwd, 'sub') });
    assert.deepEqual(commit?.files, ['b.ts', 'deep/c.ts']);
  });

  it('reads commits that came to nothing and their branches, as git counts them', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '1' });
    const main = git(cwd, 'branch', '--show-current').trim();
    git(cwd, 'checkout', '-q', '-b', 'side');
    for (const text of ['2', '1']) {
      writeFiles(cwd, { 'a.ts': text });
      git(cwd, 'commit', '-qam', text);
    }
    git(cwd, 'checkout', '-q', main);
    git(cwd, 'merge', '-q', '--no-ff', '-m', 'merge', 'side');
    git(cwd, 'commit', '-q', '--allow-empty', '-m', 'again');
    assert.deepEqual(
      (await readHistory('HEAD', { cwd })).map((commit) => commit.files.length),
      [0, 1, 1, 1],
    );
  });

  it('keeps odd names as they are', async () => {
    const names = ['with space.ts', 'quote".ts', 'new\nline.ts', 'ünï.ts', '-dash.ts', ':(glob)x.ts'];
    const cwd = makeGitFolder(join(base, 'r'), Object.fromEntries(names.map((name) => [name, name])));
    assert.deepEqual((await paths(cwd)).sort(), [...names].sort());
    const { entries } = await listTree('HEAD', { cwd });
    const blobs = await readObjects(
      entries.map((entry) => entry.oid),
      { cwd },
    );
    for (const entry of entries) assert.equal(blobs.get(entry.oid)?.toString(), entry.path);
  });

  it('lists a work tree that is linked to another one', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '' });
    git(cwd, 'worktree', 'add', '-q', '-b', 'other', join(base, 'linked'));
    writeFiles(join(base, 'linked'), { 'b.ts': '' });
    assert.deepEqual((await paths(join(base, 'linked'))).sort(), ['a.ts', 'b.ts']);
    assert.equal((await readHead({ cwd: join(base, 'linked') })).branch, 'other');
  });

  it('leaves out what a sparse checkout leaves out, and counts it', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'in/a.ts': '', 'out/b.ts': '', 'out/c.ts': '' });
    git(cwd, 'sparse-checkout', 'set', 'in');
    const listing = await listWorkTree({ cwd });
    assert.deepEqual([listing.files.map((file) => file.path), listing.outsideSparse], [['in/a.ts'], 2]);
  });

  it('enters submodules that are checked out and names the others', async () => {
    const inner = makeGitFolder(join(base, 'inner'), { 'lib.ts': '' });
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '' });
    git(cwd, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'modules/inner');
    assert.deepEqual((await paths(cwd)).sort(), ['.gitmodules', 'a.ts', 'modules/inner/lib.ts']);
    git(cwd, 'submodule', 'deinit', '-q', '-f', 'modules/inner');
    assert.deepEqual((await listWorkTree({ cwd })).notEntered, [{ path: 'modules/inner', why: 'submodule' }]);
  });

  it('does not enter a repository that is no submodule', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '' });
    makeGitFolder(join(cwd, 'clone'), { 'b.ts': '' });
    const listing = await listWorkTree({ cwd });
    assert.deepEqual(listing.notEntered, [{ path: 'clone', why: 'repository' }]);
  });

  it('finds branches, remote branches and tags, and nothing by an option or a pattern', async () => {
    const origin = makeGitFolder(join(base, 'origin'), { 'a.ts': '' });
    git(origin, 'branch', 'feature/x');
    git(base, 'clone', '-q', origin, 'r');
    const cwd = join(base, 'r');
    git(cwd, 'tag', '-a', 'v1', '-m', 'One');
    const { commit } = await readHead({ cwd });
    for (const name of ['main', 'feature/x', 'origin/main', 'v1'])
      assert.equal(await resolveBranch(name, { cwd }), commit, name);
    for (const name of ['nope', '--help', 'ma*', '../main', ''])
      assert.equal(await resolveBranch(name, { cwd }), undefined, name);
    assert.deepEqual((await listBranches({ cwd })).map((branch) => branch.name).sort(), [
      'main',
      'origin/feature/x',
      'origin/main',
    ]);
  });

  it('knows a repository by its first commit and its remote, not by its place', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '' });
    const root = git(cwd, 'rev-parse', 'HEAD').trim();
    writeFiles(cwd, { 'b.ts': '' });
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-q', '-m', 'More');
    git(cwd, 'remote', 'add', 'origin', 'https://me:secret@example.com/a/b.git');
    mkdirSync(join(cwd, 'sub'));
    assert.deepEqual(await identifyRepository(join(cwd, 'sub')), {
      root: cwd,
      prefix: 'sub/',
      rootCommit: root,
      remote: 'https://example.com/a/b.git',
      branch: 'main',
    });
    assert.equal(await identifyRepository(base), undefined);
  });

  it('has no first commit before one is made', async () => {
    git(base, 'init', '-q', '-b', 'main', 'empty');
    const cwd = join(base, 'empty');
    assert.deepEqual(await readHead({ cwd }), { branch: 'main', commit: null });
    assert.equal((await identifyRepository(cwd))?.rootCommit, null);
    assert.equal(await readRemote({ cwd }), null);
  });

  it('starts nothing that a repository names in its configuration', async () => {
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '1' });
    const proof = join(base, 'proof');
    const trap = join(base, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch ${proof}\nexit 1\n`);
    chmodSync(trap, 0o755);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'diff.external',
      'diff.x.textconv',
      'gpg.program',
      'filter.x.clean',
      'filter.x.smudge',
      'filter.x.process',
      'credential.helper',
      'core.editor',
    ])
      git(cwd, 'config', key, trap);
    git(cwd, 'config', 'log.showSignature', 'true');
    git(cwd, 'config', 'core.hooksPath', base);
    writeFiles(cwd, { '.gitattributes': '* diff=x filter=x\n', 'b.ts': '2' });
    for (const hook of ['post-index-change', 'fsmonitor-watchman']) {
      writeFileSync(join(base, hook), `#!/bin/sh\ntouch ${proof}\n`);
      chmodSync(join(base, hook), 0o755);
    }
    await paths(cwd);
    await readHistory('HEAD', { cwd });
    await identifyRepository(cwd);
    const { entries } = await listTree('HEAD', { cwd });
    await readObjects(
      entries.map((entry) => entry.oid),
      { cwd },
    );
    assert.equal(existsSync(proof), false);
  });

  it('fetches nothing for a partial clone', async () => {
    const origin = makeGitFolder(join(base, 'origin'), { 'a.ts': 'text' });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    git(
      base,
      '-c',
      'protocol.file.allow=always',
      'clone',
      '-q',
      '--no-checkout',
      '--filter=blob:none',
      `file://${origin}`,
      'r',
    );
    const cwd = join(base, 'r');
    git(cwd, 'config', 'protocol.file.allow', 'always');
    const oid = git(origin, 'rev-parse', 'HEAD:a.ts').trim();
    const blobs = await readObjects([oid], { cwd }).catch(() => new Map());
    assert.equal(blobs.size, 0);
    assert.equal((await readHistory('HEAD', { cwd })).length, 1);
  });

  it('follows code under its earlier names where the clone lacks what a large file held', async () => {
    const cwd = makeGitFolder(join(base, 'r'), {
      'old.ts': `${'const cups = 1;\n'.repeat(30)}`,
      'a.bin': 'x'.repeat(400),
    });
    const lacking = git(cwd, 'rev-parse', 'HEAD:a.bin').trim();
    writeFiles(cwd, { 'new.ts': `${'const cups = 1;\n'.repeat(30)}export {};\n`, 'b.bin': 'x'.repeat(500) });
    git(cwd, 'rm', '-q', 'old.ts', 'a.bin');
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-qm', 'Move');
    rmSync(join(cwd, '.git/objects', lacking.slice(0, 2), lacking.slice(2)), { force: true });
    const [moved, first] = await readHistory('HEAD', { cwd });
    assert.deepEqual(first?.files, ['new.ts', 'a.bin']);
    assert.ok(moved?.files.includes('new.ts'));
  });

  it('says what went wrong, in words that help', async () => {
    await assert.rejects(runGit(['status'], { cwd: base }), (error) => gitFailureReason(error) === 'no-repository');
    await assert.rejects(runGit(['status'], { cwd: join(base, 'nope') }), /does not exist/);
    const cwd = makeGitFolder(join(base, 'r'), { 'a.ts': '' });
    await assert.rejects(readHistory('0'.repeat(40), { cwd }), /git/);
    const aborted = AbortSignal.abort();
    await assert.rejects(runGit(['status'], { cwd, signal: aborted }), /cancelled/);
  });
});
