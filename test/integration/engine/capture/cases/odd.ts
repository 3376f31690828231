import type { HistoryCase } from './historyCase';

/** Authors, clocks, reflogs and names that are not the usual. */
export const oddCases: readonly HistoryCase[] = [
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
