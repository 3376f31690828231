/** What somebody does, and what of it is new work, another version, or none of both. */
export interface HistoryCase {
  readonly says: string;
  /** Before the first capture. */
  readonly before?: string;
  readonly does: string;
  /** `kind subject`, with ` @ subject of the first version` where it has one. */
  readonly gives: readonly string[];
  readonly passedOver?: Readonly<Record<string, number>>;
  /** Folder below the repository whose capture is looked at. */
  readonly at?: string;
}

export const historyCases: readonly HistoryCase[] = [
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
  {
    says: 'a commit for another author',
    does: 'git commit -q --allow-empty --author="Ann <ann@example.invalid>" -m hers',
    gives: ['commit hers'],
  },
  {
    says: 'a commit under another address',
    does: 'git -c user.email=bot@example.invalid commit -q --allow-empty -m bot',
    gives: ['commit bot'],
  },
  {
    says: 'a commit of an address that the configuration has beside the one of the committer',
    before:
      'git checkout -q -b side; c one; git checkout -q main; git config author.email me@work.invalid; git config committer.email me@key.invalid',
    does: 'git cherry-pick side >/dev/null; c two',
    gives: ['cherryPick one', 'commit two'],
  },
  {
    says: 'commits without a reflog where author and committer have addresses of their own',
    before:
      'git config author.email me@work.invalid; git config committer.email me@key.invalid; git config core.logAllRefUpdates false; rm -rf .git/logs',
    does: 'c one; other c theirs; c two',
    gives: ['commit one', 'commit two'],
    passedOver: { notOwn: 1 },
  },
  {
    says: 'a commit without the porcelain',
    does: 'echo x > x; git add x; git update-ref HEAD $(git commit-tree -p HEAD -m quiet $(git write-tree))',
    gives: ['commit quiet'],
  },
  {
    says: 'a clock that goes backwards',
    does: 'c one; GIT_COMMITTER_DATE="2001-01-01T00:00:00Z" GIT_AUTHOR_DATE="2001-01-01T00:00:00Z" git commit -q --allow-empty -m past; c two',
    gives: ['commit one', 'commit past', 'commit two'],
  },
  {
    says: 'a reflog that was thrown away',
    does: 'c one; c two; git reflog expire --expire=now --all; git gc -q --prune=now',
    gives: ['commit one', 'commit two'],
  },
  {
    says: 'a reflog that was thrown away between',
    does: 'c one; git reflog expire --expire=now --all; c two',
    gives: ['commit one', 'commit two'],
  },
  {
    says: 'a reflog that was thrown away, and all within one second',
    before: 'export GIT_COMMITTER_DATE="2031-01-01T00:00:00Z"; c old',
    does: 'export GIT_COMMITTER_DATE="2031-01-01T00:00:00Z"; c one; : > .git/logs/HEAD; c two; c three; git reset -q --hard HEAD~1',
    gives: ['commit one', 'commit two', 'commit three', 'reset three'],
  },
  { says: 'a reflog that is deleted', does: 'c one; rm -r .git/logs; c two', gives: ['commit one', 'commit two'] },
  {
    says: 'a reflog that loses its beginning',
    before: 'c old; c older',
    does: 'c one; sed -i 1d .git/logs/HEAD; c two',
    gives: ['commit one', 'commit two'],
  },
  {
    says: 'no reflog at all',
    before:
      'git config core.logAllRefUpdates false; rm -r .git/logs; git checkout -q -b side; c old; git checkout -q main',
    does: 'c one; c two',
    gives: ['commit one', 'commit two'],
  },
  {
    says: 'an amend without a reflog',
    before: 'git config core.logAllRefUpdates false; rm -r .git/logs; c old',
    does: 'git commit -q --amend -m older',
    gives: ['amend older @ old'],
  },
  {
    says: 'a commit whose first version is gone',
    does: 'c one; git commit -q --amend -m uno; sed -i "s/^/x/;s/^x//" .git/logs/HEAD; cp .git/logs/HEAD ../keep; git reflog expire --expire=now --all; git gc -q --prune=now; cp ../keep .git/logs/HEAD',
    gives: ['commit uno @ gone'],
  },
  {
    says: 'a branch and a file whose names are odd',
    does: 'git checkout -q -b "ü/a(b)#1"; c "x y" "x y|z" "a|b \\"q\\" \'s\' é 🙂"',
    gives: ['commit a|b "q" \'s\' é 🙂'],
  },
  {
    says: 'a message in another encoding',
    does: 'git config i18n.commitEncoding ISO-8859-1; printf "\\374ber\\n" > m; git commit -q --allow-empty -F m; git config --unset i18n.commitEncoding; printf "raw \\374\\n" > m; git commit -q --allow-empty -F m',
    gives: ['commit über', 'commit raw ü'],
  },
  {
    says: 'a subject of many lines',
    does: 'printf "one\\ntwo\\n\\nbody\\n" | git commit -q --allow-empty -F -',
    gives: ['commit one'],
  },
];
