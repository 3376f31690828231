import assert from 'node:assert/strict';
import { EngineError } from '../../../src/base/engineError';
import { silentLogger } from '../../../src/base/logger';
import type { Project } from '../../../src/shared/project';
import { isBelow, samePath } from '../../../src/shell/projects/samePath';
import { type OpenFolder, WorkspaceProjects } from '../../../src/shell/projects/workspaceProjects';
import { FakeEngine } from '../../support/fakeEngine';
import { sampleProject } from '../../support/samples';

interface Setup {
  readonly folders?: readonly string[];
  readonly isTrusted?: boolean;
  readonly stored?: readonly Project[];
  readonly remembered?: string;
}

function setUp({ folders = ['/work/a', '/work/b'], isTrusted = true, stored = [], remembered }: Setup = {}) {
  const state = { folders, isTrusted, picked: remembered, fails: false };
  const projects: Project[] = [...stored];
  const engine = new FakeEngine({
    listProjects: async () => {
      if (state.fails) throw new EngineError('unavailable', 'No answer.');
      return projects;
    },
    openFolder: async ({ path, name }) => {
      if (path.includes('broken')) throw new EngineError('invalid', 'No such folder.');
      const known = projects.find((project) => project.localPath === path);
      const project = known ?? sampleProject({ id: `proj_${path}`, name: name ?? '', localPath: path });
      if (!known) projects.push(project);
      return project;
    },
  });
  const list = (): OpenFolder[] => state.folders.map((path) => ({ path, name: path.slice(path.lastIndexOf('/') + 1) }));
  const pick = { read: () => state.picked, write: (id: string) => void Object.assign(state, { picked: id }) };
  const own = new WorkspaceProjects(engine, { list, isTrusted: () => state.isTrusted }, pick, silentLogger);
  return { own, engine, state, projects };
}

describe('workspace projects', () => {
  it('makes each folder a project, the first one current', async () => {
    const { own } = setUp();
    await Promise.all([own.load(), own.load()]);
    assert.deepEqual(
      own.open.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.equal(own.current?.name, 'a');
  });

  it('hands no folder to the engine while the window is not trusted, and finds what is stored by its path', async () => {
    const { own, engine, state } = setUp({ isTrusted: false, stored: [sampleProject({ localPath: '/work/b' })] });
    await own.load();
    assert.deepEqual(engine.calls, ['listProjects']);
    assert.equal(own.current?.localPath, '/work/b');
    assert.equal(own.open.length, 1);
    state.isTrusted = true;
    await own.reload();
    assert.equal(own.open.length, 2);
  });

  it('one folder that fails does not keep the others from it', async () => {
    const { own } = setUp({ folders: ['/work/broken', '/work/b'] });
    await own.load();
    assert.equal(own.current?.name, 'b');
  });

  it('follows the active editor into another folder, and stays with a pick inside the same one', async () => {
    const { own, state } = setUp({ stored: [sampleProject({ id: 'other', name: 'other', localPath: '/elsewhere' })] });
    await own.load();
    own.follow('/work/b/src/x.ts');
    assert.equal(own.current?.name, 'b');
    own.select('other');
    own.follow('/work/b/src/y.ts');
    assert.equal(own.current?.name, 'other');
    own.follow('/work/a/z.ts');
    assert.equal(own.current?.name, 'a');
    assert.equal(state.picked, own.current?.id);
  });

  it('starts with the project of the active editor, else with the one picked last', async () => {
    const active = setUp({ remembered: 'proj_/work/a' });
    active.own.follow('/work/b/x');
    await active.own.load();
    assert.equal(active.own.current?.name, 'b');
    const remembered = setUp({ remembered: 'proj_/work/b' });
    await remembered.own.load();
    assert.equal(remembered.own.current?.name, 'b');
  });

  it('chooses another current project when the current one is deleted', async () => {
    const { own, engine, projects } = setUp();
    await own.load();
    projects.shift();
    const changed = new Promise<void>((resolve) => {
      own.onDidChange(() => resolve());
    });
    engine.change({ kind: 'projects' });
    await changed;
    assert.equal(own.current?.name, 'b');
  });

  it('says what is missing where there can be no current project', async () => {
    const { own } = setUp({ folders: [] });
    await assert.rejects(own.needCurrent(), {
      code: 'invalid',
      message: 'No folder is open. Open one, then try again.',
    });
  });

  it('tries again after a reading that failed, and reads once when it worked', async () => {
    const { own, engine, state } = setUp();
    state.fails = true;
    await assert.rejects(own.load(), { code: 'unavailable' });
    state.fails = false;
    await own.load();
    await own.load();
    assert.equal(own.open.length, 2);
    assert.equal(engine.calls.filter((call) => call === 'listProjects').length, 2);
  });

  it('compares paths as the platform does', () => {
    assert.ok(samePath('/a/b/', '/a/b', 'linux'));
    assert.ok(!samePath('/a/B', '/a/b', 'linux'));
    assert.ok(samePath('/a/B', '/a/b', 'darwin'));
    assert.ok(isBelow('/a/b/c', '/a/b', 'linux') && isBelow('/a/b', '/a/b', 'linux') && isBelow('/a', '/', 'linux'));
    assert.ok(!isBelow('/a/bc', '/a/b', 'linux'));
  });
});
