import assert from 'node:assert/strict';
import fc from 'fast-check';
import { generatedRules, libraryBanner, makersWord } from '../../../src/engine/genesis/listing/data/contentRules';
import { manifestPattern, nameRules } from '../../../src/engine/genesis/listing/data/nameRules';
import { furtherLanguages, rankRules } from '../../../src/engine/genesis/listing/data/rankRules';
import { parseGitAttributes } from '../../../src/engine/genesis/listing/gitAttributes';
import { inspectContent } from '../../../src/engine/genesis/listing/inspectContent';
import { createNameJudge } from '../../../src/engine/genesis/listing/skipReason';

const noAttributes = parseGitAttributes('');

describe('rules for choosing files', () => {
  for (const rule of [...nameRules, ...rankRules, furtherLanguages, ...generatedRules, libraryBanner])
    it(`${String(rule.pattern).slice(0, 70)} meets its examples`, () => {
      assert.ok(rule.matches.length > 0 && rule.misses.length > 0);
      for (const text of rule.matches) assert.match(text, rule.pattern);
      for (const text of rule.misses) assert.doesNotMatch(text, rule.pattern);
    });

  for (const rule of generatedRules.filter(({ languages }) => languages === undefined))
    it(`${String(rule.pattern).slice(0, 70)} is asked where a word says that it may match`, () => {
      for (const text of rule.matches) assert.match(text, makersWord);
    });

  it('every pattern is done with a long hostile text at once', () => {
    const patterns = [...nameRules, ...rankRules, furtherLanguages, ...generatedRules, libraryBanner].map(
      (rule) => rule.pattern,
    );
    const texts = [
      'a/',
      '-',
      '.',
      ' ',
      'generated ',
      '* ',
      '// ',
      'vendor/',
      'jquery.',
      '@',
      '\n',
      '/*!',
      '/*! 1',
      '1.',
    ].map((part) => part.repeat(20_000));
    const started = performance.now();
    for (const pattern of [...patterns, manifestPattern]) for (const text of texts) pattern.test(text);
    assert.ok(performance.now() - started < 2_000);
  });
});

describe('what is read first of a large repository', () => {
  for (const path of [
    'src/Core/Core.csproj',
    'Directory.Packages.props',
    'app/build.gradle.kts',
    'App.xcodeproj/project.pbxproj',
  ])
    it(path, () => assert.match(path, manifestPattern));

  it('and no other', () => assert.doesNotMatch('docs/requirements.md', manifestPattern));
});

describe('what is left out by name', () => {
  const reason = (path: string, others: readonly string[] = [], bytes = 10) =>
    createNameJudge([path, ...others], noAttributes).skipReason(path, bytes);
  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['logo.PNG', [], 'binary'],
    ['vendor/github.com/x/y.go', ['go.mod'], 'vendored'],
    ['vendor/lib.rb', ['app.rb'], undefined],
    ['src/main/java/shop/vendor/Vendor.java', ['pom.xml'], undefined],
    ['packages/a/dist/index.js', ['packages/a/package.json'], 'generated'],
    ['dist/readme.txt', [], undefined],
    ['node_modules/a/package.json', ['package.json'], 'vendored'],
    ['package-lock.json', [], undefined],
    ['db/schema.rb', [], undefined],
  ];
  for (const [path, others, expected] of cases)
    it(`${path} beside ${others.join(', ') || 'nothing'}: ${expected ?? 'read'}`, () =>
      assert.equal(reason(path, others), expected));

  it('by size, of which lock files may have more', () => {
    assert.equal(reason('a.json', [], 1_000_001), 'too-large');
    assert.equal(reason('package-lock.json', [], 9_000_000), undefined);
    assert.equal(reason('package-lock.json', [], 10_000_001), 'too-large');
  });

  it('by what the repository says of itself; the last line wins', () => {
    const attributes = parseGitAttributes(
      '# comment\n*.ts linguist-generated\nsrc/*.ts -linguist-generated\nlib/** text linguist-vendored=true\n*.js linguist-vendored\n[attr]x y\n*_auto_*.p+y linguist-generated\n',
    );
    const judge = createNameJudge([], attributes);
    assert.equal(judge.skipReason('gen/a.ts', 1), 'generated');
    assert.equal(judge.skipReason('src/a.ts', 1), undefined);
    assert.equal(judge.skipReason('lib/x/a.go', 1), 'vendored');
    assert.equal(judge.skipReason('other.go', 1), undefined);
    assert.equal(judge.skipReason('client/a.js', 1), undefined, 'not all of a language is vendored');
    assert.equal(judge.skipReason('deep/down/0001_auto_2020.p+y', 1), 'generated');
    assert.equal(judge.skipReason('deep/_auto_/2020.p+y', 1), undefined);
    assert.equal(judge.skipReason('deep/0001_auto_2020.ppy', 1), undefined);
    const all = createNameJudge([], parseGitAttributes('* linguist-vendored\n*.rs linguist-vendored=false\n'));
    assert.equal(all.skipReason('README.md', 1), undefined, 'nor is everything');
    const sides = createNameJudge(
      [],
      parseGitAttributes(
        'frontend/* linguist-vendored\nweb/js/* linguist-vendored\ntemplates/**/* linguist-vendored\n',
      ),
    );
    assert.equal(sides.skipReason('frontend/src/App.vue', 1), undefined, 'nor is one side of it');
    assert.equal(sides.skipReason('templates/pages/cup.html', 1), undefined);
    assert.equal(sides.skipReason('web/js/a.js', 1), 'vendored');
  });
});

