import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readChangelog } from '../../../src/engine/genesis/analyzers/product/readers/changelog';
import { firstSentence, plainMarkdown } from '../../../src/engine/genesis/analyzers/product/readers/plainMarkdown';
import { surenessOf } from '../../../src/engine/genesis/analyzers/product/readers/purposeSentence';
import { readReadme } from '../../../src/engine/genesis/analyzers/product/readers/readme';
import { introductions } from './introductions';

/** The items below a heading of features. */
const featuresOf = (list: string): readonly string[] | undefined =>
  readReadme(`# App\n\n## Features\n\n${list}`).features?.items.map(({ text }) => text);

describe('texts that a product says of itself', () => {
  for (const [what, text, said] of introductions) {
    it(`reads the first true paragraph: ${what}`, () => {
      const introduction = readReadme(text).introduction;
      assert.equal(introduction === undefined ? undefined : `${introduction.startLine} ${introduction.text}`, said);
    });
  }

  it('takes no words on a name for a definition', () => {
    const place = { isFirst: true, isBelowName: true, isEarly: true };
    const judged = (text: string): number => surenessOf(text, { whole: ['Cups'], beginnings: [] }, place);
    assert.equal(judged('Cups is a store of cups.'), 3);
    assert.equal(judged('Cups is a word processor.'), 3);
    assert.equal(judged('{cups} is an open store of cups and plates.'), 3);
    assert.equal(judged('A .NET library that washes the cups of tea shops.'), 2);
    assert.equal(judged('Cups is the most common English pronunciation of a word in Dutch.'), 0);
    assert.equal(judged('Cups is the Dutch word for plates.'), 0);
    assert.equal(judged('This is a very brief overview of how one uses it.'), 0);
  });

  it('takes a section of unreleased changes below a release for one that was left over', () => {
    assert.deepEqual(readChangelog('# 1.2.0\n\n# Unreleased\n\n# 1.1.0\n').unreleasedLine, undefined);
    assert.deepEqual(readChangelog('# Unreleased\n\n# 1.1.0\n').unreleasedLine, 1);
  });

  it('takes a log that ended where the newer releases are told of elsewhere for none, and reads a name behind a version', () => {
    const moved = '# Log\n\nSince v1.1.0 we use [releases](https://example.org/cups/releases).\n\n## 1.0.2\n\nx\n';
    assert.deepEqual(readChangelog(moved).releases, []);
    const named = readChangelog('## [1.2.0 - Calm Cup](https://example.org/cups) (2026-07-20)\n\n* x\n').releases;
    assert.deepEqual(named, [{ version: '1.2.0', line: 1, date: '2026-07-20' }]);
  });

  it('takes no text for developers for a product for developers', () => {
    const whom = (said: string): string | undefined => readReadme(`# App\n\n${said}\n`).audience?.text;
    assert.equal(whom('Here is the documentation for developers of plugins.'), undefined);
    assert.equal(whom('See the list of commands for developers below it.'), undefined);
    assert.equal(whom('App is designed for testing and debugging of servers.'), undefined);
    assert.equal(whom('App is designed for building fast-loading admin interfaces.'), undefined);
    assert.equal(whom('It matches the version of App that it was designed for.'), undefined);
    assert.equal(whom('This readme is for App developers.'), undefined);
    assert.equal(
      readReadme(
        '# App\n\nApp keeps the notes of meetings.\n\n## Sponsors\n\nCloud Inc. provides a platform for developers.\n',
      ).audience,
      undefined,
    );
    assert.equal(whom('Note: This is a quickstart for developers.'), undefined);
    assert.equal(
      whom('App keeps the notes of all meetings in one place.\n\nA file is available for Nix users!'),
      undefined,
    );
    assert.equal(whom('App is a quiet diary for busy teachers.'), 'App is a quiet diary for busy teachers.');
    assert.equal(whom('App is a monitoring service for various torrent clients.'), undefined);
    assert.equal(whom('App is designed to help you manage invoices, users, and payments.'), undefined);
    assert.equal(whom('App is a library for managing users.'), undefined);
    assert.equal(whom('App is made to help busy teams.'), 'App is made to help busy teams.');
  });

  it('reads features, title and audience', () => {
    const facts = readReadme(
      '# App\n\nIt is designed for small teams that write notes.\n\n## Key features\n\n- **Fast**: really\n- [x] Offline use\n- [ ] Plates\n\n## License\n\n- MIT\n',
    );
    assert.equal(facts.title, 'App');
    assert.equal(readReadme('Logo\n\n# Contributing\n\n# Installation\n').title, undefined);
    assert.deepEqual(
      facts.features?.items.map((item) => `${item.startLine} ${item.text}`),
      ['7 Fast: really', '8 Offline use'],
    );
    assert.equal(facts.audience?.startLine, 3);
  });

  it('reads what the product does not do as no features', () => {
    const items = '- Keeps the host from reading along\n- Hides how much is written\n';
    assert.equal(readReadme(`# App\n\n## What it doesn't provide\n\n${items}`).features, undefined);
    assert.equal(readReadme(`# App\n\n## What it provides\n\n${items}`).features?.items.length, 2);
  });

  it('reads no rights that a process asks the system for as features', () => {
    assert.equal(featuresOf('- `cap_net_raw,cap_net_admin`\n- `cap_sys_ptrace`\n'), undefined);
    const text = '# App\n\n## Capabilities explained\n\n- Listens to the network\n- Looks into other processes\n';
    assert.equal(readReadme(text).features, undefined);
  });

  it('reads a link as a feature where parts of it stand below', () => {
    const list =
      '- Orders\n  - by day\n- [Cups UI](https://cups.example)\n  - with colours\n- [Home](https://cups.example)\n- Tables\n';
    assert.deepEqual(featuresOf(list), ['Orders', 'Cups UI', 'Tables']);
  });

  it('reads features of which each line begins with a picture, where no list is there', () => {
    const told = (text: string): readonly string[] =>
      readReadme(`# App\n\nApp keeps notes of meetings.\n\n## Features\n\n${text}`).features?.items.map(
        (item) => `${item.startLine} ${item.text}`,
      ) ?? [];
    assert.deepEqual(told('🚀 **Fast** search<br>\n✅ Works offline  \n⚠️ Mind the gap\n'), [
      '7 Fast search',
      '8 Works offline',
    ]);
    assert.deepEqual(told('🚀 All of it is fast.\n\n- Search\n- Paper\n'), ['9 Search', '10 Paper']);
  });

  it('reads heads with pictures before the list that is a part of one of them', () => {
    const heads = [
      '🍵 **Tea:** Washes cups.',
      '🫖 **Pots:** Three sizes:',
      '- Small',
      '- Large',
      '🥄 **Spoons:** All.',
      '🧼 **Soap:** None.',
    ];
    const { features } = readReadme(`# Cups\n\n## Features\n\n${heads.join('\n\n')}\n`);
    assert.deepEqual(
      features?.items.map(({ text }) => text),
      ['Tea: Washes cups.', 'Pots: Three sizes', 'Spoons: All.', 'Soap: None.'],
    );
  });

  it('takes what is sold beside the product, or planned, for none of its features', () => {
    const text =
      '# App\n\nApp keeps notes of meetings.\n\n## Features\n\n- Search\n\n### Export\n\n- Paper\n\n### Looking for more features?\n\n- Guests\n\n### Coming soon\n\n- Video\n';
    assert.deepEqual(
      readReadme(text).features?.items.map((item) => item.text),
      ['Search', 'Paper'],
    );
  });

  it('tells a farewell of the product from one of its parts', () => {
    const ended = (text: string): string | undefined => readReadme(text).farewell?.text;
    assert.equal(
      ended('# App\n\n> [!IMPORTANT]\n> This repository is no longer actively maintained.\n'),
      'This repository is no longer actively maintained.',
    );
    assert.equal(ended('# App (deprecated)\n\nApp lists the shows of a week.\n'), 'App (deprecated)');
    assert.equal(ended('# App\n\nPython 2 is no longer supported by this version.\n'), undefined);
  });

  it('takes reasons against it for no features', () => {
    const chapters = '# App\n\n## Features\n\n| a | b |\n\n### System Requirements ###\n\n* PHP\n* MySQL\n';
    assert.equal(readReadme(chapters).features, undefined);
    assert.equal(readReadme('# App\n\n## Features\n\n- [Guide](a)\n- [Manual](b)\n').features, undefined);
    assert.equal(readReadme('# App\n\n## Features to be implemented\n\n- Cups\n- Plates\n').features, undefined);
    const more = readReadme('# App\n\n## Features\n\n- Cups\n- Plates\n- and more...\n').features;
    assert.equal(more?.items.length, 2);
    const parts = '# App\n\n## What is included here\n\n- ### Server:\n  In Django.\n- ### Client:\n  In React.\n';
    assert.equal(readReadme(parts).features, undefined);
    const others =
      '# App\n\n## Why did you make this?\n\nI also wanted to address issues with other services such as:\n\n- Adverts\n- Closed code\n';
    assert.equal(readReadme(others).features, undefined);
    assert.equal(readReadme(others.replace(/Why.*\?/, 'Features')).features, undefined);
    assert.equal(readReadme('# App\n\n## Why not\n\n- No monorepos.\n- No pipelines.\n').features, undefined);
  });

  it('ends the features where another list tells what they cost', () => {
    const text =
      '# App\n\n## Features\n\n- Cups\n- Plates\n\nMore of them:\n\n- Pots\n\nIt follows the maker. This has two consequences:\n\n- It may break.\n- It lags behind.\n';
    assert.deepEqual(
      readReadme(text).features?.items.map((item) => item.text),
      ['Cups', 'Plates', 'Pots'],
    );
  });

  it('takes a list of what is not there for no features', () => {
    const list = '* Accessing all settings\n* An international interface\n';
    assert.equal(readReadme(`# App\n\n## Feature status\n\n${list}`).features, undefined);
    assert.equal(
      readReadme(`# App\n\n## Features\n\nCurrent limitations include support for:\n${list}`).features,
      undefined,
    );
    assert.equal(
      readReadme(`# App\n\n## Features\n\nApp Enterprise Edition extends the open-source core with:\n${list}`).features,
      undefined,
    );
    assert.equal(readReadme(`# App\n\n## Features\n\n${list}`).features?.items.length, 2);
  });

  it('takes the words out of marks', () => {
    assert.equal(plainMarkdown('Toolbar |latest-version|'), 'Toolbar');
    assert.equal(plainMarkdown("like Python\\'s format"), "like Python's format");
    assert.equal(plainMarkdown('\\[Advanced\\] allows [more](a.md)'), '[Advanced] allows more');
    assert.equal(
      plainMarkdown('**Bold** and [link](http://x) `code` :rocket: <b>tag</b> &amp; ![i](x)'),
      'Bold and link code tag &',
    );
    assert.equal(firstSentence('One sentence that is long enough. Another.'), 'One sentence that is long enough.');
  });

  it('reads change logs', () => {
    const facts = readChangelog(
      '# Changelog\n\n## [Unreleased]\n\n## [2.1.0] - 2024-05-01\n\n### Added\n\n## v2.0.0 (2023-01-02)\n\n1.9.0 / 2022-01-01\n==================\n',
    );
    assert.equal(facts.unreleasedLine, 3);
    assert.deepEqual(facts.releases, [
      { version: '2.1.0', line: 5, date: '2024-05-01' },
      { version: '2.0.0', line: 9, date: '2023-01-02' },
      { version: '1.9.0', line: 11, date: '2022-01-01' },
    ]);
  });

  it('says nothing of the topmost release below others that it cannot read', () => {
    const log = 'Jul 27, 2025 (0.24.1)\n======\n\n0.13.6 - February 12, 2015\n======\n';
    assert.deepEqual(readChangelog(log), { releases: [] });
    assert.equal(readChangelog('# Changelog\n\n## 2.1.0\n').releases.length, 1);
    const elsewhere = '## v2.1\n\nReleases of v2.1 can be found in the [v2.1](https://cups.example/v2.1) branch.\n';
    assert.deepEqual(readChangelog(elsewhere), { releases: [] });
    assert.equal(readChangelog(`${elsewhere}\n- More cups\n`).releases.length, 1);
  });

  it('has no name where all large headings are of chapters', () => {
    const chapters =
      '# Summary\n\nCups keeps all its notes on disk, in a GitHub / GitLab / Gitea place of your own choice, so that nobody but you and those whom you like to read them can ever read one of them, and so that no note is ever lost by a change that somebody made.\n\n# Moving here\n\n- [A](a)\n\n# Thanks\n';
    const { title, introduction } = readReadme(chapters);
    assert.equal(title, undefined);
    assert.equal(introduction?.startLine, 3);
    assert.equal(readReadme('# Overview\n\nIt washes.\n\n# Cups\n\nCups washes all of your dishes.\n').title, 'Cups');
  });

  it('takes a licence for no purpose, and a remark at the end of a paragraph for none on all of it', () => {
    const licensed = '# Cups\n\n**Features**\n\n* Wash\n\nCups is licensed under the [GPLv3 License](LICENSE).\n';
    assert.equal(readReadme(licensed).introduction, undefined);
    const remarked =
      '# Cups\n\n**Cups** is a framework for dish washers. It is called after a cup, which I really like.\n';
    assert.equal(readReadme(`${remarked}\nCups is made for all dishes: plates and pots.\n`).introduction?.startLine, 3);
  });

  it('reads the whole of a feature, without the marks of notes', () => {
    const { features } = readReadme(
      '# App\n\n## Features\n\n- No scripts\\*\n- Support of the open, simple and\n  web-scale protocol\n- Small\n- **Racks**\n  Dry all cups at once.\n',
    );
    assert.deepEqual(
      features?.items.map(({ text }) => text),
      ['No scripts', 'Support of the open, simple and web-scale protocol', 'Small', 'Racks: Dry all cups at once.'],
    );
  });

  it('takes along with an item that a colon ends what stands below it', () => {
    assert.deepEqual(
      featuresOf(
        '- Small\n- Search:\n  - in texts\n- Graphs of:\n  - [Cups](x).\n  - [Plates](y)\n    - of paper\n- TODO: lids\n- So much more to find\n- [Tea](z)\n- Quick\n',
      ),
      ['Small', 'Search: in texts', 'Graphs of Cups, Plates', 'Quick'],
    );
    const heads = featuresOf('- Basic features:\n  - Search\n- More features including:\n  - Export\n  - Import\n');
    assert.deepEqual(heads, ['Search', 'Export', 'Import']);
  });

  it('ends features where a further heading begins another chapter, with all that is below it', () => {
    const steps = '### Manual Installation\n\n#### On a server\n\n- Unpack the files\n- Make a base\n';
    assert.deepEqual(featuresOf(`A table of them.\n\n${steps}`), undefined);
    assert.deepEqual(featuresOf(`- Fast\n- Small\n\n${steps}\n### For cooks\n\n- Tea\n`), ['Fast', 'Small', 'Tea']);
  });

  it('takes the list of a sentence that code broke off for none of features', () => {
    const code = '```\nwash(cup)\n```\n\n';
    assert.deepEqual(featuresOf(`It washes.\n\n${code}where cup can be\nany of:\n\n- a cup\n- a plate\n`), undefined);
    assert.deepEqual(featuresOf(`It washes\nall of these:\n\n- cups\n- plates\n`), ['cups', 'plates']);
  });

  it('lists what stands further in with no feature of its own', () => {
    const { features } = readReadme('# App\n\n## Features\n\n- Fast\n  - Starts at once\n- Small\n   - Few files\n');
    assert.deepEqual(
      features?.items.map(({ text }) => text),
      ['Fast', 'Small'],
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 2_000,
          unit: fc.constantFrom('#', ' ', '\n', '-', '[', ']', '(', ')', '<', '>', '*', '`', '!', 'a', '='),
        }),
        (text) => {
          readReadme(text);
          readChangelog(text);
        },
      ),
    );
    const started = performance.now();
    for (const text of [
      '<'.repeat(100_000),
      '['.repeat(100_000),
      `${'a '.repeat(100_000)}`,
      '# '.repeat(50_000),
      '[a]('.repeat(30_000),
    ])
      readReadme(text);
    assert.ok(performance.now() - started < 4_000, `${performance.now() - started} ms`);
  });
});
