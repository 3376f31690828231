import assert from 'node:assert/strict';
import { toMoves, toSteps } from '../../../../src/engine/capture/plan/steps';
import { verbOf, verbRules } from '../../../../src/engine/capture/plan/verbRules';
import type { ReflogEntry } from '../../../../src/engine/git/dir/parseReflog';

describe('the words of reflogs', () => {
  for (const { verb, matches, misses } of verbRules)
    it(`mean ${verb}`, () => {
      for (const message of matches) assert.equal(verbOf(message), verb, message);
      for (const message of misses) assert.notEqual(verbOf(message), verb, message);
    });

  it('that are not known say nothing', () => {
    for (const message of ['', 'filter-branch: rewrite', 'export from jj', 'commitments', 'x'.repeat(100_000)])
      assert.equal(verbOf(message), 'unknown', message.slice(0, 40));
  });

  const entries = (...messages: string[]): ReflogEntry[] =>
    messages.map((message, n) => ({ old: `${n}`, new: `${n + 1}`, email: '', at: 0, message, start: n, end: n + 1 }));

  it('tell on which branch each thing was done', () => {
    const moves = toMoves(
      entries(
        'commit: a',
        `checkout: moving from main to ${'1'.repeat(40)}`,
        'commit: b',
        `checkout: moving from ${'1'.repeat(40)} to side`,
        'commit: c',
        'Branch: renamed refs/heads/side to refs/heads/other',
        'commit: d',
      ),
      'other',
    );
    assert.deepEqual(
      moves.map(({ branch }) => branch),
      ['main', 'HEAD', 'HEAD', 'side', 'side', 'other', 'other'],
    );
  });

  it('make a rebase one step, and hold it back while it goes on', () => {
    const list = entries(
      'commit: a',
      'rebase (start): checkout x',
      'rebase (pick): a',
      'commit: b',
      'rebase (finish): returning to refs/heads/x',
      'rebase (start): checkout y',
      'rebase (pick): c',
    );
    const moves = toMoves(list, 'x');
    const shapes = (goesOn: boolean): unknown[] =>
      toSteps(moves, goesOn).map((step) => (step.type === 'move' ? step.move.verb : [step.outcome, step.moves.length]));
    assert.deepEqual(shapes(true), ['commit', ['finished', 4]]);
    assert.deepEqual(shapes(false), ['commit', ['finished', 4], ['left', 2]]);
  });
});
