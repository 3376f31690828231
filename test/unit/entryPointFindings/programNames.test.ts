import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { waysInAnalyzer } from '../../../src/engine/genesis/analyzers/waysIn';
import { analyzeSources } from '../../support/analyzeSources';
import { programsOf } from './programsOf';

const main = 'package main\n\nfunc main() {\n}\n';

/** The titles of findings of some rules. */
async function titles(files: Record<string, string>): Promise<string[]> {
  const { findings, problems } = await analyzeSources(
    [dependenciesAnalyzer, commandsAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer],
    files,
  );
  assert.deepEqual(problems, []);
  return findings.filter(({ layer }) => layer === 'entryPoints').map(({ title }) => title);
}

describe('names of programs', () => {
  it('are those that an image gives, where the module is called like any other', async () => {
    const files = { 'go.mod': 'module example.org/traggo/server\n', 'main.go': main };
    assert.deepEqual(await titles(files), ['Program found: main.go']);
    const image = `FROM golang\nRUN go build -o \${OUT}/traggo .\n`;
    assert.deepEqual(await titles({ ...files, Dockerfile: image }), ['Program found: traggo']);
  });

  it('are those of their projects, where programs of .NET for several systems are called the same', async () => {
    const project =
      '<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>\n<OutputType>WinExe</OutputType>\n<UseWPF>true</UseWPF>\n<AssemblyName>Cups</AssemblyName>\n</PropertyGroup>\n</Project>\n';
    const files = { 'src/Cups.Mac/Cups.Mac.csproj': project, 'src/Cups.Windows/Cups.Windows.csproj': project };
    const code = { 'src/Cups.Mac/App.cs': 'class App {}\n', 'src/Cups.Windows/App.cs': 'class App {}\n' };
    assert.deepEqual(
      (await programsOf({ ...files, ...code })).map((row) => row.split(':')[0]),
      ['Cups.Mac', 'Cups.Windows'],
    );
  });

  it('begin with the package that answers, and are folders where packages are called the same', async () => {
    const page = 'export default function Page() {\n  return null;\n}\n';
    const pages = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`apps/web/app/p${at}/page.tsx`, page]));
    const web = '{\n"name": "web",\n"dependencies": {"next": "15.0.0"},\n"scripts": {\n"start": "next start"\n}\n}';
    const cli = '{\n"name": "sample",\n"bin": {\n"sample": "a.js"\n}\n}';
    const analyzers = [dependenciesAnalyzer, commandsAnalyzer, entryPointsAnalyzer, waysInAnalyzer];
    assert.deepEqual(
      await programsOf({ ...pages, 'apps/web/package.json': web, 'apps/cli/package.json': cli }, analyzers),
      ['web: apps/web/package.json:5', 'sample: apps/cli/package.json:4'],
    );
    const server = '{\n"name": "shop",\n"scripts": {\n"start": "node server.js"\n}\n}';
    assert.deepEqual(await programsOf({ 'back/package.json': server, 'front/package.json': server }, analyzers), [
      'back: back/package.json:4',
      'front: front/package.json:4',
    ]);
  });

  it('are found where CMake is given the sources of a variable later on, and no samples of a project of Xcode', async () => {
    const part = {
      'CMakeLists.txt': `project(cups)\nset(WHOLE_NAME \${PROJECT_NAME})\n`,
      'wash/CMakeLists.txt': `add_executable(\${WHOLE_NAME}-wash)\ntarget_sources(\${WHOLE_NAME}-wash PRIVATE wash.cc)\n`,
      'wash/wash.cc': 'int main() {\n  return 0;\n}\n',
    };
    assert.deepEqual(await programsOf(part), ['cups-wash: wash/wash.cc:1']);
    const cmake = `project(cups)\nadd_executable(\${PROJECT_NAME})\ntarget_sources(\${PROJECT_NAME} PRIVATE\n  src/main.cpp)\n`;
    assert.deepEqual(await programsOf({ 'CMakeLists.txt': cmake, 'src/main.cpp': 'int main() {\n  return 0;\n}\n' }), [
      'cups: src/main.cpp:1',
    ]);
    const target = (name: string): string =>
      `productReference = 84EB /* ${name}.app */;\n productType = "com.apple.product-type.application";\n`;
    const project = `${target('Basic')}${target('Cups')}INFOPLIST_FILE = Examples/Basic/Info.plist;\nINFOPLIST_FILE = Cups/Info.plist;\n`;
    assert.deepEqual(await programsOf({ 'Cups.xcodeproj/project.pbxproj': project, 'Cups/a.swift': 'let a = 1\n' }), [
      'Cups: Cups.xcodeproj/project.pbxproj:3',
    ]);
  });

  it('are those that CMake installs, in a folder of tools too, and no step of the build beside them', async () => {
    const main = 'int main(void) {\n  return 0;\n}\n';
    const tool = `set(TARGET cups-serve)\nadd_executable(\${TARGET} serve.cpp)\ninstall(TARGETS \${TARGET} RUNTIME)\n`;
    const files = {
      'tools/serve/CMakeLists.txt': tool,
      'tools/serve/serve.cpp': main,
      'tools/try/CMakeLists.txt': 'add_executable(try try.cpp)\n',
      'tools/try/try.cpp': main,
      'lib/CMakeLists.txt': 'add_executable(gen-tables gen.cpp)\n',
      'lib/gen.cpp': main,
    };
    assert.deepEqual(await programsOf(files), ['cups-serve: tools/serve/serve.cpp:1']);
    assert.deepEqual(await programsOf({ ...files, 'tools/serve/CMakeLists.txt': tool.replace(/install.*/, '') }), [
      'gen-tables: lib/gen.cpp:1',
    ]);
  });

  it('are found behind variables of CMake, in files above as well', async () => {
    const files = {
      'CMakeLists.txt': 'project(safe)\nset(PROGNAME keeper)\nadd_subdirectory(src)\n',
      'src/CMakeLists.txt': `set(PARTS main.cpp)\nset(SOURCES \${PARTS} b.cpp)\nadd_executable(\${PROGNAME} WIN32 \${SOURCES})\n`,
      'src/main.cpp': 'int main(int argc, char *argv[]) {\n}\n',
      'cli/CMakeLists.txt': `add_executable(\${PROJECT_NAME} cli.cpp)\n`,
      'cli/cli.cpp': 'int main() {\n}\n',
      'other/CMakeLists.txt': `add_executable(\${OTHER} o.cpp)\n`,
      'other/o.cpp': 'int main() {\n}\n',
    };
    assert.deepEqual(await titles(files), ['Programs found: safe, other/o.cpp and keeper']);
  });
});

