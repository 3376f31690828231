import assert from 'node:assert/strict';
import { CommitChains } from '../../../../../src/engine/sessions/life/summary/commitChains';
import { describeSession } from '../../../../../src/engine/sessions/life/summary/describeSession';
import type { SessionWork, WorkDone } from '../../../../../src/engine/sessions/life/summary/sessionWork';
import type { DigestCommit, DigestRewrite, GitDigest } from '../../../../../src/shared/ingest';

let number = 0;
type File = DigestCommit['files'][number];

const file = (path: string, additions = 2, deletions = 1, status = 'modified'): File => ({
  path,
  status,
  additions,
  deletions,
});

/** A commit of its own, whose numbers are those of its diff where it has one. */
function commit(subject: string, files: readonly File[], more: Partial<DigestCommit> = {}): DigestCommit {
  number++;
  const sha = number.toString(16).padStart(40, '0');
  const at = new Date(Date.UTC(2026, 0, 1, 9, number % 60)).toISOString();
  return {
    sha,
    parents: ['0'.repeat(40)],
    author: 'Ann',
    authoredAt: at,
    committedAt: at,
    subject,
    files: [...files],
    ...more,
  };
}

const diffOf = (path: string, header: string, ...lines: string[]): string =>
  `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${header}\n${lines.join('\n')}\n`;

function work(digest: Partial<GitDigest>, done: readonly Partial<WorkDone>[] = []): SessionWork {
  const chains = new CommitChains();
  chains.add({ repository: { root: '/r', branch: 'main' }, range: { to: 'abcd' }, commits: [], ...digest });
  const all = done.map((one) => ({ kind: 'save' as const, name: '', count: 1, failed: 0, ...one }));
  return { commits: chains.list(), reworked: chains.reworked, done: all };
}

interface Case {
  readonly says: string;
  readonly work: SessionWork;
  readonly summary?: string;
  /** `category: title`. */
  readonly changes?: readonly string[];
  /** Of the changes together. */
  readonly content?: readonly RegExp[];
}

const base = commit('feat: add sign-in', [file('src/auth/signIn.ts', 20, 0, 'added')]);
const amended: DigestRewrite = {
  ...commit('feat: add sign-in with a passkey', [file('src/auth/signIn.ts', 25, 0, 'added')]),
  kind: 'amend',
  chainId: base.sha,
  replaces: [base.sha],
};
const pom = commit('Move to Boot 3', [file('pom.xml', 6, 5)], {
  diff: diffOf(
    'pom.xml',
    '@@ -8,20 +8,21 @@',
    '   <parent>',
    '     <artifactId>spring-boot-starter-parent</artifactId>',
    '-    <version>2.7.0</version>',
    '+    <version>3.3.0</version>',
    '   </parent>',
    '   <dependencies>',
    '     <dependency>',
    '       <groupId>org.mapstruct</groupId>',
    '       <artifactId>mapstruct</artifactId>',
    '     </dependency>',
    '-    <dependency>',
    '-      <artifactId>joda-time</artifactId>',
    '-      <version>2.12.0</version>',
    '-    </dependency>',
    '+    <dependency>',
    '+      <groupId>org.flywaydb</groupId>',
    '+      <artifactId>flyway-core</artifactId>',
    '+      <version>10.1.0</version>',
    '+    </dependency>',
    '   </dependencies>',
    '   <plugin>',
    '     <artifactId>maven-jar-plugin</artifactId>',
    '     <configuration>',
    '     </configuration>',
    '   </plugin>',
    ' </project>',
  ),
});
const manifest = commit('build: update packages', [file('package.json', 2, 2)], {
  diff: diffOf(
    'package.json',
    '@@ -10,5 +10,5 @@',
    '   "dependencies": {',
    '-    "lodash": "^4.17.0",',
    '-    "react": "^18.2.0",',
    '+    "react": "^19.0.0",',
    '+    "zod": "^3.2.0",',
    '     "vite": "^5.0.0"',
    '   },',
  ),
});
const scripts = commit('build: scripts', [file('package.json', 2, 1)], {
  diff: diffOf(
    'package.json',
    '@@ -1,4 +1,5 @@',
    ' {',
    '-  "version": "1.0.0",',
    '+  "version": "1.1.0",',
    '   "engines": {',
    '+    "pnpm": ">=9.0.0"',
  ),
});
const moved = commit('Move it', [file('src/a.ts', 0, 1), file('src/b.ts', 1, 0)], {
  diff:
    diffOf('src/a.ts', '@@ -1,2 +1 @@', ' const x = 1;', '-export function moved() {}') +
    diffOf('src/b.ts', '@@ -1 +1,2 @@', ' const x = 1;', '+export function moved() {}'),
});
const touching = commit('Wait in open', [file('src/store.ts', 3, 1)], {
  diff: diffOf(
    'src/store.ts',
    '@@ -10,3 +10,5 @@ export function open(path: string) {',
    '   const file = find(path);',
    '-  read(file);',
    '+  await read(file);',
    '   // TODO: close it when it is too old',
    '+}',
    '+function close(file: File): void {',
  ),
});
const doubtful = commit('Say more', [file('src/store.ts', 1, 0)], {
  diff: diffOf('src/store.ts', '@@ -10,2 +10,3 @@ export function open() {', ' }', '+const late = 1;', ' '),
});
const cut = commit('Big', [file('package.json', 50, 60)], {
  diffTruncated: true,
  diff: diffOf('package.json', '@@ -10,1 +10,1 @@', '-    "left": "^1.0.0",', '+    "right": "^2.0.0",'),
});

