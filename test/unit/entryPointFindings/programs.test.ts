import assert from 'node:assert/strict';
import { commandsAnalyzer } from '../../../src/engine/genesis/analyzers/commands';
import { entryPointFindingsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPointFindings';
import { analyzeSources } from '../../support/analyzeSources';
import { programsOf } from './programsOf';

const main = 'package main\n\nfunc main() {\n}\n';

describe('programs of Go', () => {
  it('are those that a release is built from, by the names that it gives to them', async () => {
    const files = {
      'go.mod': 'module example.org/shop\n',
      'main.go': main,
      'cli/injector/main.go': main,
      'cli/report/main.go': main,
      'internal/gen/main.go': main,
      'trial/client/client.go': main,
      'cmd/generate/config/main.go': main,
      'server/services/store/generators/main.go': main,
      'trial/client/Dockerfile': 'FROM scratch\n',
    };
    const release = [
      'before:',
      '  hooks:',
      '    - go generate ./...',
      'builds:',
      '  - id: controller',
      '    binary: manager # the first',
      '    goos:',
      '      - linux',
      '  - main: ./cli/injector/main.go',
      '    env:',
      '      - main: no',
      '  - id: other',
      '    main: ./cli/gone',
      '  - dir: cli',
      '    main: ./report',
      '    binary: "{{ .ProjectName }}"',
      'archives:',
      '  - main: ./internal/gen',
    ].join('\n');
    assert.deepEqual(await programsOf({ ...files, '.goreleaser.yml': release }), [
      'injector: cli/injector/main.go:3',
      'report: cli/report/main.go:3',
      'manager: .goreleaser.yml:6',
    ]);
    assert.deepEqual(await programsOf(files), ['shop: main.go:3', 'client: trial/client/client.go:3']);
  });

  it('are cited from the file that a build takes in, beside one that writes documents', async () => {
    assert.deepEqual(
      await programsOf({
        'go.mod': 'module example.org/shop\n',
        'cmd/shop/docs.go': `//go:build generate\n\n${main}`,
        'cmd/shop/main.go': main,
        'cmd/shop-notes/main.go': `//go:build ignore\n\n${main}`,
      }),
      ['shop: cmd/shop/main.go:3'],
    );
    assert.deepEqual(
      await programsOf({
        'go.mod': 'module example.org/shop\n',
        'main.go': main,
        'tools.go': '// +build tools\n\npackage tools\n',
      }),
      ['shop: main.go:3'],
    );
  });

  it('are called like the module where the folder of its one program says nothing', async () => {
    const one = {
      'go.mod': 'module example.org/proxies/reproxy/v2\n',
      'app/main.go': main,
      'app/Dockerfile': 'FROM x\n',
    };
    assert.deepEqual(await programsOf(one), ['reproxy: app/main.go:3']);
    assert.deepEqual(await programsOf({ 'core/go.mod': one['go.mod'], 'core/cmd/main.go': main }), [
      'reproxy: core/cmd/main.go:3',
    ]);
    const two = { ...one, 'cmd/admin/main.go': main };
    assert.deepEqual(await programsOf(two), ['app/main.go: app/main.go:3', 'admin: cmd/admin/main.go:3']);
  });

  it('are those that an image builds', async () => {
    const image =
      'FROM golang\nRUN go build -ldflags "-s -w" \\\n  -o /out/shop ./server && \\\n  go install -v -o other/x\n';
    const found = await programsOf({ Dockerfile: image, 'server/main.go': main, 'other/x/main.go': main });
    assert.deepEqual(found, ['server: server/main.go:3']);
  });
});

describe('programs of Python and Swift', () => {
  it('are what a service starts with, and no scripts beside it', async () => {
    const guard = 'import x\n\nif __name__ == "__main__":\n    run()\n';
    const found = await programsOf({
      'cli/requirements.txt': 'click\n',
      'cli/auto_login.py': guard,
      'cli/cli_tests_move.py': guard,
      'server/requirements.txt': 'django\n',
      'server/seed.py': guard,
      'server/manage.py': guard,
      'mail/requirements.txt': 'x\n',
      'mail/mail_worker.py': guard,
      'feed/Dockerfile': 'FROM python\n',
      'feed/feed.py': guard,
    });
    assert.deepEqual(found, [
      'feed/feed.py: feed/feed.py:3',
      'mail/mail_worker.py: mail/mail_worker.py:3',
      'server/manage.py: server/manage.py:3',
    ]);
  });

  it('are files of code that runs, and no previews for those who develop', async () => {
    const found = await programsOf({
      'Sources/server/main.swift': '// Starts it.\nimport Vapor\n\nlet app = try start()\n',
      'Tools/smc/main.swift': 'import Foundation\nread()\n',
      'App/Previews/Cup/CupApp.swift': '@main\nstruct CupApp: App {}\n',
      'App/iOS/App.swift': 'import SwiftUI\n\n@main\nstruct CupApp: App {}\n',
    });
    assert.deepEqual(found, [
      'App/iOS/App.swift: App/iOS/App.swift:3',
      'server: Sources/server/main.swift:4',
      'Tools/smc/main.swift: Tools/smc/main.swift:2',
    ]);
  });
});

describe('programs of Rust', () => {
  it('are those of published crates, where there are any, and no targets of a fuzzer', async () => {
    const crate = (name: string, more = '') => `[package]\nname = "${name}"\nversion = "1.0.0"\n${more}`;
    const files = {
      'Cargo.toml': crate('just'),
      'src/main.rs': 'fn main() {}\n',
      'crates/book/Cargo.toml': crate('book', 'publish = false\n'),
      'crates/book/src/main.rs': 'fn main() {}\n',
      'fuzz/Cargo.toml': crate('fuzz', '[[bin]]\nname = "fuzz_frames"\npath = "fuzz_targets/frames.rs"\n'),
    };
    assert.deepEqual(await programsOf(files), ['just: src/main.rs:1']);
    // Next to it lies what writes tables for it: no registry takes that.
    const tool = {
      'Cargo.toml': '[workspace]\nmembers = ["term", "term/codegen"]\n',
      'term/Cargo.toml': crate('term', 'publish = false\n'),
      'term/src/main.rs': 'fn main() {}\n',
      'term/codegen/Cargo.toml': crate('codegen'),
      'term/codegen/src/main.rs': 'fn main() {}\n',
    };
    assert.deepEqual(await programsOf(tool), ['term: term/src/main.rs:1']);
    const own = { ...files, 'Cargo.toml': crate('server', 'publish = false\n') };
    assert.deepEqual(await programsOf(own), ['book: crates/book/src/main.rs:1', 'server: src/main.rs:1']);
    // What is called like the whole is no side thing, though no registry has it.
    const whole = {
      'core/Cargo.toml': crate('sample', 'publish = false\n'),
      'core/src/main.rs': 'fn main() {}\n',
      'keeper/Cargo.toml': crate('keeper', 'description = "Keeps"\n'),
      'keeper/src/main.rs': 'fn main() {}\n',
    };
    assert.deepEqual(await programsOf(whole), ['sample: core/src/main.rs:1', 'keeper: keeper/src/main.rs:1']);
  });
});

describe('programs of Android', () => {
  it('are modules that the launcher starts, unless they only frame code in another language', async () => {
    const manifest = (category: string) =>
      `<manifest>\n<activity android:name=".Main">\n<intent-filter>\n<action android:name="android.intent.action.MAIN" />\n<category android:name="android.intent.category.${category}" />\n</intent-filter>\n</activity>\n</manifest>\n`;
    const found = await programsOf({
      'android/src/main/AndroidManifest.xml': manifest('LAUNCHER'),
      'tiles/src/main/AndroidManifest.xml': manifest('DEFAULT'),
      'phone/pubspec.yaml': 'name: phone\n',
      'phone/android/app/src/main/AndroidManifest.xml': manifest('LAUNCHER'),
    });
    assert.deepEqual(found, ['sample: android/src/main/AndroidManifest.xml:4']);
    const named = await programsOf({
      'settings.gradle.kts': 'pluginManagement {}\n\nrootProject.name = "Feeds"\n',
      'app/src/main/AndroidManifest.xml': manifest('LAUNCHER'),
    });
    assert.deepEqual(named, ['Feeds: app/src/main/AndroidManifest.xml:4']);
  });
});

describe('programs that a package starts', () => {
  it('are servers that were built and applications of the desktop, and no tests', async () => {
    const started = async (scripts: object) => {
      const files = {
        'package.json': JSON.stringify({ name: 'shop', private: true, scripts }),
        'src/server.ts': 'export const port = 1;\n',
      };
      const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], files);
      return findings.flatMap(({ rule, title }) => (rule === 'entry-points/programs' ? [title] : []));
    };
    const told = ['Program found: shop'];
    const options = "cross-env NODE_OPTIONS='--max-old-space-size=8000' MODE=live";
    assert.deepEqual(await started({ server: `${options} node server/dist/src/server.js` }), told);
    assert.deepEqual(await started({ start: `${options} node server.js` }), told);
    assert.deepEqual(await started({ start: 'electron .' }), told);
    assert.deepEqual(await started({ start: 'electron ./build' }), told);
    assert.deepEqual(await started({ start: 'electron ./example' }), []);
    assert.deepEqual(await started({ server: 'node mock/server.js' }), []);
    assert.deepEqual(await started({ 'start:server': 'ts-node src/server/test.ts' }), []);
    assert.deepEqual(await started({ 'start:server': 'ts-node src/server/orders.spec.ts' }), []);
  });

  it('are no sites that tell of the product', async () => {
    const site = { 'package.json': '{"private":true}', 'apps/web/a.ts': '', 'apps/web/b.ts': '', 'apps/web/c.ts': '' };
    const app = (name: string) => JSON.stringify({ name, scripts: { start: 'next start' } });
    const both = { ...site, 'apps/landing/package.json': app('landing'), 'apps/web/package.json': app('web') };
    const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], {
      ...both,
      'apps/landing/a.ts': '',
    });
    const told = findings.filter(({ rule }) => rule === 'entry-points/programs').map(({ title }) => title);
    assert.deepEqual(told, ['Program found: web']);
  });

  it('are no places where a library is tried out', async () => {
    const started = async (more: object) => {
      const files = {
        'package.json': JSON.stringify({ name: 'fetcher', ...more, scripts: { start: 'node ./sandbox/server.js' } }),
        'sandbox/server.js': 'listen()\n',
        'index.js': 'export default 1\n',
      };
      const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], files);
      return findings.filter(({ rule }) => rule === 'entry-points/programs').map(({ title }) => title);
    };
    assert.deepEqual(await started({ main: 'index.js' }), []);
    assert.deepEqual(await started({ private: true }), ['Program found: fetcher']);
  });
});

