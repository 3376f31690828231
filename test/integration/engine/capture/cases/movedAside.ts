import type { HistoryCase } from './historyCase';

/** What is put aside, thrown away or taken from elsewhere. */
export const movedAsideCases: readonly HistoryCase[] = [
  { says: 'a stash', does: 'echo x >> start; git stash -q; c one; git stash pop -q', gives: ['commit one'] },
  {
    says: 'a reset that throws away',
    does: 'c one; c two; git reset -q --hard HEAD~1; c three',
    gives: ['commit one', 'commit two', 'reset two', 'commit three'],
  },
  {
    says: 'a reset and the same again',
    does: 'c one; git reset -q --soft HEAD~1; git commit -q -m "one, better"',
    gives: ['commit one', 'reset one', 'amend one, better @ one'],
  },
  {
    says: 'a reset and the same words with more content',
    does: 'c one; git reset -q --soft HEAD~1; echo x > x; git add x; git commit -q -m one',
    gives: ['commit one', 'reset one', 'amend one @ one'],
  },
  {
    says: 'a reset and other work under words that say nothing',
    does: 'c one f wip; git reset -q --hard HEAD~1; c two f wip',
    gives: ['commit wip', 'reset wip', 'commit wip'],
  },
  {
    says: 'what was thrown away and fetched back',
    does: 'c one; git branch keep; git reset -q --hard HEAD~1; git merge -q keep; c two',
    gives: ['commit one', 'reset one', 'commit two'],
  },
  {
    says: 'two commits that are made one by a reset',
    does: 'c one; c two; git reset -q --soft HEAD~2; git commit -q -m "one and two"',
    gives: ['commit one', 'commit two', 'reset one', 'reset two', 'squash one and two @ one'],
  },
  {
    says: 'a reset of what is older than the capture, made again',
    before: 'c old',
    does: 'git reset -q --soft HEAD~1; git commit -q -m "old, again"',
    gives: ['amend old, again @ old'],
  },
  {
    says: 'a reset to older and back',
    does: 'c one; git reset -q --hard HEAD~1; git reset -q --hard HEAD@{1}; c two',
    gives: ['commit one', 'reset one', 'commit two'],
  },
  {
    says: 'work on a detached head',
    does: 'git checkout -q --detach; c one; c two',
    gives: ['commit one', 'commit two'],
  },
  {
    says: 'a branch without a past',
    does: 'git checkout -q --orphan fresh; git commit -q -m again',
    gives: ['commit again'],
  },
  {
    says: 'a switch',
    before: 'git checkout -q -b side; c old; git checkout -q main',
    does: 'git checkout -q side; git checkout -q main',
    gives: [],
    passedOver: { checkout: 2 },
  },
  { says: 'a branch that is renamed', does: 'c one; git branch -m trunk; c two', gives: ['commit one', 'commit two'] },
  { says: 'tags and notes', does: 'git tag a; git tag -a -m b b; git notes add -m n; c one', gives: ['commit one'] },
  {
    says: 'a patch that another one made',
    before: 'git checkout -q -b side; other c theirs; git format-patch -q -1 --stdout > ../p; git checkout -q main',
    does: 'git am -q ../p; c one',
    gives: ['commit one'],
    passedOver: { notOwn: 1 },
  },
  {
    says: "a patch of one's own that was never here",
    before: 'cp -r . ../elsewhere',
    does: 'cd ../elsewhere; c mine; git format-patch -q -1 --stdout > ../p; cd ../repo; git am -q ../p',
    gives: ['commit mine'],
  },
  {
    says: 'history that is written anew',
    before: 'c old',
    does: 'c one; c two; FILTER_BRANCH_SQUELCH_WARNING=1 git filter-branch -f --msg-filter "sed s/^/new-/" >/dev/null 2>&1',
    gives: [
      'commit one',
      'commit two',
      'rebase new-start @ start',
      'rebase new-old @ old',
      'rebase new-one @ one',
      'rebase new-two @ two',
    ],
  },
];
