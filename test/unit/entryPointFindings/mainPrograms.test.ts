import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { mainClassForms } from '../../../src/engine/genesis/analyzers/entryPointFindings/programs/declaredMains';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';

/** What the finding says of each program. */
async function programs(files: Record<string, string>): Promise<string[]> {
  const { findings, problems } = await analyzeSources(
    [commandsAnalyzer, entryPointsAnalyzer, entryPointFindingsAnalyzer],
    files,
  );
  assert.deepEqual(problems, []);
  return findings
    .filter(({ rule }) => rule === 'entry-points/programs')
    .flatMap(({ content }) => content.replaceAll('`', '').replaceAll('- ', '').split('\n'));
}

const xcode = (products: readonly (readonly [string, string])[]): string =>
  products
    .map(
      ([name, type]) =>
        `\t\t\tproductReference = 84EB1ED6 /* ${name} */;\n\t\t\tproductType = "com.apple.product-type.${type}";\n`,
    )
    .join('');

describe('applications of Apple', () => {
  const project = xcode([
    ['Open.appex', 'app-extension'],
    ['Player.app', 'application'],
    ['PlayerTests.xctest', 'bundle.unit-test'],
    ['PlayerDemo.app', 'application'],
    ['player-cli', 'tool'],
    ['xibPostprocessor', 'tool'],
  ]);

  it('are what the project builds, by the names that it gives to them, and no extensions', async () => {
    const found = await programs({
      'Player.xcodeproj/project.pbxproj': project,
      'Player/AppDelegate.swift': 'import UIKit\n\n@main\nclass AppDelegate: UIResponder {}\n',
      'Open/Extension.swift': 'import AppIntents\n\n@main\nstruct Open: AppIntentsExtension {}\n',
      'cli/main.swift': 'print("x")\n',
    });
    assert.deepEqual(found, [
      'Player: Player.xcodeproj/project.pbxproj:3',
      'player-cli: Player.xcodeproj/project.pbxproj:9',
    ]);
  });

  it('are no frames of applications in another language', async () => {
    const files = { 'ios/Player.xcodeproj/project.pbxproj': project };
    assert.deepEqual(await programs({ ...files, 'pubspec.yaml': 'name: player\n' }), []);
    const manifest = '{"name":"player","main":"index.js","dependencies":{"react-native":"1.0.0"}}';
    assert.deepEqual(await programs({ ...files, 'package.json': manifest }), []);
    assert.deepEqual(await programs({ ...files, 'package.json': manifest, 'app.json': '{}' }), [
      'player: package.json:1',
    ]);
    assert.equal((await programs({ ...files, 'package.json': '{"name":"tools"}' })).length, 2);
  });
});

describe('applications of the desktop', () => {
  const manifest = (more: object): string =>
    JSON.stringify({ name: 'editor', productName: 'Editor', main: 'out/main.js', ...more }, undefined, 1);

  it('are what a packer makes of the package, whatever those who develop start', async () => {
    const electron = manifest({
      scripts: { start: 'node scripts/gui.mjs' },
      devDependencies: { electron: '40.0.0', 'electron-builder': '26.0.0' },
    });
    assert.deepEqual(await programs({ 'package.json': electron }), ['Editor: package.json:4']);
    const library = manifest({ devDependencies: { electron: '40.0.0' } });
    assert.deepEqual(await programs({ 'package.json': library }), []);
  });

  it('are projects of .NET that begin in a window, and no tools that build the others', async () => {
    const project = (more = '') =>
      `<Project Sdk="Microsoft.NET.Sdk">\n<OutputType>WinExe</OutputType>\n${more}\n</Project>\n`;
    const main = 'class Program\n{\n  static void Main() {}\n}\n';
    const found = await programs({
      'src/Shots/Shots.csproj': project('<ApplicationIcon>shots.ico</ApplicationIcon>'),
      'src/Shots/App.xaml.cs': 'class App {}\n',
      'src/Shots.Viewer/Shots.Viewer.csproj': project(),
      'src/Shots.Host/Shots.Host.csproj': project(),
      'src/Shots.Host/Program.cs': main,
      'src/Shots.Setup/Shots.Setup.csproj': project(),
      'src/Shots.Setup/Program.cs': main,
      'fuzz/Shots.Fuzz/Shots.Fuzz.csproj': project(),
      'fuzz/Shots.Fuzz/Program.cs': main,
    });
    assert.deepEqual(found, ['Shots: src/Shots/Shots.csproj:2', 'Shots.Host: src/Shots.Host/Program.cs:3']);
    assert.deepEqual(await programs({ 'Shots.csproj': project(), 'App.xaml.cs': 'class App {}\n' }), [
      'Shots: Shots.csproj:2',
    ]);
  });

  it('are projects of .NET with a `Main` in any file beside the project, by the name of what is built', async () => {
    const project = (more = '') => `<Project>\n<OutputType>WinExe</OutputType>\n${more}\n</Project>\n`;
    const main = (name: string) => `class ${name}\n{\n  static void Main() {}\n}\n`;
    const found = await programs({
      'src/Shots/Program.cs': main('Program'),
      'src/Shots/Shots.csproj': project(),
      'src/Shots.Update/UpdateApp.cs': main('UpdateApp'),
      'src/Shots.Update/Shots.Update.csproj': project('<AssemblyName>shots-update</AssemblyName>'),
      'src/Shots.Lib/Try.cs': main('Try'),
      'src/Shots.Lib/Shots.Lib.csproj': '<Project>\n<OutputType>Library</OutputType>\n</Project>\n',
    });
    assert.deepEqual(found, ['shots-update: src/Shots.Update/UpdateApp.cs:3', 'Shots: src/Shots/Program.cs:3']);
  });
});

