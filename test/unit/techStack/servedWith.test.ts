import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { entryPointsAnalyzer } from '../../../src/engine/genesis/analyzers/entryPoints';
import { mainStackAnalyzer, techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { analyzeSources } from '../../support/analyzeSources';

async function toldOf(files: Readonly<Record<string, string>>): Promise<{ title: string; content: string }> {
  const all = [dependenciesAnalyzer, techStackAnalyzer, entryPointsAnalyzer, mainStackAnalyzer];
  const { findings, problems } = await analyzeSources(all, files);
  assert.deepEqual(problems, []);
  const { title = '', content = '' } = findings.find(({ rule }) => rule === 'techStack/main-stack') ?? {};
  return { title, content };
}

const controllers = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `src/Controller/Cup${at}Controller.php`,
      `<?php\nnamespace App\\Controller;\n\nuse Symfony\\Component\\Routing\\Attribute\\Route;\n\nclass Cup${at}Controller\n{\n    #[Route('/cups${at}', methods: ['GET'])]\n    public function list() {}\n}\n`,
    ]),
  );

const parts = '{"require": {"php": ">=8.4", "symfony/http-kernel": "^7.3", "symfony/routing": "^7.3"}}';

describe('what the routes are registered with', () => {
  it('is what the project is built with, also where no manifest asks for it by its name', async () => {
    const { title, content } = await toldOf({ 'composer.json': parts, ...controllers(40) });
    assert.equal(title, 'Built with Symfony on PHP >=8.4');
    assert.match(content, /Symfony \(`src\/Controller\/Cup0Controller\.php:8`\)/);
  });

  it('is a part of the project where the routes are few', async () => {
    const { title } = await toldOf({ 'composer.json': parts, ...controllers(12) });
    assert.equal(title, 'Written in PHP >=8.4, with Symfony');
  });

  it('stands in the list alone where another framework serves most, or where it comes with the language', async () => {
    const urls = Array.from({ length: 12 }, (_, at) => `\thttp.HandleFunc("/cups${at}", list)\n`).join('');
    const { title, content } = await toldOf({
      'go.mod': 'module example.org/cups\n\ngo 1.24\n',
      'main.go': `package main\n\nimport "net/http"\n\nfunc list(w http.ResponseWriter, r *http.Request) {}\n\nfunc main() {\n${urls}\thttp.ListenAndServe(":80", nil)\n}\n`,
    });
    assert.equal(title, 'Written in Go 1.24');
    assert.match(content, /net\/http \(`main\.go:/);
  });
});

describe('a server in a corner of a program of commands', () => {
  it('comes after the commands, also where it serves pages', async () => {
    const command = (name: string): string =>
      `package cmd\n\nimport "github.com/spf13/cobra"\n\nvar ${name} = &cobra.Command{Use: "${name}"}\n`;
    const { title } = await toldOf({
      'go.mod':
        'module example.org/cups\n\ngo 1.24\n\nrequire (\n\tgithub.com/gorilla/mux v1.8.1\n\tgithub.com/spf13/cobra v1.8.0\n)\n',
      'web/package.json': '{"name": "web", "dependencies": {"react": "19.1.0"}}',
      'web/src/App.jsx': "import React from 'react';\nexport const App = () => <p />;\n",
      'cmd/serve.go':
        'package cmd\n\nimport (\n\t"net/http"\n\n\t"github.com/gorilla/mux"\n)\n\nfunc list(w http.ResponseWriter, r *http.Request) {}\n\nfunc serve() {\n\trouter := mux.NewRouter()\n\trouter.HandleFunc("/cups", list)\n\thttp.ListenAndServe(":80", router)\n}\n',
      ...Object.fromEntries(['wash', 'dry', 'stack', 'break'].map((name) => [`cmd/${name}.go`, command(name)])),
    });
    assert.equal(
      title,
      'Written in Go 1.24, its commands with Cobra 1.8.0, a server in it with Gorilla Mux 1.8.1 and React 19.1.0 (web)',
    );
  });
});

describe('the version in the title', () => {
  it('is shown by the line of the lock file that holds it, also of what reads commands', async () => {
    const file = 'use clap::Parser;\n\n#[derive(Parser)]\nstruct Cup;\n';
    const { content } = await toldOf({
      'Cargo.toml': '[package]\nname = "cups"\nversion = "1.0.0"\n\n[dependencies]\nclap = "4"\n',
      'Cargo.lock':
        'version = 4\n\n[[package]]\nname = "clap"\nversion = "4.6.1"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n',
      'src/main.rs': `mod a;\nmod b;\n${file}fn main() {}\n`,
      'src/a.rs': file,
      'src/b.rs': file,
    });
    assert.match(content, /clap 4\.6\.1 \(`Cargo\.toml:6`, `Cargo\.lock:3`\)/);
  });
});
