import type { Extractor } from '../../extractor';
import { licenceTexts } from './data/licenceTexts';
import { type ChangelogFacts, readChangelog } from './readers/changelog';
import { type ReadmeFacts, readReadme } from './readers/readme';

export const readmeExtractor: Extractor<ReadmeFacts> = {
  id: 'product/readme',
  version: 26,
  wants: (file) =>
    /(^|\/)readme(\.(md|markdown|rst|rdoc|txt|adoc|asciidoc))?$/i.test(file.path) &&
    file.role !== 'fixture' &&
    file.role !== 'vendored',
  extract: (file) => (file.text.length > 500_000 ? undefined : readReadme(file.text)),
};

export const changelogExtractor: Extractor<ChangelogFacts> = {
  id: 'product/changelog',
  version: 6,
  wants: (file) => /^(changelog|changes|history|releases?|news)(\.(md|markdown|rst|txt))?$/i.test(file.path),
  extract(file) {
    const facts = readChangelog(file.text.slice(0, 400_000));
    return facts.releases.length === 0 && facts.unreleasedLine === undefined ? undefined : facts;
  },
};

/** Licence of a text, where its words are known. */
export const licenceExtractor: Extractor<{ readonly id: string; readonly line: number }> = {
  id: 'product/licence',
  version: 5,
  // What a project took from others stands under their licences.
  wants: (file) =>
    /^(LICEN[CS]E|COPYING|UNLICENSE)([.-][\w.-]{1,30})?$/i.test(file.path) &&
    !/3rd|third|other|notice/i.test(file.path),
  extract(file) {
    const head = file.text.slice(0, 20_000);
    const found = licenceTexts
      .map(({ id, pattern }) => ({ id, at: head.search(pattern) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
    const [first] = found;
    if (first === undefined) return undefined;
    // Where a text offers a choice, what comes second is no licence of a part.
    const other = /\balternative [ab12]\b|\bchoose (?:either|whichever|one)\b|\bat your option\b/i.test(head)
      ? found.find(({ id, at }) => at > first.at + 300 && !id.startsWith('BSD') && id !== first.id)
      : undefined;
    return { id: other === undefined ? first.id : `${first.id} or ${other.id}`, line: file.lineAt(first.at) };
  },
};

/** How programs that write out a database begin. */
const dumped =
  /^(?:-- (?:MySQL dump|MariaDB dump|PostgreSQL database dump|phpMyAdmin SQL Dump)|\/\*!\d{5} SET |[ *]{0,3}Navicat |PRAGMA foreign_keys=OFF;\s{0,9}BEGIN TRANSACTION;)/m;

/** Statements that a program wrote. */
export const dumpExtractor: Extractor<true> = {
  id: 'product/dumps',
  version: 1,
  wants: (file) => file.path.endsWith('.sql'),
  extract: (file) => (dumped.test(file.text.slice(0, 4_000)) ? true : undefined),
};