describe('programs that a framework starts', () => {
  it('are packages whose image starts what is made of them', async () => {
    const image = 'FROM node\nCMD ["node", "build"]\n';
    const files = { 'web/package.json': '{"name":"shop-web"}', 'web/Dockerfile': image };
    assert.deepEqual(await titles(files), ['Program found: shop-web']);
    assert.deepEqual(await titles({ ...files, 'web/Dockerfile': image.replace('build', 'lint.js') }), []);
    assert.deepEqual(
      await titles({
        'package.json': '{"name":"all","workspaces":["apps/*"]}',
        'apps/api/package.json': '{"name":"api"}',
        Dockerfile: 'FROM node\nCMD ["node", "apps/api/dist/main.js"]\n',
        'apps/Dockerfile': image,
      }),
      ['Program found: api'],
    );
  });

  it('are workers that a script puts to Cloudflare, where no file tells them as functions', async () => {
    const worker = { 'worker/package.json': '{"name":"mails","scripts":{"deploy":"wrangler deploy --minify"}}' };
    assert.deepEqual(await titles(worker), ['Program found: mails']);
    assert.deepEqual(await titles({ ...worker, 'worker/wrangler.toml': 'compatibility_date = "2024-01-01"\n' }), []);
  });

  it('are releases of Elixir, and no libraries that start something', async () => {
    const mix =
      'defmodule Shop.MixProject do\n  def project do\n    [\n      app: :shop,\n    ]\n  end\n  def application do\n    [mod: {Shop.Application, []}]\n  end\nend\n';
    assert.deepEqual(await titles({ 'mix.exs': mix }), []);
    assert.deepEqual(await titles({ 'mix.exs': mix, Dockerfile: 'FROM elixir\n' }), ['Program found: shop']);
  });

  it('are modules of Quarkus, and not what only sets them up', async () => {
    const plugin = '<plugin><artifactId>quarkus-maven-plugin</artifactId></plugin>';
    const pom = (inside: string): string =>
      `<project>\n<parent><artifactId>all</artifactId></parent>\n<artifactId>minion</artifactId>\n${inside}\n</project>\n`;
    assert.deepEqual(await titles({ 'minion/pom.xml': pom(plugin) }), ['Program found: minion']);
    assert.deepEqual(await titles({ 'pom.xml': pom(`<pluginManagement>${plugin}</pluginManagement>`) }), []);
    assert.deepEqual(await titles({ 'pom.xml': pom(`<packaging>pom</packaging>${plugin}`) }), []);
  });

  it('are applications of Play', async () => {
    const build = 'name := "shop"\nlazy val root = (project in file(".")).enablePlugins(PlayScala)\n';
    assert.deepEqual(await titles({ 'build.sbt': build }), ['Program found: shop']);
    assert.deepEqual(await titles({ 'build.sbt': build.replace('PlayScala', 'JavaAppPackaging') }), []);
  });
});

