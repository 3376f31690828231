import assert from 'node:assert/strict';
import { codeAnalyzer } from '../../../src/engine/genesis/analyzers/code';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { productAnalyzer } from '../../../src/engine/genesis/analyzers/product';
import { readChangelog } from '../../../src/engine/genesis/analyzers/product/readers/changelog';
import { plainMarkdown } from '../../../src/engine/genesis/analyzers/product/readers/plainMarkdown';
import { readReadme } from '../../../src/engine/genesis/analyzers/product/readers/readme';
import { techStackAnalyzer } from '../../../src/engine/genesis/analyzers/techStack';
import { analyzeSources } from '../../support/analyzeSources';
import { purposes } from './introductions';

describe('what a product says of itself', () => {
  it('takes fixes of several older lines for none of them', () => {
    assert.deepEqual(readChangelog('### [v1.5.1][v1.5.1], [v1.6.2][v1.6.2] (2026-01-25)\n\n### v1.8.1\n').releases, []);
  });

  it('says each thing once, with its place', async () => {
    const { findings, problems } = await analyzeSources([productAnalyzer], {
      'README.md':
        '# Notes\n\nNotes keeps the minutes of every meeting.\n\n## Features\n\n- Search in all minutes\n- Export to paper\n',
      'package.json':
        '{"name": "notes", "version": "1.2.0", "description": "Minutes of meetings for small teams", "license": "Apache-2.0"}',
      LICENSE: 'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n',
      'CHANGELOG.md': '## 1.1.0 - 2024-01-01\n\n## 1.0.0-rc.1 - 2023-01-01\n',
      'CONTRIBUTING.md': 'x\n',
      'SECURITY.md': 'x\n',
      'src/a.ts': 'export const a = 1;\n',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      findings.map((finding) => `${finding.rule}: ${finding.title}`),
      [
        'product/purpose: Notes keeps the minutes of every meeting.',
        'product/features: Features that the read-me lists: Search in all minutes, Export to paper',
        'product/releases: package.json says version 1.2.0; the topmost release in CHANGELOG.md is 1.1.0 of 2024-01-01',
        'product/licence-mismatch: LICENSE is MIT, but package.json says Apache-2.0',
        'product/size: 2 lines of source counted in 1 file',
        'product/documents: Beside the read-me: CONTRIBUTING.md and SECURITY.md',
      ],
    );
    for (const finding of findings) assert.ok(finding.evidence.length > 0, finding.rule);
  });

  it('says of a collection of documents neither what it is written in nor how large its scripts are', async () => {
    const sheets = Array.from({ length: 40 }, (_, n) => [
      `sheets/${n}.md`,
      `# Sheet ${n}\n\n${'Wash the cups.\n'.repeat(30)}`,
    ]);
    const files = {
      ...Object.fromEntries(sheets),
      'assets/Sample.java': 'class Sample {}\n',
      'build.py': 'print(1)\n',
    };
    const { findings } = await analyzeSources([techStackAnalyzer, productAnalyzer], files);
    assert.deepEqual(
      findings.map(({ rule }) => rule).filter((rule) => /size|stack/.test(rule)),
      [],
    );
  });

  it('names no packages that all say the same, and takes no link to the documentation for a purpose', async () => {
    const says = '{"name": "a", "description": "Cups: plates with the web"}';
    const { findings } = await analyzeSources([productAnalyzer], {
      'a/package.json': says,
      'b/package.json': says.replace('"a"', '"b"'),
    });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      [],
    );
    const linked =
      '# Cups\n\n[Documentation](x) Guide on how to use and configure Cups\n\nCups is a light washer of plates.\n';
    assert.equal(readReadme(linked).introduction?.startLine, 5);
    assert.equal(plainMarkdown('It has https://a.b/c[moved to plates].'), 'It has moved to plates.');
  });

  it('tells of packages neither what many say alike nor what nobody wrote', async () => {
    const pack = (name: string, description: string): string => JSON.stringify({ name, description });
    const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], {
      'pyproject.toml': '[project]\nname = "cups"\ndescription = "Washes cups for everyone"\n',
      'cups/package.json': pack('cups', 'Scripts beside the library'),
      'js/made/package.json': pack('made', 'This is the package.json of made'),
      'js/a/package.json': pack('a', 'Parts for pages'),
      'js/b/package.json': pack('b', 'Parts for pages'),
      'js/c/package.json': pack('c', 'Parts for pages'),
      'js/foam/package.json': pack('foam', 'Measures how much foam there is'),
      'js/tea/package.json': pack('tea', 'Keeps the tea hot in the pot'),
    });
    const told = findings.find(({ rule }) => rule === 'product/packages');
    assert.equal(told?.title, 'What packages say they are for: foam and tea');
  });

  it('keeps the sentences before one that announces code, and prefers a sentence that begins with the product', async () => {
    const announced =
      '# Cups\n\nCups washes your dishes by itself. Here is an example:\n\n```\nwash\n```\n\nIt can also dry what it has washed.\n';
    assert.equal(readReadme(announced).introduction?.text, 'Cups washes your dishes by itself.');
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md': '# GraphCups Washing Engine\n\nGraphCups is a fast washing engine for all kinds of dishes.\n',
      'pom.xml':
        '<project><artifactId>a</artifactId><description>Super pom of GraphCups, the fast engine</description></project>',
      'demo/openapi.yaml': 'openapi: 3.0.0\n',
      'CONTRIBUTING.md': 'x\n',
    });
    assert.deepEqual(
      findings.map(({ rule, title }) => `${rule} ${title}`),
      ['product/purpose GraphCups is a fast washing engine for all kinds of dishes.'],
    );
  });

  it('is told by the sentence that names it, before a slogan and a note on tools', async () => {
    const said = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
      (await analyzeSources([dependenciesAnalyzer, productAnalyzer], files)).findings
        .filter(({ rule }) => rule === 'product/purpose')
        .map(({ title }) => title);
    assert.deepEqual(
      await said({
        'README.md':
          '# Washer\n\nKeep your memories, not personal dirt. Washer is the ultimate engine for all kinds of dishes.\n',
      }),
      ['Washer is the ultimate engine for all kinds of dishes.'],
    );
    const cups = { 'README.md': '' };
    for (const [text, title] of purposes) {
      cups['README.md'] = text;
      assert.deepEqual(await said(cups), title === undefined ? [] : [title], text);
    }
    const note = 'Prettier is used here so this file has to live in the root';
    const noted = (name: object): Promise<string[]> =>
      said({ 'package.json': JSON.stringify({ ...name, private: true, description: note }) });
    assert.deepEqual(await noted({}), []);
    assert.deepEqual(await noted({ name: 'sample' }), [`sample: ${note}`]);
    const washer = JSON.stringify({ name: '@cups/main', description: 'Washer of all cups' });
    const top = { 'package.json': '{"name": "cups-root", "private": true}', 'README.md': '# Cups\n' };
    assert.deepEqual(await said({ ...top, 'packages/cups/package.json': washer }), ['Washer of all cups']);
    assert.deepEqual(await said({ ...top, 'packages/lids/package.json': washer }), []);
    const linked = await said({ 'packages/sample/README.md': '# Sample\n\nSample is a washer of cups and plates.\n' });
    assert.deepEqual(linked, ['Sample is a washer of cups and plates.']);
    const typed = { 'README.md': '# Tea CLI\n\n`tc` is tea on the command line. It brings all cups.\n' };
    assert.deepEqual(await said({ ...typed, 'cmd/tc/main.go': 'package main\n' }), [
      'Tea CLI: tc is tea on the command line.',
    ]);
    assert.deepEqual(await said(typed), []);
    const made = '# About Cups\n\nA superb mix of words.\n\nCups is a washer of plates with clean words.\n';
    assert.deepEqual(await said({ 'README.md': made, 'composer.json': '{"name": "cups/framework"}' }), [
      'Cups is a washer of plates with clean words.',
    ]);
  });

  it('says no size of charts, whose code is beside the point', async () => {
    const chart = {
      'charts/shop/Chart.yaml': 'name: shop\n',
      'charts/shop/templates/_names.tpl': '{{- define "shop.name" -}}\n{{ .Chart.Name }}\n{{- end }}\n',
      'charts/shop/templates/deployment.yaml': 'kind: Deployment\n',
      'charts/shop/templates/service.yaml': 'kind: Service\n',
    };
    const { findings, model } = await analyzeSources([productAnalyzer], chart);
    assert.ok(findings.every(({ rule }) => rule !== 'product/size'));
    assert.equal(model.byPath.get('charts/shop/templates/_names.tpl')?.languageName, 'Go Template');
  });

  it('says a name once where the heading says what it is, too', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md': '# Wallet: Personal Subscription Tracker\n\nWallet is a small tool that keeps your subscriptions.\n',
    });
    assert.equal(findings[0]?.title, 'Wallet is a small tool that keeps your subscriptions.');
  });

  it('puts no folder with the name of its owner before a sentence that names the product', async () => {
    const files = { 'README.md': '<p>Cupsy: Open Source Personal Tracker of Cups</p>\n' };
    const { findings } = await analyzeSources([productAnalyzer], files, { name: 'ann__Cupsy' });
    assert.equal(findings[0]?.title, 'Cupsy: Open Source Personal Tracker of Cups');
    const other = await analyzeSources([productAnalyzer], files, { name: 'shelf' });
    assert.equal(other.findings[0]?.title, 'shelf: Cupsy: Open Source Personal Tracker of Cups');
  });

  it('says where the work goes on where it has only moved', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md':
        '# Peek\n\n> This repository is archived. Peek is maintained as part of [cups/cups](x).\n\nPeek shows the files of packages to everyone.\n',
    });
    const moved = findings.find(({ rule }) => rule === 'product/unmaintained');
    assert.match(moved?.title ?? '', /^Its repository has been archived: Peek is maintained as part of cups\/cups/);
    assert.match(moved?.content ?? '', /archived. Peek is maintained/);
    const soon = await analyzeSources([productAnalyzer], {
      'README.md':
        '# Peek\n\nThis repository will be archived soon.\n\nPeek shows the files of packages to everyone.\n',
    });
    const told = soon.findings.find(({ rule }) => rule === 'product/unmaintained');
    assert.equal(told?.title, 'Its repository is about to be archived: This repository will be archived soon.');
  });

  it('quotes no sponsor beside a manifest that says what it is', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'readme.md': '<h1><img alt="Got"></h1>\n\nFast remote container builds and runners for everybody.\n',
      'package.json': '{"name": "got", "description": "Human-friendly and powerful HTTP request library"}',
    });
    assert.ok(!findings[0]?.content.includes('Fast remote'));
    assert.match(findings[0]?.title ?? '', /Human-friendly/);
  });

  it('names no product after a chapter, and tells for whom only where that is left of the sentence', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md':
        '# About The Project\n\nMealie is a recipe manager, meal planner and shopping list with a pleasant interface in every browser for families.\n',
    });
    assert.match(findings[0]?.title ?? '', /^Mealie is|: Mealie is/);
    assert.ok(!findings.some(({ title, rule }) => title.startsWith('About') || rule === 'product/audience'));
  });

  it('names a product by no heading that is a sentence', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md':
        '# Detect Changes of Pages, Stay Informed\n\nMonitor websites for updates and get notified by mail.\n',
    });
    assert.match(findings[0]?.title ?? '', /^(?!Detect)[^:]+: Monitor websites/);
  });

  it('tells no version that is put together while it is built', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'CHANGELOG.md': '## 2.4.0\n',
      'package.json': '{"name": "cups", "version": "2.4.0+#{build()}"}',
    });
    assert.equal(findings[0]?.content, 'The topmost release is `2.4.0`.');
  });

  it('takes no log for one with the newest on top whose last entry is newer', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'CHANGELOG.md': '## 0.1.0 - 2023-01-01\n\n## 0.2.0 - 2024-01-01\n',
    });
    assert.deepEqual(findings, []);
  });

  it('keeps a hostile read-me text', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md':
        '# <script>x</script>\n\nThis tool <img src=x onerror=alert(1)> is made for <b>everyone</b> who reads [a](javascript:alert(1)).\n',
    });
    for (const finding of findings) assert.doesNotMatch(finding.content, /<[a-z]|\]\(javascript/);
  });

  it('counts no release before it is out, and no keys for code', async () => {
    assert.deepEqual(readChangelog('## 1.23.2 (pending)\n').releases, []);
    const below = readChangelog(
      'Version 8.5.0\n-------------\n\nUnreleased\n\nVersion 8.4.2\n-------------\n\nReleased 2026-01-05\n',
    );
    assert.deepEqual([below.releases.map(({ version }) => version), below.unreleasedLine], [['8.4.2'], 1]);
    assert.deepEqual(readChangelog('### 4.0.0 (Next)\n\n### 3.1.0 (2024-01-01)\n').releases[0]?.version, '3.1.0');
    assert.deepEqual(readChangelog('### v2.16 series\n\n### v2.15.1\n').releases, []);
    assert.deepEqual(readChangelog('2.1.3 - 2026-02-xx\n==================\n').releases, []);
    assert.deepEqual(readChangelog('## 0.15.0+dev (`main`)\n\n## 0.14.0\n').releases, [{ version: '0.14.0', line: 3 }]);
    assert.deepEqual(readChangelog('## 0.1.0(unreleased)\n\n## 0.0.9\n').releases[0]?.version, '0.0.9');
    assert.deepEqual(readChangelog('## 1.4.1-wip\n\n## Version 1.4.x-dev\n\n## 1.4.0\n').releases[0]?.version, '1.4.0');
    assert.deepEqual(readChangelog('## v2.14.0b1 (2026-08-06)\n').releases[0]?.version, '2.14.0b1');
    assert.deepEqual(readChangelog('## 92 Release Notes\n\n## 30.1\n').releases, []);
    assert.deepEqual(readChangelog('## v4 (preview)\n\n## v3.5\n').releases, []);
    assert.deepEqual(readChangelog('## 2026\n\n### 1.2.0\n').releases[0]?.version, '1.2.0');
    assert.deepEqual(readChangelog('### v.2.3.1\n\n## v2.2.0\n').releases[0], { version: '2.3.1', line: 1 });
    assert.deepEqual(readChangelog('## @cups/core@1.2.3\n\n## 1.0.0\n').releases, []);
    assert.deepEqual(readChangelog('Overview of changes in 2.8\n==========\n\nVersion 2.4.5\n=======\n').releases, []);
    assert.deepEqual(readChangelog('1.10.4\n---\nFixes\n\n1.5.1\n-----\n').releases[0], { version: '1.10.4', line: 1 });
    assert.deepEqual(readChangelog('### 12.0 [not yet released]\n\n### 11.0 [14 Oct 2025]\n').releases, [
      { version: '11.0', line: 3, date: '14 Oct 2025' },
    ]);
    assert.deepEqual(readChangelog('## 2.0.0 (unreleased)\n\n## 1.0.0 (2024-01-01)\n'), {
      releases: [{ version: '1.0.0', line: 3, date: '2024-01-01' }],
      unreleasedLine: 1,
    });
    const { findings } = await analyzeSources([productAnalyzer], {
      'src/a.ts': 'export const a = 1;\n',
      'sig/a.asc': '-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n',
    });
    assert.equal(findings[0]?.title, '2 lines of source counted in 1 file');
  });

  it('counts what a program wrote out of a database as no source', async () => {
    const sizeOf = async (sql: string) => {
      const { findings } = await analyzeSources([productAnalyzer], { 'src/a.ts': 'a();\nb();', 'db/init.sql': sql });
      return findings.find(({ rule }) => rule === 'product/size')?.title;
    };
    assert.equal(
      await sizeOf('-- MySQL dump 10.13\n--\n\n/*!40101 SET NAMES utf8 */;\nCREATE TABLE a (b int);'),
      '2 lines of source counted in 1 file',
    );
    assert.equal(await sizeOf('-- Dumps nothing\nCREATE TABLE a (b int);'), '4 lines of source counted in 2 files');
  });

  it('counts no scripts that look after the project, and says so, but a product of scripts', async () => {
    const sizeOf = async (files: Readonly<Record<string, string>>) => {
      const { findings } = await analyzeSources([productAnalyzer], files);
      const size = findings.find(({ rule }) => rule === 'product/size');
      return [size?.title, size?.content.split('\n').at(-1)];
    };
    assert.deepEqual(await sizeOf({ 'src/a.ts': 'a();\nb();\nc();', 'scripts/b.sh': 'a' }), [
      '3 lines of source counted in 1 file',
      'Taken for something else and not counted: `scripts/` (1 line).',
    ]);
    assert.deepEqual(await sizeOf({ 'src/a.ts': 'a();', 'scripts/b.sh': 'a\nb\nc\nd' }), [
      '5 lines of source counted in 2 files',
      'Largest: `scripts/b.sh` (4), `src/a.ts` (1).',
    ]);
  });

  it('counts a folder that the product uses, whatever it is called', async () => {
    const files = {
      'src/a.ts': "import { cup } from '../extras/cups';\ncup();\n",
      'src/b.ts': "import { cup } from '../extras/cups';\ncup();\n",
      'extras/cups.ts': 'export const cup = 1;\n',
    };
    const sizeOf = async (given: Readonly<Record<string, string>>) =>
      (await analyzeSources([codeAnalyzer, productAnalyzer], given)).findings.find(
        ({ rule }) => rule === 'product/size',
      )?.title;
    assert.equal(await sizeOf(files), '8 lines of source counted in 3 files');
    assert.equal(await sizeOf({ ...files, 'src/b.ts': 'b();\n' }), '5 lines of source counted in 2 files');
  });

  it('takes the read-me of a folder for documents for that of the whole where there is none above it', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'docs/README.md': '# Cups\n\nCups is a wallet for the cards of shops that sell tea.\n',
      'CONTRIBUTING.md': '# How\n',
      'SECURITY.md': '# Where\n',
    });
    const titles = findings.map(({ title }) => title);
    assert.ok(titles.includes('Cups is a wallet for the cards of shops that sell tea.'), titles.join('\n'));
    assert.ok(titles.includes('Beside the read-me: CONTRIBUTING.md and SECURITY.md'), titles.join('\n'));
  });

  it('tells no appeal above the name, and no words beside those of the manifest, for the purpose', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.rst':
        'We stand with Ukraine\n---------------------\n\nMany people are suffering, and hundreds were hurt in this war.\n\nA shell for cups\n----------------\n\nThis is a shell that knows all cups and completes their names.\n',
      'pyproject.toml': '[project]\nname = "cups"\ndescription = "A shell for cups with completion."\n',
    });
    const purpose = findings.find(({ rule }) => rule === 'product/purpose');
    assert.doesNotMatch(`${purpose?.title} ${purpose?.content}`, /suffering/);
    assert.match(purpose?.title ?? '', /shell/);
  });

  it('takes a licence that refers to a file for the same', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'package.json': '{"name": "cups", "license": "SEE LICENSE IN LICENSE.md"}',
      'LICENSE.md':
        'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction\n',
    });
    assert.deepEqual(
      findings.flatMap(({ rule, title }) => (rule.startsWith('product/licence') ? [title] : [])),
      ['Licensed under MIT'],
    );
  });

  it('names no migration among the largest files, and no notice as the name', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md': '# DEPRECATED, please use cups\n\nA private registry of cups for companies that drink much tea.\n',
      'src/a.ts': 'a();\nb();',
      'db/migrate/20240101000000_create_users.rb': 'a\nb\nc\nd',
    });
    const size = findings.find(({ rule }) => rule === 'product/size');
    assert.equal(size?.title, '2 lines of source counted in 1 file');
    assert.match(size?.content ?? '', /Largest: `src\/a\.ts` \(2\)\.\n\nBeside it 4 lines of migrations\.$/);
    const purpose = findings.find(({ rule }) => rule === 'product/purpose');
    assert.match(purpose?.title ?? '', /A private registry of cups/);
    assert.doesNotMatch(purpose?.title ?? '', /DEPRECATED/);
  });
});
