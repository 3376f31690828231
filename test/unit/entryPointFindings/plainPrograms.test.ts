import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';
import { programsOf } from './programsOf';

describe('programs that no manifest names', () => {
  it('are the one file at the top that serves the routes of Python', async () => {
    const app =
      'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get("/cups")\ndef cups():\n    return []\n\n\nif __name__ == "__main__":\n    app.run()\n';
    assert.deepEqual(await programsOf({ 'app.py': app }, [entryPointsAnalyzer]), ['app.py: app.py:11']);
    assert.deepEqual(await programsOf({ 'app.py': app, 'run.py': app }, [entryPointsAnalyzer]), []);
    const script = 'if __name__ == "__main__":\n    wash()\n';
    assert.deepEqual(await programsOf({ 'main.py': script }, [entryPointsAnalyzer]), []);
  });

  it('begin where they can run, and not where another build of them says that they cannot', async () => {
    const files = {
      'Cargo.toml': '[package]\nname = "cups"\n',
      'src/main.rs':
        '#[cfg(windows)]\nfn main() {\n    compile_error!("no");\n}\n\n#[cfg(not(windows))]\nfn main() {\n    wash();\n    dry();\n}\n',
    };
    assert.deepEqual(await programsOf(files), ['cups: src/main.rs:7']);
  });

  it('are called as their package, of several names that it installs', async () => {
    const manifest = '{\n"name": "make-cups",\n"version": "1.0.0",\n"bin": {"mc": "a.js", "make-cups": "a.js"}\n}';
    assert.deepEqual(await programsOf({ 'package.json': manifest, 'a.js': 'import "./b.js";\n' }, [commandsAnalyzer]), [
      'make-cups, also mc: package.json:4',
    ]);
  });

  it('are none that a package only keeps to say where they have gone', async () => {
    const manifest = '{\n"name": "cups",\n"version": "1.0.0",\n"bin": "bin.js"\n}';
    const of = (bin: string): Promise<string[]> =>
      programsOf({ 'package.json': manifest, 'bin.js': bin }, [commandsAnalyzer]);
    assert.deepEqual(await of('#!/usr/bin/env node\nconsole.error("gone");\nprocess.exit(1);\n'), []);
    for (const bin of ['require("./lib").run();\n', 'import("./lib.mjs");\n', 'import "./lib.js";\n'])
      assert.deepEqual(await of(`#!/usr/bin/env node\n${bin}`), ['cups: package.json:4'], bin);
  });

  it('are in packages of the JVM that are called like folders of other things', async () => {
    const main = (name: string): string =>
      `package ${name}\n\nclass CupsApplication\n\nfun main(args: Array<String>) {\n  runApplication<CupsApplication>(*args)\n}\n`;
    assert.deepEqual(
      await programsOf({ 'src/main/kotlin/dev/cups/samples/CupsApplication.kt': main('dev.cups.samples') }),
      ['CupsApplication: src/main/kotlin/dev/cups/samples/CupsApplication.kt:5'],
    );
  });

  it('are files of Kotlin that a build names with a capital', async () => {
    assert.deepEqual(
      await programsOf({
        'build.gradle.kts': 'application {\n  mainClass.set("org.cups.WashKt")\n}\n',
        'src/main/kotlin/org/cups/wash.kt': 'package org.cups\n\nfun main() {\n}\n',
      }),
      ['wash: src/main/kotlin/org/cups/wash.kt:3'],
    );
  });

  it('are files of C that are called like the whole', async () => {
    const files = {
      'src/core/cups.c': 'int\nmain(int argc, char **argv)\n{\n}\n',
      'src/core/wash.c': 'int\nmain(int argc, char **argv)\n{\n}\n',
    };
    const titles = async (name: string): Promise<string[]> =>
      (await analyzeSources([entryPointFindingsAnalyzer], files, { name })).findings.map(({ title }) => title);
    assert.deepEqual(await titles('cups'), ['Program found: cups']);
    assert.deepEqual(await titles('shop'), []);
  });

  it('are no runners of tests', async () => {
    const script = (name: string): string =>
      `from lib import ${name}\n\nif __name__ == "__main__":\n    ${name}().run()\n`;
    const files = (name: string): Record<string, string> => ({
      'system/requirements.txt': 'boto\n',
      'system/lib.py': `class ${name}: pass\n`,
      'system/run.py': script(name),
    });
    assert.deepEqual(await programsOf(files('Server')), ['system/run.py: system/run.py:3']);
    assert.deepEqual(await programsOf(files('BaseTest')), []);
  });

  it('are no classes that show a library, and no servers that tests ask', async () => {
    const main = (name: string): string => `class ${name} {\n  public static void main(String[] args) {}\n}\n`;
    const files = {
      'server/src/main/java/shop/CupsMain.java': main('CupsMain'),
      'server/src/main/java/shop/CupsTestServer.java': main('CupsTestServer'),
      'web/javaTest/java/shop/OtherServer.java': main('OtherServer'),
      'client/src/main/java/example/DemoApplication.java': main('DemoApplication'),
    };
    assert.deepEqual(await programsOf(files), ['CupsMain: server/src/main/java/shop/CupsMain.java:2']);
    const haskell = { 'clients/hs/cups.cabal': 'name: cups\n\nexecutable cups-exe\n  main-is: Main.hs\n' };
    assert.equal((await programsOf({ ...files, ...haskell })).length, 1);
    assert.equal((await programsOf({ ...files, ...haskell, 'clients/hs/Main.hs': 'main = pure ()\n' })).length, 2);
  });

  it('are not what an image is looked after with, nor once more what a package installs', async () => {
    const files = {
      'pyproject.toml': '[project]\nname = "cups"\n\n[project.scripts]\ncups = "cups.rest.__main__:main"\n',
      'src/cups/rest/__main__.py': 'def main(): pass\n',
      'image/healthcheck.py': 'look()\n',
      'image/Dockerfile':
        'FROM python\nENTRYPOINT ["/run.sh"]\nHEALTHCHECK --interval=10s \\\n  CMD python3 healthcheck.py || exit 1\n',
      'compose.yml': 'services:\n  rest:\n    command: python3 -m cups.rest\n',
    };
    assert.deepEqual(await programsOf(files, [commandsAnalyzer]), ['cups: pyproject.toml:5']);
  });

  it('are no generators of documents or samples of .NET, nor what lies among those of who builds', async () => {
    const files = (name: string, folder: string): Record<string, string> => ({
      [`${folder}/${name}/${name}.csproj`]: '<Project Sdk="Microsoft.NET.Sdk.Web">\n</Project>\n',
      [`${folder}/${name}/Program.cs`]: 'var builder = WebApplication.CreateBuilder(args);\n',
    });
    assert.deepEqual(await programsOf(files('Cups.DocGenerator', 'src')), []);
    assert.deepEqual(await programsOf(files('Cups.Packs', 'eng')), []);
    assert.equal((await programsOf(files('Cups.Packs', 'src'))).length, 1);
  });

  it('are processes of the Procfile, but for those that pack pages', async () => {
    const Procfile = 'worker: bundle exec sidekiq\npages: ./bin/webpack-dev-server\nweb: bundle exec puma\n';
    assert.deepEqual(await programsOf({ Procfile, 'app/a.rb': 'a = 1\n' }, [commandsAnalyzer]), [
      'web: Procfile:3',
      'worker: Procfile:1',
    ]);
  });
});
