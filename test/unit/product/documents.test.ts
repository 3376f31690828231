import assert from 'node:assert/strict';
import { productAnalyzer } from '../../../src/engine/genesis/analyzers/product';
import { analyzeSources } from '../../support/analyzeSources';

describe('the documents of a product', () => {
  it('takes a template of decisions for no decision', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md': 'x\n',
      'docs/decisions/0000-TEMPLATE.md': 'x\n',
      'docs/decisions/0001-record-decisions.md': 'x\n',
      'docs/decisions/0002-template-engine.md': 'x\n',
      'docs/decisions/adr-template.md': 'x\n',
      'docs/README.md': 'x\n'.repeat(10),
    });
    const documents = findings.find(({ rule }) => rule === 'product/documents');
    assert.equal(
      documents?.title,
      'Beside the read-me: docs/README.md, docs/decisions/0001-record-decisions.md and docs/decisions/0002-template-engine.md',
    );
    assert.match(documents?.content ?? '', /0002-template-engine/);
    assert.doesNotMatch(documents?.content ?? '', /TEMPLATE|adr-template/);
  });

  it('takes what users may fear for no way to report it, and an overview of anything for no architecture', async () => {
    const content = async (security: string, overview: string): Promise<string> => {
      const { findings } = await analyzeSources([productAnalyzer], {
        'README.md': 'x\n',
        'CONTRIBUTING.md': 'x\n',
        'CODE_OF_CONDUCT.md': 'x\n',
        'docs/security.rst': security,
        'docs/overview.rst': overview,
      });
      return findings.find(({ rule }) => rule === 'product/documents')?.content ?? '';
    };
    const told = await content('Cups keeps its data in a file.\n', 'Overview\n========\n\nRead on.\n');
    assert.match(told, /^- others: `docs\/overview\.rst`, `docs\/security\.rst`$/m);
    const other = await content('Report weaknesses to us.\n', '# Overview\n\n## Modules\n');
    assert.match(other, /^- how to report weaknesses: `docs\/security\.rst`$/m);
    assert.match(other, /^- the architecture: `docs\/overview\.rst`$/m);
  });

  it('takes the read-me of a site for documents for none of the documents', async () => {
    const title = async (more: Record<string, string>): Promise<string | undefined> => {
      const documents = {
        'README.md': 'x\n',
        'SECURITY.md': 'x\n',
        'CONTRIBUTING.md': 'x\n',
        'docs/README.md': 'x\n'.repeat(10),
      };
      const { findings } = await analyzeSources([productAnalyzer], { ...documents, ...more });
      return findings.find(({ rule }) => rule === 'product/documents')?.title;
    };
    assert.match((await title({})) ?? '', /docs\/README/);
    assert.equal(await title({ 'docs/_config.yml': 'x: 1\n' }), 'Beside the read-me: CONTRIBUTING.md and SECURITY.md');
    assert.doesNotMatch((await title({ 'docs/package.json': '{}' })) ?? '', /docs/);
  });

  it('names manuals in any form, and what a newcomer is asked for', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md': 'x\n',
      'CODE_OF_CONDUCT.md': 'x\n',
      'doc/manual.adoc': 'x\n',
      'docs/configuration.rst': 'x\n',
      'AI_POLICY.md': 'x\n',
      'BUILDING.md': 'x\n',
      build: 'make\n',
      'docs/guide.ts': 'x\n',
    });
    const told = findings.find(({ rule }) => rule === 'product/documents')?.content ?? '';
    assert.deepEqual(
      [...told.matchAll(/^- (.+): `(.+)`$/gm)].map(([, what, path]) => `${what}: ${path}`),
      [
        'how to use it: doc/manual.adoc',
        'how to build: BUILDING.md',
        'rules for coding agents: AI_POLICY.md',
        'how to configure: docs/configuration.rst',
        'how to behave: CODE_OF_CONDUCT.md',
      ],
    );
  });

  it('takes neither a read-me that only leads elsewhere nor a script for a document', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      'README.md': 'x\n',
      'SECURITY.md': 'x\n',
      'CONTRIBUTING.md': 'x\n',
      install: '#!/bin/sh\n',
      'docs/README.md': '# Documents\n\nThey are elsewhere now.\n',
    });
    const documents = findings.find(({ rule }) => rule === 'product/documents');
    assert.equal(documents?.title, 'Beside the read-me: CONTRIBUTING.md and SECURITY.md');
  });

  it('takes a document of colours for the design, and one of components for the architecture', async () => {
    const contentOf = async (text: string): Promise<string | undefined> =>
      (await analyzeSources([productAnalyzer], { 'DESIGN.md': text, 'SECURITY.md': 'x\n' })).findings.find(
        ({ rule }) => rule === 'product/documents',
      )?.content;
    assert.match((await contentOf('# Colors\n\ntea\n\n## Themes\n')) ?? '', /^- the design: `DESIGN.md`$/m);
    const told = (await contentOf('Design\n======\n\n## Data flow\n')) ?? '';
    assert.match(told, /^- the architecture: `DESIGN.md`$/m);
    assert.doesNotMatch(told, /the design/);
  });

  it('takes no script for a document', async () => {
    const { findings } = await analyzeSources([productAnalyzer], { 'install.sh': '#!/bin/sh\n', 'SECURITY.md': 'x\n' });
    assert.ok(!findings.some(({ rule }) => rule === 'product/documents'));
  });

  it('says where most of those lie that it does not name', async () => {
    const names = ['CONTRIBUTING.md', 'docs/faq.md', 'book/src/SUMMARY.md', 'book/src/keys/a.md', 'book/src/keys/b.md'];
    const aside = ['.changeset/cups.md', 'news/12.rst', 'src/cups/notes.md', 'tests/notes/plan.md', 'blog/2024/tea.md'];
    const files = Object.fromEntries(['README.md', ...names, ...aside].map((name) => [name, 'x\n']));
    const { findings } = await analyzeSources([productAnalyzer], files);
    const told = findings.find(({ rule }) => rule === 'product/documents');
    assert.equal(told?.title, 'Beside the read-me: book/src/SUMMARY.md, CONTRIBUTING.md, docs/faq.md and others');
    assert.match(told?.content ?? '', /^- and more, most of them in `book\/`$/m);
  });

  it('names what else there is to read, and does not count the rest', async () => {
    const tellsOf = async (more: readonly string[]): Promise<{ title: string; content: string } | undefined> => {
      const names = [
        'README.md',
        'README_CN.md',
        'CONTRIBUTING.md',
        'doc/release.md',
        'LICENSE.md',
        'CHANGELOG.md',
        ...more,
      ];
      const files = Object.fromEntries(names.map((name) => [name, 'x\n']));
      const { findings } = await analyzeSources([productAnalyzer], files);
      return findings.find(({ rule }) => rule === 'product/documents');
    };
    assert.equal((await tellsOf([]))?.title, 'Beside the read-me: CONTRIBUTING.md and doc/release.md');
    const one = await tellsOf([
      'doc/PaymentPolicy.md',
      'doc/authors.adoc',
      '.github/ISSUE_TEMPLATE.md',
      'doc/list.txt',
    ]);
    assert.equal(one?.title, 'Beside the read-me: CONTRIBUTING.md, doc/release.md and doc/PaymentPolicy.md');
    assert.match(one?.content ?? '', /^- others: `doc\/PaymentPolicy.md`$/m);
    const many = await tellsOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `docs/${name}.md`));
    assert.match(
      many?.title ?? '',
      /^Beside the read-me: CONTRIBUTING.md, doc\/release.md, docs\/a.md, docs\/b.md and others$/,
    );
    assert.match(many?.content ?? '', /`docs\/e.md` and more$/);
    const inSite = await tellsOf([
      'docs/en/docs/contributing.md',
      'docs/de/docs/contributing.md',
      'docs/source/faq.rst',
    ]);
    assert.match(inSite?.content ?? '', /^- how to contribute: `CONTRIBUTING.md`, `docs\/en\/docs\/contributing.md`$/m);
    assert.match(inSite?.content ?? '', /^- answers to questions: `docs\/source\/faq.rst`$/m);
    const long = await tellsOf([1, 2, 3].map((at) => `docs/${'a'.repeat(30)}${at}.md`));
    assert.match(
      long?.title ?? '',
      /^Beside the read-me: CONTRIBUTING.md, doc\/release.md, docs\/a{30}1.md and others$/,
    );
  });
});
