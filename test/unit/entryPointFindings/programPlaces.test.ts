import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { analyzeSources } from '../../support/analyzeSources';
import { programsOf } from './programsOf';

const launcher =
  '<manifest>\n<intent-filter>\n<action android:name="android.intent.action.MAIN" />\n<category android:name="android.intent.category.LAUNCHER" />\n</intent-filter>\n</manifest>\n';
const idOf = (id: string): string => `android {\n    defaultConfig {\n        applicationId = "${id}"\n    }\n}\n`;

describe('where programs begin', () => {
  it('is `Main` of .NET below its attributes, or the first statement', async () => {
    const files = {
      'src/Cups/Cups.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n<OutputType>Exe</OutputType>\n</Project>\n',
      'src/Cups/Program.cs':
        'using System;\n\nclass Program\n{\n    [STAThread]\n    private static void Main()\n    {\n    }\n}\n',
      'src/Plates/Plates.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />\n',
      'src/Plates/Program.cs':
        '// Plates\nusing System;\nusing static System.Math;\n\nvar name = 1;\nvar builder = WebApplication.CreateBuilder(args);\n',
    };
    assert.deepEqual((await programsOf(files)).sort(), [
      'Cups: src/Cups/Program.cs:6',
      'Plates: src/Plates/Program.cs:6',
    ]);
  });

  it('is where applications of Android are named, if a library that they share has the launcher', async () => {
    const files = {
      'app-common/src/main/AndroidManifest.xml': launcher,
      'app-common/build.gradle.kts': 'android {\n    namespace = "org.cups.common"\n}\n',
      'app-cups/build.gradle.kts': idOf('org.cups'),
      'app-cups/src/main/java/org/cups/App.kt': 'package org.cups\n\nclass App\n',
      'app-plates/build.gradle.kts': idOf('org.plates'),
      'ui/catalog/build.gradle.kts': idOf('org.cups.catalog'),
      'ui/catalog/src/main/AndroidManifest.xml': launcher,
      'cli/words-cli/src/main/kotlin/org/cups/words/Main.kt': 'package org.cups.words\n\nfun main() {\n}\n',
    };
    assert.deepEqual(await programsOf(files), [
      'app-cups: app-cups/build.gradle.kts:3',
      'app-plates: app-plates/build.gradle.kts:3',
    ]);
  });

  it('is cited with what the launcher starts, where the build of the whole says the name', async () => {
    const { findings } = await analyzeSources([entryPointFindingsAnalyzer], {
      'settings.gradle.kts': 'rootProject.name = "Cups"\n',
      'app/src/main/AndroidManifest.xml': launcher,
      'app/src/main/java/org/cups/App.kt': 'package org.cups\n\nclass App\n',
    });
    const told = findings.find(({ rule }) => rule === 'entry-points/programs');
    assert.deepEqual(
      told?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['app/src/main/AndroidManifest.xml:3', 'settings.gradle.kts:1'],
    );
  });

  it('is in a class of the JVM where no application of a phone stands beside it', async () => {
    const main = 'package org.cups.words\n\nfun main() {\n}\n';
    assert.deepEqual(await programsOf({ 'cli/words-cli/src/main/kotlin/org/cups/words/Main.kt': main }), [
      'org.cups.words.Main: cli/words-cli/src/main/kotlin/org/cups/words/Main.kt:3',
    ]);
  });

  it('is the module that the virtual machine of Elixir starts, where a release or a server is made of it', async () => {
    const mix = (more: string): string =>
      `defmodule Cups.MixProject do\n  def project do\n    [app: :cups, ${more}]\n  end\n\n  def application do\n    [\n      mod: {Cups.Application, []}\n    ]\n  end\nend\n`;
    const code = { 'lib/cups.ex': 'defmodule Cups do\nend\n' };
    assert.deepEqual(await programsOf({ 'mix.exs': mix('releases: [cups: []]'), ...code }), ['cups: mix.exs:8']);
    assert.deepEqual(await programsOf({ 'mix.exs': mix('deps: []'), ...code }), []);
    const typed = `${mix('deps: []')}\n  defp escript do\n    [\n      main_module: Cups.CLI\n    ]\n  end\n`;
    assert.match((await programsOf({ 'mix.exs': typed, ...code })).join(), /^cups: mix\.exs:\d+$/);
  });

  it('is not in what no other module of Go may import from, beside a program that lies open', async () => {
    const main = 'package main\n\nfunc main() {\n}\n';
    const files = { 'go.mod': 'module example.org/cups\n', 'internal/fill/cmd/manager/main.go': main };
    assert.deepEqual(await programsOf({ ...files, 'cmd/cups/main.go': main }), ['cups: cmd/cups/main.go:3']);
    assert.deepEqual(await programsOf(files), ['manager: internal/fill/cmd/manager/main.go:3']);
  });

  it('is not in a file of Rust whose macro makes a plug-in of it', async () => {
    const files = {
      'Cargo.toml': '[package]\nname = "cups"\n',
      'src/main.rs': 'use std::env;\n\nfn main() {}\n',
      'plugins/bar/Cargo.toml': '[package]\nname = "bar"\ndescription = "A bar"\n',
      'plugins/bar/src/main.rs': 'use cups::Plugin;\n\nregister_plugin!(Bar);\n',
    };
    assert.deepEqual(await programsOf(files), ['cups: src/main.rs:3']);
  });

  it('is the module of Python that a service of a compose file starts and goes on with', async () => {
    const compose =
      'services:\n  orders:\n    command: ["python", "-m", "cups.orders.worker"]\n  mail:\n    command:\n      - python3\n      - -m\n      - cups.mail\n  once:\n    command: python -m cups.migrate\n  other:\n    command: python -m alembic.config upgrade\n';
    const files = {
      'docker-compose.yml': compose,
      'cups/orders/worker.py': 'if __name__ == "__main__":\n    run()\n',
      'cups/mail/__main__.py': 'run()\n',
      'cups/migrate.py': 'run()\n',
    };
    assert.deepEqual((await programsOf(files)).sort(), [
      'python -m cups.mail: docker-compose.yml:8',
      'python -m cups.orders.worker: docker-compose.yml:3',
    ]);
    assert.deepEqual(await programsOf({ ...files, 'docker-compose.yml': 'services: {}\n' }), [
      'python -m cups.mail: cups/mail/__main__.py:1',
    ]);
    // The server that stands beside a worker is not known.
    const app = 'from fastapi import FastAPI\n\napp = FastAPI()\n\n@app.get("/cups")\ndef cups():\n    pass\n';
    const worker = {
      'docker-compose.yml': 'services:\n  orders:\n    command: python -m cups.orders.worker\n',
      'cups/orders/worker.py': 'run()\n',
    };
    assert.deepEqual(await programsOf({ ...worker, 'cups/app.py': app }, [entryPointsAnalyzer]), []);
    assert.equal((await programsOf(worker)).length, 1);
  });

  it('is where Kotlin starts an application of Spring, whatever the file is called', async () => {
    const main = (call: string): Record<string, string> => ({
      'src/main/kotlin/CupsService.kt': `package org.cups\n\nclass CupsService\n\nfun main(args: Array<String>) {\n  ${call}(*args)\n}\n`,
    });
    assert.deepEqual(await programsOf(main('runApplication<CupsService>')), [
      'CupsService: src/main/kotlin/CupsService.kt:5',
    ]);
    assert.deepEqual(await programsOf(main('tryOut')), []);
  });

  it('is in no class of a library that is just called `Main`, beside what a server runs', async () => {
    const files = {
      'web/pom.xml': '<project>\n<artifactId>cups-web</artifactId>\n<packaging>war</packaging>\n</project>',
      'web/src/main/java/org/cups/Filter.java': 'package org.cups;\n\nclass Filter {\n}\n',
      'changes/pom.xml': '<project>\n<artifactId>cups-changes</artifactId>\n</project>',
      'changes/src/main/java/org/cups/Main.java':
        'package org.cups;\n\npublic class Main {\n  public static void main(String[] args) {\n  }\n}\n',
    };
    assert.deepEqual(await programsOf(files), ['cups-web: web/pom.xml:3']);
    const named = '<project>\n<artifactId>c</artifactId>\n<mainClass>org.cups.Main</mainClass>\n</project>';
    assert.equal((await programsOf({ ...files, 'changes/pom.xml': named })).length, 2);
  });

  it('is a folder at the top of a module of Go with packages of its own, or what an image builds by its files', async () => {
    const main = 'package main\n\nfunc main() {\n}\n';
    const part = 'package part\n';
    const files = {
      'src/go.mod': 'module example.org/shop/src\n',
      'src/core/main.go': main,
      'src/core/api/a.go': part,
      'src/core/auth/b.go': part,
      'src/loose/main.go': main,
      'src/lib/c.go': part,
    };
    assert.deepEqual(await programsOf(files), ['core: src/core/main.go:3']);
    const image = {
      Dockerfile: 'FROM golang\nCOPY ./back .\nRUN go build -o /out/api -v ./app/api/*.go\n',
      'back/go.mod': 'module example.org/back\n',
      'back/app/api/main.go': main,
      'back/app/other/main.go': main,
    };
    assert.deepEqual(await programsOf(image), ['api: back/app/api/main.go:3']);
  });

  it('parts services of Go that are called the same, and tells crates that images are made of', async () => {
    const main = 'package main\n\nfunc main() {\n}\n';
    const files = {
      'go.mod': 'module example.org/shop\n',
      'app/cart/cmd/server/main.go': main,
      'app/user/cmd/server/main.go': main,
    };
    assert.deepEqual(await programsOf(files), [
      'app/cart/cmd/server: app/cart/cmd/server/main.go:3',
      'app/user/cmd/server: app/user/cmd/server/main.go:3',
    ]);
    const systems = { 'go.mod': 'module example.org/shop\n', 'cmd/agent/main.go': main, 'cmd/agent/man.go': main };
    assert.deepEqual(await programsOf({ ...systems, 'cmd/cups/main.go': main, 'generate.go': main }), [
      'agent: cmd/agent/main.go:3',
      'cups: cmd/cups/main.go:3',
    ]);
    const crate = (name: string, more: string): string => `[package]\nname = "${name}"\n${more}\n`;
    const rust = {
      'cli/Cargo.toml': crate('cups', 'description = "Washes cups"'),
      'cli/src/main.rs': 'fn main() {}\n',
      'server/Cargo.toml': crate('server', 'publish = false'),
      'server/Dockerfile': 'FROM rust\n',
      'server/src/main.rs': 'fn main() {}\n',
      'try/Cargo.toml': crate('try', 'publish = false'),
      'try/src/main.rs': 'fn main() {}\n',
    };
    assert.deepEqual(await programsOf(rust, [dependenciesAnalyzer]), [
      'cups: cli/src/main.rs:1',
      'server: server/src/main.rs:1',
    ]);
  });
});
