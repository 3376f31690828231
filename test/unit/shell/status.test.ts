import assert from 'node:assert/strict';
import { EngineError } from '../../../src/base/engineError';
import { silentLogger } from '../../../src/base/logger';
import type { StoreNotice, StoreState } from '../../../src/shared/store';
import { adviseOn } from '../../../src/shell/errorAdvice';
import { evidencePath, findInside } from '../../../src/shell/evidence/evidencePath';
import { type ClosableEngine, type EngineHealth, EngineHost } from '../../../src/shell/host/engineHost';
import { type StatusInput, statusText } from '../../../src/shell/statusText';
import { takeNewNotices } from '../../../src/shell/storeNotices';
import { projectTooltip } from '../../../src/shell/views/projects/projectMarkdown';
import { type ProjectRowsInput, projectRows } from '../../../src/shell/views/projects/projectRows';
import { StoreProblem } from '../../../src/shell/views/storeProblem';
import { FakeEngine } from '../../support/fakeEngine';
import { sampleProject, sampleSession, sampleSink, sampleStatus } from '../../support/samples';

const now = Date.parse('2026-03-01T10:05:01.800Z');
const done = sampleStatus({ phase: 'complete', findingsCount: 37, completedAt: '2026-03-01T10:00:01.800Z' });
const store: StoreState = {
  dataDir: '/data',
  role: 'owner',
  ownerPid: 1,
  schemaVersion: 1,
  sizeBytes: 1_240_000,
  durable: true,
  notices: [],
  lastBackupAt: null,
};

