import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { analyzeSources } from '../../support/analyzeSources';

type Files = Readonly<Record<string, string>>;

async function howTo(files: Files): Promise<{ readonly title: string; readonly rows: readonly string[] }> {
  const { findings } = await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], files);
  const told = findings.find(({ rule }) => rule === 'commands/how-to');
  const rows = [...(told?.content ?? '').matchAll(/^\| ([\w-]+) \| `([^`]+)`.*?\| (usual with )?`([^`]+)` \|$/gm)].map(
    ([, purpose, run, usual, place]) => `${purpose}: ${run} (${usual ?? ''}${place})`,
  );
  return { title: told?.title ?? '', rows };
}

const solution = {
  'Cups.sln': 'Microsoft Visual Studio Solution File\n',
  'src/Cups/Cups.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
  'src/Cups/Cup.cs': 'namespace Cups;\npublic class Cup {}\n',
  'tests/Cups.Tests/Cups.Tests.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>\n',
};

describe('how a guide says to build and to test', () => {
  it('is read behind any prompt of a shell, for a Makefile that only hands its targets on', async () => {
    const files = {
      'README.md': 'Cups\n---\n\nIt is as simple as:\n\n    % make\n',
      INSTALL: 'Test it using:\n\n    % make test\n',
      Makefile: '.DEFAULT:\n\t$(MAKE) -C src $@\n',
      'src/Makefile': 'all:\n\tcc cups.c\n',
      'src/cups.c': 'int main(void) { return 0; }\n',
    };
    assert.deepEqual((await howTo(files)).rows, ['build: make (README.md:6)', 'test: make test (INSTALL:3)']);
  });

  it('is read before a comment, and goes before a builder that the guide does not name', async () => {
    const files = {
      INSTALL: 'Cups\n\n\t$ make ;# builds it at home\n',
      Makefile: 'cups: cups.c\n\tcc -o cups cups.c\n',
      'meson.build': "project('cups', 'c')\n",
      'cups.c': 'int main(void) { return 0; }\n',
    };
    assert.equal((await howTo(files)).rows[0], 'build: make (INSTALL:3)');
    const said = { ...files, INSTALL: 'Cups\n\nNormally you can just do "make" followed by others.\n' };
    assert.equal((await howTo(said)).rows[0], 'build: make (INSTALL:3)');
  });

  it('goes before what is usual with the tool, by a script of the project or by a command of the tool', async () => {
    const sentence =
      '# Contributing\n\n## Building\n\nRun the script `Make it`.\nRun the script `Build.ps1` from a shell.\n';
    const files = { ...solution, 'CONTRIBUTING.md': sentence, 'Build.ps1': 'dotnet build\n' };
    assert.deepEqual((await howTo(files)).rows, [
      'build: ./Build.ps1 (CONTRIBUTING.md:6)',
      'test: dotnet test (usual with Cups.sln)',
    ]);
    const both = `${sentence}\n\`\`\`\n./build.sh\n\`\`\`\n`;
    assert.equal(
      (await howTo({ ...files, 'CONTRIBUTING.md': both, 'build.sh': 'dotnet build\n' })).rows[0],
      'build: ./build.sh (CONTRIBUTING.md:9)',
    );
    const { 'Build.ps1': _, ...without } = files;
    assert.equal((await howTo(without)).rows[0], 'build: dotnet build (usual with Cups.sln)');
    const block = '# Cups\n\nTo build:\n\n    dotnet build src/Cups/Cups.csproj\n    dotnet test\n';
    assert.deepEqual((await howTo({ ...solution, 'README.md': block })).rows, [
      'build: dotnet build src/Cups/Cups.csproj (README.md:5)',
      'test: dotnet test (README.md:6)',
    ]);
  });

  it('starts a script of the project with a word, and is told once where a manifest says the same', async () => {
    const guide = '# Contributing\n\n1. Run `./make.js test` to try it out.\n2. Type `./other.js test`.\n';
    const files = { 'CONTRIBUTING.md': guide, 'make.js': 'start();\n' };
    assert.deepEqual((await howTo(files)).rows, ['test: ./make.js test (CONTRIBUTING.md:3)']);
    const pages = {
      'composer.json': '{ "name": "shop/cups" }',
      'cups.php': `<?php\n${'cup();\n'.repeat(40)}`,
      'package.json': '{ "scripts": { "build": "sass a.scss a.css" } }',
      'README.md': '```\nnpm run build\n```\n',
    };
    assert.deepEqual(
      (await howTo(pages)).rows.map((row) => row.slice(0, 20)),
      ['build: npm run build'],
    );
  });

  it('takes neither what stands below other headings, nor what a sentence speaks against, nor what a part is built by', async () => {
    const of = async (text: string): Promise<string | undefined> =>
      (await howTo({ ...solution, 'README.md': text })).rows[0];
    const usual = 'build: dotnet build (usual with Cups.sln)';
    assert.equal(await of('# Cups\n\n## Docker\n\n```\ndotnet build -c Release\n```\n'), usual);
    assert.equal(await of('# Cups\n\nDo not run `dotnet build -c Release` here.\n'), usual);
    assert.equal(await of('# Cups\n\n```\ncd src/Cups\ndotnet build -c Release\n```\n'), usual);
    assert.equal(
      await of('# Cups\n\n```\ndotnet build -c Release\n```\n'),
      'build: dotnet build -c Release (README.md:4)',
    );
  });

  it('says below a heading of containers how to run it, and not how to build it', async () => {
    const compose = { 'compose.yaml': 'services:\n  cups:\n    build: .\n' };
    const guide = '# Cups\n\n## Docker\n\n```\ndocker compose up\ndotnet build -c Release\n```\n';
    const { rows } = await howTo({ ...solution, ...compose, 'README.md': guide });
    assert.deepEqual(rows.slice(0, 2), [
      'run: docker compose up (README.md:6)',
      'build: dotnet build (usual with Cups.sln)',
    ]);
  });

  it('is asked only where no file declares it', async () => {
    const files = { 'README.md': '```\ncargo build --release\n```\n', 'Cargo.toml': '[package]\nname = "cups"\n' };
    const code = { 'src/lib.rs': 'pub fn cup() {}\n' };
    assert.equal((await howTo({ ...files, ...code })).rows[0], 'build: cargo build --release (README.md:2)');
    const { rows } = await howTo({ ...files, ...code, Makefile: 'build:\n\tcargo build\n' });
    assert.equal(rows[0], 'build: make build (Makefile:1)');
  });
});

