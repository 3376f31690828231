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
    findings: ['architecture/packages | 3 packages with source files; 2 of them depend on @a/core'],
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
    findings: ['architecture/layers | 6 controllers import services; no service imports a controller'],
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
      // That the two modules import each other says the same once more.
      'architecture/layer-exception | 13 controllers import services, but one service imports a controller',
    ],
    evidence: { 'architecture/layer-exception': ['src/services/s2.ts:2'] },
  },
  {
    it: 'claims that nothing leads back only where no type and no file between two layers does',
    files: {
      ...layered,
      'src/services/s2.ts': `import type { C } from '../controllers/c1';`,
    },
    findings: [],
  },
  {
    it: 'takes a file for no layer whose name and folder disagree, and says nothing that it might break',
    files: {
      ...layered,
      'src/services/admin.controller.ts': `import '../controllers/c1';`,
    },
    findings: ['architecture/module-cycle | controllers builds on services (6 imports), yet one import leads back'],
  },
  {
    it: 'lets the folder tell what a job is that saves pages',
    files: {
      ...repeat(6, (n) => [`app/jobs/save_${n}_page.ts`, `import '../models/m${n % 3}';`]),
      ...repeat(3, (n) => [`app/models/m${n}.ts`, '']),
    },
    findings: [],
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
    it: 'takes neither a component called page for a page, nor hooks in the folder of a page for what lies below it',
    files: {
      ...repeat(6, (n) => [`src/pages/p${n}.tsx`, `import '../components/c${n % 3}';\nimport '../hooks/h${n % 3}';`]),
      ...repeat(3, (n) => [`src/components/c${n}.tsx`, n === 0 ? `import './notion-page';` : '']),
      'src/components/notion-page.tsx': '',
      ...repeat(3, (n) => [`src/hooks/h${n}.ts`, '']),
      'src/pages/theme.ts': '',
      'src/pages/home/hooks/use-theme.ts': `import '../../theme';`,
    },
    findings: ['architecture/layers | Dependencies run one way: pages → components, pages → hooks; none back'],
  },
  {
    it: 'cites the line that names the other package, not one that holds its name',
    files: {
      'core/pom.xml': '<project>\n<artifactId>shop-core</artifactId>\n</project>',
      'core/A.java': 'class A {}',
      ...repeat(2, (n) => [
        `m${n}/pom.xml`,
        `<project>\n<parent>\n<artifactId>shop-core-parent</artifactId>\n</parent>\n<artifactId>m${n}</artifactId>\n<dependencies><dependency>\n<artifactId>shop-core</artifactId>\n</dependency></dependencies>\n</project>`,
      ]),
      ...repeat(2, (n) => [`m${n}/B.java`, 'class B {}']),
    },
    findings: ['architecture/packages | 3 packages with source files; 2 of them depend on shop-core'],
    evidence: { 'architecture/packages': ['m0/pom.xml:7', 'm1/pom.xml:7'] },
  },
  {
    it: 'reads which packages of Dart and Gradle build on which',
    files: {
      'core/pubspec.yaml': 'name: core\n',
      'core/lib/a.dart': 'class A {}',
      ...repeat(2, (n) => [
        `app${n}/pubspec.yaml`,
        `name: app${n}\ndev_dependencies:\n  test: any\ndependencies:\n  core:\n    path: ../core\n`,
      ]),
      ...repeat(2, (n) => [`app${n}/lib/a.dart`, 'class A {}']),
      'g/base/build.gradle.kts': '// licence\n',
      'g/base/A.kt': 'class A',
      ...repeat(3, (n) => [
        `g/ui${n}/build.gradle.kts`,
        '// licence\ndependencies {\n  implementation(projects.g.base)\n}\n',
      ]),
      ...repeat(3, (n) => [`g/ui${n}/A.kt`, 'class A']),
    },
    findings: ['architecture/packages | 7 packages with source files; 3 of them depend on base'],
    evidence: { 'architecture/packages': ['g/ui0/build.gradle.kts:3'] },
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
    it: 'cites of a larger circle one import for each of its files',
    files: {
      'src/a.ts': `import { b } from './b';`,
      'src/b.ts': `import { a } from './a';\nimport { c } from './c';`,
      'src/c.ts': `\nimport { a } from './a';`,
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
    findings: ['architecture/hub | src/db.ts is used by 13 source files'],
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
      'architecture/route-to-storage | Routes reach the storage along routes → services → db (4 of 4 files with routes)',
    ],
    evidence: { 'architecture/route-to-storage': ['src/routes/r0.ts:1', 'src/services/s0.ts:1'] },
  },
  {
    it: 'names no file of a package of Go as the place where a request meets the storage',
    files: {
      'go.mod': 'module x/shop\n',
      ...repeat(4, (n) => [`routes/r${n}.go`, 'package routes\nimport "x/shop/db"\n']),
      'db/a.go': 'package db\n',
      'db/b.go': 'package db\nimport "database/sql"\n',
    },
    routes: ['routes/r0.go', 'routes/r1.go', 'routes/r2.go', 'routes/r3.go'],
    findings: [],
  },
  {
    it: 'takes neither types of a client nor any facade for the storage',
    files: {
      ...repeat(2, (n) => [`src/routes/r${n}.ts`, `import { Status } from '@prisma/client';`]),
      'routes/web.php': '<?php\nuse Illuminate\\Support\\Facades\\Route;\n',
      'src/x.ts': `import { PrismaClient } from '@prisma/client';`,
    },
    routes: ['src/routes/r0.ts', 'src/routes/r1.ts', 'routes/web.php'],
    findings: [],
  },
  {
    it: 'finds where the work goes, counted as git counts: robots and mass changes too',
    files: { 'src/a.ts': '', 'src/b.ts': '', 'src/c.ts': '' },
    git: {
      ...commits(60, () => []),
      commits: [
        ...commits(60, (n) => (n < 20 ? ['src/a.ts'] : ['README.md'])).commits,
        ...commits(5, () => ['src/a.ts'], 'renovate[bot]').commits,
        ...commits(50, () => ['src/c.ts', ...Array.from({ length: 40 }, (_, n) => `docs/${n}.md`)]).commits,
        ...commits(5, () => ['src/a.ts', ...Array.from({ length: 40 }, (_, n) => `docs/${n}.md`)]).commits,
      ],
    },
    findings: ['architecture/hot-spot | src/a.ts changed in 30 of the last 120 commits, merges aside'],
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
    it: 'finds files of different folders that change together without an import',
    files: { 'src/a/x.ts': '', 'src/b/x.ts': '', 'src/b/y.ts': `import '../a/x';` },
    git: commits(60, (n) => (n < 9 ? ['src/a/x.ts', 'src/b/x.ts', 'src/b/y.ts'] : ['README.md'])),
    findings: [
      'architecture/hot-spot | src/a/x.ts changed in 9 of the last 60 commits, merges aside',
      'architecture/co-change | src/a/x.ts and src/b/x.ts change together, yet neither imports the other',
    ],
  },
  {
    it: 'says of no pair that nothing ties it where imports are not followed, or lead through a barrel or an interface',
    files: {
      'a/x.swift': '',
      'b/x.swift': '',
      'c/x.ts': `import '../d';`,
      'd/index.ts': `export * from './x';`,
      'd/x.ts': '',
      'e/x.py': '',
      'g/Context.cpp': '#include <Context.h>\n',
      'g/Context.h': '',
      'h/Show.cpp': '#include <Context.h>\n',
      'e/IPay.cs': 'namespace Shop.Pay;\npublic interface IPay {}',
      'e/Pay.cs': 'namespace Shop.Pay;\npublic class Pay : IPay {}',
      'f/Cart.cs': 'using Shop.Pay;\nnamespace Shop.Cart;\npublic class Cart { Cart(IPay pay) {} }',
    },
    git: commits(60, (n) =>
      n < 20
        ? []
        : ([
            ['a/x.swift', 'b/x.swift'],
            ['c/x.ts', 'd/x.ts'],
            ['c/x.ts', 'e/x.py'],
            ['e/Pay.cs', 'f/Cart.cs', 'g/Context.cpp', 'h/Show.cpp'],
          ][n % 4] ?? []),
    ),
    findings: ['architecture/hot-spot | c/x.ts changed in 20 of the last 60 commits, merges aside'],
  },
  {
    it: 'names no file for a class that lies in several, and a package of Go by its folder',
    files: {
      'src/Context.cs': 'namespace Shop;\npublic partial class Context {}',
      'src/ContextSyntax.cs': 'namespace Shop;\npublic partial class Context { int a; }',
      ...repeat(12, (n) => [`src/U${n}.cs`, `namespace Shop;\nclass U${n} { Context c; }`]),
      'go.mod': 'module x/shop\n',
      'shop.go': 'package shop\n',
      ...repeat(11, (n) => [`p${n}/a.go`, 'package p\nimport "x/shop"\n']),
    },
    findings: ['architecture/hub | The package in the top folder is used by 11 source files'],
  },
  {
    it: 'takes folders of Go that import each other for no circle, and tests in files of Rust for no long function',
    files: {
      'go.mod': 'module x/shop\n',
      ...repeat(4, (n) => [`a/p${n}/a.go`, `package p\nimport "x/shop/b/q${n}"\n`]),
      ...repeat(4, (n) => [`b/q${n}/a.go`, n === 0 ? 'package q\nimport "x/shop/a/p3"\n' : 'package q\n']),
      'Cargo.toml': '[package]\nname = "shop"\n',
      'src/lib.rs': `#[cfg(test)]\nmod tests {\n#[test]\nfn long() {\n${'    call();\n'.repeat(300)}}\n}\n`,
    },
    findings: [],
  },
  {
    it: 'counts packages that are needed for development or named after a string with a comment mark, spelled as they spell themselves',
    files: {
      'core/build.gradle.kts': '',
      'core/A.kt': 'class A',
      ...repeat(2, (n) => [
        `m${n}/build.gradle.kts`,
        `android { excludes += "META-INF/*" }\ndependencies {\n  implementation(projects.core)\n}\n`,
      ]),
      ...repeat(2, (n) => [`m${n}/A.kt`, 'class A']),
      'a-b/Cargo.toml': '[package]\nname = "a-b"\n',
      'a-b/src/lib.rs': 'fn a() {}',
      ...repeat(3, (n) => [
        `c${n}/Cargo.toml`,
        `[package]\nname = "c${n}"\n[dependencies]\na-b = { path = "../a-b" }\n`,
      ]),
      ...repeat(3, (n) => [`c${n}/src/lib.rs`, 'fn a() {}']),
      'w/package.json': '{ "name": "w" }',
      'w/index.ts': '',
      ...repeat(4, (n) => [`v${n}/package.json`, `{ "name": "v${n}", "devDependencies": { "w": "*" } }`]),
      ...repeat(4, (n) => [`v${n}/index.ts`, '']),
    },
    findings: ['architecture/packages | 12 packages with source files; 4 of them depend on w'],
  },
  {
    it: 'tells no number where names are found by their words, and takes entities among models for models',
    files: {
      ...repeat(6, (n) => [
        `app/controllers/c${n}_controller.rb`,
        `class C${n}Controller\n  def a = Part${n % 3}.all\nend\n`,
      ]),
      ...repeat(3, (n) => [`app/models/entities/part${n}.rb`, `class Part${n}\nend\n`]),
    },
    findings: ['architecture/layers | Controllers use models; no model uses a controller'],
  },
  {
    it: 'takes neither what a parent manages for a dependency nor packages of one name for one another',
    files: {
      'pom.xml':
        '<project>\n<artifactId>all</artifactId>\n<dependencyManagement><dependencies><dependency>\n<artifactId>shop-core</artifactId>\n</dependency></dependencies></dependencyManagement>\n</project>',
      'Main.java': 'class Main {}',
      'core/pom.xml': '<project>\n<artifactId>shop-core</artifactId>\n</project>',
      'core/A.java': 'class A {}',
      'vscode/package.json': '{ "name": "bloc" }',
      'vscode/a.ts': '',
      'bloc/pubspec.yaml': 'name: bloc\n',
      'bloc/lib/a.dart': 'class A {}',
      ...repeat(2, (n) => [`u${n}/pubspec.yaml`, `name: u${n}\ndescription: A bloc.\ndependencies:\n  bloc: any\n`]),
      ...repeat(2, (n) => [`u${n}/lib/a.dart`, 'class A {}']),
    },
    findings: ['architecture/packages | 6 packages with source files; 2 of them depend on bloc'],
    evidence: { 'architecture/packages': ['u0/pubspec.yaml:4', 'u1/pubspec.yaml:4', 'bloc/pubspec.yaml:1'] },
  },
  {
    it: 'takes a package of the registry for none of the repository that has its name',
    files: {
      'apps/storybook/package.json': '{ "name": "storybook" }',
      'apps/storybook/a.ts': '',
      ...repeat(2, (n) => [
        `apps/w${n}/package.json`,
        `{ "name": "w${n}", "devDependencies": { "storybook": "catalog:" } }`,
      ]),
      ...repeat(2, (n) => [`apps/w${n}/a.ts`, '']),
    },
    findings: ['architecture/packages | 3 packages: storybook, w0, w1'],
  },
  {
    it: 'tells no number of files in C#, where a using names no file',
    files: {
      ...repeat(6, (n) => [
        `src/Controllers/C${n}Controller.cs`,
        `using Shop.Services;\nnamespace Shop.Controllers;\nclass C${n}Controller { S${n % 3}Service s; }`,
      ]),
      ...repeat(3, (n) => [`src/Services/S${n}Service.cs`, `namespace Shop.Services;\npublic class S${n}Service {}`]),
    },
    findings: ['architecture/layers | Controllers use services; no service uses a controller'],
  },
  {
    it: 'knows controllers of Laravel by their outer folder, whatever their namespace is called',
    files: {
      ...repeat(5, (n) => [
        `app/Http/Controllers/${n > 3 ? 'Models/' : ''}C${n}.php`,
        `<?php\nnamespace App\\Http\\Controllers${n > 3 ? '\\Models' : ''};\nuse App\\Models\\M${n % 3};\nclass C${n} { function a(M${n % 3} $m) {} }`,
      ]),
      ...repeat(3, (n) => [`app/Models/M${n}.php`, `<?php\nnamespace App\\Models;\nclass M${n} {}`]),
    },
    findings: ['architecture/layers | 5 controllers import models; no model imports a controller'],
  },
  {
    it: 'takes texts for people in a language for no code',
    files: repeat(12, (n) => [`resources/lang/${'abcdefghijkl'[n]}e/forms.php`, `<?php\nreturn new \\App\\X;\n`]),
    findings: [],
  },
  {
    it: 'names the modules of a circle by their last folders where the whole is too long',
    files: {
      ...repeat(5, (n) => [
        `extensions/editor/generator_plugin/src/main/java/com/acme/generator_plugin/generator/G${n}.java`,
        `package com.acme.generator_plugin.generator;\nimport com.acme.generator_plugin.action.A${n};\nclass G${n} {}`,
      ]),
      ...repeat(5, (n) => [
        `extensions/editor/generator_plugin/src/main/java/com/acme/generator_plugin/action/A${n}.java`,
        `package com.acme.generator_plugin.action;\nimport com.acme.generator_plugin.generator.G${n};\nclass A${n} {}`,
      ]),
      ...repeat(4, (n) => [`zz/m${n}.ts`, '']),
      ...repeat(4, (n) => [`yy/m${n}.ts`, '']),
    },
    findings: [
      'architecture/modules | 4 modules and what ties them',
      'architecture/module-cycle | action and generator import each other (5 and 5 times)',
    ],
  },
  {
    it: 'says how many files hold the strongest tie, the largest first',
    files: {
      ...repeat(6, (n) => [`a/f${n}.ts`, `import '../b/g0';\nimport '../b/g1';`]),
      ...repeat(3, (n) => [`b/g${n}.ts`, '']),
      ...repeat(3, (n) => [`c/h${n}.ts`, `import '../d/i0';`]),
      ...repeat(3, (n) => [`d/i${n}.ts`, n === 1 ? `import '../b/g0';` : '']),
      ...repeat(3, (n) => [`d/e/j${n}.ts`, `import '../i0';`]),
      ...repeat(3, (n) => [`d/f/j${n}.ts`, `import '../i0';`]),
    },
    findings: ['architecture/modules | 4 modules; the strongest tie: 6 files of a import b'],
    evidence: { 'architecture/modules': ['a/f0.ts:1', 'a/f5.ts:1'] },
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
