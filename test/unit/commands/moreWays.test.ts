import assert from 'node:assert/strict';
import { codeAnalyzer } from '../../../src/engine/genesis/analyzers/code';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import {
  justCommands,
  rakeCommands,
  taskfileCommands,
} from '../../../src/engine/genesis/analyzers/commands/formats/taskFiles';
import { guideForms } from '../../../src/engine/genesis/analyzers/commands/ways/guides/guideForms';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { analyzeSources } from '../../support/analyzeSources';

type Files = Readonly<Record<string, string>>;

async function contentOf(files: Files): Promise<string> {
  const { findings } = await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], files);
  return findings.find(({ rule }) => rule === 'commands/how-to')?.content ?? '';
}

/** `run: flask run (README.md:3)` */
async function rowsOf(files: Files): Promise<string[]> {
  return [...(await contentOf(files)).matchAll(/^\| ([\w-]+) \| `([^`]+)`.*?\| (?:usual with )?`([^`]+)` \|$/gm)].map(
    ([, purpose, run, place]) => `${purpose}: ${run} (${place})`,
  );
}

async function runOf(files: Files): Promise<string | undefined> {
  return (await rowsOf(files)).find((row) => row.startsWith('run: '));
}

describe('two tools at the top', () => {
  it('begins with the one that builds the larger part, and names no tests of the other in the title', async () => {
    const { findings } = await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], {
      gradlew: '#!/bin/sh\n# gradle\n',
      'server/src/main/java/Cup.java': `class Cup {\n${'  int cup() { return 1; }\n'.repeat(20)}}\n`,
      'server/src/test/java/CupTest.java': 'class CupTest {}\n',
      'meson.build': "project('cups', 'c')\n",
      'app/cups.c': 'int wash(void) { return 1; }\n'.repeat(30),
    });
    const told = findings.find(({ rule }) => rule === 'commands/how-to');
    assert.equal(told?.title, 'Build with meson setup build && meson compile -C build');
    assert.match(told?.content ?? '', /^\| test \| `\.\/gradlew test` \|/m);
  });
});

describe('how a guide says to run it', () => {
  it('knows each form by an example', () => {
    for (const { example, pattern } of guideForms) assert.match(example, pattern);
  });

  it('tells a line of the guide where what it names is there and nothing else starts the whole', async () => {
    const files = {
      'README.md': '# Shop\n\n```sh\ngit clone https://example.org/shop.git\ncd shop\nflask run\n```\n',
      'app.py': 'from flask import Flask\napp = Flask(__name__)\n',
      'requirements.txt': 'flask==3.0\n',
      'tests/conftest.py': 'import pytest\n',
    };
    assert.equal(await runOf(files), 'run: flask run (README.md:6)');
    assert.equal(await runOf({ ...files, Makefile: 'run:\n\tflask run\n' }), 'run: make run (Makefile:1)');
    const { 'app.py': _, ...without } = files;
    assert.equal(await runOf(without), undefined);
  });

  it('goes to the folder that the guide goes to, if that is there', async () => {
    const files = {
      'README.md': 'To run it:\n\n\t$ cd shop\n\t$ ./mvnw clean install\n\t$ cd web\n\t$ mvnw spring-boot:run\n',
      mvnw: '#!/bin/sh\n# maven\n',
      'pom.xml': '<project>\n<artifactId>shop</artifactId>\n</project>\n',
      'web/pom.xml': '<project>\n<artifactId>web</artifactId>\n</project>\n',
      'web/src/main/java/A.java': 'class A {}\n',
    };
    assert.equal(await runOf(files), 'run: cd web && ../mvnw spring-boot:run (README.md:6)');
    const { 'web/pom.xml': _, 'web/src/main/java/A.java': __, ...without } = files;
    assert.equal(await runOf({ ...without, 'src/main/java/A.java': 'class A {}\n' }), undefined);
  });

  it('takes services for the program only where one of them is built here, and no line below other headings', async () => {
    const files = (heading: string, service: string): Files => ({
      'README.md': `# Shop\n\n## ${heading}\n\n\`\`\`\ndocker compose up -d\n\`\`\`\n`,
      'compose.yaml': `services:\n  shop:\n    ${service}\n`,
      'shop/a.py': 'print(1)\n',
      'tests/conftest.py': 'import pytest\n',
    });
    assert.equal(await runOf(files('Start', 'build: .')), 'run: docker compose up -d (README.md:6)');
    assert.equal(await runOf(files('Start', 'image: postgres')), undefined);
    assert.equal(await runOf(files('Run the tests', 'build: .')), undefined);
  });
});

