import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { productAnalyzer } from '../../../src/engine/genesis/analyzers/product';
import { analyzeSources } from '../../support/analyzeSources';

describe('purpose of a product', () => {
  it('stands in the manifest of the product, not in one of its pages', async () => {
    const { findings } = await analyzeSources([dependenciesAnalyzer, productAnalyzer], {
      'package.json': '{"name": "cups-deps", "description": "The JavaScript dependencies of Cups"}',
      'pyproject.toml': '[project]\nname = "cups"\ndescription = "A quiet store of cups for tea shops"\n',
      'cups/a.py': 'a()\n',
    });
    const purpose = findings.find(({ rule }) => rule === 'product/purpose');
    assert.match(purpose?.title ?? '', /A quiet store of cups for tea shops$/);
    assert.deepEqual(
      purpose?.evidence.map(({ path }) => path),
      ['pyproject.toml'],
    );
  });
});

describe('a heading that says what the product is', () => {
  it('is its purpose', async () => {
    const files = {
      'README.md': '# Cups is a store of clean plates for tea shops.\n\n__Spend less time washing them up.__\n',
      'a.ts': 'a();\n',
    };
    const { findings } = await analyzeSources([dependenciesAnalyzer, productAnalyzer], files, { name: 'cups' });
    assert.equal(
      findings.find(({ rule }) => rule === 'product/purpose')?.title,
      'Cups is a store of clean plates for tea shops.',
    );
  });
});

describe('packages of a product', () => {
  it('are none that tests install', async () => {
    const named = (name: string) => JSON.stringify({ name, description: `Washes the ${name} of tea shops` });
    const titleOf = async (files: Readonly<Record<string, string>>) =>
      (await analyzeSources([dependenciesAnalyzer, productAnalyzer], files)).findings.find(
        ({ rule }) => rule === 'product/packages',
      )?.title;
    const own = { 'packages/a/package.json': named('cups'), 'packages/b/package.json': named('plates') };
    const mocks = { 'spec/deps/a/package.json': named('cup-mock'), 'sandbox/b/package.json': named('plate-try') };
    assert.equal(await titleOf(mocks), undefined);
    // Its name said again is nothing that it says.
    const silent = { 'packages/c/package.json': '{"name": "@shop/saucers", "description": "@shop/saucers"}' };
    assert.equal(await titleOf({ ...own, ...mocks, ...silent }), 'What packages say they are for: cups and plates');
  });
});

describe('releases of a product', () => {
  it('tells no release of a log that nobody keeps any more', async () => {
    const day = 24 * 3_600_000;
    const commit = (n: number, path: string) => ({
      sha: `${n}`,
      author: 'a',
      authoredAt: (1_000 - n * 3) * day,
      subject: 's',
      files: [path],
    });
    const told = async (log: string, version: string, touched: number): Promise<string | undefined> => {
      const commits = Array.from({ length: 300 }, (_, n) => commit(n, n === touched ? 'CHANGELOG.md' : 'src/a.ts'));
      const { findings } = await analyzeSources(
        [productAnalyzer],
        { 'CHANGELOG.md': log, 'package.json': JSON.stringify({ name: 'a', version }), 'src/a.ts': 'a();\n' },
        { git: { branch: 'main', commit: 'a', remote: null, commits } },
      );
      return findings.find(({ rule }) => rule === 'product/releases')?.title;
    };
    const title = 'The topmost release in CHANGELOG.md is 1.1.0';
    const behind = 'package.json says version 1.2.0; the topmost release in CHANGELOG.md is 1.1.0';
    assert.equal(await told('## 1.1.0\n', '1.2.0', 20), behind);
    assert.equal(await told('## 1.1.0\n', '2.0.0-beta.1', 20), title);
    assert.equal(await told('## 1.1.0\n', '1.4.0', 20), undefined);
    assert.equal(await told('## 1.1.0\n', '1.1.0', 250), undefined);
  });
});
