import assert from 'node:assert/strict';
import { architectureAnalyzer } from '../../../src/engine/genesis/analyzers/architecture';
import type { Analyzer, FindingDraft, GitFacts } from '../../../src/engine/genesis/scanModel';
import type { Route } from '../../../src/shared/inventory';
import { analyzeSources } from '../../support/analyzeSources';

interface ArchitectureCase {
  readonly it: string;
  readonly files: Readonly<Record<string, string>>;
  readonly routes?: readonly string[];
  readonly git?: GitFacts;
  /** `rule | title` of the findings, all of them. */
  readonly findings: readonly string[];
  /** `path:line` of evidence that must be there, by rule. */
  readonly evidence?: Readonly<Record<string, readonly string[]>>;
}

function repeat(count: number, make: (index: number) => readonly [string, string]): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => make(index)));
}

/** Stands for the analyzer of entry points. */
function routesIn(files: readonly string[]): Analyzer {
  const route = (file: string): Route => ({ method: 'GET', path: '/', file, line: 1, framework: 'express' });
  const run: Analyzer['synthesizers'][number]['run'] = (model) => model.inventory.routes.push(...files.map(route));
  return { id: 'routes', extractors: [], synthesizers: [{ id: 'routes', run }] };
}

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

const layered = {
  ...repeat(6, (n) => [`src/controllers/c${n}.ts`, `import '../services/s${n % 3}';`]),
  ...repeat(3, (n) => [`src/services/s${n}.ts`, 'export const s = 1;']),
};

