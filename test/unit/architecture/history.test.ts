import type { GitFacts } from '../../../src/engine/genesis/scanModel';
import { checkCases } from './cases';

function commits(count: number, filesOf: (index: number) => readonly string[], author = 'Ann'): GitFacts {
  return {
    branch: 'main',
    commit: null,
    remote: null,
    commits: Array.from({ length: count }, (_, index) => ({
      sha: String(index),
      author,
      authoredAt: index,
      subject: 'Change',
      files: filesOf(index),
    })),
  };
}

checkCases('history of the architecture', [
  {
    it: 'finds where the work goes, counted and ordered as git counts: robots and mass changes too',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '', 'src/d.ts': '' },
    git: {
      ...commits(60, () => []),
      commits: [
        ...commits(60, (n) => (n < 20 ? ['src/a.ts'] : n < 30 ? ['src/b.ts', 'src/d.ts'] : ['README.md'])).commits,
        ...commits(5, () => ['src/a.ts'], 'renovate[bot]').commits,
        ...commits(50, () => ['src/c.ts', ...Array.from({ length: 40 }, (_, n) => `docs/${n}.md`)]).commits,
        ...commits(5, () => ['src/a.ts', ...Array.from({ length: 40 }, (_, n) => `docs/${n}.md`)]).commits,
      ],
    },
    findings: [
      'architecture/hot-spot | src/c.ts changed in 50 of the last 120 commits, merges aside, renames followed',
    ],
    content: { 'architecture/hot-spot': ['- `src/a.ts`: 30 commits (25 %)', 'src/b.ts', 'src/d.ts'] },
  },
  {
    it: 'says what it leaves out where that changed as often',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '', 'src/version.ts': '' },
    git: commits(60, (n) => (n < 20 ? ['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/version.ts'] : ['README.md'])),
    findings: ['architecture/hot-spot | src/a.ts changed in 20 of the last 60 commits, merges aside, renames followed'],
    content: { 'architecture/hot-spot': ['Left out is what tools and releases write, as `src/version.ts`.'] },
  },
  {
    it: 'names what lies beside the product where that changed as often',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '', 'scripts/make.ts': '' },
    git: commits(60, (n) => (n < 20 ? ['src/a.ts', 'src/b.ts', 'src/c.ts'] : ['scripts/make.ts'])),
    findings: ['architecture/hot-spot | src/a.ts changed in 20 of the last 60 commits, merges aside, renames followed'],
    content: {
      'architecture/hot-spot': ['Left out is what lies beside the product, as `scripts/make.ts` (40 commits).'],
    },
  },
  {
    it: 'leaves out the version that a release writes into a file of its own',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '', 'kit/version_current.go': 'a\n'.repeat(86) },
    git: commits(60, (n) => (n < 20 ? ['src/a.ts', 'src/b.ts', 'src/c.ts'] : ['kit/version_current.go'])),
    findings: ['architecture/hot-spot | src/a.ts changed in 20 of the last 60 commits, merges aside, renames followed'],
  },
  {
    it: 'tells files that work with versions as all others',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'db/version_set.cc': '\n'.repeat(90), 'src/Version.ts': '\n'.repeat(90) },
    git: commits(60, (n) =>
      n < 20 ? ['src/a.ts', 'src/b.ts', 'db/version_set.cc', 'src/Version.ts'] : n < 30 ? ['db/version_set.cc'] : [],
    ),
    findings: [
      'architecture/hot-spot | db/version_set.cc changed in 30 of the last 60 commits, merges aside, renames followed',
    ],
  },
  {
    it: 'takes what holds the version of a package alone for what releases write',
    files: { 'a/b.py': '', 'a/c.py': '', 'a/d.py': '', 'a/__init__.py': '__version__ = "1"\n' },
    git: commits(60, (n) => (n < 20 ? ['a/b.py', 'a/c.py', 'a/d.py', 'a/__init__.py'] : ['a/__init__.py'])),
    findings: ['architecture/hot-spot | a/b.py changed in 20 of the last 60 commits, merges aside, renames followed'],
  },
  {
    it: 'tells declarations that people write, and not a value of a few lines that a release writes',
    files: { 'a.js': '', 'b.js': '', 'shop.d.ts': 'export {};\n'.repeat(9), 'lib/meta.js': "module.exports = '1.0'\n" },
    git: commits(60, (n) => (n < 20 ? ['a.js', 'b.js', 'shop.d.ts', 'lib/meta.js'] : n < 30 ? ['shop.d.ts'] : [])),
    findings: [
      'architecture/hot-spot | shop.d.ts changed in 30 of the last 60 commits, merges aside, renames followed',
    ],
  },
  {
    it: 'tells of no place of the work where only one or two files stand out',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '' },
    git: commits(60, (n) => (n < 20 ? ['src/a.ts', 'src/b.ts'] : ['README.md'])),
    findings: [],
  },
  {
    it: 'counts no helpers of charts, whose other templates are no source',
    files: {
      'charts/a/Chart.yaml': 'name: a\n',
      'charts/a/templates/_a.tpl': '',
      'charts/a/templates/_b.tpl': '',
      'charts/a/templates/_c.tpl': '',
    },
    git: commits(60, (n) =>
      n < 20 ? ['charts/a/templates/_a.tpl', 'charts/a/templates/_b.tpl', 'charts/a/templates/_c.tpl'] : ['README.md'],
    ),
    findings: [],
  },
  {
    it: 'takes no manifest and no declarations that a tool writes for the place of the work',
    files: { 'Package.swift': '', 'Shop.podspec': '', 'src/components.d.ts': '', 'src/version.ts': '' },
    git: commits(60, (n) =>
      n < 20 ? ['Package.swift', 'Shop.podspec', 'src/components.d.ts', 'src/version.ts'] : ['README.md'],
    ),
    findings: [],
  },
  {
    it: 'takes manifests of sbt for no place of the work',
    files: { 'build.sbt': '', 'project/plugins.sbt': '', 'project/Dependencies.scala': '' },
    git: commits(60, () => ['build.sbt', 'project/plugins.sbt', 'project/Dependencies.scala']),
    findings: [],
  },
]);
