import { checkCases, repeat } from './cases';

checkCases('packages of the architecture', [
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
    findings: ['architecture/packages | 3 packages with source files found; 2 of them depend on @a/core'],
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
      'architecture/packages | 2 packages found: a, b',
      'architecture/package-boundary | packages/a imports packages/b/inner.ts past its name',
    ],
    evidence: { 'architecture/package-boundary': ['packages/a/index.ts:1'] },
  },
  {
    it: 'cites the line that names the other package, not one that holds its name',
    files: {
      'core/pom.xml': '<project>\n<artifactId>shop-core</artifactId>\n</project>',
      'core/A.java': 'class A {}',
      ...repeat(2, (n) => [
        `m${n}/pom.xml`,
        `<project>\n<parent><groupId>io.shop-core</groupId>\n<artifactId>shop-core-parent</artifactId>\n</parent>\n<artifactId>m${n}</artifactId>\n<dependencies><dependency>\n<artifactId>shop-core</artifactId>\n</dependency></dependencies>\n</project>`,
      ]),
      ...repeat(2, (n) => [`m${n}/B.java`, 'class B {}']),
    },
    findings: ['architecture/packages | 3 packages with source files found; 2 of them depend on shop-core'],
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
    findings: ['architecture/packages | 7 packages with source files found; 3 of them depend on base'],
    evidence: { 'architecture/packages': ['g/ui0/build.gradle.kts:3'] },
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
    findings: ['architecture/packages | 12 packages with source files found; 4 of them depend on w'],
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
    findings: ['architecture/packages | 6 packages with source files found; 2 of them depend on bloc'],
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
    findings: ['architecture/packages | 3 packages found: storybook, w0, w1'],
  },
  {
    it: 'takes the projects that Flutter and React Native keep for each system for no packages, nor the code of a build',
    files: {
      'pubspec.yaml': 'name: deer\n',
      'lib/main.dart': 'void main() {}',
      'android/app/build.gradle': '',
      'android/app/src/main/java/A.java': 'class A {}',
      'phone/package.json': '{ "name": "phone" }',
      'phone/index.ts': '',
      'phone/android/app/build.gradle': '',
      'phone/android/app/src/main/java/A.java': 'class A {}',
      'assets/package.json': '{ "name": "pages" }',
      'assets/a.ts': '',
      'composer.json': '{ "name": "deer/deer" }',
      'buildSrc/build.gradle.kts': '',
      'buildSrc/src/main/kotlin/A.kt': 'class A',
    },
    findings: ['architecture/packages | 2 packages found: deer/deer, phone'],
  },
  {
    it: 'takes the entry of another package for what it promises, whichever way leads to it',
    files: {
      'packages/a/package.json': '{ "name": "a" }',
      'packages/a/x.ts': `import '../b';`,
      'packages/b/package.json': '{ "name": "b" }',
      'packages/b/index.ts': '',
    },
    findings: ['architecture/packages | 2 packages found: a, b'],
  },
  {
    it: 'takes the build of several parts for no package, where only folders without a manifest are left to it',
    files: {
      'build.gradle.kts': '',
      'extra/A.kt': 'class A',
      'core/build.gradle.kts': '',
      'core/A.kt': 'class A',
      'app/build.gradle.kts': '',
      'app/A.kt': 'class A',
    },
    findings: ['architecture/packages | 2 packages found: app, core'],
  },
]);
