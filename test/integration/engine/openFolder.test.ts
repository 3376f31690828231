import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyRepository } from '../../../src/engine/git/identifyRepository';
import type { EnginePorts } from '../../../src/engine/ports';
import type { Project } from '../../../src/shared/project';
import { git, makeGitFolder } from '../../support/gitFolder';
import { closeTestEngine, eventTypes, openTestEngine, rejects, type TestEngine } from './testEngine';

const ports: Partial<EnginePorts> = { identify: (path) => identifyRepository(path) };

describe('opening a folder', () => {
  let base: string;
  let test: TestEngine;
  beforeEach(async () => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-open-')));
    test = await openTestEngine(ports);
  });
  afterEach(() => {
    closeTestEngine(test);
    rmSync(base, { recursive: true, force: true });
  });

  const at = (...parts: string[]): string => join(base, ...parts);
  const open = (path: string, more: { name?: string; trusted?: boolean } = {}): Promise<Project> =>
    test.engine.openFolder({ path: at(path), ...more });
  const folder = (path: string): string => {
    mkdirSync(at(path), { recursive: true });
    return path;
  };
  const repository = (path: string, remote?: string): string => {
    makeGitFolder(at(path), { 'README.md': path });
    if (remote !== undefined) git(at(path), 'remote', 'add', 'origin', remote);
    return path;
  };
  const pin = (path: string, content: object | string): void =>
    writeFileSync(at(path, '.contox.json'), typeof content === 'string' ? content : JSON.stringify(content));
  const count = async (): Promise<number> => (await test.engine.listProjects({})).length;

  it('makes a project that is named after it and linked to it, once', async () => {
    const made = await open(folder('shop'));
    assert.deepEqual([made.name, made.localPath, made.visibility], ['shop', at('shop'), 'private']);
    assert.deepEqual(await open('shop'), made);
    assert.deepEqual(await eventTypes(test.engine, made.id), ['project.created']);
  });

  it('takes the name that the editor gives', async () => {
    assert.equal((await open(folder('x'), { name: 'My shop' })).name, 'My shop');
  });

  it('knows it through a link too', async () => {
    const made = await open(folder('shop'));
    symlinkSync(at('shop'), at('link'));
    assert.equal((await open('link')).id, made.id);
  });

  it('refuses what is no folder', async () => {
    writeFileSync(at('file'), '');
    await rejects(open('file'), 'invalid', /not a folder/);
    await rejects(open('nothing'), 'invalid', /can not be opened/);
    await rejects(test.engine.openFolder({ path: 'relative' }), 'invalid', /absolute/);
  });

  it('two folders without git are two projects, also with equal names', async () => {
    const [a, b] = [await open(folder('a/app')), await open(folder('b/app'))];
    assert.notEqual(a.id, b.id);
  });

  it('a clone and a work tree are the same project, linked to where it was opened last', async () => {
    const made = await open(repository('one', 'https://user:secret@example.org/acme/one.git'));
    git(base, 'clone', '-q', at('one'), at('two'));
    git(at('two'), 'remote', 'set-url', 'origin', 'git@example.org:acme/one.git');
    git(at('one'), 'worktree', 'add', '-q', at('three'));
    for (const path of ['two', 'three', 'one', 'three']) {
      const opened = await open(path);
      assert.deepEqual([opened.id, opened.localPath], [made.id, at(path)]);
    }
    assert.ok(!JSON.stringify(test.db.all('SELECT * FROM projects')).includes('secret'));
  });

  it('a moved repository is the same project', async () => {
    const made = await open(repository('old', 'https://example.org/a/b'));
    renameSync(at('old'), at('new'));
    assert.equal((await open('new')).id, made.id);
  });

  it('a fork with another remote is a project of its own', async () => {
    const made = await open(repository('one', 'https://example.org/acme/one'));
    git(base, 'clone', '-q', at('one'), at('fork'));
    git(at('fork'), 'remote', 'set-url', 'origin', 'https://example.org/me/one');
    assert.notEqual((await open('fork')).id, made.id);
  });

  it('a folder of a monorepo that is opened by itself is a project of its own, also in a clone', async () => {
    const whole = await open(repository('mono', 'https://example.org/a/mono'));
    mkdirSync(at('mono/packages/web'), { recursive: true });
    const part = await open('mono/packages/web');
    assert.notEqual(part.id, whole.id);
    git(base, 'clone', '-q', at('mono'), at('other'));
    git(at('other'), 'remote', 'set-url', 'origin', 'https://example.org/a/mono');
    mkdirSync(at('other/packages/web'), { recursive: true });
    assert.deepEqual([(await open('other')).id, (await open('other/packages/web')).id], [whole.id, part.id]);
  });

  it('a folder that becomes a repository stays the project, and its clone is it too', async () => {
    const made = await open(folder('app'));
    repository('app', 'https://example.org/a/app');
    assert.equal((await open('app')).id, made.id);
    git(base, 'clone', '-q', at('app'), at('clone'));
    git(at('clone'), 'remote', 'set-url', 'origin', 'https://example.org/a/app');
    assert.equal((await open('clone')).id, made.id);
  });

  it('another repository in the same folder is another project, and the first is not linked to it any more', async () => {
    const first = await open(repository('app'));
    rmSync(at('app'), { recursive: true });
    makeGitFolder(at('app'), { 'other.txt': 'something else' });
    const second = await open('app');
    assert.notEqual(second.id, first.id);
    assert.equal((await test.engine.getProject({ projectId: first.id })).localPath, null);
    assert.equal((await open('app')).id, second.id);
  });

  it('in a folder that is not trusted only the path counts', async () => {
    pin(repository('app'), { projectId: 'proj_fromTheRepository', projectName: 'Pinned' });
    const made = await open('app', { trusted: false });
    assert.deepEqual([made.name, made.id === 'proj_fromTheRepository'], ['app', false]);
    assert.equal((await open('app')).id, made.id);
  });

  it('an archived project is given as it is', async () => {
    const made = await open(repository('app', 'https://example.org/a/app'));
    await test.engine.updateProject({ projectId: made.id, status: 'archived' });
    git(base, 'clone', '-q', at('app'), at('clone'));
    git(at('clone'), 'remote', 'set-url', 'origin', 'https://example.org/a/app');
    const opened = await open('clone');
    assert.deepEqual([opened.id, opened.localPath], [made.id, at('app')]);
  });

  it('a git that fails does not keep a folder from being opened', async () => {
    const broken = await openTestEngine({ identify: () => Promise.reject(new Error('git is broken')) });
    assert.equal((await broken.engine.openFolder({ path: at(folder('app')) })).name, 'app');
    assert.ok(broken.logged.some((line) => line.includes('git is broken')));
    closeTestEngine(broken);
  });

  describe('with a pin', () => {
    it('that names no known project: the new one has its id and name', async () => {
      pin(folder('app'), { projectId: 'proj_shared0001', projectName: ' Team\u0000 shop ', more: true });
      const made = await open('app');
      assert.deepEqual([made.id, made.name], ['proj_shared0001', 'Team\uFFFD shop']);
    });

    it('that appears where a project was opened before: the project stays', async () => {
      const made = await open(folder('app'));
      pin('app', { projectId: 'proj_shared0001' });
      assert.equal((await open('app')).id, made.id);
    });

    it('of a moved folder without git: the same project', async () => {
      pin(folder('old'), { projectId: 'proj_shared0001' });
      const made = await open('old');
      renameSync(at('old'), at('new'));
      assert.equal((await open('new')).id, made.id);
    });

    it('that another repository copied: never the other project', async () => {
      pin(repository('mine', 'https://example.org/me/mine'), { projectId: 'proj_shared0001', projectName: 'Mine' });
      const mine = await open('mine');
      pin(repository('hostile', 'https://example.org/evil/x'), { projectId: mine.id, projectName: 'Mine' });
      const other = await open('hostile');
      assert.notEqual(other.id, mine.id);
      assert.equal((await test.engine.getProject({ projectId: mine.id })).localPath, at('mine'));
    });

    const unusable: [says: string, content: object | string][] = [
      ['no JSON', '{'],
      ['not an object', '[]'],
      ['no id', {}],
      ['an id of another kind', { projectId: 'user_123456' }],
      ['an id that is a path', { projectId: 'proj_../../../etc' }],
      ['an id that is no text', { projectId: 1 }],
      ['a file that is too long', JSON.stringify({ projectId: 'proj_shared0001', more: 'x'.repeat(20_000) })],
    ];
    for (const [says, content] of unusable)
      it(`with ${says} it is ignored`, async () => {
        pin(folder('app'), content);
        const made = await open('app');
        assert.equal(made.name, 'app');
        assert.notEqual(made.id, 'proj_shared0001');
      });

    it('that is a link is not followed', async function () {
      if (process.platform === 'win32') this.skip();
      pin(folder('elsewhere'), { projectId: 'proj_shared0001' });
      symlinkSync(at('elsewhere/.contox.json'), at(folder('app'), '.contox.json'));
      assert.notEqual((await open('app')).id, 'proj_shared0001');
    });

    it('that holds a secret as its name: the secret is not stored', async () => {
      const secret = `ghp_${'a1B2'.repeat(9)}`;
      pin(folder('app'), { projectId: 'proj_shared0001', projectName: secret });
      assert.ok(!(await open('app')).name.includes(secret));
    });
  });

  it('a hundred openings at once make one project', async () => {
    folder('app');
    const opened = await Promise.all(Array.from({ length: 100 }, () => open('app')));
    assert.equal(new Set(opened.map((project) => project.id)).size, 1);
    assert.equal(await count(), 1);
    // Each opening asks git, some 400 processes in all.
  }).timeout(60_000);
});