describe('what packs the pages of a server', () => {
  it('is how to build where a guide says so and nothing else builds', async () => {
    const files = {
      'package.json': '{"scripts": {"build": "encore production"}}',
      'composer.json': '{"scripts": {"test": "phpunit"}}',
      'src/Cup.php': '<?php\nclass Cup {}\n',
    };
    assert.equal((await howTo(files)).title, 'Test with composer test');
    const guide = { 'README.md': '```\nyarn install\nyarn build\n```\n' };
    assert.equal((await howTo({ ...files, ...guide })).title, 'Build with yarn build, test with composer test');
    const go = {
      'go.mod': 'module example.org/cups\n',
      'a.go': 'package cups\n',
      'package.json': files['package.json'],
    };
    assert.equal((await howTo({ ...go, ...guide })).title, 'Build with go build ./...');
  });
});

describe('which of several commands is told first', () => {
  it('takes of two files of tasks the one that guides and pipelines name', async () => {
    const files = {
      Makefile: 'test:\n\ttox\n\nlint:\n\ttox -e lint\n',
      justfile: 'test:\n    pytest\n\nlint:\n    ruff check\n',
      'cups/a.py': 'x = 1\n',
    };
    assert.match((await howTo(files)).title, /make test/);
    const guide = { 'CONTRIBUTING.md': '```sh\njust lint\n```\n' };
    assert.match((await howTo({ ...files, ...guide })).title, /^Test with just test/);
    const both = { 'README.md': '```sh\nmake test\n```\n' };
    assert.match((await howTo({ ...files, ...guide, ...both })).title, /make test/);
  });

  it('says in the title that only parts have what the whole has no command for', async () => {
    const part = (name: string): Files => ({
      [`${name}/package.json`]: '{"scripts": {"start": "node a.js", "build": "rollup -c", "test": "mocha"}}',
      [`${name}/a.js`]: 'x\n',
    });
    const files = { 'package.json': '{"scripts": {"lint": "eslint ."}}', ...part('client'), ...part('server') };
    assert.equal((await howTo(files)).title, 'Run, build and test in client and server, lint with npm run lint');
  });

  it('starts and builds the window of Tauri whatever its pages are packed with', async () => {
    const scripts = { dev: 'run-s icons dev:*', build: 'run-s tsc build:*', tauri: 'tauri' };
    const files = { 'package.json': JSON.stringify({ scripts }), 'src/a.ts': 'x\n', 'src-tauri/tauri.conf.json': '{}' };
    assert.equal((await howTo(files)).title, 'Run with npm run tauri dev, build with npm run tauri build');
  });

  it('takes tests from end to end for a kind of tests', async () => {
    assert.equal((await howTo({ Makefile: 'build:\n\tcc a.c\n\ne2e:\n\t./e2e.sh\n' })).title, 'Build with make build');
  });
});