const cases: readonly ArchitectureCase[] = [
  { it: 'says nothing of a handful of files', files: { 'a.ts': `import './b';`, 'b.ts': '' }, findings: [] },
  {
    it: 'says which packages build on which',
    files: {
      'package.json': '{ "name": "root", "workspaces": ["packages/*"] }',
      'packages/core/package.json': '{ "name": "@a/core" }',
      'packages/core/src/index.ts': 'export const a = 1;',
      'packages/api/package.json': '{ "name": "@a/api", "dependencies": { "@a/core": "*" } }',
      'packages/api/src/index.ts': `import { a } from '@a/core';`,
      'packages/web/package.json':
        '{ "name": "@a/web", "dependencies": { "@a/core": "*" }, "devDependencies": { "@a/api": "*" } }',
      'packages/web/src/index.ts': `import { a } from '@a/core';`,
      'examples/x/package.json': '{ "name": "example" }',
      'examples/x/index.ts': '',
    },
    findings: ['architecture/packages | 3 packages; 2 of them depend on @a/core'],
    evidence: { 'architecture/packages': ['packages/core/package.json:1'] },
  },
  {
    it: 'finds relative imports into another package',
    files: {
      'packages/a/package.json': '{ "name": "a" }',
      'packages/a/index.ts': `import '../b/inner';`,
      'packages/b/package.json': '{ "name": "b" }',
      'packages/b/inner.ts': '',
    },
    findings: [
      'architecture/packages | 2 packages: a, b',
      'architecture/package-boundary | packages/a imports packages/b/inner.ts past the package boundary',
    ],
    evidence: { 'architecture/package-boundary': ['packages/a/index.ts:1'] },
  },
  {
    it: 'says that layers hold, with counts',
    files: layered,
    findings: ['architecture/layers | Controllers import services 6 times; no service imports a controller'],
    evidence: { 'architecture/layers': ['src/controllers/c0.ts:1', 'src/controllers/c5.ts:1'] },
  },
  {
    it: 'shows what goes against the layers',
    files: {
      ...layered,
      ...repeat(7, (n) => [`src/controllers/d${n}.ts`, `import '../services/s0';`]),
      'src/services/s2.ts': `\nimport '../controllers/c1';`,
    },
    findings: [
      'architecture/layer-exception | Controllers import services 13 times, but one goes the other way',
      'architecture/module-cycle | controllers builds on services (13 imports), yet one import leads back',
    ],
    evidence: { 'architecture/layer-exception': ['src/services/s2.ts:2'] },
  },
  {
    it: 'does not take types for ties that break layers, nor a folder of packages for a layer',
    files: {
      ...repeat(6, (n) => [`services/web/controllers/c${n}.ts`, `import type { S } from '../../api/index';`]),
      'services/web/package.json': '{ "name": "web" }',
      'services/api/package.json': '{ "name": "api" }',
      'services/api/index.ts': '',
      'services/api/a.ts': '',
      'services/api/b.ts': '',
    },
    findings: ['architecture/packages | 2 packages: api, web'],
  },
  {
    it: 'finds files that import each other in a circle while they load',
    files: {
      'src/a.ts': `import { b } from './b';`,
      'src/b.ts': `import { c } from './c';`,
      'src/c.ts': `\nimport { a } from './a';`,
      'src/d.ts': `import type { E } from './e';\nconst lazy = () => import('./e');`,
      'src/e.ts': `import { d } from './d';`,
    },
    findings: ['architecture/file-cycle | 3 files import each other in a circle'],
    evidence: { 'architecture/file-cycle': ['src/a.ts:1', 'src/b.ts:1', 'src/c.ts:2'] },
  },
  {
    it: 'finds what most of the code leans on, through barrels',
    files: {
      'src/db.ts': 'export const db = 1;',
      'src/index.ts': `export { db } from './db';`,
      ...repeat(12, (n) => [`src/u${n}.ts`, `import { db } from './${n % 2 === 0 ? 'index' : 'db'}';`]),
    },
    findings: ['architecture/hub | src/db.ts is used by 13 of 14 source files'],
  },
  {
    it: 'follows routes to the storage',
    files: {
      ...repeat(4, (n) => [`src/routes/r${n}.ts`, `import '../services/s${n}';`]),
      ...repeat(4, (n) => [`src/services/s${n}.ts`, `import '../db';`]),
      'src/db.ts': `import { Pool } from 'pg';`,
    },
    routes: ['src/routes/r0.ts', 'src/routes/r1.ts', 'src/routes/r2.ts', 'src/routes/r3.ts'],
    findings: [
      'architecture/route-to-storage | Routes reach the storage along routes → services → src (4 of 4 files with routes)',
    ],
    evidence: { 'architecture/route-to-storage': ['src/routes/r0.ts:1', 'src/services/s0.ts:1'] },
  },
  {
    it: 'finds where the work goes, without robots and mass changes',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '' },
    git: {
      ...commits(60, (n) => (n < 20 ? ['src/a.ts'] : ['README.md'])),
      commits: [
        ...commits(60, (n) => (n < 20 ? ['src/a.ts'] : ['README.md'])).commits,
        ...commits(50, () => ['src/b.ts'], 'renovate[bot]').commits,
        ...commits(50, () => ['src/c.ts', ...Array.from({ length: 40 }, (_, n) => `docs/${n}.md`)]).commits,
      ],
    },
    findings: ['architecture/hot-spot | src/a.ts changed in 20 of the last 110 commits, more than any other code'],
  },
  {
    it: 'finds files of different folders that change together without an import',
    files: { 'src/a/x.ts': '', 'src/b/x.ts': '', 'src/b/y.ts': `import '../a/x';` },
    git: commits(60, (n) => (n < 9 ? ['src/a/x.ts', 'src/b/x.ts', 'src/b/y.ts'] : ['README.md'])),
    findings: [
      'architecture/hot-spot | src/a/x.ts changed in 9 of the last 60 commits, more than any other code',
      'architecture/co-change | src/a/x.ts and src/b/x.ts change together, yet neither imports the other',
    ],
  },
  {
    it: 'names the longest function only if it is striking',
    files: { 'src/a.ts': `export function long() {\n${'  call();\n'.repeat(300)}}\nexport function short() {}\n` },
    findings: ['architecture/long-function | long in src/a.ts is 302 lines long'],
    evidence: { 'architecture/long-function': ['src/a.ts:1'] },
  },
];

describe('architectureAnalyzer', () => {
  for (const example of cases)
    it(example.it, async () => {
      const analyzers = [routesIn(example.routes ?? []), architectureAnalyzer];
      const result = await analyzeSources(
        analyzers,
        example.files,
        example.git === undefined ? {} : { git: example.git },
      );
      assert.deepEqual(result.problems, []);
      assert.deepEqual(
        result.findings.map((finding) => `${finding.rule} | ${finding.title}`),
        example.findings,
      );
      for (const finding of result.findings) assertWellFormed(finding, example.files);
      for (const [rule, places] of Object.entries(example.evidence ?? {})) {
        const shown = result.findings.find((finding) => finding.rule === rule)?.evidence ?? [];
        const found = shown.map((evidence) => `${evidence.path}:${evidence.startLine}`);
        assert.deepEqual(
          places.filter((place) => !found.includes(place)),
          [],
          found.join(' '),
        );
      }
    });
});

function assertWellFormed(finding: FindingDraft, files: Readonly<Record<string, string>>): void {
  assert.ok(finding.title.length <= 120, finding.title);
  assert.ok(finding.evidence.length > 0 && finding.evidence.length <= 20, finding.rule);
  for (const { path, startLine, endLine } of finding.evidence) {
    assert.ok(path in files, path);
    assert.ok(startLine >= 1 && endLine >= startLine, `${path}:${startLine}-${endLine}`);
  }
}