const cases: readonly Case[] = [
  { says: 'nothing at all', work: work({}) },
  { says: 'commands in a terminal alone', work: work({}, [{ kind: 'terminal', name: 'ls', count: 9 }]) },
  {
    says: 'files that were saved and not committed',
    work: work({}, [
      { name: 'src/auth/a.ts', count: 4 },
      { name: 'src/auth/b.ts' },
      { kind: 'test', name: 'unit', count: 3, failed: 1 },
    ]),
    summary: 'Saved 2 files in src/auth/, without a commit. Tests ran 3 times (1 failed).',
    changes: [],
  },
  {
    says: 'one commit',
    work: work({ commits: [commit('fix(auth): refresh tokens once', [file('src/auth/token.ts')])] }),
    summary: 'Fix: refresh tokens once. 1 commit on main changes 1 file (+2 −1) in src/auth/token.ts.',
    changes: ['bugs: Refresh tokens once'],
  },
  {
    says: 'an amended commit is one, with its last words',
    work: work({ commits: [base], rewrites: [amended] }),
    summary: 'Add sign-in with a passkey. 1 commit on main changes 1 file (+25 −0) in src/auth/signIn.ts.',
    changes: ['implementation: Add sign-in with a passkey'],
  },
  {
    says: 'a commit that was set aside is none',
    work: work(
      { commits: [base], setAside: [{ sha: base.sha, chainId: base.sha, subject: '', at: base.authoredAt, to: null }] },
      [{ name: 'src/a.ts' }],
    ),
    summary: 'Saved 1 file in src/a.ts, without a commit.',
    changes: [],
  },
  {
    says: 'a rebase of older commits is no new work, and is said',
    work: work({ rewrites: [{ ...amended, kind: 'rebase', chainId: 'ffff', replaces: ['ffff'] }] }),
    summary: '1 earlier commit amended or moved.',
    changes: [],
  },
  {
    says: 'a sender without chains: the same author, time and words are one commit',
    work: work({ commits: [base, { ...base, sha: 'beef' }] }),
    summary: 'Add sign-in. 1 commit on main changes 1 file (+20 −0) in src/auth/signIn.ts.',
  },
  {
    says: 'the weightiest three of many, in their order, and how many more',
    work: work({
      commits: [
        commit('docs: typo', [file('README.md')]),
        commit('feat: one', [file('src/one.ts', 50)]),
        commit('wip', [file('src/one.ts')]),
        commit('fix: two', [file('src/two.ts', 9)]),
        commit('refactor: three', [file('src/three.ts', 99)]),
        commit('feat!: four', [file('test/four.test.ts')]),
      ],
    }),
    summary: 'One; Fix: two; Four; 3 more commits. 6 commits on main change 5 files (+164 −6), 1 test file among them.',
    changes: [
      'implementation: One',
      'bugs: Two',
      'implementation: Three',
      'decisions: Four',
      'implementation: 2 smaller commits',
    ],
  },
  {
    says: 'commits that say the same are told together',
    work: work({ commits: [1, 2, 3].map(() => commit('Update notes', [file('notes.md', 1, 0)])) }),
    summary: 'Update notes. 3 commits on main change 1 file (+3 −0) in notes.md.',
    changes: ['implementation: Update notes'],
  },
  {
    says: 'only small commits',
    work: work({ commits: [commit('wip', [file('src/a.ts')]), commit('typo', [file('src/a.ts')])] }),
    summary: '2 small commits: "Wip" and "Typo". 2 commits on main change 1 file (+4 −2) in src/a.ts.',
  },
  {
    says: 'dependencies, net over the session',
    work: work({ commits: [manifest, scripts] }),
    summary:
      'Update packages; Scripts. 2 commits on main change 1 file (+4 −3) in package.json. Dependencies: added zod ^3.2.0, updated react (^18.2.0 → ^19.0.0), removed lodash.',
    changes: ['architecture: Dependencies changed', 'implementation: Update packages', 'implementation: Scripts'],
  },
  {
    says: "dependencies in Maven's blocks",
    work: work({ commits: [pom] }),
    summary:
      'Move to Boot 3. 1 commit on main changes 1 file (+6 −5) in pom.xml. Dependencies: added org.flywaydb:flyway-core 10.1.0, updated spring-boot-starter-parent (2.7.0 → 3.3.0), removed joda-time.',
  },
  {
    says: 'a diff that was cut proves no dependency',
    work: work({ commits: [cut] }),
    changes: ['implementation: Big'],
  },
  {
    says: 'a lock file and a generated one say nothing of where one worked',
    work: work({ commits: [commit('Update', [file('go.sum', 90), file('pkg/a/b.go'), file('dist/x.js')])] }),
  },
  {
    says: 'migrations',
    work: work({ commits: [commit('Add teams', [file('db/migrate/20260101_teams.rb', 9, 0, 'added')])] }),
    summary: 'Add teams. 1 commit on main changes 1 file (+9 −0) in db/migrate/20260101_teams.rb. 1 migration added.',
    changes: ['architecture: Migrations changed', 'implementation: Add teams'],
  },
  {
    says: 'what is saved beside what is committed, wherever the project lies in the repository',
    work: work({ commits: [commit('Add it', [file('web/src/a.ts')])] }, [{ name: 'src/a.ts' }, { name: 'src/b.ts' }]),
    summary:
      'Add it. 1 commit on main changes 1 file (+2 −1) in web/src/a.ts. Also saved and in none of them: src/b.ts.',
  },
  {
    says: 'merges, beside work and alone',
    work: work({ commits: [commit("Merge branch 'next'", [], { parents: ['aaaa', 'bbbb'] })] }),
    summary: 'Merged next.',
    changes: [],
  },
  {
    says: 'updates of dependencies and repairs of spelling are no bugs',
    work: work({
      commits: [
        commit('fix(deps): update react to v19', [file('package.json')], {
          author: 'renovate[bot]',
          body: '| a | b |',
        }),
        commit('fix: a typo', [file('src/a.ts')]),
        commit('Add tests', [file('test/a.test.ts', 99)]),
        commit('Name things', [file('src/a.ts')]),
      ],
    }),
    summary:
      'Update react to v19; Add tests; Name things; 1 more commit. 4 commits on main change 3 files (+105 −4), 1 test file among them.',
    changes: [
      'implementation: Update react to v19',
      'implementation: Fix: a typo',
      'implementation: Add tests',
      'implementation: Name things',
    ],
    content: [/^(?![\s\S]*\|)/],
  },
  {
    says: 'decisions: a revert, a breaking change, and what was chosen over what',
    work: work({
      commits: [
        commit('Revert "Use the new cache"', [file('src/cache.ts')]),
        commit('feat: queue', [file('src/queue.ts')], {
          body: 'We write through a queue because SQLite takes one writer.\n\nSigned-off-by: Ann <a@b.c>',
        }),
        commit('fix: loop', [file('src/loop.ts')], { body: 'It failed because a file had no end.' }),
      ],
    }),
    changes: ['decisions: Revert "Use the new cache"', 'implementation: Queue', 'decisions: Queue', 'bugs: Loop'],
    content: [/one writer\.$/m, /^(?![\s\S]*Signed-off-by)/],
  },
  {
    says: 'a function that only moved is touched, not new and not gone',
    work: work({ commits: [moved] }),
    content: [/Touches `moved`\./, /^(?![\s\S]*(?:Adds|Removes))/],
  },
  {
    says: 'names that a diff declares, and those it is in',
    work: work({ commits: [touching] }),
    content: [/Adds `close`\. Touches `open`\./],
  },
  {
    says: 'what ends before the first change is not touched',
    work: work({ commits: [doubtful] }),
    content: [/^(?![\s\S]*`open`)/],
  },
  {
    says: 'notes that are left and taken away',
    work: work({
      commits: [
        commit('Note', [file('src/a.ts', 1, 1)], {
          diff: diffOf(
            'src/a.ts',
            '@@ -1,1 +1,1 @@',
            '-// TODO: read the old file',
            '+// FIXME(ann): write the new file',
          ),
        }),
      ],
    }),
    changes: ['implementation: Note', 'todo: write the new file', 'todo: read the old file'],
  },
];

describe('what a session says of itself', () => {
  for (const { says, work: given, summary, changes, content } of cases)
    it(says, () => {
      const described = describeSession(given);
      assert.deepEqual(describeSession(given), described, 'the same for the same work');
      if (summary === undefined && changes === undefined && content === undefined && given.commits.length === 0) {
        assert.equal(described, undefined);
        return;
      }
      assert.ok(described);
      if (summary !== undefined) assert.equal(described.summary, summary);
      if (changes)
        assert.deepEqual(
          described.changes.map((one) => `${one.category}: ${one.title}`),
          changes,
        );
      const text = described.changes.map((one) => one.content).join('\n');
      for (const pattern of content ?? []) assert.match(text, pattern);
    });
});
