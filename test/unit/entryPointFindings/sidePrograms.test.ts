import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { waysInAnalyzer } from '../../../src/engine/genesis/analyzers/waysIn';
import { analyzeSources } from '../../support/analyzeSources';
import { programsOf } from './programsOf';

const main = 'package main\n\nfunc main() {\n}\n';

describe('what stands beside the programs', () => {
  it('is what a release of Go does not list, but for what the whole is called by', async () => {
    const files = {
      'go.mod': 'module example.org/cups\n',
      'cmd/cups/main.go': main,
      'cmd/plates/main.go': main,
      'cmd/release/main.go': main,
      'integration/client/main.go': main,
      'integration/client/Dockerfile': 'FROM scratch\n',
    };
    const release = (path: string): string => `project_name: plates\nbuilds:\n  - main: ${path}\n`;
    assert.deepEqual(await programsOf({ ...files, '.goreleaser.yml': release('./cmd/cups') }), [
      'cups: cmd/cups/main.go:3',
    ]);
    assert.deepEqual(await programsOf({ ...files, '.goreleaser-cli.yaml': release('./cmd/{{ .ProjectName }}') }), [
      'cups: cmd/cups/main.go:3',
      'plates: cmd/plates/main.go:3',
    ]);
    assert.deepEqual(await programsOf({ 'cmd/cups/main.go': main, 'cmd/release/main.go': main }), [
      'cups: cmd/cups/main.go:3',
    ]);
  });

  it('builds the others in Rust, or is the same for another system', async () => {
    const bin = (name: string): string =>
      `[package]\nname = "${name}"\n\n[[bin]]\nname = "${name}"\npath = "${name}.rs"\n`;
    const files = { 'build/maker/Cargo.toml': bin('maker'), 'shop/Cargo.toml': bin('shop') };
    const analyzers = [dependenciesAnalyzer, commandsAnalyzer];
    assert.deepEqual(await programsOf(files, analyzers), ['shop: shop/Cargo.toml:5']);
    const php = { 'composer.json': '{\n"bin": [\n"bin/wash",\n"bin/wash.bat"\n]\n}', 'src/a.php': '<?php\n' };
    assert.deepEqual(await programsOf(php, analyzers), ['wash: composer.json:3']);
  });

  it('writes documents, tests the whole, or tries out a library deep below', async () => {
    const files = { 'go.mod': 'module example.org/cups\n', 'main.go': main };
    for (const path of [
      'cmd/clidoc/main.go',
      'cmd/update-mod-version/main.go',
      'cmd/containerbuild/main.go',
      'cmd/integration-test/main.go',
      'libs/words/cmd/root.go',
    ])
      assert.deepEqual(await programsOf({ ...files, [path]: main }), ['cups: main.go:3']);
    const helper = { 'utils/docker/main.go': main, 'utils/docker/go.mod': 'module example.org/docker\n' };
    assert.deepEqual(await programsOf({ ...files, ...helper }), ['cups: main.go:3']);
    const module = { 'libs/words/cmd/root.go': main, 'libs/words/go.mod': 'module example.org/words\n' };
    assert.equal((await programsOf({ ...files, ...module })).length, 2);
  });

  it('is what another program loads, which Go asks to have a `main` that does nothing', async () => {
    const loaded = 'package main\n\nimport "C"\n\nfunc main() {}\n\n//export Wash\nfunc Wash() {\n}\n';
    const files = { 'go.mod': 'module example.org/cups\n', 'cmd/cups/main.go': main };
    assert.deepEqual(await programsOf({ ...files, 'cmd/cups-lib/main.go': loaded }), ['cups: cmd/cups/main.go:3']);
    const started = loaded.replace('{}', '{\n\tWash()\n\tWash()\n}');
    assert.equal((await programsOf({ ...files, 'cmd/cups-lib/main.go': started })).length, 2);
  });

  it('is no server beside an application of browsers that nothing tells', async () => {
    const web = (more = ''): string => `{\n"name": "@shop/web",\n${more}"scripts": {\n"build": "vite build"\n}\n}`;
    const files = {
      'apps/api/package.json': '{\n"name": "@shop/api",\n"scripts": {\n"start": "node src/server.js"\n}\n}',
      'apps/api/src/server.js': 'listen();\n',
      'apps/web/package.json': web(),
      'apps/web/src/main.ts': 'show();\n'.repeat(5),
    };
    const page = { 'apps/web/index.html': '<script src="/src/main.ts"></script>' };
    const told = async (more: Record<string, string>): Promise<string[]> =>
      programsOf({ ...files, ...more }, [dependenciesAnalyzer, commandsAnalyzer]);
    const api = 'api: apps/api/package.json:4';
    assert.deepEqual(await told({}), [api]);
    assert.deepEqual(await told(page), [api, 'web (web app): apps/web/package.json:4']);
    assert.deepEqual(await told({ ...page, 'apps/web/src-tauri/tauri.conf.json': '{}' }), [api]);
    // A library is tried out in a page.
    const library = { 'libs/cups/package.json': web('"main": "dist/cups.js",\n'), 'libs/cups/index.html': '' };
    assert.deepEqual(await told({ ...library, 'libs/cups/src/cups.ts': 'wash();\n'.repeat(9) }), [api]);
  });

  it('is no sample that a release is made of, nor one of several ways to build a program', async () => {
    const files = { 'go.mod': 'module example.org/cups\n', 'cups.go': 'package cups\n', 'examples/base/main.go': main };
    assert.deepEqual(await programsOf(files), []);
    assert.deepEqual(
      await programsOf({ ...files, '.goreleaser.yml': 'builds:\n  - main: ./examples/base\n    binary: cups\n' }),
      ['cups: .goreleaser.yml:3'],
    );
    // What was taken from elsewhere to begin with is the product where it is released.
    const head = '// Copied from https://example.org/plates/blob/main/main.go\n';
    const released = { 'cups.go': 'package cups\n', '.goreleaser.yml': 'builds:\n  - dir: caddy/cups\n' };
    assert.deepEqual(await programsOf({ ...released, 'caddy/cups/main.go': head + main }), [
      'cups: caddy/cups/main.go:4',
    ]);
    const ways = ['cups-linux', 'cups-windows'].map((name) => `  - main: ./cmd/cups\n    binary: ${name}\n`).join('');
    assert.deepEqual(await programsOf({ 'cmd/cups/main.go': main, '.goreleaser.yml': `builds:\n${ways}` }), [
      'cups: cmd/cups/main.go:3',
    ]);
  });

  it('is in a library that a crate with a program of its own is made of', async () => {
    const crate = (name: string, more = ''): string => `[package]\nname = "${name}"\ndescription = "x"\n${more}`;
    const files = {
      'crates/server/Cargo.toml': crate('cups_server', '[dependencies]\ncups_data = { path = "../data" }\n'),
      'crates/server/src/main.rs': 'fn main() {}\n',
      'crates/data/Cargo.toml': crate('cups_data'),
      'crates/data/src/lib.rs': 'pub fn wash() {}\n',
      'crates/data/src/main.rs': 'fn main() {}\n',
    };
    const needs = '[dependencies]\ncups_data = { path = "../data" }\n';
    const users = {
      'crates/api/Cargo.toml': crate('cups_api', needs),
      'crates/jobs/Cargo.toml': crate('cups_jobs', needs),
    };
    assert.deepEqual(await programsOf({ ...files, ...users }), ['cups_server: crates/server/src/main.rs:1']);
    // One program may start all others of a workspace.
    assert.equal((await programsOf(files)).length, 2);
  });

  it('is a crate that a workspace does not start by itself, or that writes code, measures or tries out the others', async () => {
    const crate = (name: string): string => `[package]\nname = "${name}"\ndescription = "x"\n`;
    const names = ['cups', 'cups-plates', 'cups-stress', 'cups-iana-codegen'];
    const files = Object.fromEntries(
      names.flatMap((name) => [
        [`crates/${name}/Cargo.toml`, crate(name)],
        [`crates/${name}/src/main.rs`, 'fn main() {}\n'],
      ]),
    );
    const tried = { 'testbench/Cargo.toml': crate('testbench'), 'testbench/src/main.rs': 'fn main() {}\n' };
    const cups = 'cups: crates/cups/src/main.rs:1';
    assert.deepEqual(await programsOf({ ...files, ...tried }), [cups, 'cups-plates: crates/cups-plates/src/main.rs:1']);
    const workspace = '[workspace]\nmembers = ["crates/*"]\ndefault-members = ["crates/cups/"]\n';
    const plain = { 'crates/cups-plates/Cargo.toml': '[package]\nname = "cups-plates"\n' };
    assert.deepEqual(await programsOf({ ...files, ...plain, 'Cargo.toml': workspace }), [cups]);
    assert.equal((await programsOf({ ...files, 'Cargo.toml': workspace })).length, 2);
  });

  it('is a class that writes code for the others to be compiled with', async () => {
    const kotlin = 'package shop\n\nfun main() {\n}\n';
    const writes = { 'server/words-generate/src/main/kotlin/shop/generation/GenerateWordsMain.kt': kotlin };
    const main = { 'server/src/main/kotlin/shop/CupsMain.kt': kotlin };
    assert.deepEqual(await programsOf({ ...writes, ...main }), ['CupsMain: server/src/main/kotlin/shop/CupsMain.kt:3']);
    assert.equal((await programsOf(writes)).length, 1);
  });

  it('is a class of a library of .NET that is called like a program', async () => {
    const files = {
      'src/Cups/Cups.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>',
      'src/Cups/Program.cs': 'var builder = WebApplication.CreateBuilder(args);\n',
      'src/Plates/Plates.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>',
      'src/Plates/Program.cs': 'static class Program {\n  static void Main(string[] args) {}\n}\n',
      'Tools/Wash/Wash.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>',
      'Tools/Wash/Program.cs': 'var builder = WebApplication.CreateBuilder(args);\n',
    };
    assert.deepEqual(await programsOf(files), ['Cups: src/Cups/Program.cs:1']);
    const shared = '<Project>\n<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>\n</Project>';
    assert.equal((await programsOf({ ...files, 'src/Directory.Build.props': shared })).length, 2);
  });

  it('is what an image does once before the product starts', async () => {
    const files = (run: string): Record<string, string> => ({
      'package.json': '{\n"name": "cups",\n"scripts": {\n"start": "node app.js"}}',
      'app.js': 'serve();\n',
      'fill.js': 'fill();\n',
      Dockerfile: `FROM node\nCMD ${run}\n`,
    });
    const told = (run: string): Promise<string[]> => programsOf(files(run), [commandsAnalyzer]);
    assert.deepEqual(await told('node fill.js && npm start'), ['cups: package.json:4']);
    assert.deepEqual(await told('node wait.js && node fill.js'), ['cups: package.json:4', 'fill.js: Dockerfile:2']);
  });

  it('is a gem that specs try something out with, and what an image starts by the file that the manifest beside it names', async () => {
    const gem = (name: string) => `Gem::Specification.new do |s|\n  s.executables = ["${name}"]\nend\n`;
    assert.deepEqual(
      await programsOf({
        'cups.gemspec': gem('cups'),
        'spec/data/try/try.gemspec': gem('try'),
        'lib/cups.rb': 'x = 1\n',
      }),
      ['cups: cups.gemspec:2'],
    );
    const image = 'FROM node:22\nCOPY server.js ./\nCMD ["node", "server.js"]\n';
    const manifest = '{"name":"shop-web","scripts":{"start":"NODE_ENV=production node server.js"}}';
    assert.deepEqual(
      await programsOf({ 'web/package.json': manifest, 'web/server.js': 'listen();\n', 'web/Dockerfile': image }, [
        commandsAnalyzer,
        dependenciesAnalyzer,
      ]),
      ['shop-web: web/package.json:1'],
    );
  });

  it('is a file of C that is called like the whole, where a build names the program, and what fuzzes it', async () => {
    const meson = (name: string) => `executable('${name}', 'cups.c', install: true)\n`;
    const text = 'int main(void) {\n  return wash();\n}\n';
    const files = {
      'src/fe-none/cups.c': text,
      'src/fe-none/meson.build': meson('bot'),
      'src/fe-text/cups.c': text,
      'src/fe-text/meson.build': meson('sample'),
      'src/fe-fuzz/meson.build': meson('wash-fuzz'),
    };
    assert.deepEqual(await programsOf({ ...files, 'src/fe-none/sample.c': text }), [
      'sample: src/fe-text/meson.build:1',
      'bot: src/fe-none/meson.build:1',
    ]);
  });

  it('is what an image starts to try the others out', async () => {
    const image = 'FROM python:3\nCMD ["gunicorn", "tests.app.wsgi:application"]\n';
    const files = { 'cups/__init__.py': 'a = 1\n', 'tests/app/wsgi.py': 'application = 1\n', Dockerfile: image };
    assert.deepEqual(await programsOf(files, [commandsAnalyzer, dependenciesAnalyzer]), []);
  });

  it('is a second way to start what a package of Python installs', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "cups"\n[project.scripts]\ncups = "cups.main:run"\n',
      'src/cups/main.py': 'def run():\n    pass\n\n\nif __name__ == "__main__":\n    run()\n',
      'src/shelf/__main__.py': 'from cups.main import run\n\nrun()\n',
      Dockerfile: 'FROM python\nENTRYPOINT ["python3", "src/cups/main.py"]\n',
    };
    assert.deepEqual(await programsOf(files, [commandsAnalyzer]), ['cups: pyproject.toml:4']);
    const module = {
      'src/cups/orders.py': 'run()\n',
      'src/cups/app.py': 'app = App()\n',
      Dockerfile: 'FROM python\nCMD ["python", "-m", "cups.orders"]\n',
    };
    assert.deepEqual(await programsOf(module, [commandsAnalyzer]), ['python -m cups.orders: Dockerfile:2']);
    assert.deepEqual(
      await programsOf({ ...module, Dockerfile: 'FROM python\nCMD python -m uvicorn cups.app:app\n' }, [
        commandsAnalyzer,
      ]),
      ['src/cups/app.py: Dockerfile:2'],
    );
  });

  it('is what builds the pages of a server in another language, and what shows how to bring it to a place', async () => {
    const manifest = (run: string): string => `{\n"name": "cups",\n"scripts": {\n"serve": "${run}"}}`;
    const told = (run: string): Promise<string[]> =>
      programsOf({ 'package.json': manifest(run), 'app.js': 'serve();\n' }, [commandsAnalyzer]);
    assert.deepEqual(await told('node ./front/esbuild.mjs'), []);
    assert.deepEqual(await told('node app.js --watch'), []);
    assert.deepEqual(await told('node app.js'), ['cups: package.json:4']);
    const image = { 'deploy-recipes/cloud/Dockerfile': 'FROM node\nCMD ["node", "index.js"]\n' };
    assert.deepEqual(
      await programsOf({ ...image, 'deploy-recipes/cloud/index.js': 'serve();\n' }, [commandsAnalyzer]),
      [],
    );
  });

  it('are previews of an application of Apple', async () => {
    const target = (name: string): string =>
      `\t\t\tproductReference = 84EB /* ${name}.app */;\n\t\t\tproductType = "com.apple.product-type.application";\n`;
    assert.deepEqual(
      await programsOf({ 'Cups.xcodeproj/project.pbxproj': target('Cups') + target('SettingsPreview') }),
      ['Cups: Cups.xcodeproj/project.pbxproj:1'],
    );
  });
});