describe('what is none of the programs', () => {
  it('what stands beside the top that is released, and what makes load', async () => {
    const files = {
      'go.mod': 'module example.org/lazy\n',
      'main.go': main,
      'cmd/i18n/main.go': main,
      'cmd/lazy-loadtest/go/main.go': main,
    };
    assert.deepEqual(await titles({ ...files, '.goreleaser.yml': 'builds:\n  - goos:\n      - linux\n' }), [
      'Program found: lazy',
    ]);
    assert.deepEqual(await titles(files), ['Programs found: i18n and lazy']);
  });

  it('what a package installs that is not published, beside one that is', async () => {
    const utils = '{"name":"utils","private":true,"bin":{"pkg-check":"./pkg-check.js"}}';
    assert.deepEqual(await titles({ 'utils/package.json': utils }), ['Program found: pkg-check']);
    assert.deepEqual(
      await titles({ 'utils/package.json': utils, 'cli/package.json': '{"name":"lint","bin":{"lint":"./cli.js"}}' }),
      ['Program found: lint'],
    );
  });

  it('a module deep in a package that installs commands', async () => {
    const files = { 'shop/words/__main__.py': 'run()\n', 'shop/web.py': 'def main():\n    pass\n' };
    assert.deepEqual(await titles(files), ['Program found: python -m shop.words']);
    const project = { 'platform/pyproject.toml': '[tool.x]\n', 'platform/src/shop/__main__.py': 'run()\n' };
    assert.deepEqual(await titles(project), ['Program found: python -m shop']);
    const manifest = '[project]\nname = "shop"\n[project.scripts]\nshop = "shop.web:main"\n';
    assert.deepEqual(await titles({ ...files, 'pyproject.toml': manifest }), ['Program found: shop']);
  });
});

