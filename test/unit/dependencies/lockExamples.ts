import type { LockExample } from './formats';

/** In parts, as in the rule: nothing calls it. */
const npmHost = ['registry', 'npmjs', 'org'].join('.');

export const lockExamples: readonly LockExample[] = [
  {
    path: 'package-lock.json',
    text: `{"lockfileVersion": 3, "packages": {
"": {"name": "app"},
"node_modules/a": {"version": "1.0.0", "license": "MIT", "resolved": "https://${npmHost}/a/-/a-1.0.0.tgz"},
"node_modules/a/node_modules/b": {"version": "2.0.0", "dev": true},
"packages/x/node_modules/b": {"version": "3.0.0", "resolved": "https://evil.example/b.tgz"},
"node_modules/x": {"link": true}
}}`,
    packages: ['3 a 1.0.0 dir: MIT', '4 b 2.0.0 nested dev', '5 b 3.0.0 dir:packages/x evil.example'],
  },
  {
    path: 'package-lock.json',
    text: '{"lockfileVersion": 1, "dependencies": {\n"a": {"version": "1.0.0", "dependencies": {\n"b": {"version": "2.0.0"}}}}}',
    packages: ['2 a 1.0.0 dir:', '3 b 2.0.0 nested'],
  },
  {
    path: 'yarn.lock',
    text: `# yarn lockfile v1

"@a/b@^1.0.0", "@a/b@^1.1.0":
  version "1.2.0"
  resolved "https://registry.yarnpkg.com/@a/b/-/b-1.2.0.tgz#x"

c@~2.0.0:
  version "2.0.5"
`,
    packages: ['3 @a/b 1.2.0 ^1.0.0,^1.1.0', '7 c 2.0.5 ~2.0.0'],
  },
  {
    path: 'yarn.lock',
    text: `__metadata:
  version: 8

"a@npm:^1.0.0":
  version: 1.0.3
  resolution: "a@npm:1.0.3"
  linkType: hard

"app@workspace:.":
  version: 0.0.0-use.local
  linkType: soft
`,
    packages: ['4 a 1.0.3 ^1.0.0'],
  },
  {
    path: 'pnpm-lock.yaml',
    text: `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      '@a/b':
        specifier: ^1.0.0
        version: 1.2.0(react@18.0.0)
  packages/x:
    devDependencies:
      c:
        specifier: ^2
        version: 2.0.1

packages:

  '@a/b@1.2.0':
    resolution: {integrity: x}

  c@2.0.1:
    resolution: {integrity: x}

  d@3.0.0:
    resolution: {integrity: x}

snapshots:

  d@3.0.0: {}
`,
    packages: ['18 @a/b 1.2.0 dir:', '21 c 2.0.1 dir:packages/x', '24 d 3.0.0 nested'],
  },
  {
    path: 'pnpm-lock.yaml',
    text: 'lockfileVersion: 5.3\n\nspecifiers:\n  a: ^1\n\ndependencies:\n  a: 1.0.1_biqb7655\n\npackages:\n\n  /a/1.0.1_biqb7655:\n    resolution: {integrity: x}\n    dev: false\n\n  /b/2.0.0_peer@1:\n    resolution: {integrity: x}\n    dev: true\n',
    packages: ['11 a 1.0.1 dir:', '15 b 2.0.0 nested dev'],
  },
  {
    path: 'bun.lock',
    text: '{\n"lockfileVersion": 1,\n"packages": {\n"a": ["a@1.0.0", "", {}, "x"],\n"a/b": ["b@2.0.0", "", {}, "x"],\n}\n}',
    packages: ['4 a 1.0.0 dir:', '5 b 2.0.0 nested'],
  },
  {
    path: 'Pipfile.lock',
    text: '{"default": {\n"flask": {"version": "==1.0.2"}},\n"develop": {\n"py.test": {"version": "==3"}}}',
    packages: ['2 flask 1.0.2', '4 py-test 3 dev'],
  },
  {
    path: 'poetry.lock',
    text: '[[package]]\nname = "Django"\nversion = "4.2.1"\ncategory = "main"\n\n[package.dependencies]\nasgiref = ">=3"\n\n[[package]]\nname = "tox"\nversion = "4.0"\ncategory = "dev"\n',
    packages: ['1 django 4.2.1', '9 tox 4.0 dev'],
  },
  {
    path: 'uv.lock',
    text: 'version = 1\n\n[[package]]\nname = "app"\nversion = "0.1.0"\nsource = { editable = "." }\n\n[[package]]\nname = "anyio"\nversion = "4.0.0"\nsource = { registry = "https://pypi.org/simple" }\n',
    packages: ['8 anyio 4.0.0'],
  },
  { path: 'gradle.lockfile', text: '# comment\norg.x:y:1.0=compileClasspath\nempty=\n', packages: ['2 org.x:y 1.0'] },
  { path: 'go.sum', text: 'github.com/a/b v1.0.0 h1:x\n', packages: [] },
  {
    path: 'Cargo.lock',
    text: '[[package]]\nname = "app"\nversion = "0.1.0"\n\n[[package]]\nname = "serde"\nversion = "1.0.200"\nsource = "registry+x"\n',
    packages: ['5 serde 1.0.200'],
  },
  {
    path: 'composer.lock',
    text: '{"packages": [\n{"name": "Laravel/framework", "version": "v10.1.0", "license": ["MIT"]}],\n"packages-dev": [\n{"name": "a/b", "version": "1.0"}]}',
    packages: ['2 laravel/framework 10.1.0 MIT', '4 a/b 1.0 dev'],
  },
  {
    path: 'Gemfile.lock',
    text: 'GEM\n  remote: https://rubygems.org/\n  specs:\n    nokogiri (1.15.0-x86_64-linux)\n      racc (~> 1.4)\n    rack (2.2.4)\n\nDEPENDENCIES\n  rack\n',
    packages: ['4 nokogiri 1.15.0', '6 rack 2.2.4'],
  },
  {
    path: 'packages.lock.json',
    text: '{"version": 1, "dependencies": {"net8.0": {\n"Npgsql": {"type": "Direct", "resolved": "8.0.1"}}}}',
    packages: ['2 Npgsql 8.0.1'],
  },
  {
    path: 'mix.lock',
    text: '%{\n  "phoenix": {:hex, :phoenix, "1.7.2", "abc", [:mix], []},\n  "fork": {:git, "https://x", "abc", []},\n}\n',
    packages: ['2 phoenix 1.7.2'],
  },
  {
    path: 'pubspec.lock',
    text: 'packages:\n  http:\n    dependency: "direct main"\n    source: hosted\n    version: "1.1.0"\nsdks:\n  dart: ">=3.0.0"\n',
    packages: ['2 http 1.1.0'],
  },
  {
    path: 'Package.resolved',
    text: '{"pins": [\n{"identity": "vapor", "location": "https://github.com/vapor/vapor.git", "state": {"version": "4.83.1"}}], "version": 2}',
    packages: ['2 vapor/vapor 4.83.1'],
  },
];
