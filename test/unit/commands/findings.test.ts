import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { documentedCommands } from '../../../src/engine/genesis/analyzers/commands/documentedCommands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { analyzeSources } from '../../support/analyzeSources';

describe('findings on commands', () => {
  it('takes what one part is built with for no way to build the whole, and what does nothing for no way at all', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'go.mod': 'module a\n',
      'Taskfile.yml': 'tasks:\n  sleepit:build:\n    cmds:\n      - go build ./cmd/sleepit\n',
      'package.json': '{\n"scripts": {\n"dev": "echo skipping",\n"test:unit": "vitest"\n}\n}',
    });
    assert.equal(findings[0]?.title, 'Build with go build ./..., test with npm run test:unit');
  });

  it('takes what is called test for the test, and cites what it names first', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'package.json':
        '{\n"scripts": {\n"setup": "x",\n"check": "biome check",\n"test": "vitest",\n"build": "tsc"\n}\n}',
    });
    assert.equal(findings[0]?.title, 'Build with npm run build, test with npm run test');
    assert.deepEqual(
      findings[0]?.evidence.slice(0, 2).map(({ startLine }) => startLine),
      [6, 5],
    );
  });

  it('tells no environment of tox whose files of requirements are gone', async () => {
    const tox =
      '[tox]\nenvlist = py\n\n[testenv]\ndeps =\n    -r{toxinidir}/requirements.txt\n    mysql: -rmysql.txt\n    coverage\n' +
      'commands = pytest\n\n[testenv:serve]\ncommands =\n    python manage.py runserver\n\n' +
      '[testenv:lint]\ndeps =\n    ruff\ncommands = ruff check\n';
    const titleOf = async (more: Record<string, string>): Promise<string | undefined> =>
      (await analyzeSources([commandsAnalyzer], { 'tox.ini': tox, 'a.py': 'x = 1\n', ...more })).findings.find(
        ({ rule }) => rule === 'commands/how-to',
      )?.title;
    assert.equal(await titleOf({ 'requirements.txt': 'django\n' }), 'Run with tox -e serve, test with tox');
    assert.equal(await titleOf({}), undefined);
  });

  it('takes neither what packs pages, nor a part, nor a placeholder for the way to run the whole', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      artisan: '',
      'package.json':
        '{\n"scripts": {\n"dev": "vite",\n"build": "vite build && vite build --ssr",\n"test": "echo \\"Error: no test specified\\" && exit 1",\n"test:coverage": "c8 vitest"\n}\n}',
      Makefile: 'build-translations:\n\tmsgfmt\n\nserve:\n\t@echo Starting\n\tphp artisan serve\n',
      'docker-compose.yml': 'services:\n  db:\n    image: mysql\n',
      'tox.ini': '[flake8]\n',
    });
    assert.equal(findings[0]?.title, 'Run with make serve, migrate with php artisan migrate');
    assert.match(findings[0]?.content ?? '', /make serve` \(`php artisan serve`\)/);
    assert.doesNotMatch(findings[0]?.content ?? '', /no test|coverage|compose|tox/);
    const part = await analyzeSources([commandsAnalyzer], {
      'extensions/code/package.json': '{\n"scripts": {\n"test": "mocha"\n}\n}',
    });
    assert.deepEqual(part.findings, []);
  });

  it('takes what writes a migration for no way to migrate, and what writes and runs one for such a way', async () => {
    const told = async (files: Record<string, string>): Promise<string | undefined> =>
      (await analyzeSources([commandsAnalyzer], files)).findings[0]?.title;
    const justfile =
      'db-migration MESSAGE:\n    alembic revision --autogenerate -m "{{MESSAGE}}"\n\ndb-migrate:\n    alembic upgrade head\n\ntest:\n    pytest\n';
    assert.equal(await told({ justfile }), 'Test with just test, migrate with just db-migrate');
    const scriptsOf = (does: string): Record<string, string> => ({
      'package.json': `{\n"scripts": {\n"migrate": "${does}",\n"test": "mocha"\n}\n}`,
    });
    assert.equal(await told(scriptsOf('knex migrate:make')), 'Test with npm run test');
    for (const does of [
      'prisma generate && prisma migrate deploy',
      'python manage.py makemigrations && python manage.py migrate',
      'node migrate.js',
    ])
      assert.equal(await told(scriptsOf(does)), 'Test with npm run test, migrate with npm run migrate');
  });

  it('takes neither what brings a tool nor what only passes words on for a way to work, and builds with no packages of C', async () => {
    const said = async (files: Readonly<Record<string, string>>): Promise<string | undefined> =>
      (await analyzeSources([commandsAnalyzer], files)).findings.find(({ rule }) => rule === 'commands/how-to')
        ?.content;
    const made = await said({
      Makefile: 'test:\n\tgo test ./...\ninstall-golangci-lint:\n\tcurl x\nrun:\n\tpython manage.py $@\n',
    });
    assert.match(made ?? '', /make test/);
    assert.doesNotMatch(made ?? '', /install-golangci-lint|make run/);
    const cmake = { 'CMakeLists.txt': 'project(cups)\n', 'src/cup.cpp': 'int main() {}\n' };
    assert.match((await said(cmake)) ?? '', /cmake -B build/);
    assert.equal(await said({ ...cmake, 'vcpkg.json': '{}' }), undefined);
  });

  it('runs by a file called manage.py only what is built with Django', async () => {
    const said = async (asked: string): Promise<string | undefined> =>
      (
        await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], {
          'manage.py': 'from cups import cli\ncli()\n',
          'requirements/base.txt': `${asked}==5.2.1\n`,
        })
      ).findings.find(({ rule }) => rule === 'commands/how-to')?.title;
    assert.equal(await said('flask'), undefined);
    assert.match((await said('Django')) ?? '', /^Run with python manage\.py runserver/);
  });

  it('takes for a linter what reads code, not all that is called analysis', async () => {
    const said = async (does: string): Promise<string | undefined> =>
      (
        await analyzeSources([commandsAnalyzer], {
          'package.json': `{"scripts": {\n"test": "mocha",\n"analyze": "${does}"}}`,
        })
      ).findings.find(({ rule }) => rule === 'commands/how-to')?.content;
    assert.doesNotMatch((await said('node read-cpuprofile.js')) ?? '', /lint/);
    assert.doesNotMatch((await said('commitlint -e')) ?? '', /lint \|/);
    assert.match((await said('eslint .')) ?? '', /\| lint \|/);
    assert.match((await said('dart analyze')) ?? '', /\| lint \|/);
  });

  it('reads recipes below conditions and over several lines, and takes what makes a server for no way to run', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      Makefile:
        'server: tools\nifneq ($(HAS),)\n\tmkdir -p dist;\n\tcd server && $(GO) build -o a\nendif\n\ntest:\n\tSET=1 \\\n\t\tpython -m django test\n\nmigrations-extract:\n\tfind db\n',
    });
    const told = findings.find(({ rule }) => rule === 'commands/how-to');
    assert.match(told?.content ?? '', /`SET=1 python -m django test`/);
    assert.doesNotMatch(told?.content ?? '', /server|extract/);
  });

  it('takes neither what looks at migrations nor what builds whenever files change for a way to work', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      Makefile:
        'test-config:\n\tpython new.py generate\n\ntest:\n\tcommand -v pytest || exit 1\n\tpytest\n\ncheck-if-migrations-to-run:\n\tpython db.py\n\nrun:\n\tnpm run watch\n',
      'lib/tasks/paperclip.rake': 'namespace :paperclip do\n  task migrate: :environment do\n  end\nend\n',
      'package.json':
        '{"scripts": {"dev": "vite --mode development build --watch", "test:e2e": "cypress open", "lint": "eslint ."}}',
    });
    const told = findings.find(({ rule }) => rule === 'commands/how-to');
    assert.match(told?.content ?? '', /`make test` \(`pytest`\)/);
    assert.doesNotMatch(told?.content ?? '', /migrat|watch|cypress|generate/);
  });

  it('runs from the top with a plugin of Gradle only what has code there', async () => {
    const said = async (code: string): Promise<string | undefined> =>
      (
        await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], {
          gradlew: '',
          'build.gradle': "plugins {\n  id 'org.springframework.boot' version '3.3.0' apply false\n}\n",
          [code]: 'class A {}\n',
        })
      ).findings.find(({ rule }) => rule === 'commands/how-to')?.title;
    assert.match((await said('src/main/java/A.java')) ?? '', /bootRun/);
    assert.doesNotMatch((await said('svc/src/main/java/A.java')) ?? '', /bootRun/);
  });

  it('takes what only looks at the format, or packs what is built, for neither', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      Makefile: 'test:\n\tpytest\n\nlint-fmt:\n\tgofmt -d .\n\nbundle:\n\ttar c x\n\nbuild-all:\n\tx\n',
      justfile: 'fmt:\n    just --fmt --check\n',
      'package.json':
        '{"scripts": {"lint": "eslint .", "prettier:check": "prettier -c .", "format": "prettier --check .", "format:all": "prettier --write ."}}',
    });
    const told = findings.find(({ rule }) => rule === 'commands/how-to');
    assert.doesNotMatch(told?.title ?? '', /bundle/);
    assert.deepEqual(
      (told?.content.split('\n') ?? []).flatMap((line) => /^\| format \| (\S+ \S+ \S+)/.exec(line)?.[1] ?? []),
      ['`npm run format:all`'],
    );
  });

  it('types what the version of Rails knows that is locked', async () => {
    const said = async (version: string): Promise<string | undefined> =>
      (
        await analyzeSources([dependenciesAnalyzer, commandsAnalyzer], {
          Gemfile: "gem 'rails'\n",
          'Gemfile.lock': `GEM\n  specs:\n    rails (${version})\n\nDEPENDENCIES\n  rails\n`,
          'bin/rails': '',
          'test/test_helper.rb': '',
          'db/schema.rb': '',
        })
      ).findings.find(({ rule }) => rule === 'commands/how-to')?.content;
    assert.match((await said('4.2.11.1')) ?? '', /`bundle exec rake test`[\s\S]*`bundle exec rake db:migrate`/);
    assert.doesNotMatch((await said('4.2.11.1')) ?? '', /rails test|rails db/);
    assert.match((await said('7.0.8')) ?? '', /`bin\/rails test`[\s\S]*`bin\/rails db:migrate`/);
  });

  it('migrates with nothing that drops what is there', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'mix.exs':
        'defp aliases do\n  [\n    "ecto.migrate.reset": ["ecto.drop", "ecto.create", "ecto.migrate"],\n    test: ["test"]\n  ]\nend\n',
      'test/a_test.exs': 'x\n',
      'lib/a.ex': 'x\n',
    });
    const told = findings.find(({ rule }) => rule === 'commands/how-to');
    assert.match(told?.content ?? '', /mix test/);
    assert.doesNotMatch(told?.content ?? '', /migrate/);
  });

  it('takes a recipe of a module of just for none that is missing', () => {
    assert.deepEqual(documentedCommands('Run `just demo::up`.\n'), []);
    assert.equal(documentedCommands('Run `just demo`.\n')[0]?.name, 'demo');
  });

  it('builds what CMake builds with CMake, and runs nothing with what only tests', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'CMakeLists.txt': 'project (task)\n',
      'Cargo.toml': '[workspace]\nmembers = ["src/core"]\n',
      'docker-compose.yml': 'services:\n  test-arch:\n    build: .\n  test-fedora40:\n    build: .\n',
    });
    assert.equal(findings[0]?.title, 'Build with cmake -B build && cmake --build build');
    assert.doesNotMatch(findings[0]?.content ?? '', /cargo|compose/);
  });

  it('keeps a target that greets before it works', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      Makefile: 'test:\n\t@echo Running tests\n\tpytest\n\ntest-cover:\n\tpytest --cov\n',
    });
    assert.equal(findings[0]?.title, 'Test with make test');
  });

  it('takes what makes a test ready for no test', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      '.rspec': '--require spec_helper\n',
      'lib/tasks/e2e.rake': 'namespace :e2e do\n  task reset_and_seed: :environment do\n  end\nend\n',
    });
    assert.equal(findings[0]?.title, 'Test with bundle exec rspec');
  });

  it('takes a task of a namespace for none of the whole', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      '.rspec': '--require spec_helper\n',
      'lib/tasks/data.rake':
        "namespace :data do\n  desc 'Make data'\n  task test: :environment do\n    create(:user)\n  end\nend\nnamespace :factory do\n  task lint: :environment do\n    FactoryBot.lint\n  end\nend\n",
      'lib/tasks/shop.rake':
        "namespace :shop do\n  task :test do\n    sh 'bundle exec rspec spec'\n  end\n  task lint: [:rubocop] do\n  end\nend\n",
    });
    const content = findings[0]?.content ?? '';
    assert.match(content, /bundle exec rspec/);
    assert.doesNotMatch(content, /shop:|data:test|factory:lint/);
  });

  it('knows that an app for phones is not built as a package', async () => {
    const app = {
      'Package.swift': '// swift-tools-version:5.9\n',
      'Shop.xcodeproj/project.pbxproj': '// !$*UTF8*$!\n',
      'Sources/Cups.swift': 'struct Cups {}\n',
    };
    const library = await analyzeSources([commandsAnalyzer], app);
    assert.match(library.findings[0]?.title ?? '', /swift build/);
    const { findings } = await analyzeSources([commandsAnalyzer], {
      ...app,
      'Shop/AppDelegate.swift': 'import UIKit\n',
    });
    assert.ok(!findings.some(({ title, content }) => /swift build/.test(title + content)));
  });

  it('says how the whole is built before how one of its parts is', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      mvnw: '#!/bin/sh\n',
      'src/test/java/ATest.java': 'class ATest {}\n',
      'ui/package.json': '{\n"scripts": {\n"start": "vite",\n"build": "vite build",\n"test": "vitest"\n}\n}',
    });
    assert.equal(findings[0]?.title, 'Build with ./mvnw package, test with ./mvnw test');
    assert.match(findings[0]?.content ?? '', /cd ui && npm run start/);
  });

  it('says of the whole what serves the language that most of the code is in', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'pubspec.yaml': 'name: frog\n',
      'lib/frog.dart': 'void frog() {}\n'.repeat(50),
      'package.json': '{\n"scripts": {\n"build": "tsc",\n"test": "vitest"\n}\n}',
      'editor/package.json': '{\n"scripts": {\n"compile": "tsc",\n"test": "vitest"\n}\n}',
      'editor/a.ts': 'export const a = 1;\n',
    });
    assert.deepEqual(findings, []);
  });

  it('knows parts, placeholders and what only makes ready for no way to work with the whole', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      Makefile:
        'serve:\n\t@echo "http://localhost"\n\tflask run\n\nbuild-translations:\n\tpybabel\n\nrun-postgres:\n\tdocker run x\n\ndevelop:\n\tuv venv\n\ninstall:\n\tinstall -m 755 a /usr/bin\n',
      'package.json':
        '{\n"scripts": {\n"test": "echo \\"Error: no test specified\\" && exit 1",\n"analyze": "ANALYZE=1 next build",\n"dev": "tsup --watch"\n}\n}',
    });
    assert.equal(findings[0]?.title, 'Run with make serve');
    assert.doesNotMatch(findings[0]?.content ?? '', /specified|ANALYZE|tsup|install|develop|translations|postgres/);
    assert.match(findings[0]?.content ?? '', /flask run/);
  });

  it('names the solution that lies in a folder', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], { 'src/Shop.slnx': '<Solution />' });
    assert.equal(findings[0]?.title, 'Build with dotnet build src/Shop.slnx');
  });

  it('names of several solutions the one that the others are called after, and none where that is open', async () => {
    const solution = '<Solution />';
    const named = await analyzeSources([commandsAnalyzer], { 'Shop.Samples.slnx': solution, 'Shop.slnx': solution });
    assert.equal(named.findings[0]?.title, 'Build with dotnet build Shop.slnx');
    const open = await analyzeSources([commandsAnalyzer], { 'Shop.slnx': solution, 'Till.slnx': solution });
    assert.deepEqual(open.findings, []);
  });

  it('takes a script that builds for no way to run', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'package.json': '{"scripts": {"dev": "NODE_ENV=development node ./scripts/make.mjs", "test": "jest"}}',
    });
    assert.equal(findings[0]?.title, 'Test with npm run test');
    const runs = await analyzeSources([commandsAnalyzer], {
      'package.json': '{"scripts": {"dev": "node builder/app.js"}}',
    });
    assert.equal(runs.findings[0]?.title, 'Run with npm run dev');
  });

  it('takes what starts the site of the documentation for no way to run the whole', async () => {
    const start = (folder: string) => `{\n"scripts": {\n"start": "cd ${folder} && npm start",\n"test": "vitest"\n}\n}`;
    const titleOf = async (folder: string) =>
      (
        await analyzeSources([commandsAnalyzer], {
          'package.json': start(folder),
          [`${folder}/package.json`]: '{"private":true}',
        })
      ).findings[0]?.title;
    assert.equal(await titleOf('docs'), 'Test with npm run test');
    assert.equal(await titleOf('server'), 'Run with npm run start, test with npm run test');
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'package.json':
        '{\n"scripts": {\n"dev": "yarn workspace lib watch & yarn workspace test dev",\n"test": "cd e2e && vitest"\n}\n}',
      'e2e/package.json': '{"private":true}',
    });
    assert.equal(findings[0]?.title, 'Test with npm run test');
  });

  it('takes neither what moves data for a migration nor what packs the pages of a server for its build', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'go.mod': 'module a\n',
      Makefile: 'migrate_to_new_storage:\n\tgo run ./tools/move\n',
      'package.json':
        '{\n"scripts": {\n"build": "MINIFY=true node esbuild.config.mjs",\n"analyze-profile": "node read-cpuprofile.js"\n}\n}',
    });
    assert.equal(findings[0]?.title, 'Build with go build ./...');
    assert.doesNotMatch(findings[0]?.content ?? '', /\| (?:migrate|lint) \|/);
  });

  it('takes the pages beside a server of the JVM for a part', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      mvnw: '#!/bin/sh\n# maven\n',
      'pom.xml': '<project>\n<artifactId>cups</artifactId>\n</project>\n',
      'src/main/java/Cups.java': 'class Cups {}\n'.repeat(5),
      'src/test/java/CupsTest.java': 'class CupsTest {}\n',
      'src/main/webapp/app.ts': 'export const cups = 1;\n'.repeat(3),
      'package.json':
        '{\n"scripts": {\n"build": "npm run pages:all --",\n"pages:all": "rimraf dist && npm run pages",\n"pages": "ng build --prod",\n"test": "ng test"\n}\n}',
    });
    assert.equal(findings[0]?.title, 'Build with ./mvnw package, test with ./mvnw test');
    assert.match(findings[0]?.content ?? '', /\| build \| `npm run build`/);
  });

  it('types the scripts of the manager that locked the packages before tasks of another one', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer], {
      'deno.json': '{\n"tasks": {\n"start": "deno run -A src/main.ts"\n}\n}',
      'package.json': '{\n"scripts": {\n"start": "nest start"\n}\n}',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    });
    assert.equal(findings[0]?.title, 'Run with pnpm run start');
  });
});