describe('programs of images', () => {
  it('are no tools that run now and then', async () => {
    const files = {
      'tools/move/Dockerfile': 'FROM python\nCMD ["python", "move.py"]\n',
      'tools/move/move.py': 'run()\n',
    };
    const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], files);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'entry-points/programs'),
      [],
    );
  });
});

describe('programs that are named twice', () => {
  it('are one, where a command only loads the file that an image starts', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], {
      'package.json': '{"name": "board", "bin": {"board": "bin/board.js"}}',
      'bin/board.js': "#!/usr/bin/env node\nrequire('../lib/index.js');\n",
      'lib/index.js': 'listen();\n',
      Dockerfile: 'FROM node\nENTRYPOINT ["node", "lib/index.js"]\n',
    });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'entry-points/programs').map(({ title }) => title),
      ['Program found: board'],
    );
  });

  it('are no fixtures that tests install', async () => {
    const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], {
      'setup.cfg': '[options.entry_points]\nconsole_scripts =\n    hooks = hooks.main:main\n',
      'tests/data/repo/setup.cfg': '[options.entry_points]\nconsole_scripts =\n    foo = foo:main\n',
      'hooks/main.py': 'def main():\n    pass\n',
    });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'entry-points/programs').map(({ title }) => title),
      ['Program found: hooks'],
    );
  });
});