describe('what a content is', () => {
  const inspect = (path: string, content: string | Buffer) => inspectContent(path, Buffer.from(content));

  it("has git's hash, its lines and its language", () => {
    const { hash, lines, bytes, languageName } = inspect('a.ts', 'one\ntwo\nthree');
    assert.deepEqual(
      [hash, lines, bytes, languageName],
      ['54d55bf0bb50b503792f391b6f0158bd6145073e', 3, 13, 'TypeScript'],
    );
    assert.equal(inspect('a.ts', 'one\ntwo\n').lines, 2);
    assert.equal(inspect('a.ts', '').lines, 0);
  });

  it('is binary with a NUL anywhere, or with many control characters', () => {
    assert.equal(inspect('a.ts', Buffer.concat([Buffer.alloc(9_000, 97), Buffer.from([0])])).skipped, 'binary');
    assert.equal(inspect('a.ts', '\u0001\u0002\u0003abc').skipped, 'binary');
    assert.equal(inspect('a.ts', Buffer.from([0x61, 0xe9, 0x0a])).skipped, undefined);
  });

  it('is minified where a tool packed it into long lines', () => {
    const packed = 'function a(){return 1}'.repeat(300);
    assert.equal(inspect('app.js', packed).skipped, 'minified');
    assert.equal(inspect('app.js', packed.replaceAll('}', '}\n')).skipped, undefined);
    assert.equal(inspect('data.json', packed).skipped, undefined);
    const short = packed.slice(0, 400);
    assert.equal(inspect('public/js/forms/tags.js', `${short}\n`).skipped, 'minified');
    assert.equal(inspect('public/js/forms/tags.js', `${short}\n\n`).skipped, undefined);
    assert.equal(inspect('src/tags.js', short).skipped, undefined);
  });

  it('is generated where it says so, unless it is a migration, a manifest or no code', () => {
    const text = '// Code generated by x. DO NOT EDIT.\npackage a\n';
    assert.equal(inspect('a.go', text).skipped, 'generated');
    const made = '// Code generated by yacc -o parser/cups.y.go parser/cups.y. DO NOT EDIT.\npackage parser\n';
    assert.equal(inspect('parser/cups.y.go', made).skipped, 'generated');
    assert.equal(inspect('db/migrations/0001_a.go', text).skipped, undefined);
    assert.equal(inspect('notes.txt', text).skipped, undefined);
    assert.equal(inspect('web/tokens.css', '/* Generated by make-tokens 1.2 */\n:root {}\n').skipped, 'generated');
    const maker = 'HEAD = """\n   This file is generated automatically by make/cups.py\n"""\n';
    assert.equal(inspect('make/cups.py', maker).skipped, undefined);
    assert.equal(inspect('shop/cups.less', `/*${maker.slice(11, -4)}*/\n`).skipped, 'generated');
    assert.equal(inspect('db/schema.rb', '# This file is auto-generated, do not edit.\n').skipped, undefined);
  });

  it('is vendored where a header says of which library it is', () => {
    const head =
      '/*\n** 2001-09-15\n**\n** This header file defines the interface that the SQLite library\n** presents.\n*/\n';
    assert.equal(inspect('src/sqlite3.h', head).role, 'vendored');
    assert.equal(inspect('src/cups.h', '/* Reads what sqlite3.h defines. */\n').role, 'source');
  });

  it('is vendored where a page is given what others publish', () => {
    const library = '/*! Cups v1.17.0\n * Released under the MIT license\n */\n(function () {})();\n';
    assert.equal(inspect('client/static/cups/jquery.cups.js', library).skipped, 'vendored');
    assert.equal(inspect('www/assets/css/cups.css', library).skipped, 'vendored');
    assert.equal(inspect('client/static/cups/order.js', '/*! Orders */\nconst a = 1;\n').skipped, undefined);
    assert.equal(inspect('src/cups.js', library).skipped, undefined);
  });

  it('is told for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { lines, hash } = inspect('x.py', Buffer.from(bytes));
        assert.ok(lines <= bytes.length && /^[0-9a-f]{40}$/.test(hash));
      }),
    );
  });
});
