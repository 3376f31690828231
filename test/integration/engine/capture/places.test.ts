import assert from 'node:assert/strict';
import { mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isEngineError } from '../../../../src/base/engineError';
import { rejects } from '../testEngine';
import { CaptureBench, type Repository, sh } from './captureBench';

describe('the places of repositories', () => {
  let bench: CaptureBench;
  before(async () => {
    bench = await CaptureBench.open();
  });
  after(function () {
    this.timeout(60_000);
    bench.close();
  });

  const subjects = async (repository: Repository, root?: string): Promise<string[]> => {
    const { commits } = await repository.capture(root);
    return commits.map(({ kind, subject }) => `${kind} ${subject}`);
  };
  const kinds = async (repository: Repository, folder = repository.root): Promise<Record<string, string>> => {
    const found = await repository.test.engine.findRepositories({ folder });
    const top = join(repository.root, '..');
    return Object.fromEntries(found.map(({ root, kind }) => [root.slice(top.length + 1), kind]));
  };

  it('finds the repository around, nested ones, submodules, work trees and bare ones', async () => {
    const repository = await bench.repository();
    repository.sh(`git clone -q . ../lib; git clone -q --bare . ../bare.git
git submodule --quiet add ../lib modules/lib 2>/dev/null; git commit -q -m module
git worktree add -q -b linked "../linked tree"; git clone -q . tools/nested; mkdir -p node_modules src/deep/er; git clone -q . node_modules/no
git clone -q --bare . store/bare.git`);
    assert.deepEqual(await kinds(repository), {
      repo: 'main',
      'linked tree': 'worktree',
      'repo/modules/lib': 'submodule',
      'repo/tools/nested': 'main',
      'repo/store/bare.git': 'bare',
    });
    assert.equal((await kinds(repository, join(repository.root, 'src/deep')))['repo'], 'main');
    assert.deepEqual(await kinds(repository, join(repository.root, '../bare.git')), { 'bare.git': 'bare' });
    const linked = await kinds(repository, join(repository.root, '../linked tree'));
    assert.deepEqual(linked, { 'linked tree': 'worktree', repo: 'main' });
    repository.sh('rm -rf "../linked tree"; git clone -q . "../linked tree"');
    assert.equal((await kinds(repository))['linked tree'], undefined);
    const [first] = await repository.test.engine.findRepositories({ folder: repository.root });
    assert.ok(first?.watch.includes(join(repository.root, '.git/logs/HEAD')));
    await rejects(repository.test.engine.findRepositories({ folder: '/no/such' }), 'notFound', /does not exist/);
  });

  it('takes a commit of another work tree once, and of one that appears from its beginning', async () => {
    const repository = await bench.repository();
    await repository.capture();
    repository.sh(
      'git worktree add -q -b side ../side; cd ../side; c one; c two; cd ../repo; git merge -q side; c three',
    );
    const side = join(repository.root, '../side');
    assert.deepEqual(await subjects(repository), ['commit one', 'commit two', 'commit three']);
    assert.deepEqual(await subjects(repository, side), []);
    sh(side, 'c four');
    assert.deepEqual(await subjects(repository, side), ['commit four']);
    repository.sh('git merge -q --no-ff -m join side');
    assert.deepEqual(await subjects(repository), ['merge join']);
  });

  it('takes what was committed in a work tree that is gone again', async () => {
    const repository = await bench.repository();
    await repository.capture();
    repository.sh(`git worktree add -q -b side ../gone; cd ../gone; c one; c two; cd ../repo
git merge -q --no-ff -m join side; git worktree remove ../gone; git branch -q -d side`);
    assert.deepEqual(await subjects(repository), ['commit one', 'commit two', 'merge join']);
  });

  it('takes what was committed in a work tree that is gone while its branch is not merged', async () => {
    const repository = await bench.repository();
    repository.sh('git checkout -q -b other; c old; git checkout -q main');
    await repository.capture();
    repository.sh(`export GIT_COMMITTER_DATE=2035-01-01T00:00:00Z; git worktree add -q -b side ../away; cd ../away; c one; c two
git commit -q --amend -m "two, better"; cd ../repo; git worktree remove ../away; git checkout -q other; git checkout -q main`);
    assert.deepEqual(await subjects(repository), ['commit one', 'commit two', 'amend two, better']);
    assert.deepEqual(await subjects(repository), []);
    repository.sh(
      'GIT_COMMITTER_DATE=2036-01-01T00:00:00Z git cherry-pick side >/dev/null; git checkout -q side; c three',
    );
    assert.deepEqual(await subjects(repository), ['cherryPick two, better', 'commit three']);
  });

  it('takes a repository that was made or cloned since, and leaves the past of one that was there', async () => {
    const repository = await bench.repository();
    repository.sh(
      'git clone -q . old; cd old; git config user.email me@example.invalid; git config user.name Me; c past',
    );
    repository.sh('git worktree add -q -b side ../side; cd ../side; c earlier');
    await repository.capture();
    repository.sh(`git init -q fresh; cd fresh; git config user.email me@example.invalid; git config user.name Me; c one
cd ..; git clone -q old cloned; cd cloned; git config user.email me@example.invalid; git config user.name Me; c two`);
    assert.deepEqual(await subjects(repository, join(repository.root, 'fresh')), ['commit one']);
    assert.deepEqual(await subjects(repository, join(repository.root, 'cloned')), ['commit two']);
    const old = await repository.capture(join(repository.root, 'old'));
    assert.deepEqual([old.state, old.commits], ['first', []]);
    assert.deepEqual(await subjects(repository, join(repository.root, '../side')), []);
  });

  it('takes a submodule as a repository of its own, and its bump as a change', async () => {
    const repository = await bench.repository();
    repository.sh(`git clone -q . ../lib; git submodule --quiet add ../lib lib 2>/dev/null; git commit -q -m module
cd lib; git config user.email me@example.invalid; git config user.name Me`);
    const inner = join(repository.root, 'lib');
    await repository.capture();
    await repository.capture(inner);
    repository.sh('cd lib; c inside; cd ..; git commit -q -a -m bump');
    assert.deepEqual(await subjects(repository, inner), ['commit inside']);
    assert.deepEqual(await subjects(repository), ['commit bump']);
    const digest = (await repository.digests()).at(-1)?.payload as { commits: { files: unknown; diff: string }[] };
    assert.deepEqual(digest.commits[0]?.files, [{ path: 'lib', status: 'modified', additions: 1, deletions: 1 }]);
    assert.match(digest.commits[0]?.diff ?? '', /\+Subproject commit/);
  });

  it('knows a shallow clone, a bare repository, and one without a commit', async () => {
    const repository = await bench.repository();
    repository.sh(`c a; c b; git clone -q --depth 1 "file://$PWD" ../shallow; git clone -q --bare . ../bare.git
mkdir ../unborn; cd ../unborn; git init -q -b main; git config user.email me@example.invalid; git config user.name Me
cd ../shallow; git config user.email me@example.invalid; git config user.name Me
cd ../bare.git; git config user.email me@example.invalid; git config user.name Me`);
    const at = (name: string): string => realpathSync(join(repository.root, '..', name));
    for (const name of ['shallow', 'bare.git', 'unborn'])
      assert.equal((await repository.capture(at(name))).state, 'first');
    sh(at('shallow'), 'c one');
    sh(at('unborn'), 'c born');
    repository.sh('c pushed; git push -q ../bare.git main');
    assert.deepEqual(await subjects(repository, at('shallow')), ['commit one']);
    assert.deepEqual(await subjects(repository, at('unborn')), ['commit born']);
    assert.deepEqual(await subjects(repository, at('bare.git')), ['commit pushed']);
  });

  it('takes the same change in two repositories as two commits', async () => {
    const repository = await bench.repository();
    repository.sh('git clone -q . inner; cd inner; git config user.email me@example.invalid; git config user.name Me');
    const inner = join(repository.root, 'inner');
    await repository.capture();
    await repository.capture(inner);
    repository.sh('echo inner > .git/info/exclude; c licence; cd inner; c licence licence "licence here"');
    assert.deepEqual(await subjects(repository), ['commit licence']);
    assert.deepEqual(await subjects(repository, inner), ['commit licence here']);
  });

  it('says what is wrong where a repository is not there, and goes on when it is back', async () => {
    const repository = await bench.repository();
    await repository.capture();
    repository.sh('c one');
    const [root, away] = [repository.root, `${repository.root} away`];
    renameSync(root, away);
    await rejects(repository.capture(), 'notFound', /does not exist any more/);
    assert.deepEqual(await subjects(repository, away), ['commit one']);
    renameSync(away, root);
    repository.sh('c two');
    assert.deepEqual(await subjects(repository), ['commit two']);
    mkdirSync(join(bench.base, 'plain'));
    await rejects(repository.capture(join(bench.base, 'plain')), 'notFound', /not inside a git repository/);
    rmSync(join(root, '.git/HEAD'));
    await rejects(repository.capture(), 'notFound', /not inside a git repository/);
  });

  it('says how to get git where it is not installed', async () => {
    const repository = await bench.repository();
    const path = process.env['PATH'];
    process.env['PATH'] = join(bench.base, 'nothing');
    try {
      const error = await repository.capture().then(
        () => assert.fail('captured without git'),
        (thrown: unknown) => thrown,
      );
      assert.ok(isEngineError(error, 'unavailable'));
      assert.match(error.message, /git is not installed.*Install it/);
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('takes of a repository that holds more than the project only what touches its folder', async () => {
    const repository = await bench.repository('packages/shop');
    await repository.capture();
    repository.sh(`mkdir -p packages/shop packages/other
c a packages/other/a "other work"; c b packages/shop/b "shop work"; c c packages/other/c "to be both"
echo d > packages/shop/d; git add -A; git commit -q --amend --no-edit; git commit -q --allow-empty -m nothing
git checkout -q -b side HEAD~1; c e packages/shop/e side; git checkout -q main; git merge -q --no-ff -m join side`);
    const result = await repository.capture();
    assert.deepEqual(repository.describe(result), [
      'commit shop work',
      'commit to be both @ to be both',
      'commit side',
      'merge join',
    ]);
    assert.equal(result.passedOver['outside'], 3);
    const digests = JSON.stringify(await repository.digests());
    assert.ok(digests.includes('packages/shop/d') && !digests.includes('packages/other'));
  });

  it('waits for the end of a rebase that stops', async () => {
    const repository = await bench.repository();
    await repository.capture();
    repository.sh(`git checkout -q -b side; c one f; c two; git checkout -q main; c three f; git checkout -q side`);
    assert.equal((await repository.capture()).commits.length, 3);
    repository.sh('git rebase -q main >/dev/null 2>&1 || true');
    assert.deepEqual(await subjects(repository), []);
    repository.sh('echo both > f; git add f; git rebase --continue >/dev/null 2>&1');
    assert.deepEqual(await subjects(repository), ['rebase one', 'rebase two']);
    // What is there between the first entry and any other trace of a rebase.
    repository.sh(`h=$(git rev-parse HEAD); o=$(git rev-parse HEAD~1)
echo "$h $o Me <me@example.invalid> $(date +%s) +0000	rebase (start): checkout x" >> .git/logs/HEAD; git update-ref --no-deref refs/keep $h`);
    assert.deepEqual(await subjects(repository), []);
  });
});