describe('commands', () => {
  const cac = "import cac from 'cac';\nconst cli = cac();\ncli.command('add');\ncli.command('remove');\n";

  it('of scripts are for those who develop, unless a manifest installs them', async () => {
    for (const path of ['scripts/config.ts', '.tasks/scripts/config.ts', 'misc/config.ts', 'itests/config.ts'])
      assert.deepEqual(await titles({ [path]: cac }), []);
    assert.deepEqual(await titles({ 'src/config.ts': cac }), ['Commands and subcommands found (cac): add and remove']);
    assert.deepEqual(
      await titles({ 'scripts/config.ts': cac, 'package.json': '{"name":"conf","bin":"./scripts/config.ts"}' }),
      ['Commands and subcommands found (cac): add and remove', 'Program found: conf'],
    );
  });

  it('of Laravel may be called by the name of their class', async () => {
    const command = (name: string): string =>
      `<?php\nclass ${name}Command extends Command\n{\n    protected $name = 'shop:${name}';\n}\n`;
    assert.deepEqual(await titles({ 'app/Console/A.php': command('a'), 'app/Console/B.php': command('b') }), [
      'Commands found (Laravel): shop:a and shop:b',
    ]);
  });
});

describe('programs of a workspace', () => {
  it('are no tools that its packages are built with, and nothing that they are tested in', async () => {
    const workspace = (scope: string) => ({
      'tools-of-all/build/package.json': '{"name": "@a/build", "private": true, "bin": {"pack-all": "./pack.js"}}',
      'packages/cup/package.json': `{"name": "cup", "${scope}": {"@a/build": "workspace:*"}}`,
    });
    assert.deepEqual(await titles(workspace('devDependencies')), []);
    assert.deepEqual(await titles(workspace('dependencies')), ['Program found: pack-all']);
    const app = '{"name": "pages", "private": true, "scripts": {"start": "next start"}}';
    assert.deepEqual(await titles({ 'apps/ssr-testing/package.json': app }), []);
    assert.deepEqual(await titles({ 'apps/pages/package.json': app }), ['Program found: pages']);
  });
});

describe('libraries', () => {
  it('are no packages without a name', async () => {
    const code = 'export const a = 1;\nexport const b = 2;\nexport const c = 3;\n';
    assert.deepEqual(await titles({ 'table/package.json': '{"name":"table"}', 'table/src/index.ts': code }), [
      'Exported names found in table/src/index.ts: a, b and c',
    ]);
    assert.deepEqual(await titles({ 'table/package.json': '{"dependencies":{}}', 'table/src/index.ts': code }), []);
  });

  it('are told by their place where the folder only says what kind of program lies there', async () => {
    const main = 'package main\n\nfunc main() {\n}\n';
    const files = { 'cupctl/main.go': main, 'cupctl/go.mod': 'module example.org/cups/cupctl\n' };
    const server = { 'server/main.go': main, 'server/go.mod': 'module example.org/cups/server\n' };
    assert.deepEqual(await programsOf({ ...files, ...server }), [
      'cupctl: cupctl/main.go:3',
      'server/main.go: server/main.go:3',
    ]);
  });

  it('hold the folder that says what a command of Go is for', async () => {
    assert.deepEqual(await programsOf({ 'cmd/agent/docker/main.go': main, 'cmd/hub/main.go': main }), [
      'agent/docker: cmd/agent/docker/main.go:3',
      'hub: cmd/hub/main.go:3',
    ]);
  });

  it('are what is typed for a tool of .NET', async () => {
    const project =
      '<Project Sdk="Microsoft.NET.Sdk">\n<OutputType>Exe</OutputType>\n<ToolCommandName>dotnet-cups</ToolCommandName>\n</Project>\n';
    const files = { 'src/Cups/Cups.csproj': project, 'src/Cups/Program.cs': 'Console.WriteLine("tea");\n' };
    assert.deepEqual(await programsOf(files), ['dotnet-cups: src/Cups/Program.cs:1']);
  });

  it('stand behind the one that they are called after', async () => {
    const project = '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>\n';
    const program = 'var builder = WebApplication.CreateBuilder(args);\n';
    const files = ['Shop.Admin', 'Shop.Web', 'Shop'].flatMap((name) => [
      [`src/${name}/${name}.csproj`, project],
      [`src/${name}/Program.cs`, program],
    ]);
    assert.deepEqual(
      (await programsOf(Object.fromEntries(files))).map((line) => line.replace(/:.*/, '')),
      ['Shop', 'Shop.Admin', 'Shop.Web'],
    );
  });
});