describe('programs of C++', () => {
  it('may say what they give back behind their name', async () => {
    assert.deepEqual(
      await programsOf({
        'CMakeLists.txt': 'add_executable(cups src/main.cpp)\n',
        'src/main.cpp': 'auto main(int argc, char* argv[]) -> int {\n}\n',
      }),
      ['cups: src/main.cpp:1'],
    );
  });

  it('may be told their sources apart', async () => {
    assert.deepEqual(
      await programsOf({
        'CMakeLists.txt': 'add_executable(cups)\ntarget_sources(cups PRIVATE\n  src/entry.cpp)\n',
        'src/entry.cpp': 'int main(int argc, char* argv[]) {\n}\n',
      }),
      ['cups: src/entry.cpp:1'],
    );
  });
});

describe('what is no program by itself', () => {
  it('is a site beside the product', async () => {
    const pom = (name: string): string =>
      `<project>\n<artifactId>${name}</artifactId>\n<packaging>war</packaging>\n</project>\n`;
    const code = { 'src/main/java/Cup.java': 'class Cup { int size; }\n'.repeat(60) };
    const site = { 'site/pom.xml': pom('site'), 'site/src/main/java/Page.java': 'class Page {}\n' };
    assert.deepEqual(await programsOf({ ...code, ...site, 'app/pom.xml': pom('cups') }), ['cups: app/pom.xml:3']);
    assert.deepEqual(await programsOf({ ...code, ...site }), ['site: site/pom.xml:3']);
  });

  it('is made only with features that nobody has without asking', async () => {
    const manifest = (usual: string): string =>
      `[package]\nname = "cups"\nversion = "1.0.0"\n\n[features]\ndefault = [${usual}]\nall = ["train"]\ntrain = []\n\n[[bin]]\nname = "trainer"\npath = "src/trainer.rs"\nrequired-features = ["train"]\n`;
    const files = { 'src/lib.rs': 'pub fn wash() {}\n', 'src/trainer.rs': 'fn main() {}\n' };
    const told = (usual: string): Promise<string[]> =>
      programsOf({ ...files, 'Cargo.toml': manifest(usual) }, [commandsAnalyzer]);
    assert.deepEqual(await told(''), []);
    assert.deepEqual(await told('"all"'), ['trainer: Cargo.toml:11']);
  });

  it('is called by a release without the machine that it is made for', async () => {
    const release = 'builds:\n  - dir: backend\n    main: ./app\n    binary: "cups.{{ .Os }}-{{ .Arch }}"\n';
    const files = { 'backend/go.mod': 'module example.org/cups/backend\n', 'backend/app/main.go': main };
    assert.deepEqual(await programsOf({ ...files, '.goreleaser.yml': release }), ['cups: .goreleaser.yml:4']);
    const linux = release.replace('cups.{{ .Os }}', 'cups-linux');
    assert.deepEqual(await programsOf({ ...files, '.goreleaser.yml': linux }), ['cups: .goreleaser.yml:4']);
  });

  it('runs as a process where nothing else is known to start', async () => {
    const processes = { Procfile: 'release: rake db:migrate\nweb: bundle exec puma\nworker: bundle exec sidekiq\n' };
    assert.deepEqual(await programsOf(processes, [commandsAnalyzer]), ['web: Procfile:2', 'worker: Procfile:3']);
    const server = { 'package.json': '{"name": "cups", "scripts": {"start": "node a.js"}}', 'a.js': 'x\n' };
    assert.deepEqual(await programsOf({ ...processes, ...server }, [commandsAnalyzer]), ['cups: package.json:1']);
  });

  it('is loaded by the compiler, or built only by those who ask for it', async () => {
    const macro = '@main\nstruct CupMacros: CompilerPlugin {\n}\n';
    assert.deepEqual(await programsOf({ 'Package.swift': 'let a = 1\n', 'Sources/CupMacros/Cup.swift': macro }), []);
    const cmake = 'add_executable(cups cups.c)\nadd_executable(info EXCLUDE_FROM_ALL info.c)\n';
    const c = { 'cups.c': 'int main(void) {\n}\n', 'info.c': 'int main(void) {\n}\n' };
    assert.deepEqual(await programsOf({ 'CMakeLists.txt': cmake, ...c }), ['cups: cups.c:1']);
  });

  it('is in a crate that builds the others, and in a package that helps tests', async () => {
    const crate = (name: string): string => `[package]\nname = "${name}"\n`;
    const rust = {
      'cups/Cargo.toml': crate('cups'),
      'cups/src/main.rs': 'fn main() {}\n',
      'cups-build/Cargo.toml': crate('cups-build'),
      'cups-build/src/main.rs': 'fn main() {}\n',
    };
    assert.deepEqual(await programsOf(rust, [dependenciesAnalyzer]), ['cups: cups/src/main.rs:1']);
    const go = { 'go.mod': 'module shop.org/cups\n', 'main.go': main, 'tea/teatest/cmd/migrate/main.go': main };
    assert.deepEqual(await programsOf(go), ['cups: main.go:3']);
  });

  it('is what a package of Python at the top is compared with', async () => {
    const script = 'def run():\n  pass\n\nif __name__ == "__main__":\n  run()\n';
    const files = {
      'setup.py': 'setup(\n    name="cups",\n    version="1.0",\n)\n',
      'src/cups/__init__.py': 'size = 1\n',
      'compare/shop/app.py': script,
      'compare/shop/requirements.txt': 'flask\n',
    };
    assert.deepEqual(await programsOf(files, [dependenciesAnalyzer]), []);
    assert.equal(
      (await programsOf({ ...files, 'compare/shop/Dockerfile': 'FROM x\n' }, [dependenciesAnalyzer])).length,
      1,
    );
  });

  it('is a crate of tasks or what writes code, and so are the commands that it reads', async () => {
    const clap = '#[derive(clap::Subcommand)]\nenum Cmd {\n    Wash,\n    Dry,\n}\n\nfn main() {}\n';
    const files = {
      'Cargo.toml': '[package]\nname = "cups"\nversion = "1.0.0"\n',
      'src/main.rs': 'fn main() {}\n',
      'crates/xtask/Cargo.toml': '[package]\nname = "xtask"\n',
      'crates/xtask/src/main.rs': clap,
    };
    assert.deepEqual(await rulesOf(files), ['entry-points/programs']);
    assert.deepEqual(await rulesOf({ ...files, 'src/main.rs': clap }), ['entry-points/cli', 'entry-points/programs']);
    const cobra = (name: string): string =>
      `package main\n\nimport "github.com/spf13/cobra"\n\nvar a = &cobra.Command{Use: "${name}"}\nvar b = &cobra.Command{Use: "dry"}\n\nfunc main() {\n}\n`;
    const go = { 'go.mod': 'module shop.org/cups\n', 'cmd/cups/main.go': main, 'cmd/cups-gen/main.go': cobra('wash') };
    assert.deepEqual(await rulesOf(go), ['entry-points/programs']);
    assert.deepEqual(await rulesOf({ ...go, 'cmd/cups/main.go': cobra('wash') }), [
      'entry-points/cli',
      'entry-points/programs',
    ]);
  });
});

async function rulesOf(files: Record<string, string>): Promise<string[]> {
  const analyzers = [dependenciesAnalyzer, waysInAnalyzer, entryPointFindingsAnalyzer];
  const { findings } = await analyzeSources(analyzers, files);
  return findings
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('entry-points/'))
    .sort();
}
