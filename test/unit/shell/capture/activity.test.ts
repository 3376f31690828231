import assert from 'node:assert/strict';
import { silentLogger } from '../../../../src/base/logger';
import type { ActiveSession, Activity } from '../../../../src/shared/session';
import { ActivityRecorder } from '../../../../src/shell/capture/activityRecorder';
import { commandName } from '../../../../src/shell/capture/commandName';
import { joinExcludes } from '../../../../src/shell/capture/joinExcludes';
import { savedFile } from '../../../../src/shell/capture/savedFile';
import { FakeEngine } from '../../../support/fakeEngine';

const policy = { exclude: [], diffCharacters: 3000 };
const save = (file: string): Activity => ({ kind: 'save', at: '2026-03-01T10:00:00.000Z', file });
const active: ActiveSession = { session: null, endsAt: null, commits: 0, saves: 1, runs: 0 };

function setUp(fails = false) {
  const state = { now: 100_000, timer: undefined as { ms: number; work: () => void } | undefined };
  const sent: { projectId: string; files: (string | undefined)[] }[] = [];
  const left: string[] = [];
  const source = new FakeEngine({
    recordActivity: async ({ projectId, activities }) => {
      if (fails) throw new Error('no store');
      sent.push({ projectId, files: activities.map(({ file }) => file) });
      return active;
    },
    leaveWindow: async ({ windowId }) => {
      left.push(windowId);
      return null;
    },
  });
  const logged: string[] = [];
  const recorder = new ActivityRecorder({
    source,
    windowId: 'window',
    policyOf: () => policy,
    recorded: () => undefined,
    now: () => state.now,
    after: (ms, work) => {
      state.timer = { ms, work };
      return { dispose: () => Object.assign(state, { timer: undefined }) };
    },
    logger: { ...silentLogger, error: (message) => void logged.push(message) },
  });
  return { recorder, state, sent, left, logged };
}

describe('recording activity', () => {
  it('tells the first save at once, and those that follow every 15 seconds', async () => {
    const { recorder, state, sent } = setUp();
    recorder.record('p', save('a'));
    assert.equal(state.timer?.ms, 300);
    await recorder.flush();
    state.now += 1000;
    recorder.record('p', save('b'));
    assert.equal(state.timer?.ms, 14_000);
    recorder.record('p', save('c'));
    await recorder.flush();
    assert.deepEqual(sent, [
      { projectId: 'p', files: ['a'] },
      { projectId: 'p', files: ['b', 'c'] },
    ]);
  });

  it('needs no timer while nothing happens', async () => {
    const { recorder, state, sent } = setUp();
    await recorder.flush();
    assert.equal(state.timer, undefined);
    assert.deepEqual(sent, []);
  });

  it('tells a file once a batch, however often the editor saves it by itself', async () => {
    const { recorder, sent } = setUp();
    for (const file of ['a', 'b', 'a', 'a']) recorder.record('p', save(file));
    await recorder.flush();
    assert.deepEqual(sent, [{ projectId: 'p', files: ['b', 'a'] }]);
  });

  it('keeps projects apart', async () => {
    const { recorder, sent } = setUp();
    recorder.record('p', save('a'));
    recorder.record('q', save('b'));
    await recorder.flush();
    assert.deepEqual(
      sent.map(({ projectId }) => projectId),
      ['p', 'q'],
    );
  });

  it('when the window closes tells what waits and leaves; a window in which nothing was done says nothing', async () => {
    const busy = setUp();
    busy.recorder.record('p', save('a'));
    await busy.recorder.leave();
    assert.equal(busy.sent.length, 1);
    assert.deepEqual(busy.left, ['window']);
    const idle = setUp();
    await idle.recorder.leave();
    assert.deepEqual(idle.left, []);
  });

  it('forgets what waits when capture is switched off', async () => {
    const { recorder, state, sent } = setUp();
    recorder.record('p', save('a'));
    recorder.clear();
    assert.equal(state.timer, undefined);
    await recorder.flush();
    assert.deepEqual(sent, []);
  });

  it('a failure is a line in the log and nothing more', async () => {
    const { recorder, logged } = setUp(true);
    recorder.record('p', save('a'));
    await recorder.flush();
    assert.equal(logged.length, 1);
  });
});

describe('what is told of a command line', () => {
  const cases: readonly (readonly [string, string | undefined, boolean?])[] = [
    ['npm test', 'npm test', true],
    ['npm run test:unit -- --grep x', 'npm run', true],
    ['npm run build', 'npm run', false],
    ['git push https://me:hunter2@host/x', 'git push', false],
    ['API_KEY=sk-12345678 node script.js --token abc', 'node', false],
    ['sudo /usr/local/bin/pytest -k secret', 'pytest', true],
    ['"C:\\Tools\\cargo.exe" test', 'cargo test', true],
    ['cargo nextest run', 'cargo nextest', true],
    ['mysql -phunter2', 'mysql', false],
    ['echo hunter2', 'echo', false],
    ['git hunter2', 'git', false],
    ['', undefined],
    ['   ', undefined],
    ['$(cat secret)', undefined],
    ['A=1', undefined],
  ];
  for (const [line, name, isTest = false] of cases)
    it(JSON.stringify(line), () =>
      assert.deepEqual(commandName(line), name === undefined ? undefined : { name, isTest }),
    );
});

describe('which project a saved file belongs to', () => {
  const folders = ['/w/a', '/w/a/sub', '/w/b'].map((path) => ({ path, projectId: path, policy }));
  it('is the one of the deepest folder around it', () => {
    assert.deepEqual(savedFile('/w/a/src/x.ts', folders), { projectId: '/w/a', path: 'src/x.ts' });
    assert.deepEqual(savedFile('/w/a/sub/x.ts', folders), { projectId: '/w/a/sub', path: 'x.ts' });
  });
  it('is none outside of the folders, and for files of git itself', () => {
    assert.equal(savedFile('/w/ab/x.ts', folders), undefined);
    assert.equal(savedFile('/w/a/.git/COMMIT_EDITMSG', folders), undefined);
    assert.equal(savedFile('/w/a', folders), undefined);
  });
});

describe('what is kept out', () => {
  it('is what user and workspace keep out together; a workspace takes nothing back', () => {
    assert.deepEqual(joinExcludes(['a/**', '!a/b'], [['c', '!a/**', '!**/.env'], ['d']]), ['c', 'd', 'a/**', '!a/b']);
    assert.deepEqual(joinExcludes(undefined, [undefined, 'x', [1, '', 'y'.repeat(501)]]), []);
  });
  it("has its limit, and the user's come first to it", () => {
    const many = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name}${index}`);
    const joined = joinExcludes(many('u', 400), [many('w', 400)]);
    assert.equal(joined.length, 500);
    assert.ok(joined.includes('u399') && joined.includes('w99') && !joined.includes('w100'));
  });
});
