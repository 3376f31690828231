import assert from 'node:assert/strict';
import { architectureAnalyzer } from '../../../src/engine/genesis/analyzers/architecture';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { mainStackAnalyzer, techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { analyzeSources } from '../../support/analyzeSources';
import { npmLock } from './project';

async function linesOf(rule: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await analyzeSources([dependenciesAnalyzer, techStackAnalyzer, mainStackAnalyzer], files);
  const told = findings.find((one) => one.rule === rule);
  return (told?.evidence ?? []).map((one) => `${one.path}:${one.startLine}-${one.endLine}`);
}

describe('lines that are cited of manifests and lock files', () => {
  it('are all that ask for something, and the lock file', async () => {
    const files = {
      'package.json':
        '{\n  "name": "cups",\n  "dependencies": {\n    "react": "^18.0.0",\n    "a": "^1.0.0"\n  },\n  "devDependencies": {\n    "b": "^2.0.0"\n  }\n}\n',
      'package-lock.json': npmLock({ a: { version: '1.0.1' }, b: { version: '2.0.0' }, react: { version: '18.2.0' } }),
      'src/index.jsx': "import React from 'react';\nimport a from 'a';\nexport default () => a;\n",
    };
    assert.deepEqual(await linesOf('dependencies/overview', files), ['package.json:4-8', 'package-lock.json:1-4']);
    const stack = await linesOf('techStack/main-stack', files);
    assert.ok(stack.includes('package-lock.json:10-11'), stack.join());
  });

  it('show name and version of an entry that has them below each other', async () => {
    const files = {
      'Cargo.toml': '[package]\nname = "cups"\nversion = "0.1.0"\n\n[dependencies]\nactix-web = "4"\n',
      'Cargo.lock':
        'version = 4\n\n[[package]]\nname = "actix-web"\nversion = "4.9.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n',
      'src/main.rs': 'use actix_web::App;\nfn main() { App::new(); }\n',
    };
    assert.ok((await linesOf('techStack/main-stack', files)).includes('Cargo.lock:3-5'));
  });

  it('go in a pom from the entry to its version', async () => {
    const files = {
      'pom.xml':
        '<project>\n<groupId>org.cups</groupId><artifactId>cups</artifactId>\n<dependencies>\n<dependency>\n<groupId>org.springframework.boot</groupId>\n<artifactId>spring-boot-starter-web</artifactId>\n<version>3.5.0</version>\n</dependency>\n</dependencies>\n</project>\n',
      'src/main/java/cups/A.java': 'package cups;\nimport org.springframework.boot.SpringApplication;\nclass A { }\n',
    };
    assert.ok((await linesOf('techStack/main-stack', files)).includes('pom.xml:4-7'));
  });

  it('leave out modules of tools and of tests, and say so', async () => {
    const { findings } = await analyzeSources([dependenciesAnalyzer, architectureAnalyzer], {
      'go.mod': 'module example.org/cups\n\nrequire github.com/a/b v1.0.0\n',
      'cups.go': 'package cups\n\nimport "github.com/a/b"\n\nvar B = b.B\n',
      'tools/go.mod': 'module example.org/cups/tools\n\nrequire github.com/c/d v1.0.0\n',
      'tools/tools.go': '//go:build tools\n\npackage tools\n\nimport _ "github.com/c/d"\n',
      'xtask/Cargo.toml': '[package]\nname = "xtask"\n\n[dependencies]\nanyhow = "1"\n',
      'internal/test/go.mod': 'module example.org/cups/test\n\nrequire github.com/e/f v1.0.0\n',
    });
    const told = findings.find(({ rule }) => rule === 'dependencies/overview');
    assert.equal(told?.title, '1 direct dependency found in go.mod');
    assert.match(told?.content ?? '', /Not counted is what lies beside the product: .*`tools\/go\.mod`/);
    assert.match(told?.content ?? '', /`internal\/test\/go\.mod`/);
  });

  it('count no package of the repository, however its name is written', async () => {
    const { findings } = await analyzeSources([dependenciesAnalyzer], {
      'pyproject.toml': '[project]\nname = "cups"\ndependencies = ["httpx>=0.27", "Cups-Kit"]\n',
      'packages/kit/pyproject.toml': '[project]\nname = "cups_kit"\n',
      'cups/a.py': 'import httpx\n',
    });
    const told = findings.find(({ rule }) => rule === 'dependencies/overview');
    assert.equal(told?.title, '1 direct dependency found in pyproject.toml');
    assert.match(told?.content ?? '', /Packages of the repository itself are not counted\./);
  });

  it('show the licence of a package, and of a weakness that is told no second time', async () => {
    const files = {
      'package.json': '{\n  "dependencies": {\n    "a": "^1.0.0"\n  }\n}\n',
      'package-lock.json':
        '{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/a": {\n      "version": "1.0.1",\n      "license": "AGPL-3.0"\n    }\n  }\n}\n',
      'src/index.js': "import a from 'a';\nexport default a;\n",
    };
    assert.deepEqual(await linesOf('dependencies/copyleft', files), ['package.json:3-3', 'package-lock.json:4-10']);
    const twice = {
      'requirements.txt': 'django==1.8.19\n',
      'requirements-dev.txt': 'django==1.8.19\n',
      'a.py': 'import django\n',
    };
    assert.equal((await linesOf('dependencies/notorious-version', twice)).length, 2);
    assert.deepEqual(await linesOf('dependencies/notorious-transitive', twice), []);
  });

  it('hold no address of the very machine that a package was locked on', async () => {
    const files = (host: string): Record<string, string> => ({
      'package.json': '{"dependencies": {"a": "^1.0.0"}}',
      'package-lock.json': `{\n  "lockfileVersion": 3,\n  "packages": {\n    "node_modules/a": {\n      "version": "1.0.1",\n      "resolved": "http://${host}/a/-/a-1.0.1.tgz"\n    }\n  }\n}\n`,
    });
    assert.deepEqual(await linesOf('dependencies/insecure-source', files('localhost:4873')), []);
    assert.equal((await linesOf('dependencies/insecure-source', files('packages.example.org'))).length, 1);
  });
});
