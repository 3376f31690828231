import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { analyzeSources } from '../../support/analyzeSources';
import { rowsOf } from './rowsOf';

describe('ways that are certain', () => {
  it('tells one way of a file for each purpose, and none for a part or a kind of it', async () => {
    const justfile =
      'test:\n    cargo test --all\n\ntest-quine:\n    cargo run -- quine\n\ninstall:\n    cargo install -f just\n\npublish:\n    ./publish\n';
    assert.deepEqual(await rowsOf({ justfile }), ['test: `just test` (`cargo test --all`)']);
    assert.deepEqual(
      await rowsOf({ Makefile: 'test:\n\tpytest\n\ni18n-format:\n\tx\n\ninstall:\n\tpip install .\n' }),
      ['test: `make test` (`pytest`)'],
    );
    assert.deepEqual(await rowsOf({ Makefile: 'install:\n\tpip install -e .\n\nrun:\n\tflask run\n' }), [
      'set up: `make install` (`pip install -e .`)',
      'run: `make run` (`flask run`)',
    ]);
  });

  it('takes the start of a server of the tests for no way to run', async () => {
    const test = 'test: start-server\n\tvendor/bin/phpunit\n';
    assert.deepEqual(await rowsOf({ Makefile: `start-server: stop\n\tnode tests/server.js &\n\n${test}` }), [
      'test: `make test` (`vendor/bin/phpunit`)',
    ]);
    assert.deepEqual(await rowsOf({ Makefile: `start-server:\n\tcups serve\n\n${test}` }), [
      'test: `make test` (`vendor/bin/phpunit`)',
    ]);
    assert.equal((await rowsOf({ Makefile: 'start-server:\n\tcups serve\n\ntest:\n\tphpunit\n' })).length, 2);
  });

  it('takes the bare word of make for a build where its first target is no check', async () => {
    const built = async (Makefile: string): Promise<boolean> =>
      (await rowsOf({ 'CONTRIBUTING.md': '```\nmake\n```\n', Makefile })).includes('build: `make`');
    assert.equal(await built('it: cs stan test\n\nassets:\n\tyarn\n'), false);
    assert.equal(await built('help:\n\t@echo x\n\ncups:\n\tcc -o cups a.c\n'), false);
    assert.equal(await built('cups:\n\tcc -o cups a.c\n\ntest:\n\t./test\n'), true);
  });

  it('tests all members of a workspace of which some are chosen to be built', async () => {
    const rows = await rowsOf({
      'Cargo.toml': '[workspace]\nmembers = ["crates/*"]\ndefault-members = ["crates/cups"]\n',
      'crates/cups/Cargo.toml': '[package]\nname = "cups"\n',
      'crates/cups/src/lib.rs': 'pub fn wash() {}\n',
    });
    assert.deepEqual(rows, ['build: `cargo build`', 'test: `cargo test --workspace`']);
  });

  it('takes what makes a place to work in, and the name of make in a sentence, for no build', async () => {
    const env = 'build:\n\tvirtualenv venv\n\tvenv/bin/pip install -e .\n';
    assert.deepEqual(await rowsOf({ Makefile: env, 'a.py': 'a = 1\n' }), []);
    const guide = (line: string): Record<string, string> => ({
      'CONTRIBUTING.md': `${line}\n`,
      Makefile: 'cups:\n\tcc -o cups cups.c\n',
    });
    assert.deepEqual(await rowsOf(guide('Run any make command - `make` fills in the settings.')), []);
    assert.deepEqual(await rowsOf(guide('To build it run `make`.')), ['build: `make`']);
  });

  it('runs no tests of Meson that an option may leave out', async () => {
    const rows = async (meson: string): Promise<string[]> =>
      await rowsOf({ 'meson.build': `project('cups', 'c')\n${meson}`, 'cups.c': 'int a;\n' });
    const build = 'build: `meson setup build && meson compile -C build`';
    assert.deepEqual(await rows("if get_option('tests')\n  if x\n  endif\n  test('cups', exe)\nendif\n"), [build]);
    assert.deepEqual(await rows("if get_option('docs')\n  x = 1\nendif\ntest('cups', exe)\n"), [
      build,
      'test: `meson test -C build`',
    ]);
  });

  it('builds with the tool that runs the tests', async () => {
    const files = {
      'configure.ac': 'AC_INIT([cups], [1])\n',
      'Makefile.am': 'lib_LTLIBRARIES = libcups.la\n',
      'cups.c': 'int a;\n',
    };
    const rows = await rowsOf({ ...files, 'CMakeLists.txt': 'project(cups)\nenable_testing()\n' });
    assert.deepEqual(rows, [
      'build: `cmake -B build && cmake --build build`',
      'build: `autoreconf -i && ./configure && make`',
      'test: `ctest --test-dir build`',
    ]);
    const other = { 'CMakeLists.txt': 'project(cups)\n', 'Makefile.am': 'TESTS = cups_test\n' };
    assert.match((await rowsOf({ ...files, ...other }))[0] ?? '', /autoreconf/);
  });

  it('takes no target that makes an image for the build of the whole', async () => {
    const files = { 'autogen.sh': 'autoreconf -i\n', 'configure.ac': 'AC_INIT([cups], [1])\n', 'cups.c': 'int a;\n' };
    const rows = await rowsOf({ ...files, Makefile: 'build:\n\tdocker build -t cups .\n' });
    assert.equal(rows[0], 'build: `./autogen.sh && ./configure && make`');
  });

  it('takes a target that asks for checks and a build alone for no way to run', async () => {
    const others = 'fmt:\n\tgofmt -w .\n\nbuild:\n\tgo build ./...\n';
    const first = async (text: string): Promise<string | undefined> =>
      (await rowsOf({ Makefile: `${text}\n${others}` })).find((row) => row.startsWith('run'));
    assert.equal(await first('dev: fmt build\n'), undefined);
    assert.equal(await first('dev: fmt build serve\n\nserve:\n\t./cups\n'), 'run: `make dev` (`make fmt build serve`)');
  });

  it('shows no step of several as what a command does', async () => {
    assert.deepEqual(await rowsOf({ Makefile: 'run:\n\tdocker network create a\n\tdocker run a\n' }), [
      'run: `make run`',
    ]);
    assert.deepEqual(await rowsOf({ Makefile: 'test: build\ntest: unit\nunit:\n\tgo test ./...\n' }), [
      'test: `make test`',
    ]);
  });

  it('reads of a task what it runs, and not what it reads or needs', async () => {
    const nested =
      "tasks:\n  lint:\n    cmds:\n      - cmd: 'test -z x'\n        silent: true\n      - golangci-lint run\n  test:\n    cmd: go test\n";
    assert.deepEqual(await rowsOf({ 'Taskfile.yml': nested }), ['test: `task test` (`go test`)', 'lint: `task lint`']);
    const task =
      "tasks:\n  test:\n    deps:\n      - gen\n    sources:\n      - '**/*.go'\n    cmds:\n      - go test ./...\n";
    assert.deepEqual(await rowsOf({ 'Taskfile.yml': task }), ['test: `task test` (`go test ./...`)']);
  });

  it('knows the tasks that libraries of Ruby bring', async () => {
    assert.deepEqual(await rowsOf({ Rakefile: 'Rake::TestTask.new(:test) do |t|\nend\nRuboCop::RakeTask.new\n' }), [
      'test: `rake test`',
      'lint: `rake rubocop`',
    ]);
  });

  it('types tasks of a file that a Rakefile takes in where that lies', async () => {
    const tasks = { Rakefile: "import 'tasks/spec.rake'\n", 'tasks/spec.rake': 'RSpec::Core::RakeTask.new\n' };
    assert.deepEqual(await rowsOf(tasks), ['test: `rake spec`']);
  });

  it('takes what only looks at the form for no formatting', async () => {
    const tested = 'test: `npm run test` (`mocha`)';
    const script = (text: string, name = 'format') =>
      rowsOf({ 'package.json': `{"scripts": {"${name}": "${text}", "test": "mocha"}}` });
    assert.deepEqual(await script('prettier --cache .', 'prettier'), [tested]);
    assert.deepEqual(await script('prettier --list-different .'), [tested]);
    assert.deepEqual(await script('prettier -c src'), [tested]);
    const formatted = 'format: `npm run format` (`prettier --write .`)';
    assert.deepEqual(await script('prettier --write .'), [tested, formatted]);
    const justfile = 'test:\n    ninja check\n\nfmt:\n    ninja check:format\n';
    assert.deepEqual(await rowsOf({ justfile }), ['test: `just test` (`ninja check`)']);
  });

  it('builds no solution with the tool of .NET that has projects in the old form', async () => {
    const solution = (project: string) =>
      rowsOf({ 'Shop.sln': '', 'src/A.csproj': project, 'src/a.cs': 'class A {}\n' });
    const framework = (tag: string, version: string) =>
      `<Project><PropertyGroup><${tag}>${version}</${tag}></PropertyGroup></Project>\n`;
    assert.deepEqual(await solution(framework('TargetFrameworkVersion', 'v4.8')), []);
    assert.deepEqual(await solution(framework('TargetFramework', 'net8.0')), ['build: `dotnet build`']);
  });

  it('runs no plugin that others start, and types nothing in folders of settings', async () => {
    const manifest = (name: string) => `module cups\n\ngo 1.22\n\nrequire ${name} v2.0.0\n`;
    const rows = (name: string) =>
      rowsOf({ 'go.mod': manifest(name), 'main.go': 'package main\n', '.teamcity/Makefile': 'test:\n\tmvn test\n' });
    assert.deepEqual(await rows('github.com/hashicorp/terraform-plugin-sdk/v2'), ['build: `go build ./...`']);
    assert.deepEqual(await rows('github.com/cups/tea'), ['run: `go run .`', 'build: `go build ./...`']);
  });

  it('tells no script that does nothing, and no image that is built to look at', async () => {
    assert.deepEqual(await rowsOf({ 'package.json': '{"scripts": {"build": "", "test": ""}}' }), []);
    // It starts itself without end.
    assert.deepEqual(await rowsOf({ 'package.json': '{"scripts": {"test": "npm run test"}}' }), []);
    // What makes something ready is told where its recipe is read.
    assert.deepEqual(await rowsOf({ justfile: 'setup-all *args: (run-tags "setup" args)\n' }), []);
    assert.deepEqual(await rowsOf({ Makefile: 'test:\n\tdocker build . -t cups\n\tdocker run --rm cups\n' }), []);
  });

  it('takes what only lints for no test', async () => {
    assert.deepEqual(
      await rowsOf({ 'package.json': '{"scripts": {"test": "npm run eslint && npm run stylelint"}}' }),
      [],
    );
    assert.deepEqual(await rowsOf({ 'package.json': '{"scripts": {"test": "xo && ava"}}' }), [
      'test: `npm run test` (`xo && ava`)',
    ]);
  });

  it('types the scripts of the manager that the manifest names, and those of an environment as it is for', async () => {
    const named = '{"packageManager": "pnpm@9.1.0", "scripts": {"test": "vitest"}}';
    assert.deepEqual(await rowsOf({ 'package.json': named }), ['test: `pnpm run test` (`vitest`)']);
    const hatch = '[tool.hatch.envs.test.scripts]\nrun = "pytest"\n[tool.hatch.envs.default.scripts]\nrun = "app"\n';
    assert.deepEqual(await rowsOf({ 'pyproject.toml': hatch }), [
      'run: `hatch run run` (`app`)',
      'test: `hatch run test:run` (`pytest`)',
    ]);
  });

  it('builds nothing of Go that takes in what is made before', async () => {
    const main = 'package main\n\n//go:embed all:dist web/*.html\nvar files embed.FS\n';
    const project = { 'go.mod': 'module a\n', 'main.go': main, 'web/a.html': '' };
    assert.deepEqual(await rowsOf(project), []);
    assert.deepEqual(await rowsOf({ ...project, 'dist/.gitkeep': '' }), ['run: `go run .`', 'build: `go build ./...`']);
    const plain = { ...project, 'main.go': main.replace('all:', ''), 'dist/.gitkeep': '' };
    assert.deepEqual(await rowsOf(plain), []);
  });

  it('names the solution beside a project, and runs none of several programs', async () => {
    assert.deepEqual(await rowsOf({ 'Shop.slnx': '<Solution />', 'Build.csproj': '<Project />' }), [
      'build: `dotnet build Shop.slnx`',
    ]);
    const crate = { 'Cargo.toml': '[package]\nname = "a"\n', 'src/main.rs': '' };
    assert.ok((await rowsOf(crate)).includes('run: `cargo run`'));
    assert.ok(!(await rowsOf({ ...crate, 'src/bin/b.rs': '' })).includes('run: `cargo run`'));
    const whole = { ...crate, 'Cargo.toml': '[workspace]\nmembers = ["b"]\n[package]\nname = "a"\n' };
    assert.ok((await rowsOf(whole)).includes('test: `cargo test --workspace`'));
    const app = { ...crate, 'src/a.rs': 'fn a() {}\n'.repeat(40), 'app/lib/main.dart': 'void main() {}\n'.repeat(40) };
    assert.deepEqual(await rowsOf(app), []);
  });

  it('runs the tests of PHP with what is asked for', async () => {
    const files = (asked: string) => ({ 'composer.json': `{"require-dev": {"${asked}": "^3"}}`, 'phpunit.xml': '' });
    assert.deepEqual(await rowsOf(files('phpunit/phpunit')), ['test: `vendor/bin/phpunit`']);
    assert.deepEqual(await rowsOf(files('pestphp/pest')), ['test: `vendor/bin/pest`']);
    assert.deepEqual(await rowsOf(files('symfony/phpunit-bridge')), []);
  });

  it('takes a script that only says where to go for no way', async () => {
    const told = (run: string) => rowsOf({ 'package.json': JSON.stringify({ scripts: { dev: run, test: 'vitest' } }) });
    const test = 'test: `npm run test` (`vitest`)';
    assert.deepEqual(await told(`node -e "console.warn('Gone. Use task dev')"`), [test]);
    assert.equal((await told(`node -e "console.log(1); require('./dev')"`)).length, 2);
    assert.deepEqual(await told('vitest --coverage --ui'), [test]);
  });

  it('lets projects that tests read stop nothing, and knows scripts by their usual names', async () => {
    const app = 'Fixtures/App/App.xcodeproj/project.pbxproj';
    const swift = { 'Package.swift': 'let package = Package(name: "A")\n', 'Sources/A/A.swift': 'struct A {}\n' };
    const icon = { [app]: '// !$*UTF8*$!\n', 'Fixtures/App/AppDelegate.swift': 'class AppDelegate {}\n' };
    assert.deepEqual(await rowsOf({ ...swift, ...icon }), ['build: `swift build`']);
    assert.deepEqual(await rowsOf({ 'script/test': '#!/bin/sh\nrun\n', 'a.rb': 'a\n' }), ['test: `script/test`']);
  });

  it('takes what only packs or serves pages for a part of a server in another language', async () => {
    const scripts = { start: 'npm-run-all --parallel watch:viz webpack-dev-server', build: 'npm run clean && webpack' };
    const titleOf = async (given: object) =>
      (
        await analyzeSources([commandsAnalyzer], {
          'pyproject.toml': '[project]\nname = "cups"\n',
          'package.json': JSON.stringify({ scripts: { ...scripts, ...given } }),
          Makefile: 'start:\n\tnpm run start\n\ntest:\n\tpytest\n',
        })
      ).findings[0]?.title;
    assert.equal(await titleOf({}), 'Test with make test');
    const chain = { start: 'npm run development', development: 'npm run pages', pages: 'webpack --watch' };
    assert.equal(await titleOf(chain), 'Test with make test');
    assert.match((await titleOf({ start: 'concurrently "node api.js" "vite"' })) ?? '', /^Run with make start/);
  });

  it('takes what packs pages for a part where most of the code is in a language that another tool builds', async () => {
    const files = (server: number, pages: number) => ({
      'src/Cups.sln': '',
      'src/Cups/Cup.cs': 'class Cup {}\n'.repeat(server),
      'pages/cup.ts': 'const cup = {};\n'.repeat(pages),
      'package.json': '{"scripts": {"build": "webpack --config pages/webpack.config.js"}}',
    });
    const row = 'build: `npm run build` (`webpack --config pages/webpack.config.js`)';
    assert.deepEqual(await rowsOf(files(60, 40)), ['build: `dotnet build src/Cups.sln`', row]);
    assert.deepEqual(await rowsOf(files(40, 60)), [row]);
  });

  it('tells how the larger language is tested before what a script tests', async () => {
    const files = {
      'package.json': '{"scripts": {"test": "jest"}}',
      'tests/conftest.py': 'x = 1\n',
      'a.js': 'a();\n'.repeat(9),
    };
    assert.deepEqual(await rowsOf({ ...files, 'a/b.py': 'b()\n'.repeat(20) }), [
      'test: `pytest`',
      'test: `npm run test` (`jest`)',
    ]);
    assert.deepEqual(await rowsOf({ ...files, 'a/b.py': 'b()\n' }), ['test: `npm run test` (`jest`)']);
  });

  it('finds the tests that lie in a package', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "a"\n[dependency-groups]\ndev = ["pytest"]\n',
      'a/b.py': 'b()\n',
    };
    assert.deepEqual(await rowsOf({ ...files, 'a/tests/conftest.py': 'x = 1\n' }), ['test: `pytest`']);
    assert.deepEqual(await rowsOf({ ...files, 'docs/tests/conftest.py': 'x = 1\n' }), []);
  });

  it('makes what makes the build of C before it', async () => {
    const files = { 'autogen.sh': 'autoreconf\n', 'configure.ac': 'AC_INIT\n', 'a.c': 'int main() {}\n' };
    assert.deepEqual(await rowsOf(files), ['build: `./autogen.sh && ./configure && make`']);
    assert.deepEqual(await rowsOf({ ...files, configure: '#!/bin/sh\n' }), ['build: `./configure && make`']);
    const bare = { 'configure.ac': 'AC_INIT\n', 'Makefile.am': 'bin_PROGRAMS = a\n', 'a.c': 'int main() {}\n' };
    assert.deepEqual(await rowsOf(bare), ['build: `autoreconf -i && ./configure && make`']);
  });

  it('types tasks of mise at the top', async () => {
    const task = '#!/bin/sh\nswift test\n';
    assert.deepEqual(await rowsOf({ '.mise/tasks/test': task }), ['test: `mise run test` (`swift test`)']);
    assert.deepEqual(await rowsOf({ '.config/mise.toml': '[tasks]\nbuild = "make"\n' }), [
      'build: `mise run build` (`make`)',
    ]);
  });

  it('cites the line that shows what the usual command starts', async () => {
    const placesOf = async (files: Readonly<Record<string, string>>): Promise<string[]> => {
      const { findings } = await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], files);
      const told = findings.find(({ rule }) => rule === 'commands/how-to');
      return (told?.evidence ?? []).map((one) => `${one.path}:${one.startLine}`);
    };
    const files = { 'Cargo.toml': '[package]\nname = "cups"\n', 'src/main.rs': 'use std::fs;\n\nfn main() {}\n' };
    assert.deepEqual(await placesOf(files), ['src/main.rs:3', 'Cargo.toml:1']);
    const tests = { 'tests/conftest.py': 'import os\n\nimport pytest\n' };
    assert.deepEqual(await placesOf(tests), ['tests/conftest.py:3']);
    const solution = {
      'Cups.sln': '\uFEFF\nMicrosoft Visual Studio Solution File, Format Version 12.00\n',
      'src/A.cs': 'class A {}\n',
    };
    assert.deepEqual(await placesOf(solution), ['Cups.sln:2']);
  });

  it('reads of tox what all environments test with, and no scripts of a manifest that is not there', async () => {
    const tox =
      '[tox]\nenvlist = py312\n\n[testenv]\ndeps = pytest\ncommands =\n    pytest --ds=cups.settings {posargs}\n\n[testenv:eslint]\ncommands =\n    npm run lint\n';
    const files = { 'tox.ini': tox, 'pytest.ini': '[pytest]\n', 'cups/a.py': 'a = 1\n' };
    assert.deepEqual(await rowsOf(files), ['test: `tox` (`pytest --ds=cups.settings {posargs}`)']);
    const dev = `${tox}\n[testenv:dev]\nusedevelop = true\ncommands =\n    python --version\n`;
    assert.deepEqual(await rowsOf({ ...files, 'tox.ini': dev }), [
      'test: `tox` (`pytest --ds=cups.settings {posargs}`)',
    ]);
    const several =
      '[testenv:tests]\ncommands =\n    coverage erase\n    # all\n    pytest -vv \\\n      --cov\n    coverage report\n[testenv:lint:js]\ncommands = jshint cups\n';
    assert.deepEqual(await rowsOf({ 'tox.ini': several, 'cups/a.py': 'a = 1\n' }), ['test: `tox -e tests`']);
    const hatch = '[tool.hatch.envs.lint.scripts]\njs = "jshint cups"\ncheck = ["js", "ruff check"]\n';
    assert.deepEqual(await rowsOf({ 'pyproject.toml': hatch, 'pytest.ini': '[pytest]\n', 'cups/a.py': 'a = 1\n' }), [
      'test: `pytest`',
      'lint: `hatch run lint:check` (`js && ruff check`)',
    ]);
    const bare = { 'tox.ini': '[testenv]\ncommands = echo\n', 'pytest.ini': '[pytest]\n', 'cups/a.py': 'a = 1\n' };
    assert.deepEqual(await rowsOf(bare), ['test: `pytest`']);
  });

  it('starts the pages of Tauri in their window, and unit tests before those of the whole', async () => {
    const scripts = { dev: 'vite', build: 'tsc && vite build', tauri: 'tauri' };
    const files = { 'package.json': JSON.stringify({ scripts }), 'pnpm-lock.yaml': '', 'src/a.ts': 'a();\n' };
    assert.deepEqual(await rowsOf({ ...files, 'src-tauri/tauri.conf.json': '{}' }), [
      'run: `pnpm run tauri dev`',
      'build: `pnpm run tauri build`',
    ]);
    assert.match((await rowsOf(files))[0] ?? '', /^run: `pnpm run dev`/);
    assert.deepEqual(await rowsOf({ Makefile: 'e2e:\n\tcups e2e\n\nunittest:\n\tgo test ./...\n' }), [
      'test: `make unittest` (`go test ./...`)',
    ]);
    const targets = 'acceptance-test:\n\tcups accept\n\nunit-test:\n\tcups unit\n';
    assert.deepEqual(await rowsOf({ Makefile: targets }), ['test: `make unit-test` (`cups unit`)']);
  });

  it('takes scripts at the top that a pipeline starts before what is usual for a solution', async () => {
    const workflow = 'name: CI\njobs:\n  a:\n    steps:\n      - run: ./build.sh --backend\n      - run: ./test.sh\n';
    const files = {
      'src/Cups.sln': '',
      'src/Cups/Cup.cs': 'class Cup {}\n',
      'build.sh': '#!/bin/sh\n',
      'test.sh': '#!/bin/sh\n',
    };
    const rows = await rowsOf({ ...files, '.github/workflows/ci.yml': workflow });
    assert.deepEqual(rows.slice(0, 1), ['build: `./build.sh`']);
    assert.ok(rows.includes('test: `./test.sh`'));
    const other = {
      'ci/pytest.ini': '',
      runtests: '#!/bin/sh\n',
      '.github/workflows/ci.yml': workflow.replace('test.sh', 'runtests'),
    };
    assert.ok((await rowsOf(other)).includes('test: `./runtests`'));
    assert.deepEqual((await rowsOf(files)).slice(0, 1), ['build: `dotnet build src/Cups.sln`']);
  });

  it('types no words of Django to a script of Flask, though another part asks for Django', async () => {
    const files = (code: string): Record<string, string> => ({
      'requirements.txt': 'flask==2.0.0\ndjango==4.2.0\n',
      'manage.py': code,
      'cups/a.py': 'a = 1\n',
    });
    const django = 'from django.core.management import execute_from_command_line\n';
    assert.ok((await rowsOf(files(django))).some((row) => row.includes('manage.py runserver')));
    assert.deepEqual(await rowsOf(files('from flask_script import Manager\n')), []);
  });
});