describe('main classes of the JVM', () => {
  const main = (name: string): string => `class ${name} {\n  public static void main(String[] args) {}\n}\n`;

  it('are read in every form that builds name them by', () => {
    for (const { main: pattern, example } of mainClassForms)
      assert.deepEqual(
        [...example.matchAll(pattern)].map((match) => match[1] ?? match[2]),
        ['org.shop.Main'],
      );
  });

  it('are those that scripts of users start, in modules of tools too, and none that the build runs by itself', async () => {
    const object = 'package shop\n\nobject Shop {\n  def main(args: Array[String]): Unit = {\n  }\n}\n';
    const found = await programs({
      'build.gradle':
        "task listCups(type: JavaExec) {\n  classpath = sourceSets.main.runtimeClasspath\n  mainClass = 'org.shop.CupConfig'\n}\n",
      'bin/shop-start.sh': '#!/bin/sh\nexec $(dirname $0)/run.sh shop.Shop "$@"\n',
      'bin/shop-cups.sh': '#!/bin/sh\nexec $(dirname $0)/run.sh org.shop.tools.CupCommand "$@"\n',
      'src/main/scala/shop/Shop.scala': object,
      'src/main/java/org/shop/CupConfig.java': main('CupConfig'),
      'src/main/java/org/shop/TryServer.java': main('TryServer'),
      'tools/src/main/java/org/shop/tools/CupCommand.java': main('CupCommand'),
    });
    assert.deepEqual(found.toSorted(), [
      'CupCommand: tools/src/main/java/org/shop/tools/CupCommand.java:2',
      'Shop: src/main/scala/shop/Shop.scala:4',
    ]);
  });

  it('are the programs of their module, and others of it are not', async () => {
    const found = await programs({
      'pom.xml': '<project><mainClass>org.shop.Focus</mainClass></project>',
      'src/main/java/org/shop/Focus.java': main('Focus'),
      'src/main/java/org/shop/TryServer.java': main('TryServer'),
      'web/pom.xml': '<project/>',
      'web/src/main/java/org/web/WebServer.java': main('WebServer'),
    });
    assert.deepEqual(found, [
      'Focus: src/main/java/org/shop/Focus.java:2',
      'WebServer: web/src/main/java/org/web/WebServer.java:2',
    ]);
    assert.deepEqual(await programs({ 'src/Main.java': main('Main') }), ['Main: src/Main.java:2']);
  });

  it('are those that scripts for users start, where there are any', async () => {
    const found = await programs({
      'bin/shop.sh': '#!/bin/sh\nMAIN=("-Dx=1" "org.shop.server.QuorumMain")\nexec java $MAIN\n',
      'server/pom.xml': '<project/>',
      'server/src/main/java/org/shop/server/QuorumMain.java': main('QuorumMain'),
      'server/src/main/java/org/shop/server/TryServer.java': main('TryServer'),
      'shop-contrib/src/main/java/org/shop/LookMain.java': main('LookMain'),
    });
    assert.deepEqual(found, ['QuorumMain: server/src/main/java/org/shop/server/QuorumMain.java:2']);
  });
});

describe('programs of Python', () => {
  it('are those of all platforms, each with all of its names', async () => {
    const found = await programs({
      'setup.py': [
        'if win:',
        "    entry_points = {'console_scripts': [",
        "        'fixit = fixit.main:main',",
        "        'fixit_first = fixit.first:main']}",
        'else:',
        "    entry_points = {'console_scripts': ['fixit = fixit.main:main',",
        "        'fix = fixit.first:main']}",
      ].join('\n'),
    });
    assert.deepEqual(found, ['fixit: setup.py:3', 'fix, also fixit_first: setup.py:7']);
  });

  it('are the modules that a server of an image or a Procfile takes', async () => {
    const files = { 'backend/shop/main.py': 'app = FastAPI()\n', 'backend/shop/__init__.py': '' };
    const image = 'FROM python\nCMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]\n';
    assert.deepEqual(await programs({ ...files, 'backend/Dockerfile': image }), [
      'backend/shop/main.py: backend/Dockerfile:2',
    ]);
    assert.deepEqual(await programs({ ...files, Procfile: 'web: gunicorn -w 4 backend.shop.main:app\n' }), [
      'backend/shop/main.py: Procfile:1',
    ]);
  });
});

