import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { productAnalyzer } from '../../../src/engine/genesis/analyzers/product';
import { analyzeSources } from '../../support/analyzeSources';

async function linesOf(rule: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], files);
  const told = findings.find((one) => one.rule === rule);
  return [told?.title ?? '', ...(told?.evidence ?? []).map((one) => `${one.path}:${one.startLine}-${one.endLine}`)];
}

describe('what findings of the product cite', () => {
  it('the heading whose name they tell', async () => {
    const files = { 'README.md': '[badge](a)\n\n# Cupsy\n\nA small tool that washes dishes.\n' };
    assert.deepEqual(await linesOf('product/purpose', files), [
      'Cupsy: A small tool that washes dishes.',
      'README.md:3-3',
      'README.md:5-5',
    ]);
    const named = { 'README.md': '# Cupsy\n\nCupsy is a small tool that washes dishes.\n' };
    assert.deepEqual((await linesOf('product/purpose', named)).slice(1), ['README.md:3-3']);
  });

  it('the names of packages with what they say', async () => {
    const packageOf = (name: string, between: string): string =>
      `{\n  "name": "${name}",\n${between}  "description": "Washes ${name} for you"\n}\n`;
    const files = {
      'packages/a/package.json': packageOf('cups', '  "version": "1.0.0",\n'),
      'packages/b/package.json': packageOf('plates', '  "keywords": [],\n'.repeat(20)),
    };
    assert.deepEqual((await linesOf('product/packages', files)).slice(1), [
      'packages/a/package.json:2-4',
      'packages/b/package.json:23-23',
    ]);
  });

  it('a description to the end of its folded text, and the version that a manifest says', async () => {
    const pubspec = (name: string): string =>
      `name: ${name}\ndescription: >-\n  Washes ${name} of all kinds,\n  large ones too.\nversion: 1.0.0\n`;
    const files = { 'packages/a/pubspec.yaml': pubspec('cups'), 'packages/b/pubspec.yaml': pubspec('plates') };
    assert.deepEqual((await linesOf('product/packages', files)).slice(1), [
      'packages/a/pubspec.yaml:1-4',
      'packages/b/pubspec.yaml:1-4',
    ]);
    const released = {
      'CHANGELOG.md': '# Changes\n\n## 1.2.0\n',
      'package.json': '{\n  "name": "cups",\n  "version": "1.2.0"\n}\n',
    };
    assert.deepEqual((await linesOf('product/releases', released)).slice(1), ['CHANGELOG.md:3-3', 'package.json:3-3']);
  });

  it('the heading of features with the first of them', async () => {
    const files = { 'README.md': '# Cupsy\n\n## Features\n\n- Washing\n- Drying\n' };
    assert.deepEqual((await linesOf('product/features', files)).slice(1), ['README.md:3-5', 'README.md:6-6']);
  });

  it('of more packages than are listed that there are others', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 27 }, (_, n) => [
        `packages/p${n}/package.json`,
        `{"name": "p${n}", "description": "Washes cups of kind ${n}"}`,
      ]),
    );
    const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], files);
    const told = findings.find(({ rule }) => rule === 'product/packages')?.content.split('\n') ?? [];
    assert.deepEqual([told.length, told.at(-1)], [29, 'and 2 more']);
  });

  it('of manifests of several tools in one folder the one that users install it with', async () => {
    const files = {
      'core/Cargo.toml': '[package]\nname = "cups-py"\ndescription = "Washes cups of any size"\n',
      'core/pyproject.toml': '[project]\nname = "cups"\ndescription = "Washes cups of any size"\n',
      'core/package.json': '{"name": "cups-ui", "private": true, "description": "Scripts for those who develop"}',
      'pans/package.json': '{"name": "pans", "description": "Washes pans of any size"}',
    };
    assert.deepEqual((await linesOf('product/packages', files)).slice(1), [
      'core/pyproject.toml:2-3',
      'pans/package.json:1-1',
    ]);
  });

  it('a document on how a machine is set up for development', async () => {
    const files = { 'README.md': '# Cups\n', 'DEVELOPER_SETUP.md': '# Setup\n', 'CONTRIBUTING.md': '# Help\n' };
    assert.equal(
      (await linesOf('product/documents', files))[0],
      'Beside the read-me: CONTRIBUTING.md and DEVELOPER_SETUP.md',
    );
  });

  it('not what a private package of tools says beside the manifest of another language', async () => {
    const files = {
      'README.md': '# Cupsy\n\nCupsy is a server that washes dishes.\n',
      'package.json':
        '{"name": "cupsy", "private": true, "description": "The new new Cupsy web app", "devDependencies": {"eslint": "9"}}',
      'mix.exs': 'defmodule Cupsy.MixProject do\n  def project do\n    [app: :cupsy]\n  end\nend\n',
    };
    assert.deepEqual(await linesOf('product/purpose', files), [
      'Cupsy is a server that washes dishes.',
      'README.md:3-3',
    ]);
    const { 'mix.exs': _mix, ...alone } = files;
    assert.equal((await linesOf('product/purpose', alone)).length, 3);
  });

  it('tells neither what its makers do not want for the purpose, nor what it is for in another sentence', async () => {
    const unwanted =
      '# Cups\n\n> The developers of Cups do not support any use of it for tea.\n\nYet another washer of cups, written in Rust.\n';
    assert.equal((await linesOf('product/purpose', { 'README.md': unwanted })).at(-1), 'README.md:5-5');
    const found = '# Cups\n\nCups-gui key bindings can be found here on the pages of cups.\n';
    assert.deepEqual(await linesOf('product/purpose', { 'README.md': found }), ['']);
    const shipped = '[project]\nname = "cups-scripts"\ndescription = "Scripts that ship with Cups"\n';
    assert.deepEqual(await linesOf('product/purpose', { 'pyproject.toml': shipped }), ['']);
    const other =
      '# Cups Server\n\nPlates is an extension that washes plates for all.\n\nThis is the server backend for it\n';
    assert.ok(!(await linesOf('product/purpose', { 'README.md': other })).includes('README.md:5-5'));
  });
});
