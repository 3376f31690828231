import type { HistoryCase } from './historyCase';

/** Commits, and the same ones written again: amended, rebased, split, put in another order. */
export const plainAndRewrittenCases: readonly HistoryCase[] = [
  { says: 'a commit', does: 'c one', gives: ['commit one'] },
  {
    says: 'three commits in their order',
    does: 'c one; c two; c three',
    gives: ['commit one', 'commit two', 'commit three'],
  },
  { says: 'an empty commit', does: 'git commit -q --allow-empty -m nothing', gives: ['commit nothing'] },
  {
    says: 'an empty message',
    does: 'echo x > x; git add x; git commit -q --allow-empty-message -m ""',
    gives: ['commit '],
  },
  {
    says: 'an amend with more content',
    does: 'c one; echo more >> one; git commit -q -a --amend --no-edit',
    gives: ['commit one', 'amend one @ one'],
  },
  {
    says: 'an amend of the message alone, twice',
    does: 'c one; git commit -q --amend -m uno; git commit -q --amend -m eins',
    gives: ['commit one', 'amend uno @ one', 'amend eins @ one'],
  },
  {
    says: 'an amend of a commit that is older than the capture',
    before: 'c old',
    does: 'git commit -q --amend -m older',
    gives: ['amend older @ old'],
  },
  {
    says: 'a rebase onto others',
    does: 'git checkout -q -b side; c one; c two; git checkout -q main; c three; git checkout -q side; git rebase -q main',
    gives: ['commit one', 'commit two', 'commit three', 'rebase one @ one', 'rebase two @ two'],
    passedOver: { checkout: 3, rebase: 1 },
  },
  {
    says: 'a rebase with the other backend',
    does: 'git checkout -q -b side; c one; c two; git checkout -q main; c three; git checkout -q side; git rebase -q --apply main',
    gives: ['commit one', 'commit two', 'commit three', 'rebase one @ one', 'rebase two @ two'],
  },
  {
    says: 'a rebase of another branch than the one that is checked out',
    does: 'git checkout -q -b side; c one; git checkout -q main; c two; git rebase -q main side',
    gives: ['commit one', 'commit two', 'rebase one @ one'],
  },
  {
    says: 'an aborted rebase',
    does: 'git checkout -q -b side; c one f; git checkout -q main; c two f; git checkout -q side; git rebase -q main >/dev/null 2>&1 || git rebase --abort',
    gives: ['commit one', 'commit two'],
  },
  {
    says: 'a rebase with a conflict',
    does: `git checkout -q -b side; c one f; c two; git checkout -q main; c three f; git checkout -q side
git rebase -q main >/dev/null 2>&1 || { echo both > f; git add f; git rebase --continue >/dev/null 2>&1; }`,
    gives: ['commit one', 'commit two', 'commit three', 'rebase one @ one', 'rebase two @ two'],
  },
  {
    says: 'commits in another order',
    does: 'c one; c two; c three; plan "1{h;d};2{G}" HEAD~2',
    gives: ['commit one', 'commit two', 'commit three', 'rebase three @ three', 'rebase two @ two'],
  },
  {
    says: 'a commit in other words',
    does: 'c one; c two; c three; GIT_EDITOR="sed -i 1s/.*/zwei/" plan "1s/pick/reword/" HEAD~2',
    gives: ['commit one', 'commit two', 'commit three', 'rebase zwei @ two', 'rebase three @ three'],
  },
  {
    says: 'two commits that become one',
    does: 'c one; c two; c three; plan "2s/pick/squash/" HEAD~3',
    gives: ['commit one', 'commit two', 'commit three', 'squash one @ one', 'rebase three @ three'],
  },
  {
    says: 'a commit that is melted into the one before',
    does: 'c one; c two; c three; plan "2s/pick/fixup/" HEAD~2',
    gives: ['commit one', 'commit two', 'commit three', 'squash two @ two'],
  },
  {
    says: 'two that are melted into different ones',
    does: 'c a; c b; c x; c y; plan "2s/pick/fixup/;4s/pick/fixup/" HEAD~4',
    gives: ['commit a', 'commit b', 'commit x', 'commit y', 'squash a @ a', 'squash x @ x'],
  },
  {
    says: 'autosquash',
    does: 'c one; c two; echo fix >> one; git commit -q -a --fixup HEAD~1; plan "" --autosquash HEAD~3',
    gives: ['commit one', 'commit two', 'commit fixup! one', 'squash one @ one', 'rebase two @ two'],
  },
  {
    says: 'a commit that is dropped',
    does: 'c one; c two; c three; plan 1d HEAD~2',
    gives: ['commit one', 'commit two', 'commit three', 'rebase three @ three', 'reset two'],
  },
  {
    says: 'a commit that is edited on the way',
    does: 'c one; c two; plan 1s/pick/edit/ HEAD~2 2>/dev/null; echo x >> one; git commit -q -a --amend --no-edit; git rebase --continue >/dev/null 2>&1',
    gives: ['commit one', 'commit two', 'rebase one @ one', 'rebase two @ two'],
  },
  {
    says: 'a commit that is split',
    does: `echo a > a; echo b > b; git add -A; git commit -q -m both; c last
plan 1s/pick/edit/ HEAD~2 2>/dev/null; git reset -q HEAD~1; git add a; git commit -q -m both; git add b; git commit -q -m rest
git rebase --continue >/dev/null 2>&1`,
    gives: ['commit both', 'commit last', 'reset both', 'amend both @ both', 'commit rest', 'rebase last @ last'],
  },
  {
    says: 'a rebase of merges',
    does: `git checkout -q -b side; c one; git checkout -q main; c two; git merge -q --no-ff -m join side; c late
GIT_COMMITTER_DATE='2001-01-01T00:00:00Z' git rebase -q -r --force-rebase HEAD~2 >/dev/null 2>&1`,
    gives: [
      'commit one',
      'commit two',
      'merge join',
      'commit late',
      'rebase one @ one',
      'rebase join @ join',
      'rebase late @ late',
    ],
  },
];
