import type { Extractor } from '../../extractor';
import { type ChangelogFacts, readChangelog } from './readers/changelog';
import { type ReadmeFacts, readReadme } from './readers/readme';

export const readmeExtractor: Extractor<ReadmeFacts> = {
  id: 'product/readme',
  version: 44,
  wants: (file) =>
    /(^|\/)readme(\.(md|markdown|rst|rdoc|txt|adoc|asciidoc))?$/i.test(file.path) &&
    file.role !== 'fixture' &&
    file.role !== 'vendored',
  extract: (file) => (file.text.length > 500_000 ? undefined : readReadme(file.text)),
};

export const changelogExtractor: Extractor<ChangelogFacts> = {
  id: 'product/changelog',
  version: 14,
  wants: (file) => /^(changelog|changes|history|releases?|news)(\.(md|markdown|rst|txt))?$/i.test(file.path),
  extract(file) {
    const facts = readChangelog(file.text.slice(0, 400_000));
    return facts.releases.length === 0 && facts.unreleasedLine === undefined ? undefined : facts;
  },
};

/** Documents that are of what they are called after, or of something else that is called so. */
const judgedDocument =
  /^(?:(?:docs?|documentation)\/(?:[\w-]{1,20}\/){0,3})?(?:DESIGN|OVERVIEW|SECURITY)(?:\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc))?$/i;

/** To whom, and how, one tells of a weakness. */
const reportsWeaknesses = /\b(?:report|disclos)\w{0,6}\b/i;

/** A design of software: its headings speak of parts and of what goes between them. */
const softwareDesign =
  /^(?:#{1,6}|={1,6})[ \t]{1,4}[^\n]{0,100}\b(?:architectur(?:e|al)|modules?|components?|layers?|data ?flow|packages?|protocols?|internals|storage|requests?|implementation)\b|^[^\n]{0,100}\b(?:architectur(?:e|al)|modules?|components?|layers?|data ?flow|internals|implementation)\b[^\n]{0,100}\n[-=~^]{4,100}[ \t]{0,20}$/im;

export const designExtractor: Extractor<true> = {
  id: 'product/design',
  version: 2,
  wants: (file) => judgedDocument.test(file.path),
  extract: ({ path, text }) =>
    (/SECURITY[^/]*$/i.test(path) ? reportsWeaknesses : softwareDesign).test(text.slice(0, 200_000)) ? true : undefined,
};

/** How programs that write out a database begin. */
const dumped =
  /^(?:-- (?:MySQL dump|MariaDB dump|PostgreSQL database dump|phpMyAdmin SQL Dump)|\/\*!\d{5} SET |[ *]{0,3}Navicat |PRAGMA foreign_keys=OFF;\s{0,9}BEGIN TRANSACTION;)/m;

/** Of so many lines of rows, and that share of all, a file is no program, whoever wrote it. */
const leastRows = 200;
const shareOfRows = 0.6;

/** `INSERT INTO a VALUES`, and rows of one on lines of their own. */
function isMostlyRows(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < leastRows) return false;
  const rows = lines.filter((line) =>
    /^\s{0,20}(?:INSERT\s|REPLACE INTO\s|\(\s{0,4}(?:['"\d-]|NULL\b|N'))/i.test(line),
  ).length;
  return rows >= leastRows && rows >= lines.length * shareOfRows;
}

/** Statements that a program wrote, and rows of data. */
export const dumpExtractor: Extractor<true> = {
  id: 'product/dumps',
  version: 2,
  wants: (file) => file.path.endsWith('.sql'),
  extract: (file) => (dumped.test(file.text.slice(0, 4_000)) || isMostlyRows(file.text) ? true : undefined),
};