describe('what comes with builds of C', () => {
  it('builds with Meson, and checks what Automake is told to check', async () => {
    const code = { 'cups.c': 'int a;\n' };
    const { rows } = await howTo({ 'meson.build': "project('cups', 'c')\n", ...code });
    assert.deepEqual(rows, ['build: meson setup build && meson compile -C build (usual with meson.build)']);
    const automake = {
      'configure.ac': 'AC_INIT([cups])\n',
      'Makefile.am': 'bin_PROGRAMS = cups\nTESTS = a.sh\n',
      ...code,
    };
    assert.ok((await howTo(automake)).rows.includes('test: make check (usual with Makefile.am)'));
  });

  it('is told beside a builder whose files nobody reads', async () => {
    const files = { 'CMakeLists.txt': 'project(cups)\n', 'cups.c': 'int a;\n', 'BUILD.bazel': 'cc_library()\n' };
    assert.equal((await howTo(files)).title, 'Build with cmake -B build && cmake --build build');
    assert.equal((await howTo({ 'go.mod': 'module a\n', 'a.go': 'package a\n', 'BUILD.bazel': 'x()\n' })).title, '');
  });
});

describe('how a guide says to run it', () => {
  const app = { 'train.py': 'x = 1\n', 'tests/conftest.py': 'import pytest\n' };
  const runOf = async (guide: string, files: Files = app): Promise<string | undefined> =>
    (await howTo({ ...files, 'README.md': `\`\`\`\n${guide}\n\`\`\`\n` })).rows.find((row) => row.startsWith('run'));

  it('starts a script at the top, with what it is given, and none that makes ready for it', async () => {
    const prepare = { ...app, 'data/prepare.py': 'x = 1\n' };
    assert.equal(
      await runOf('python data/prepare.py\npython train.py settings/small.py', prepare),
      'run: python train.py settings/small.py (README.md:3)',
    );
    assert.equal(await runOf('python data/prepare.py', prepare), undefined);
  });

  it('starts a module that is made to be started', async () => {
    const module = { ...app, 'cups/__main__.py': 'run()\n', 'packs/one.py': 'x = 1\n' };
    assert.equal(await runOf('python -m packs.one\npython3 -m cups', module), 'run: python3 -m cups (README.md:3)');
  });

  it('goes before what is usual with another tool', async () => {
    const both = {
      mvnw: '#!/bin/sh\n# maven\n',
      'pom.xml': '<project>\n<artifactId>shop</artifactId>\n</project>\n',
      gradlew: '#!/bin/sh\n# gradle\n',
      'build.gradle': "plugins {\n  id 'application'\n}\n",
      'src/main/java/A.java': 'class A {}\n',
    };
    assert.equal(await runOf('echo', both), 'run: ./gradlew run (usual with gradlew)');
    assert.equal(await runOf('./mvnw spring-boot:run', both), 'run: ./mvnw spring-boot:run (README.md:2)');
  });

  it('is no target that is called like what it builds', async () => {
    const Makefile =
      'server: ## Build server\n\t$(eval FLAGS += -X)\n\tcd server; go build -o ../bin/cups ./main\n\ntest:\n\tgo test\n';
    assert.deepEqual((await howTo({ Makefile })).rows, ['test: make test (Makefile:5)']);
  });

  it('starts no sample of a library as the way to run it', async () => {
    const files = {
      'CONTRIBUTING.md': '# Cups\n\n## Develop\n\n```sh\n./gradlew :samples:sample-cups:bootRun\n```\n',
      gradlew: '#!/bin/sh\n',
      'build.gradle.kts': 'plugins {\n    `java-library`\n}\n',
      'src/main/java/Cups.java': 'class Cups {}\n',
      'samples/sample-cups/build.gradle.kts': 'plugins {\n    id("org.springframework.boot")\n}\n',
    };
    assert.doesNotMatch((await howTo(files)).title, /Run with/);
  });
});