describe('status bar', () => {
  const text = (input: Partial<StatusInput>) =>
    statusText({
      health: { state: 'ready', store },
      projectName: 'orders',
      status: done,
      problem: undefined,
      now,
      ...input,
    });

  it('tells the last scan on hover', () => {
    assert.deepEqual(text({}), {
      text: '$(layers) Contox',
      tooltip:
        'Contox: orders\nscanned 5 min ago: 412 files, 37 findings, 1.8 s\nStored on this machine, 1.2 MB\nClick to open the Genesis panel',
      spoken: 'Contox: orders, scanned 5 min ago: 412 files, 37 findings, 1.8 s',
      isProblem: false,
    });
  });

  it('tells where the API is served, while it is', () => {
    const { text: shown, tooltip, spoken } = text({ apiUrl: 'http://127.0.0.1:4000' });
    assert.equal(shown, '$(layers) Contox $(broadcast)');
    assert.match(tooltip, /\nAPI server: http:\/\/127\.0\.0\.1:4000$/);
    assert.match(spoken, /API server at http/);
  });

  it('tells the session that goes on: how long, and how many commits', () => {
    const session = sampleSession({ startedAt: '2026-03-01T09:23:00.000Z', endedAt: null, status: 'active' });
    const active = { session, endsAt: null, commits: 2, saves: 5, runs: 1 };
    const shown = text({ active });
    assert.equal(shown.text, '$(layers) Contox 42 min, 2 commits');
    assert.match(shown.tooltip, /\nSession since \d\d:23: 2 commits, 5 saves, 1 run$/);
    assert.match(shown.tooltip, /\nClick for the session and more\n/);
    assert.match(shown.spoken, /session of 42 min, 2 commits/);
    assert.equal(text({ active: { ...active, commits: 0 } }).text, '$(layers) Contox 42 min');
    assert.equal(text({ active: { ...active, session: null } }).text, '$(layers) Contox');
  });

  it('tells what waits to be sent and what is wrong, and is quiet while all is sent', () => {
    const lastError = { message: 'The server is offline.', cure: 'Nothing is lost.', at: '2026-03-01T10:00:00.000Z' };
    assert.equal(text({ delivery: { sinks: [] } }).text, '$(layers) Contox');
    assert.equal(text({ delivery: { sinks: [sampleSink()] } }).text, '$(layers) Contox');
    assert.equal(text({ delivery: { sinks: [sampleSink({ queued: 3 })] } }).text, '$(layers) Contox $(cloud-upload) 3');
    const wrong = text({ delivery: { sinks: [sampleSink({ queued: 3, state: 'waiting', lastError })] } });
    assert.equal(wrong.text, '$(layers) Contox $(cloud)$(warning) 3');
    assert.match(wrong.tooltip, /The server is offline\.\nNothing is lost\.$/);
  });

  it('says why commits are not captured, unless they are not to be', () => {
    const captureProblem = 'git is not installed.';
    const { text: shown, tooltip } = text({ captureProblem });
    assert.match(shown, /\$\(warning\)/);
    assert.match(tooltip, /Commits can't be captured now: git is not installed\./);
    assert.doesNotMatch(text({ captureProblem, isPrivate: true }).tooltip, /git/);
  });

  it('shows that nothing is recorded where the user wants it so', () => {
    const { text: shown, tooltip } = text({ isPrivate: true });
    assert.equal(shown, '$(layers) Contox $(eye-closed)');
    assert.match(tooltip, /Private: nothing is recorded/);
  });

  it('spins with a number while a scan runs, and while the engine starts', () => {
    assert.equal(text({ status: sampleStatus() }).text, '$(sync~spin) Contox 40 %');
    assert.equal(text({ status: null, health: { state: 'starting' } }).text, '$(loading~spin) Contox');
  });

  it('shows a problem before anything else', () => {
    const problem = text({ problem: 'The disk is full.', status: sampleStatus() });
    assert.deepEqual([problem.isProblem, problem.tooltip], [true, 'The disk is full.']);
  });
});

describe('projects view', () => {
  const other = sampleProject({ id: 'proj_2', name: 'other', localPath: '/elsewhere' });
  const rows = (input: Partial<ProjectRowsInput> = {}) =>
    projectRows({
      open: [sampleProject()],
      all: [sampleProject(), other],
      currentId: 'proj_1',
      now,
      statusOf: () => done,
      ...input,
    });

  it('marks the current project and keeps the others behind one row', () => {
    const [own, others] = rows();
    assert.equal(own?.row.description, 'scanned 5 min ago · 412 files, 37 findings, 1.8 s');
    assert.equal(own?.row.icon?.id, 'folder-active');
    assert.equal(own?.row.spoken, 'orders, current project, scanned 5 min ago · 412 files, 37 findings, 1.8 s');
    assert.deepEqual([others?.row.expand, others?.children?.()[0]?.row.label], ['collapsed', 'other']);
  });

  it('opens the others where there is nothing else, or where one of them is current', () => {
    assert.equal(rows({ open: [] })[0]?.row.expand, 'expanded');
    assert.equal(rows({ currentId: 'proj_2' })[1]?.row.expand, 'expanded');
  });

  it('says the state in words and by icon', () => {
    const state = (status: ReturnType<ProjectRowsInput['statusOf']>) => {
      const row = rows({ statusOf: () => status, currentId: undefined })[0]?.row;
      return [row?.description, row?.icon?.id];
    };
    assert.deepEqual(state(null), ['not scanned yet', 'folder']);
    assert.deepEqual(state(sampleStatus()), ['scanning 40 %', 'sync~spin']);
    const failed = sampleStatus({ phase: 'failed', error: 'disk full', completedAt: done.completedAt });
    assert.deepEqual(state(failed), ['scan failed 5 min ago', 'warning']);
    assert.deepEqual(state({ ...failed, error: 'cancelled' }), ['scan cancelled 5 min ago', 'folder']);
  });

  it('tells folder, branch and commit on hover', () => {
    const tooltip = projectTooltip({ kind: 'project', project: sampleProject(), status: done });
    for (const part of ['`/work/orders`', '`main` at `cccccccccc`', 'Last scan: 412 files'])
      assert.ok(tooltip.includes(part), `${part} in ${tooltip}`);
  });
});

describe('errors', () => {
  it('say what to do next', () => {
    const advice = adviseOn(new EngineError('full', 'The disk is full, nothing was lost'));
    assert.deepEqual(
      [advice?.message, advice?.steps[0]?.title],
      ['The disk is full, nothing was lost.', 'Open Data Folder'],
    );
  });

  it('name the field', () => {
    const error = new EngineError('invalid', 'Invalid request', { details: [{ path: 'name', message: 'too long' }] });
    assert.equal(adviseOn(error)?.message, 'Invalid request. name: too long.');
  });

  it('are silent about what the user cancelled', () =>
    assert.equal(adviseOn(new EngineError('cancelled', 'x')), undefined));

  it('lead to the log where nobody expected them', () => {
    assert.deepEqual(
      adviseOn(new TypeError('x is not a function'))?.steps.map(({ title }) => title),
      ['Show Log'],
    );
  });

  it('of a store that can not be read are told once', () => {
    const logged: string[] = [];
    const problem = new StoreProblem({ ...silentLogger, error: (message) => logged.push(message) });
    for (let view = 0; view < 3; view++) problem.report(new EngineError('damaged', 'The store is damaged.'));
    assert.deepEqual([logged, problem.message], [['The store is damaged.'], 'The store is damaged.']);
    problem.clear();
    assert.equal(problem.message, undefined);
  });
});

describe('store notices', () => {
  it('are shown once, the newest one in words', () => {
    const kept: { seen: readonly string[] } = { seen: [] };
    const seen = {
      read: () => kept.seen,
      write: (keys: readonly string[]) => void Object.assign(kept, { seen: keys }),
    };
    const notice = (day: number): StoreNotice => ({
      at: `2026-03-0${day}`,
      kind: 'restored',
      message: `Restored ${day}.`,
    });
    assert.equal(takeNewNotices([], seen), undefined);
    assert.equal(takeNewNotices([notice(1), notice(2)], seen), 'Restored 2. The log has 1 more notice.');
    assert.equal(takeNewNotices([notice(1), notice(2)], seen), undefined);
    assert.equal(takeNewNotices([notice(1), notice(2), notice(3)], seen), 'Restored 3.');
  });
});

describe('engine host', () => {
  const host = (getStoreState: () => Promise<StoreState>) => {
    const fake = new FakeEngine({ getStoreState });
    const state = { starts: 0, closed: false };
    const engine = new EngineHost(() => {
      state.starts++;
      const dispose = async (): Promise<void> => void Object.assign(state, { closed: true });
      return new Proxy(fake.engine, {
        get: (target, name) => (name === 'dispose' ? dispose : Reflect.get(target, name)),
      }) as ClosableEngine;
    });
    const states: EngineHealth['state'][] = [];
    engine.onDidChangeHealth(({ state: next }) => states.push(next));
    return { engine, fake, state, states };
  };

  it('starts with the first use and once', async () => {
    const { engine, state, states } = host(async () => store);
    assert.deepEqual([state.starts, engine.health.state], [0, 'off']);
    await engine.engine.getStoreState({});
    await engine.engine.getStoreState({});
    await engine.check();
    assert.equal(state.starts, 1);
    assert.deepEqual(states.slice(0, 2), ['starting', 'ready']);
    await engine.close();
    assert.ok(state.closed);
  });

  it('knows that it does not answer, and that it does again', async () => {
    const answer = { works: false };
    const { engine } = host(async () => {
      if (!answer.works) throw new EngineError('unavailable', 'No answer.');
      return store;
    });
    assert.ok(engine.engine);
    await engine.check();
    assert.equal(engine.health.state, 'failed');
    answer.works = true;
    await engine.check();
    assert.equal(engine.health.state, 'ready');
  });

  it('passes changes on', () => {
    const { engine, fake } = host(async () => store);
    const kinds: string[] = [];
    engine.onDidChange(({ kind }) => kinds.push(kind));
    assert.ok(engine.engine);
    fake.change({ kind: 'projects' });
    fake.change({ kind: 'store', state: { ...store, role: 'client' } });
    assert.deepEqual(kinds, ['projects', 'store']);
    assert.equal(engine.health.state === 'ready' && engine.health.store.role, 'client');
  });
});

describe('evidence paths', () => {
  it('stay inside the project', () => {
    assert.equal(evidencePath('/w', 'src/a.ts'), '/w/src/a.ts');
    for (const path of ['../a', 'src/../../a', '/etc/passwd', 'C:\\x', '\\\\host\\x', 'a\\..\\..\\b', 'a\0b', '']) {
      assert.equal(findInside('/w', path), undefined, path);
      assert.throws(() => evidencePath('/w', path), { code: 'invalid' });
    }
  });
});
