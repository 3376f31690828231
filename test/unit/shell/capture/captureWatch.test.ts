import assert from 'node:assert/strict';
import { EngineError } from '../../../../src/base/engineError';
import { silentLogger } from '../../../../src/base/logger';
import type { FoundRepository } from '../../../../src/shared/capture';
import { assignRepositories } from '../../../../src/shell/capture/assignRepositories';
import { type CaptureFolder, CaptureWatch } from '../../../../src/shell/capture/captureWatch';
import { FakeEngine } from '../../../support/fakeEngine';

const policy = { exclude: [], diffCharacters: 3000 };
const folder = (path: string): CaptureFolder => ({ path, projectId: `proj_${path}`, policy });
const repository = (root: string): FoundRepository => ({ root, kind: 'main', watch: [`${root}/.git/logs/HEAD`] });
const unchanged = {
  state: 'unchanged' as const,
  commits: [],
  eventIds: [],
  sessionId: null,
  passedOver: {},
  redactions: {},
  more: false,
};

/** One turn of the event loop: all that is ready has been done. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setUp(options: { folders?: readonly string[]; repositories?: Record<string, readonly string[]> } = {}) {
  const state = {
    folders: options.folders ?? ['/w/a'],
    repositories: options.repositories ?? { '/w/a': ['/w/a'] },
    stamps: new Map<string, string>(),
    error: undefined as EngineError | undefined,
    more: 0,
    wasPrivate: false,
    release: undefined as (() => void) | undefined,
  };
  const captured: string[] = [];
  const skips: boolean[] = [];
  const sinces: (string | undefined)[] = [];
  const watching = new Map<string, () => void>();
  const logged: string[] = [];
  const source = new FakeEngine({
    findRepositories: async ({ folder: path }) => (state.repositories[path] ?? []).map(repository),
    captureRepository: async ({ root, since, skip }) => {
      captured.push(root);
      sinces.push(since);
      skips.push(skip === true);
      if (state.release) await new Promise<void>((resolve) => Object.assign(state, { release: resolve }));
      if (state.error) throw state.error;
      return { ...unchanged, more: state.more-- > 0 };
    },
  });
  const watch = new CaptureWatch({
    source,
    folders: async () => state.folders.map((path) => ({ ...folder(path), wasPrivate: state.wasPrivate })),
    watch: ([path = ''], changed) => {
      watching.set(path, changed);
      return { dispose: () => void watching.delete(path) };
    },
    stamp: async ([path = '']) => state.stamps.get(path) ?? '',
    openedAt: '2026-03-01T09:59:00.000Z',
    now: () => Date.parse('2026-03-01T10:00:00.000Z'),
    logger: { ...silentLogger, error: (message) => void logged.push(message) },
  });
  return { watch, state, captured, sinces, skips, watching, logged, source };
}

describe('watching repositories', () => {
  it('captures what happened while nobody looked, in each repository of each folder, once', async () => {
    const { watch, captured } = setUp({
      folders: ['/w/a', '/w/b'],
      repositories: { '/w/a': ['/w/a', '/w/a/lib'], '/w/b': ['/w/b'] },
    });
    await watch.discover();
    assert.deepEqual(captured.sort(), ['/w/a', '/w/a/lib', '/w/b']);
  });

  it('captures when the reflog changes, and when the git extension tells', async () => {
    const { watch, captured, watching } = setUp();
    await watch.discover();
    watching.get('/w/a/.git/logs/HEAD')?.();
    await turn();
    assert.equal(captured.length, 2);
    await watch.moved('/w/a/');
    assert.equal(captured.length, 3);
  });

  it('runs one capture at a time, and one more for all that told during it', async () => {
    const { watch, captured, state } = setUp();
    await watch.discover();
    state.release = () => undefined;
    const all = [watch.moved('/w/a'), watch.moved('/w/a'), watch.moved('/w/a')];
    await turn();
    assert.equal(captured.length, 2);
    state.release();
    await turn();
    assert.equal(captured.length, 3);
    state.release();
    await Promise.all(all);
    assert.equal(captured.length, 3);
  });

  it('calls again for what one call does not take', async () => {
    const { watch, captured, state } = setUp();
    state.more = 2;
    await watch.discover();
    assert.equal(captured.length, 3);
  });

  it('the look of every minute captures only where a file differs', async () => {
    const { watch, captured, state } = setUp();
    await watch.discover();
    await watch.check();
    assert.equal(captured.length, 1);
    state.stamps.set('/w/a/.git/logs/HEAD', 'longer');
    await watch.check();
    await watch.check();
    assert.equal(captured.length, 2);
  });

  it('follows a repository that appears, and lets go of one that vanishes', async () => {
    const { watch, state, watching, captured, sinces } = setUp();
    await watch.discover();
    state.repositories = { '/w/a': ['/w/a/new'] };
    await watch.moved('/w/a/new');
    assert.deepEqual([...watching.keys()], ['/w/a/new/.git/logs/HEAD']);
    assert.equal(captured.at(-1), '/w/a/new');
    assert.deepEqual(sinces, ['2026-03-01T09:59:00.000Z', '2026-03-01T10:00:00.000Z']);
    watch.dispose();
    assert.equal(watching.size, 0);
  });

  it('says why it can not capture, once, and takes it back when it can', async () => {
    const { watch, state, logged } = setUp();
    state.error = new EngineError('unavailable', 'git is not installed.');
    await watch.discover();
    await watch.moved('/w/a');
    assert.equal(watch.problem, 'git is not installed.');
    assert.equal(logged.length, 1);
    state.error = undefined;
    await watch.moved('/w/a');
    assert.equal(watch.problem, undefined);
  });

  it('asks the engine for nothing where no folder may be captured', async () => {
    const { watch, source } = setUp({ folders: [] });
    await watch.discover();
    await watch.check();
    assert.deepEqual(source.calls, []);
  });

  it('passes over what happened while the folder was private, once', async () => {
    const { watch, state, skips } = setUp();
    state.wasPrivate = true;
    await watch.discover();
    await watch.moved('/w/a');
    assert.deepEqual(skips, [true, false]);
  });

  it('does not go on asking where git has more and gives nothing', async () => {
    const { watch, state, captured } = setUp();
    state.more = 1000;
    await watch.discover();
    assert.equal(captured.length, 3);
  });

  it('gives a repository to its own folder, else to the deepest around it, else to one inside', () => {
    const found = (path: string, ...roots: string[]) => ({ folder: { path }, repositories: roots.map(repository) });
    const whose = (...all: ReturnType<typeof found>[]): [string, string][] =>
      assignRepositories(all).map(({ folder: { path }, repository: { root } }) => [root, path]);
    assert.deepEqual(whose(found('/w', '/w', '/w/sub'), found('/w/sub', '/w/sub')), [
      ['/w', '/w'],
      ['/w/sub', '/w/sub'],
    ]);
    assert.deepEqual(whose(found('/w', '/w/a/b'), found('/w/a', '/w/a/b')), [['/w/a/b', '/w/a']]);
    assert.deepEqual(whose(found('/w/x', '/w'), found('/w/y', '/w')), [['/w', '/w/x']]);
  });
});