describe('ways that a file only half tells', () => {
  it('tests with CTest where the build is told that there are tests', async () => {
    const files = (more: string): Files => ({
      'CMakeLists.txt': `project(cups)\nadd_executable(cups a.c)\n${more}`,
      'a.c': 'int main() { return 0; }\n',
    });
    assert.ok((await rowsOf(files('enable_testing()\n'))).includes('test: ctest --test-dir build (CMakeLists.txt)'));
    const below = (word: string): string => `if(OTHER)\nendif()\nif(${word})\n  enable_testing()\nendif()\n`;
    const isTested = async (text: string): Promise<boolean> =>
      (await rowsOf(files(text))).some((row) => row.startsWith('test: '));
    assert.equal(await isTested(below('WITH_TESTS')), false);
    assert.equal(await isTested(`option(WITH_TESTS "all" ON)\n${below('WITH_TESTS')}`), true);
    assert.equal(await isTested(`option(WITH_TESTS "all" OFF)\n${below('WITH_TESTS')}`), false);
    assert.equal(await isTested(below('BUILD_TESTING')), true);
    assert.ok(!(await rowsOf(files(''))).some((row) => row.startsWith('test')));
  });

  it('builds, tests and runs a program of Scala with its tool', async () => {
    const files = {
      'build.sbt': 'lazy val shop = project.in(file("."))\n',
      'project/plugins.sbt': 'addSbtPlugin("com.github.sbt" % "sbt-native-packager" % "1.9.0")\n',
      'src/main/scala/App.scala': 'object App\n',
      'src/test/scala/AppTest.scala': 'class AppTest\n',
    };
    assert.deepEqual(await rowsOf(files), [
      'run: sbt run (build.sbt)',
      'build: sbt compile (build.sbt)',
      'test: sbt test (build.sbt)',
    ]);
  });

  it('tells no script that has to be given something', async () => {
    const files = (script: string): Files => ({
      'build.sh': script,
      '.github/workflows/ci.yml': 'on: push\njobs:\n  build:\n    runs-on: x\n    steps:\n      - run: ./build.sh\n',
      'composer.json': '{"scripts": {"test": "phpunit"}}',
      'src/A.php': '<?php\nclass A {}\n',
    });
    const asks = '#!/bin/sh\nif [ "$#" -lt 1 ]; then\n  echo "Usage: $0 version"\n  exit 1\nfi\nzip x\n';
    assert.ok(!(await rowsOf(files(asks))).some((row) => row.startsWith('build')));
    assert.ok((await rowsOf(files('#!/bin/sh\nzip x\n'))).some((row) => row.startsWith('build: ./build.sh')));
  });

  it('tells recipes that another file takes in, and none that nobody takes in', async () => {
    const files = {
      Justfile: "import 'tasks/testing.just'\n\nlint:\n    cargo clippy\n",
      'tasks/testing.just': 'run-tests:\n    cargo nextest run\n',
      'tasks/other.just': 'build:\n    cargo build\n',
      'src/lib.rs': 'fn a() {}\n',
    };
    assert.deepEqual(await rowsOf(files), [
      'test: just run-tests (tasks/testing.just:1)',
      'lint: just lint (Justfile:3)',
    ]);
  });

  it('leaves out recipes and tasks that are hidden or have to be given something', () => {
    const names = justCommands(
      '[private]\nsetup:\n    x\n\nrun name:\n    x\n\ntest *args:\n    x\n\nbuild kind="release":\n    x\n',
    ).map(({ name }) => name);
    assert.deepEqual(names, ['test', 'build']);
    const tasks = taskfileCommands(
      'tasks:\n  build:\n    internal: true\n    cmds:\n      - go build\n  test:\n    cmd: go test\n',
    );
    assert.deepEqual(
      tasks.map(({ name }) => name),
      ['test'],
    );
  });

  it('calls a ready task of Ruby by the key of the hash that it is given', () => {
    const names = (text: string): string[] => rakeCommands(text).map(({ name }) => name);
    assert.deepEqual(names('namespace :test do\n  Rake::TestTask.new(schemas: "test:prepare") do |t|\n  end\nend\n'), [
      'test:schemas',
    ]);
    assert.deepEqual(names('Rake::TestTask.new(name: :unit)\nRake::TestTask.new(:web)\nRake::TestTask.new\n'), [
      'unit',
      'web',
      'test',
    ]);
  });

  it('takes neither an audit for a test, nor work on data for a look at code, nor a new migration for moving', async () => {
    const scripts = (of: object): Files => ({ 'package.json': JSON.stringify({ scripts: of }), 'a.js': 'x\n' });
    assert.deepEqual(await rowsOf(scripts({ start: 'node a.js', test: 'snyk test' })), [
      'run: npm run start (package.json:1)',
    ]);
    assert.deepEqual(await rowsOf(scripts({ dev: 'tsx --conditions @shop/source', start: 'node --watch a.js' })), [
      'run: npm run start (package.json:1)',
    ]);
    const tox = '[testenv:lint]\ncommands =\n    ; poetry install\n    ruff check\n';
    assert.match(await contentOf({ 'tox.ini': tox, 'pytest.ini': '[pytest]\n' }), /`tox -e lint` \(`ruff check`\)/);
    const make = 'run:\n\tswift run\n\nanalyze:\n\tswift run Run analyze --limit 1\n\nmigrate:\n\taerich migrate\n';
    assert.deepEqual(await rowsOf({ Makefile: make }), ['run: make run (Makefile:1)']);
  });

  it('shows of the parts those with most of the code, and says that there are more', async () => {
    const part = (name: string, lines: number): Files => ({
      [`packages/${name}/package.json`]: `{"name": "${name}", "scripts": {"build": "rollup -c"}}`,
      [`packages/${name}/src/a.js`]: 'export const a = 1;\n'.repeat(lines),
    });
    const content = await contentOf({
      'package.json': '{"private": true, "workspaces": ["packages/*"], "scripts": {"build": "lerna run build"}}',
      ...part('adapter', 200),
      ...part('bindings', 300),
      ...part('trial', 2),
      ...part('core', 900),
    });
    assert.match(content, /npm run build`[\s\S]*cd packages\/core &&[\s\S]*cd packages\/bindings &&/);
    assert.match(content, /1 more command of a part is not shown here\./);
  });

  it('takes no tasks of what is only shown for those of the product', async () => {
    const files = {
      'src/main.rs': 'fn main() {}\n',
      'Cargo.toml': '[package]\nname = "shop"\n',
      'web/assets/syntaxes/shell/Makefile': 'test:\n\tbash test.sh\n',
    };
    assert.ok(!(await rowsOf(files)).some((row) => row.includes('syntaxes')));
  });
});

describe('what is usual with builders of other languages', () => {
  const own = { 'README.md': '# Cups\n' };
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      'Cabal, whose file says that there are tests',
      {
        'cups.cabal': 'name: cups\n\nlibrary\n  exposed-modules: Cups\n\ntest-suite cups-test\n  main-is: T.hs\n',
        'stack.yaml': 'resolver: lts-22.0\n',
        'src/Cups.hs': 'module Cups where\n',
      },
      ['build: cabal build (cups.cabal)', 'build: stack build (stack.yaml)', 'test: cabal test (cups.cabal)'],
    ],
    [
      'Zig',
      {
        'build.zig': 'pub fn build(b: *std.Build) void {\n  _ = b.step("test", "Run tests");\n}\n',
        'src/main.zig': 'pub fn main() void {}\n',
      },
      ['build: zig build (build.zig)', 'test: zig build test (build.zig)'],
    ],
    [
      'Leiningen',
      {
        'project.clj': '(defproject cups "1.0")\n',
        'src/cups/core.clj': '(ns cups.core)\n',
        'test/cups/core_test.clj': '(ns cups.core-test)\n',
      },
      ['test: lein test (project.clj)'],
    ],
    [
      'Dune',
      { 'dune-project': '(lang dune 3.0)\n', 'src/cups.ml': 'let cups = 1\n', 'test/dune': '(test (name t))\n' },
      ['build: dune build (dune-project)', 'test: dune test (dune-project)'],
    ],
  ];
  for (const [name, files, rows] of cases)
    it(`is told for ${name}`, async () => assert.deepEqual(await rowsOf({ ...own, ...files }), rows));

  it('comes from the one of two wrappers that a guide types, and not from a line for a folder below', async () => {
    const pom = '<project>\n<artifactId>cups</artifactId>\n</project>\n';
    const files = {
      gradlew: '#!/bin/sh\n# gradle\n',
      mvnw: '#!/bin/sh\n# maven\n',
      'pom.xml': pom,
      'src/main/java/Cup.java': 'class Cup {}\n',
    };
    const guide = (line: string): Files => ({ ...files, 'README.md': `# Cups\n\nStart it:\n\n    ${line}\n` });
    assert.deepEqual(await rowsOf(guide('./mvnw spring-boot:run')), [
      'run: ./mvnw spring-boot:run (README.md:5)',
      'build: ./mvnw package (mvnw)',
      'build: ./gradlew build (gradlew)',
    ]);
    assert.deepEqual(await rowsOf(guide('../mvnw spring-boot:run')), [
      'build: ./gradlew build (gradlew)',
      'build: ./mvnw package (mvnw)',
    ]);
  });

  it('is told for the tests of Ruby by what looks after them, and for an application of Flask by its settings', async () => {
    assert.deepEqual(
      await rowsOf({
        Gemfile: 'gem "rspec-rails"\ngem "cucumber-rails"\n',
        'spec/rails_helper.rb': 'require "rspec/rails"\n',
        'features/support/env.rb': 'require "cucumber/rails"\n',
        'lib/cups.rb': 'module Cups\nend\n',
      }),
      ['test: bundle exec rspec (spec/rails_helper.rb)', 'test: bundle exec cucumber (features/support/env.rb)'],
    );
    assert.equal(
      await runOf({ '.flaskenv': 'FLASK_APP=cups.py\n', 'cups.py': 'app = 1\n' }),
      'run: flask run (.flaskenv)',
    );
  });
});

describe('targets by another name than that of what they do', () => {
  const titleOf = async (files: Files): Promise<string | undefined> => {
    const { findings } = await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], files);
    return findings.find(({ rule }) => rule === 'commands/how-to')?.title;
  };

  it('are the tests by the GNU conventions, unless a target is called so', async () => {
    const check = 'check: all\n\t$(MAKE) -C test check\n';
    assert.deepEqual(await rowsOf({ Makefile: check }), ['test: make check (Makefile:1)']);
    assert.deepEqual(await rowsOf({ Makefile: 'check:\n\tcargo clippy\n' }), []);
    assert.deepEqual(await rowsOf({ Makefile: `${check}\ntest:\n\tprove\n` }), ['test: make test (Makefile:4)']);
  });

  it('are said to be of the one package that they start', async () => {
    const scripts = { dev: 'pnpm --filter cups-web dev', build: 'pnpm --filter "./packages/*" build' };
    assert.equal(
      await titleOf({ 'package.json': JSON.stringify({ scripts }), 'pnpm-lock.yaml': '', 'a.js': 'x\n' }),
      'Run cups-web with pnpm run dev, build with pnpm run build',
    );
  });

  it('are none where they start what tests ask, or make what they are called after', async () => {
    assert.deepEqual(
      await rowsOf({ 'package.json': '{"scripts": {"start": "node src/tests/server.mjs"}}', 'src/a.js': 'x\n' }),
      [],
    );
    assert.deepEqual(await rowsOf({ Makefile: 'server: a.cpp\n\t$(CXX) $< -o $@\n', 'a.cpp': 'int a;\n' }), []);
  });

  it('are commands that the repository installs, as guides type them', async () => {
    const guide = { 'README.md': '# Cups\n\n    cups serve\n    plates serve\n' };
    const manifest = '[project]\nname = "cups"\n[project.scripts]\ncups = "cups:main"\n';
    assert.equal(await runOf({ ...guide, 'pyproject.toml': manifest }), 'run: cups serve (README.md:3)');
    assert.equal(await runOf(guide), undefined);
  });

  it('are the environment of tox that is called after the interpreter, where that runs tests', async () => {
    const tox =
      '[tool.tox.env.py]\ncommands = [["pytest", "."]]\n\n[tool.tox.env.flake8]\ncommands = [["flake8", "."]]\n';
    assert.deepEqual(await rowsOf({ 'pyproject.toml': tox, 'cups.py': 'x = 1\n' }), [
      'test: tox -e py (pyproject.toml:1)',
      'lint: tox -e flake8 (pyproject.toml:4)',
    ]);
  });

  it('build the one program of Go, of which a build of all packages keeps nothing', async () => {
    const main = 'package main\n\nfunc main() {}\n';
    const build = async (files: Files): Promise<string | undefined> => {
      const all = { 'go.mod': 'module shop.org/cups\n', ...files };
      const { findings } = await analyzeSources([dependenciesAnalyzer, codeAnalyzer, commandsAnalyzer], all);
      return findings.find(({ rule }) => rule === 'commands/how-to')?.title;
    };
    assert.equal(await build({ 'cmd/main.go': main }), 'Build with go build ./cmd');
    assert.equal(await build({ 'cmd/a/main.go': main, 'cmd/b/main.go': main }), 'Build with go build -o bin/ ./...');
    assert.equal(await build({ 'main.go': main, 'cmd/b/main.go': main }), 'Run with go run ., build with go build .');
    assert.equal(await build({ 'cups.go': 'package cups\n' }), 'Build with go build ./...');
  });

  it('are the one that a guide types, and tests of Meson that a folder below declares', async () => {
    const scripts = { serve: 'node watch.js', start: 'node main.js' };
    const files = { 'package.json': JSON.stringify({ scripts }), 'main.js': 'x\n', 'watch.js': 'x\n' };
    assert.equal(await runOf(files), 'run: npm run serve (package.json:1)');
    assert.equal(
      await runOf({ ...files, 'README.md': '# Cups\n\n```\nnpm start\n```\n' }),
      'run: npm run start (package.json:1)',
    );
    const meson = { 'meson.build': "project('cups', 'c')\nsubdir('tests')\n", 'cups.c': 'int a;\n' };
    assert.deepEqual(
      await rowsOf({ ...meson, 'tests/meson.build': "exe = executable('t', 't.c')\ntest('t', exe)\n" }),
      [
        'build: meson setup build && meson compile -C build (meson.build)',
        'test: meson test -C build (tests/meson.build)',
      ],
    );
    assert.equal((await rowsOf(meson)).length, 1);
  });
});
