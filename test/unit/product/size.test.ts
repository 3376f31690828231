import assert from 'node:assert/strict';
import { productAnalyzer } from '../../../src/engine/genesis/analyzers/product';
import { reportSize } from '../../../src/engine/genesis/analyzers/product/findings/size';
import type { FileRecord, FindingDraft } from '../../../src/engine/genesis/scanModel';
import { analyzeSources } from '../../support/analyzeSources';

describe('the size of a product', () => {
  it('rounds what it cannot know to the last file', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'src/a.ts': 'a();\n'.repeat(12_099),
      ...Object.fromEntries(Array.from({ length: 106 }, (_, at) => [`src/b${at}.js`, 'b();\n'])),
      'test/a.test.ts': 'test();\n'.repeat(98),
    });
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.equal(size?.title, 'At least 10,000 lines of TypeScript counted as source, at least 80 lines of tests');
    assert.match(size?.content ?? '', /\| TypeScript \| 1 \| 10,000 \|\n\| JavaScript \| 100 \| 180 \|/);
    assert.match(size?.content ?? '', /src\/a\.ts` \(12,100\)/);
  });

  it('says of how many files it was counted where a scan could not read all', async () => {
    const { model } = await analyzeSources([productAnalyzer], { 'src/a.ts': 'a();\nb();', 'test/a.test.ts': 'a();' });
    const told = (unread: readonly FileRecord[]): string[] => {
      const findings: FindingDraft[] = [];
      const whole = Object.assign(Object.create(model), { files: [...model.files, ...unread] });
      reportSize(whole, { finding: (one) => findings.push(one) });
      return findings.flatMap(({ title, content }) => [
        title,
        ...content.split('\n').filter((line) => /limit/.test(line)),
      ]);
    };
    const [source, test] = model.files.map((file): FileRecord => ({ ...file, lines: 0, skipped: 'over-limit' })) as [
      FileRecord,
      FileRecord,
    ];
    assert.deepEqual(told([]), ['2 lines of source counted in 1 file, 1 line of tests']);
    assert.deepEqual(told([{ ...source, skipped: 'generated' }]), told([]));
    assert.deepEqual(told([source, test]), [
      '2 lines of source counted in the files that were read',
      'Over the limit of a scan and not read: 1 file of source, 1 file of tests.',
    ]);
  });

  it('says how much of the tests measures', async () => {
    const files = { 'src/a.ts': 'a();', 'test/a.test.ts': 'a();\n', 'test/benchmark-cups.ts': 'a();' };
    const { findings } = await analyzeSources([productAnalyzer], files);
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.equal(size?.title, '1 line of source counted in 1 file, 3 lines of tests and benchmarks');
    assert.match(size.content, /^Benchmarks among the tests: 1 line\.$/m);
  });

  it('says what tests stand in the source', async () => {
    const files = {
      'src/lib.rs': 'fn pour() {}\n\n#[cfg(test)]\nmod tests {\n  #[test]\n  fn pours() {}\n}',
      'tests/pours.rs': '#[test]\nfn pours() {}',
    };
    const { findings } = await analyzeSources([productAnalyzer], files);
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.equal(size?.title, '7 lines of source counted in 1 file, 2 lines of tests in separate files');
    assert.match(size.content, /^At least 4 lines of the source, in 1 file, are tests that stand in it\.$/m);
  });

  it('takes samples of many languages among the tests for what the tests read', async () => {
    const samplesIn = async (endings: string): Promise<string | undefined> => {
      const samples = endings.split(' ').map((ending) => [`tests/shown/a.${ending}`, 'a\n'] as const);
      const files = { 'src/lib.rs': 'fn pour() {}', 'tests/pours.rs': '#[test]\nfn pours() {}' };
      const { findings } = await analyzeSources([productAnalyzer], { ...files, ...Object.fromEntries(samples) });
      return findings.find(({ rule }) => rule === 'product/size')?.title;
    };
    assert.equal(
      await samplesIn('py rb java kt go php lua swift'),
      '1 line of source counted in 1 file, 2 lines of tests',
    );
    assert.equal(await samplesIn('py rb'), '1 line of source counted in 1 file, 6 lines of tests');
  });

  it('counts scenarios in words among the tests', async () => {
    const files = { 'src/a.rb': 'a', 'features/plan.feature': 'Feature: a\n', 'features/steps/a.rb': 'a' };
    const { findings } = await analyzeSources([productAnalyzer], files);
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.equal(size?.title, '1 line of source counted in 1 file, 3 lines of tests');
  });

  it('counts the languages beyond the largest together', async () => {
    const files = Object.fromEntries(
      'py rb java kt go php lua swift dart c'.split(' ').map((end, n) => [`src/a.${end}`, 'a\n'.repeat(11 - n)]),
    );
    const { findings } = await analyzeSources([productAnalyzer], files);
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.deepEqual(size?.content.split('\n').slice(9, 11), ['| Swift | 1 | 5 |', '| 2 others | 2 | 7 |']);
  });

  it('takes rows, what Rails writes of a database and templates of others than Go for no source', async () => {
    const files = {
      'app/models/cup.rb': 'class Cup\nend\n',
      'db/schema.rb': 'ActiveRecord::Schema[8.0].define(version: 1) do\nend\n',
      'db/structure.sql': 'CREATE TABLE cups (id bigint NOT NULL);\n',
      'db/fill.sql': `INSERT INTO cups VALUES\n${"(1, 'a'),\n".repeat(300)}(2, 'b');\n`,
      'lib/cup.html.tmpl': '<p>{{ name }}</p>\n',
    };
    const { findings } = await analyzeSources([productAnalyzer], files);
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.equal(size?.title, '3 lines of source counted in 1 file');
    assert.match(size?.content ?? '', /generated code \(2 files\), rows and dumps of databases \(1 file\)/);
  });

  it('takes the pages that present a small library, and none that test others, for what lies beside it', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'src/a.ts': 'a();\n'.repeat(40),
      'website/pages/index.ts': 'b();\n'.repeat(60),
      'cups-test-framework/src/b.ts': 'c();\n'.repeat(5),
    });
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.equal(size?.title, 'At least 35 lines of TypeScript counted as source');
  });

  it('takes a folder of many pages and little else beside a compiled product for a site', async () => {
    const contentOf = async (pages: number): Promise<string | undefined> => {
      const site = Array.from({ length: pages }, (_, n) => [`www/p${n}/index.html`, '<p>cup</p>\n'.repeat(5)]);
      const files = { 'src/a.c': 'int a;\n'.repeat(900), 'utils/a.tcl': 'puts a\n', ...Object.fromEntries(site) };
      const { findings } = await analyzeSources([productAnalyzer], files);
      return findings.find(({ rule }) => rule === 'product/size')?.content;
    };
    assert.match((await contentOf(25)) ?? '', /not counted: `www\/` \(about 1\d\d lines\), `utils\/`/);
    assert.match((await contentOf(5)) ?? '', /^\| HTML \| 5 \|/m);
  });

  it('names all code that is not counted', async () => {
    const sizeOf = async (files: Readonly<Record<string, string>>) => {
      const { findings } = await analyzeSources([productAnalyzer], files);
      const size = findings.find(({ rule }) => rule === 'product/size');
      return [size?.title, size?.content.split('\n').find((line) => line.startsWith('Taken for'))];
    };
    const files = {
      'src/a.ts': 'a();\nb();\nc();\nd();\ne();\nf();',
      'tools/make.py': 'make()\n',
      'examples/shop/a.ts': 'a();',
      'examples/shop/b.ts': 'b();',
      'examples/shop/tests/b.test.ts': 'b();',
      'docs/conf.py': 'a = 1',
      'docs/intro.mdx': '# Cups',
      'vite.config.ts': 'export default {};',
      'cmake/cups.cmake': 'set(CUPS 1)',
      'src/locales/fr.ts': 'export default {};',
    };
    assert.deepEqual(await sizeOf(files), [
      '6 lines of source counted in 1 file',
      'Taken for something else and not counted: `tools/` (2 lines), examples (3 files), code of the build and of settings (2 files), code of documents (1 file), texts of languages (1 file).',
    ]);
    const packed = {
      ...Object.fromEntries(Object.entries(files).slice(0, 1)),
      'packaging/aur/PKGBUILD.sh': 'a\n',
      'Build/build.ps1': 'a\n',
      'build/plan.ts': 'a();',
    };
    assert.deepEqual(await sizeOf(packed), [
      '7 lines of source counted in 2 files',
      'Taken for something else and not counted: `Build/` (2 lines), `packaging/` (2 lines).',
    ]);
    const parts = {
      ...Object.fromEntries(Object.entries(files).slice(0, 1)),
      'packages/cups/src/a.ts': 'a();\nb();',
      'packages/cups/scripts/write.mts': 'a();\n',
      'lab/try.py': 'a()\n',
      'js/_website/page.ts': 'a();\n',
      'releases/cut.mjs': 'a();\n',
      'dev/plan.pug': 'p a\n',
      'toys/pot.cs': 'a();\n',
      'script/pour': '#!/usr/bin/perl\na;',
      'lib/generators/cups/templates/cup.rb': 'a\n',
      'specs/plan.feature': 'Feature: a\n',
      'packages/cups/static/viewer.ftl': '# Mozilla\ncup = Tasse\n',
    };
    assert.deepEqual(await sizeOf(parts), [
      '10 lines of source counted in 3 files',
      'Taken for something else and not counted: `dev/` (2 lines), `js/_website/` (2 lines), `lab/` (2 lines), `packages/cups/scripts/` (2 lines), `releases/` (2 lines), `toys/` (2 lines), templates that generators fill in (1 file).',
    ]);
    const crates = {
      'src/lib.rs': 'fn a() {}\n'.repeat(9),
      'kit/Cargo.toml': '[package]\nname = "kit"\n[dependencies]\nshop_test = { path = "../test" }\n',
      'test/Cargo.toml': '[package]\nname = "shop_test"\n',
      'test/src/lib.rs': 'fn b() {}\n',
    };
    assert.deepEqual(await sizeOf(crates), ['12 lines of source counted in 2 files', undefined]);
    const installed = {
      'src/a.c': 'a();\n'.repeat(9),
      'debian/rules.sh': 'a\n',
      'src/setup.nsi': 'Name "Cups"\n',
      'src/intro.svx': '# Cups\n',
    };
    assert.deepEqual(await sizeOf(installed), [
      '10 lines of source counted in 1 file',
      'Taken for something else and not counted: `debian/` (2 lines), code of the build and of settings (1 file).',
    ]);
    const namespaces = { 'Output/Table.php': '<?php\na();\nb();', 'CI/Reporter.php': '<?php' };
    assert.deepEqual(await sizeOf(namespaces), ['4 lines of source counted in 2 files', undefined]);
    const site = { 'src/a.ts': 'a();\n'.repeat(9), 'homepage/a.css': 'a {}\n' };
    assert.deepEqual((await sizeOf(site))[1], 'Taken for something else and not counted: `homepage/` (2 lines).');
    const native = { 'src/a.c': 'a();\n'.repeat(9), 'utils/sum.rb': 'a\n' };
    assert.deepEqual((await sizeOf(native))[1], 'Taken for something else and not counted: `utils/` (2 lines).');
    const compiled = { 'src/a.cs': 'a();\nb();\nc();', 'tools/Ask/Program.cs': 'ask();' };
    assert.deepEqual(await sizeOf(compiled), ['4 lines of source counted in 2 files', undefined]);
  });
});
