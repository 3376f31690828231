import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EngineError } from '../../../src/base/engineError';
import type { Engine } from '../../../src/engine/engine';
import { CallRunner } from '../../../src/engine/requests/callRunner';
import type { Database } from '../../../src/engine/storage/database';
import { startMemoryEngine } from '../../support/memoryEngine';
import { closeTestEngine, openTestEngine, rejects, type TestEngine } from './testEngine';

/** The database of a test, which counts outer transactions and can be made to fail. */
class WatchedDatabase implements Database {
  commits = 0;
  depth = 0;
  /** Thrown by the next commit. */
  failCommit: Error | undefined;
  /** As after an I/O error: nothing of the open transaction can be done or kept any more. */
  broken: Error | undefined;

  constructor(private readonly db: Database) {}

  exec: Database['exec'] = (sql) => this.db.exec(sql);
  run: Database['run'] = (sql, params) => {
    if (this.broken) throw this.broken;
    return this.db.run(sql, params);
  };
  get: Database['get'] = (sql, params) => this.db.get(sql, params);
  all: Database['all'] = (sql, params) => this.db.all(sql, params);
  each: Database['each'] = (sql, params, row) => this.db.each(sql, params, row);
  openCursor: Database['openCursor'] = (sql, params) => this.db.openCursor(sql, params);
  close: Database['close'] = () => this.db.close();

  transaction<T>(work: () => T): T {
    this.depth += 1;
    try {
      const value = this.db.transaction(() => {
        const result = work();
        if (this.depth === 1) this.failOnce();
        return result;
      });
      if (this.depth === 1) this.commits += 1;
      return value;
    } finally {
      if (this.depth === 1) this.broken = undefined;
      this.depth -= 1;
    }
  }

  private failOnce(): void {
    const { failCommit } = this;
    this.failCommit = undefined;
    if (failCommit) throw failCommit;
  }
}

interface Watched extends TestEngine {
  readonly watched: WatchedDatabase;
  readonly runner: CallRunner;
}

async function open(): Promise<Watched> {
  const test = await openTestEngine();
  const watched = new WatchedDatabase(test.db);
  const { clock, logger } = test.parts.ports;
  const runner = new CallRunner({
    db: watched,
    clock,
    logger,
    onDidCommit: (changes) => test.changes.push(...changes),
  });
  return { ...test, watched, runner };
}

const put = (test: Watched, key: string, value: string) => () => {
  test.db.run('INSERT INTO meta (key, value) VALUES (?, ?)', [key, value]);
  return value;
};
const stored = (test: TestEngine): string[] =>
  test.db
    .all<{ key: string }>("SELECT key FROM meta WHERE key NOT IN ('workspaceId', 'searchedSeq') ORDER BY key")
    .map((row) => row.key);