describe('programs of images in another language', () => {
  it('stand in for something while others are tried out, where the product has next to none of it', async () => {
    const titles = async (lines: number): Promise<string[]> => {
      const { findings } = await analyzeSources([commandsAnalyzer, entryPointFindingsAnalyzer], {
        'lib/shop.ex': `defmodule Shop do\n${'  def a, do: 1\n'.repeat(2_000)}end\n`,
        'priv/api/Dockerfile': 'FROM python\nCMD ["python", "server.py"]\n',
        'priv/api/server.py': 'serve()\n'.repeat(lines),
      });
      return findings.filter(({ rule }) => rule === 'entry-points/programs').map(({ title }) => title);
    };
    assert.deepEqual(await titles(20), []);
    assert.deepEqual(await titles(2_000), []);
    assert.deepEqual(await titles(5_000), ['Program found: priv/api/server.py']);
  });
});

describe('programs of .NET', () => {
  it('are called like the project that they are built by', async () => {
    const found = await programsOf({
      'Gateway/src/Gateway.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web" />\n',
      'Gateway/src/Program.cs': 'var app = 1;\n',
      'Loose/Program.cs': 'var app = 1;\n',
    });
    assert.deepEqual(found, ['Gateway: Gateway/src/Program.cs:1']);
  });
});