describe('programs that an image starts', () => {
  it('are read from a list over several lines, through what only prepares the start', async () => {
    const image = [
      'FROM python',
      'CMD [ \\',
      '  "uv", "run", "--no-dev", "--", \\',
      '  "gunicorn", "-k", "uvicorn.workers.UvicornWorker", \\',
      '  "cups.app:app" ]',
    ].join('\n');
    const found = await programs({ 'backend/cups/app.py': 'app = FastAPI()\n', Dockerfile: image });
    assert.deepEqual(found, ['backend/cups/app.py: Dockerfile:2']);
  });

  it('are told beside the client that the same package installs', async () => {
    const manifest = '{"name":"mug","bin":{"mug":"./bin.js"},\n"scripts":{"start":"migrate deploy && node server.js"}}';
    const files = { 'package.json': manifest, 'bin.js': 'require("./mug");\n', 'server.js': '1;\n' };
    assert.deepEqual(await programs(files), ['mug: package.json:1']);
    assert.deepEqual(await programs({ ...files, Dockerfile: 'FROM node\nCMD ["npm", "run", "start"]\n' }), [
      'mug: package.json:1',
      'server.js: package.json:2',
    ]);
  });

  it('are started through another script of the same package', async () => {
    const manifest =
      '{"name":"mug",\n"scripts":{"start":"cross-env TZ=UTC yarn babel index.js","babel":"node -r ./x.cjs"}}';
    assert.deepEqual(await programs({ 'package.json': manifest, 'index.js': '1;\n' }), ['mug: package.json:2']);
  });

  it('are those of packages, where the file that the whole is started with is only in an image', async () => {
    const files = {
      'package.json': '{"name":"mug","scripts":{"start":"node ./main.js"}}',
      'server/package.json': '{"name":"server","scripts":{"start":"nest start"}}',
      'server/src/main.ts': '1;\n',
    };
    assert.deepEqual(await programs(files), ['server: server/package.json:1']);
    assert.deepEqual(await programs({ ...files, 'main.js': '1;\n' }), [
      'mug: package.json:1',
      'server: server/package.json:1',
    ]);
  });
});

describe('programs of one name', () => {
  it('are told by the one in the language of the whole', async () => {
    const found = await programs({
      'go.mod': 'module example.org/migrate\n',
      'main.go': `package main\n\nfunc main() {\n${'  run()\n'.repeat(20)}}\n`,
      'npm/package.json': '{"name":"migrate","bin":{"migrate":"cli.js"}}',
      'npm/cli.js': 'run();\n',
    });
    assert.deepEqual(found, ['migrate: main.go:3']);
  });

  it('are of Android called as they are installed, where the module is called like any other', async () => {
    const manifest =
      '<manifest>\n<intent-filter>\n<action android:name="android.intent.action.MAIN" />\n<category android:name="android.intent.category.LAUNCHER" />\n</intent-filter>\n</manifest>\n';
    const files = { 'app/src/main/AndroidManifest.xml': manifest };
    const build = 'android {\n    defaultConfig {\n        applicationId "org.cups.files"\n    }\n}\n';
    assert.deepEqual(await programs({ ...files, 'app/build.gradle': build }), [
      'org.cups.files: app/src/main/AndroidManifest.xml:3',
    ]);
  });
});

describe('a program beside the product', () => {
  const side = {
    'bot/package.json': '{"name":"bot","private":true,"scripts":{"start":"node bot.js"}}',
    'bot/bot.js': '1;\n',
  };

  it('is not told where the language of nearly all of the code starts nothing', async () => {
    assert.deepEqual(await programs(side), ['bot: bot/package.json:1']);
    assert.deepEqual(await programs({ ...side, 'lib/shop.rb': 'def a\nend\n'.repeat(50) }), []);
  });

  it('is not told where another package registers the routes', async () => {
    const server = (folder: string): Record<string, string> => ({
      [`${folder}package.json`]: '{"name":"server","private":true,"dependencies":{"express":"4.0.0"}}',
      [`${folder}src/server.js`]: `const app = require('express')();\n${['a', 'b', 'c', 'd', 'e']
        .map((path) => `app.get('/${path}', handle);\n`)
        .join('')}`,
    });
    assert.deepEqual(await programs({ ...side, ...server('') }), []);
    assert.deepEqual(await programs({ ...side, ...server('server/') }), []);
    assert.deepEqual(await programs({ ...side, ...server('bot/api/') }), ['bot: bot/package.json:1']);
  });
});