describe('changing calls', () => {
  let test: Watched;
  beforeEach(async () => {
    test = await open();
  });
  afterEach(() => closeTestEngine(test));

  it('of one turn share one commit, and are answered after it', async () => {
    const calls = Array.from({ length: 50 }, (_, i) =>
      test.runner
        .commit('put', put(test, `k${i}`, 'x'))
        .then(() => assert.deepEqual([test.watched.depth, test.watched.commits], [0, 1])),
    );
    await Promise.all(calls);
    await test.runner.commit('put', put(test, 'later', 'x'));
    assert.equal(test.watched.commits, 2);
  });

  it('keep their order', async () => {
    await Promise.all(['c', 'a', 'b'].map((key) => test.runner.commit('put', put(test, key, 'x'))));
    assert.deepEqual(stored(test), ['a', 'b', 'c']);
    const seen: number[] = [];
    await Promise.all(Array.from({ length: 500 }, (_, i) => test.runner.commit('see', () => seen.push(i))));
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
  });

  it('that break a rule are undone alone', async () => {
    const good = test.runner.commit('put', put(test, 'good', 'x'));
    const bad = test.runner.commit('bad', () => {
      put(test, 'bad', 'x')();
      throw new EngineError('conflict', 'No.');
    });
    const after = test.runner.commit('put', put(test, 'after', 'x'));
    await Promise.all([good, rejects(bad, 'conflict', /^No\.$/), after]);
    assert.deepEqual(stored(test), ['after', 'good']);
  });

  it('that hit a fault of ours are undone alone, told as internal, and logged', async () => {
    const good = test.runner.commit('put', put(test, 'good', 'x'));
    const bad = test.runner.commit('bad', () => {
      put(test, 'bad', 'x')();
      throw new TypeError('of ours');
    });
    await Promise.all([good, rejects(bad, 'internal')]);
    assert.deepEqual(stored(test), ['good']);
    assert.match(test.logged.splice(0).join(), /^error bad failed TypeError: of ours/);
  });

  it('all fail when the disk is full, and go on when it is not any more', async () => {
    test.watched.failCommit = new EngineError('full', 'The disk is full.');
    const calls = ['a', 'b'].map((key) => test.runner.commit('put', put(test, key, 'x')));
    await Promise.all(calls.map((call) => rejects(call, 'full')));
    assert.deepEqual(stored(test), []);
    await test.runner.commit('put', put(test, 'c', 'x'));
    assert.deepEqual(stored(test), ['c']);
  });

  it('that break the transaction fail alone, and the others are carried out in the next one', async () => {
    const write = (key: string) => () => test.watched.run('INSERT INTO meta (key, value) VALUES (?, ?)', [key, 'x']);
    const before = test.runner.commit('before', write('a'));
    const bad = test.runner.commit('bad', () => {
      test.watched.broken = new EngineError('internal', 'The disk gave an error.');
      write('b')();
    });
    const after = test.runner.commit('after', write('c'));
    await Promise.all([before, rejects(bad, 'internal', /disk/), after]);
    assert.deepEqual([stored(test), test.watched.commits], [['a', 'c'], 1]);
    test.logged.splice(0);
  });

  it('are not begun when they are cancelled before their turn', async () => {
    const abort = new AbortController();
    const call = test.runner.commit('put', put(test, 'a', 'x'), { signal: abort.signal });
    abort.abort();
    await rejects(call, 'cancelled');
    assert.deepEqual(stored(test), []);
  });

  it('that were accepted are carried out when the engine closes; later ones are refused', async () => {
    const call = test.runner.commit('put', put(test, 'a', 'x'));
    test.runner.dispose();
    assert.equal(await call, 'x');
    await rejects(test.runner.commit('put', put(test, 'b', 'x')), 'unavailable');
    assert.deepEqual(stored(test), ['a']);
  });

  it('are announced after the commit, once a noun, and not when they fail', async () => {
    const announce =
      (projectId: string, fail = false) =>
      () => {
        test.runner.announce({ kind: 'contexts', projectId });
        assert.equal(test.changes.length, 0);
        if (fail) throw new EngineError('conflict', 'No.');
      };
    const calls = [announce('a'), announce('a'), announce('b', true), announce('c')];
    await Promise.allSettled(calls.map((run) => test.runner.commit('announce', run)));
    assert.deepEqual(test.changes, [
      { kind: 'contexts', projectId: 'a' },
      { kind: 'contexts', projectId: 'c' },
    ]);
  });
});

