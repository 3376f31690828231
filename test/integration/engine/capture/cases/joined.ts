import type { HistoryCase } from './historyCase';

/** What comes together: picks, reverts, merges, pulls. */
export const joinedCases: readonly HistoryCase[] = [
  {
    says: "a cherry-pick of one's own commit",
    does: 'git checkout -q -b side; c one; git checkout -q main; c two; git cherry-pick side >/dev/null',
    gives: ['commit one', 'commit two', 'cherryPick one @ one'],
  },
  {
    says: 'a cherry-pick that says from where, with a conflict',
    does: `git checkout -q -b side; c one f; git checkout -q main; c two f
git cherry-pick -x side >/dev/null 2>&1 || { echo both > f; git add f; git cherry-pick --continue >/dev/null; }`,
    gives: ['commit one', 'commit two', 'cherryPick one @ one'],
  },
  {
    says: 'a cherry-pick of what another one made',
    before: 'git checkout -q -b side; other c theirs; git checkout -q main',
    does: 'c one; git cherry-pick side >/dev/null',
    gives: ['commit one'],
    passedOver: { notOwn: 1 },
  },
  {
    says: 'a change that is taken over by hand',
    does: 'git checkout -q -b side; c one; git checkout -q main; c two; git cherry-pick -n side; git commit -q -m "one, here too"',
    gives: ['commit one', 'commit two', 'cherryPick one, here too @ one'],
  },
  {
    says: 'a revert',
    does: 'c one; git revert --no-edit HEAD >/dev/null',
    gives: ['commit one', 'revert Revert "one" @ one'],
  },
  {
    says: 'a revert by hand and its revert',
    does: 'c one; git revert -n HEAD; git commit -q --no-edit; git revert --no-edit HEAD >/dev/null',
    gives: ['commit one', 'revert Revert "one" @ one', 'revert Revert "Revert "one"" @ one'],
  },
  {
    says: 'a merge that one makes',
    does: 'git checkout -q -b side; c one; git checkout -q main; c two; git merge -q --no-ff -m join side',
    gives: ['commit one', 'commit two', 'merge join'],
  },
  {
    says: 'a merge that only moves on',
    does: 'git checkout -q -b side; c one; git checkout -q main; git merge -q side',
    gives: ['commit one'],
    passedOver: { checkout: 2, merge: 1 },
  },
  {
    says: 'a merge of more than two',
    does: 'for b in x y z; do git checkout -q -b $b main; c $b; done; git checkout -q main; c four; git merge -q -m many x y z >/dev/null',
    gives: ['commit x', 'commit y', 'commit z', 'commit four', 'merge many'],
  },
  {
    says: 'a merge with a conflict',
    does: `git checkout -q -b side; c one f; git checkout -q main; c two f
git merge -q side >/dev/null 2>&1 || { echo both > f; git add f; git commit -q -m solved; }`,
    gives: ['commit one', 'commit two', 'merge solved'],
  },
  {
    says: 'a merge that makes one of several',
    does: 'git checkout -q -b side; c one; c two; git checkout -q main; git merge -q --squash side >/dev/null; git commit -q --no-edit',
    gives: ['commit one', 'commit two', 'squash Squashed commit of the following: @ one'],
  },
  {
    says: 'a merge that makes one of one, in other words',
    does: 'git checkout -q -b side; c one; git checkout -q main; git merge -q --squash side >/dev/null; git commit -q -m done',
    gives: ['commit one', 'cherryPick done @ one'],
  },
  {
    says: 'a branch that is merged as one commit, in other words',
    does: 'git checkout -q -b side; c one; c two; git checkout -q main; c three; git merge -q --squash side >/dev/null; git commit -q -m done',
    gives: ['commit one', 'commit two', 'commit three', 'squash done @ one'],
  },
  {
    says: 'a branch that is merged as one commit and deleted',
    does: 'git checkout -q -b side; c one; c two; git checkout -q main; git merge -q --squash side >/dev/null; git commit -q -m done; git branch -q -D side',
    gives: ['commit one', 'commit two', 'squash done @ one'],
  },
  {
    says: 'the same change again, on top of its revert',
    does: 'c one; git revert -n HEAD; git commit -q -m "no one"; c one',
    gives: ['commit one', 'commit no one', 'commit one'],
  },
  {
    says: "what one's self made elsewhere and merges here",
    before:
      'git clone -q . ../theirs; cd ../theirs; git config user.name Me; git config user.email me@example.invalid; cd ../repo; git remote add origin ../theirs',
    does: 'cd ../theirs; c elsewhere; cd ../repo; git fetch -q origin; git merge -q origin/main; cd ../theirs; c more; cd ../repo; git fetch -q origin; git merge -q --no-ff -m join origin/main',
    gives: ['merge join'],
  },
  {
    says: 'a pull of what others made',
    before: 'git clone -q . ../theirs; git remote add origin ../theirs',
    does: 'cd ../theirs; other c theirs; cd ../repo; git pull -q origin main; c mine',
    gives: ['commit mine'],
    passedOver: { pull: 1 },
  },
  {
    says: 'a pull that merges',
    before: 'git clone -q . ../theirs; git remote add origin ../theirs',
    does: 'cd ../theirs; other c theirs; cd ../repo; c mine; git pull -q --no-rebase --no-edit origin main',
    gives: ['commit mine', "merge Merge branch 'main' of ../theirs"],
  },
  {
    says: 'a pull that rebases',
    before: 'git clone -q . ../theirs; git remote add origin ../theirs',
    does: 'cd ../theirs; other c theirs; cd ../repo; c mine; git pull -q --rebase origin main',
    gives: ['commit mine', 'rebase mine @ mine'],
  },
  {
    says: 'a fetch',
    before: 'git clone -q . ../theirs; git remote add origin ../theirs',
    does: 'cd ../theirs; other c theirs; cd ../repo; git fetch -q origin',
    gives: [],
  },
];
