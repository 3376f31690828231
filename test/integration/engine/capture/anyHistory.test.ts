import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { EngineError } from '../../../../src/base/engineError';
import { secretRedactor } from '../../../../src/engine/redact/redactor';
import type { CaptureResult } from '../../../../src/shared/capture';
import { openTestEngine } from '../testEngine';
import { CaptureBench, type Repository } from './captureBench';

/** What somebody may do next; each leaves the work tree clean, whatever became of it. `made` counts new logical commits. */
const actions: Readonly<Record<string, { readonly does: (n: number) => string; readonly made: number }>> = {
  commit: { does: (n) => `c w${n}`, made: 1 },
  merge: {
    does: (n) =>
      `git checkout -q -b m${n}; c w${n}; git checkout -q -; c v${n}; git merge -q --no-ff -m "join ${n}" m${n}`,
    made: 3,
  },
  forward: { does: (n) => `git checkout -q -b f${n}; c w${n}; git checkout -q -; git merge -q f${n}`, made: 1 },
  amend: { does: (n) => `c w${n}; echo more >> w${n}; git commit -q -a --amend -m "w${n} amended"`, made: 1 },
  reword: { does: (n) => `c w${n}; git commit -q --amend -m "w${n} in other words"`, made: 1 },
  reset: { does: (n) => `c w${n}; git reset -q --hard HEAD~1`, made: 1 },
  again: { does: (n) => `c w${n}; git reset -q --soft HEAD~1; git commit -q -m "w${n} again"`, made: 1 },
  pick: {
    does: (n) => `git checkout -q -b p${n}; c w${n}; git checkout -q -; c v${n}; git cherry-pick p${n} >/dev/null`,
    made: 2,
  },
  revert: { does: (n) => `c w${n}; git revert --no-edit HEAD >/dev/null`, made: 1 },
  rebase: {
    does: (n) =>
      `b=$(git branch --show-current); git checkout -q -b r${n}; c w${n}; git checkout -q $b; c v${n}; git checkout -q r${n}; git rebase -q $b; git checkout -q $b; git merge -q r${n}`,
    made: 2,
  },
  squash: { does: (n) => `c w${n}; c v${n}; plan 2s/pick/squash/ HEAD~2`, made: 2 },
  order: { does: (n) => `c w${n}; c v${n}; plan '1{h;d};2{G}' HEAD~2`, made: 2 },
  drop: { does: (n) => `c w${n}; c v${n}; plan 1d HEAD~2`, made: 2 },
  expire: { does: (n) => `c w${n}; git reflog expire --expire=now --all`, made: 1 },
  worktree: {
    does: (n) =>
      `git worktree add -q -b t${n} ../t${n}; cd ../t${n}; c w${n}; cd ../repo; git merge -q --no-edit t${n}; git worktree remove ../t${n}`,
    made: 1,
  },
  others: { does: (n) => `git checkout -q -b o${n}; other c w${n}; git checkout -q -; git merge -q o${n}`, made: 1 },
};

describe('whatever somebody does,', () => {
  let bench: CaptureBench;
  before(async () => {
    bench = await CaptureBench.open();
  });
  after(function () {
    this.timeout(60_000);
    bench.close();
  });

  it('each logical commit begins one chain, however often one captures', async () => {
    const step = fc.record({ action: fc.constantFrom(...Object.keys(actions)), captures: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const repository = await bench.repository();
        await repository.capture();
        const results: CaptureResult[] = [];
        let made = 0;
        for (const [n, { action, captures }] of steps.entries()) {
          // What git has forgotten before anybody looked, nobody can tell any more.
          if (action === 'expire') results.push(await repository.capture());
          repository.sh(actions[action]?.does(n) ?? '');
          made += actions[action]?.made ?? 0;
          if (captures) results.push(await repository.capture());
        }
        results.push(await repository.capture());
        const created = results
          .flatMap(({ commits }) => commits)
          .filter(({ kind }) => kind === 'commit' || kind === 'merge');
        assert.equal(created.length, made, JSON.stringify(results.map((result) => repository.describe(result))));
        await repository.checkLog(results);
        assert.deepEqual((await repository.capture()).commits, []);
      }),
      { numRuns: Number(process.env['CONTOX_CAPTURE_RUNS'] ?? 5) },
    );
  }).timeout(600_000);
});

describe('a capture that is stopped', () => {
  it('at any step has written nothing, and the next one takes all of it once', async () => {
    let left = Number.POSITIVE_INFINITY;
    const redactor = {
      redact(text: string) {
        if (left-- <= 0) throw new EngineError('unavailable', 'Stopped.');
        return secretRedactor.redact(text);
      },
    };
    const bench = await CaptureBench.open(await openTestEngine({ redactor }));
    const repository = await bench.repository();
    await repository.capture();
    repository.sh('c one; git commit -q --amend -m uno; c two; git reset -q --hard HEAD~1; c three');
    const before = await lengthOf(repository);
    let stopped = 0;
    for (let step = 0; ; step += 5) {
      left = step;
      const result = await repository.capture().catch(() => undefined);
      left = Number.POSITIVE_INFINITY;
      if (result !== undefined) {
        assert.deepEqual(repository.describe(result), [
          'commit one',
          'amend uno @ one',
          'commit two',
          'reset two',
          'commit three',
        ]);
        await repository.checkLog([result]);
        break;
      }
      stopped++;
      assert.equal(await lengthOf(repository), before);
    }
    assert.ok(stopped > 10);
    bench.close();
  });
});

const lengthOf = async ({ test, projectId }: Repository): Promise<number> =>
  (await test.engine.verifyEvents({ projectId })).events;