describe('a repeated call', () => {
  const again = (engine: Engine, name: string, requestId: string): Promise<string> =>
    engine.createProject({ name }, { requestId }).then((project) => project.id);

  it('with the same request id answers what the first did, at once, later and after a restart', async () => {
    const test = await openTestEngine();
    const together = await Promise.all([again(test.engine, 'A', 'r1'), again(test.engine, 'A', 'r1')]);
    const later = await again(test.engine, 'A', 'r1');
    test.engine.dispose();
    const { db, parts } = test;
    const { engine: restarted } = startMemoryEngine({ db, ports: parts.ports });
    const [project, ...more] = await restarted.listProjects({});
    assert.deepEqual([...together, later, await again(restarted, 'A', 'r1')], Array(4).fill(project?.id));
    assert.equal(more.length, 0);
    assert.equal((await restarted.verifyEvents({ projectId: project?.id ?? '' })).events, 1);
    restarted.dispose();
    closeTestEngine(test);
  });

  it('with the id of another call is a conflict', async () => {
    const test = await openTestEngine();
    await again(test.engine, 'A', 'r1');
    await rejects(test.engine.createContext({ name: 'A' }, { requestId: 'r1' }), 'conflict');
    closeTestEngine(test);
  });

  it('that failed is tried again', async () => {
    const test = await openTestEngine();
    await rejects(test.engine.createContext({ name: 'A' }, { requestId: 'r1' }), 'invalid');
    await test.engine.createProject({ name: 'P' });
    assert.equal((await test.engine.createContext({ name: 'A' }, { requestId: 'r1' })).name, 'A');
    closeTestEngine(test);
  });

  it('is remembered for a day', async () => {
    const test = await openTestEngine();
    const first = await again(test.engine, 'A', 'r1');
    test.clock.at += 23 * 3_600_000;
    assert.equal(await again(test.engine, 'A', 'r1'), first);
    test.clock.at += 2 * 3_600_000;
    assert.notEqual(await again(test.engine, 'A', 'r1'), first);
    closeTestEngine(test);
  });

  it('whatever calls are repeated, however often and in what order: the effect is that of calling each once', async () => {
    const test = await openTestEngine();
    const { engine } = test;
    const calls = fc.array(fc.tuple(fc.constantFrom('entry', 'context', 'populate'), fc.integer({ min: 1, max: 4 })), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(calls, fc.string(), async (list, run) => {
        const { id: projectId } = await engine.createProject({ name: 'P' });
        const { id: contextId } = await engine.createContext({ projectId, name: 'Journal' });
        const call: Record<string, (n: number, requestId: string) => Promise<unknown>> = {
          entry: (n, requestId) => engine.addEntry({ contextId, title: `E${n}`, content: '' }, { requestId }),
          context: (n, requestId) => engine.createContext({ projectId, name: `C${n}` }, { requestId }),
          populate: (n, requestId) =>
            engine.populateContexts({ projectId, nodes: [{ schemaKey: `root/p${n}`, name: 'P' }] }, { requestId }),
        };
        const answers = await Promise.all(
          list.map(([kind, times], n) =>
            Promise.all(Array.from({ length: times }, () => call[kind]?.(n, `${projectId} ${run} ${n}`))),
          ),
        );
        for (const [first, ...others] of answers) for (const other of others) assert.deepEqual(other, first);
        const count = (kind: string): number => list.filter(([own]) => own === kind).length;
        assert.equal((await engine.listEntries({ contextId })).length, count('entry'));
        // Beside the root and the journal.
        assert.equal(
          (await engine.listContexts({ projectId, limit: 200 })).items.length,
          2 + count('context') + count('populate'),
        );
        await engine.deleteProject({ projectId });
      }),
      { numRuns: 40 },
    );
    closeTestEngine(test);
  });
});

describe('the facade', () => {
  it('rejects what is no parameter of a call, and drops what it does not know', async () => {
    const test = await openTestEngine();
    await rejects(test.engine.createProject(undefined as never), 'invalid');
    await rejects(test.engine.getProject({ projectId: 1 as never }), 'invalid', /projectId/);
    assert.equal((await test.engine.createProject({ name: 'A', more: 1 } as never)).name, 'A');
    closeTestEngine(test);
  });

  it('tells of the store and backs it up', async () => {
    const test = await openTestEngine();
    assert.equal((await test.engine.getStoreState({})).dataDir, '/data');
    assert.deepEqual(await test.engine.backUpStore({}), { path: '/data/backup' });
    closeTestEngine(test);
  });

  it('without Genesis says so', async () => {
    const test = await openTestEngine();
    const { engine } = startMemoryEngine({ db: test.db, ports: test.parts.ports });
    await rejects(engine.startScan({ projectId: 'p' }), 'unsupported');
    engine.dispose();
    closeTestEngine(test);
  });
});
