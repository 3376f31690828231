import type { Extractor } from '../../extractor';
import { licenceTexts } from './data/licenceTexts';
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
  version: 12,
  wants: (file) => /^(changelog|changes|history|releases?|news)(\.(md|markdown|rst|txt))?$/i.test(file.path),
  extract(file) {
    const facts = readChangelog(file.text.slice(0, 400_000));
    return facts.releases.length === 0 && facts.unreleasedLine === undefined ? undefined : facts;
  },
};

interface LicenceFacts {
  readonly id: string;
  readonly line: number;
  /** Last line of the words that name it. */
  readonly endLine: number;
  /** Where the words of the second of two stand that it offers. */
  readonly other?: { readonly line: number; readonly endLine: number };
  /** Where it says what is allowed beside the known text. */
  readonly exception?: number;
  /** Where it offers a licence that is sold. */
  readonly commercial?: number;
  /** It offers several licences, of which only this one was found. */
  readonly isOneOfSeveral?: true;
  /** Before the known text stand sentences that take parts out of it. */
  readonly hasTerms?: true;
  /** Where behind the known text more is forbidden. */
  readonly moreTerms?: number;
}

/** Sentences that give a part of the work under other terms than the text which follows. */
const ownTerms =
  /^[ \t#*>-]{0,9}(?:(?:the|all|our|site|website)[ \t]){0,2}(?:content|design|artwork|logos?|branding|trademarks?|images?|articles?)\b[^\n]{0,40}\b(?:copyright|rights reserved)\b|\bportions of this (?:software|repository|project|work)\b[^\n]{0,40}\blicen[cs]ed as follows|\ball (?:content|files|code|source code)\b[^\n]{0,60}\b(?:resides?|except)\b|\blicen[cs]e is required for (?:commercial|production) use\b|\bcontributions (?:from|by) [^\n]{0,60}\blicen[cs]ed under\b/im;

/** The last words of texts that are copied as they are, and what follows them where it is no more than a few sentences. */
const lastWords = /\blimitations under the License\.|\bDEALINGS IN(?: THE)? SOFTWARE\.?/g;
const mostBehind = 1_500;
const forbids =
  /\b(?:must|may|shall) not (?:make|use|sell|offer|provide|develop|be used)\b|\b(?:is|are) (?:strictly )?(?:prohibited|forbidden|not (?:allowed|permitted))\b/i;

/** Where a sentence behind the known text takes back a part of what that allows. */
function termsBehind(head: string, isAnother: (text: string) => boolean): number | undefined {
  const last = [...head.matchAll(lastWords)].at(-1);
  if (last === undefined) return undefined;
  const start = last.index + last[0].length;
  const behind = head.slice(start);
  const at = behind.length > mostBehind || isAnother(behind) ? undefined : forbids.exec(behind)?.index;
  return at === undefined ? undefined : start + at;
}

/** Where a text says that there are several licences, in its first words. */
const severalLicences = /\b(?:bi|dual|tri|triple|multi)[- ]?licen[cs]ed\b/i;
const firstWords = 1_500;

/** A heading of a licence that is sold. */
const commercialLicence = /^[ \t#*_\d.)-]{0,12}(?:(?:the|a|our)[ \t])?commercial licen[cs]e[ \t:*_]{0,5}\r?$/im;

/** More is allowed than the text behind it says. */
const ownException =
  /^[ \t#*_-]{0,30}(?:linking|class ?path|runtime library) exception\b|\bas a special exception\b|\bin addition to the permissions in the GNU\b/im;

/** Characters between the name of a licence and its words: the lines of copyright. */
const mostAbove = 800;

/** Offers of a choice: those of the second kind stand in the texts of licences as well. */
const offersChoice = /\balternative [ab12]\b|\bchoose (?:either|whichever|one)\b/i;
const atOption = /\bat your option\b/i;
/** It names all that it offers, and their texts follow. */
const choiceOf = /\b(?:users?['’]?s?|recipients?['’]?s?|licensees?['’]?s?|your) choice of\b/i;

/** Licence of a text, where its words are known. */
export const licenceExtractor: Extractor<LicenceFacts> = {
  id: 'product/licence',
  version: 17,
  // What a project took from others stands under their licences.
  wants: (file) =>
    /^(?:(?:MIT|BSD|APACHE2?|[AL]?GPL|MPL|ISC|EPL)[-_])?(LICEN[CS]E|COPYING|UNLICENSE)([.-][\w.-]{1,30})?$/i.test(
      file.path,
    ) && !/3rd|third|other|notice|exception/i.test(file.path),
  extract(file) {
    const head = file.text.slice(0, 20_000);
    const found = licenceTexts
      .flatMap(({ id, pattern }) => {
        const match = pattern.exec(head);
        return match === null ? [] : [{ id, at: match.index, end: match.index + match[0].length }];
      })
      .sort((a, b) => a.at - b.at);
    const [first] = found;
    if (first === undefined) return undefined;
    // Where a text offers a choice, what comes second is no licence of a part.
    const before = head.slice(0, first.at);
    const commercial = commercialLicence.exec(head);
    const exception = ownException.exec(before)?.index;
    const isNamed = choiceOf.test(head.slice(0, firstWords));
    const others = found.filter(
      ({ id, at }) => (isNamed || at > first.at + 300) && !id.startsWith('BSD') && id !== first.id,
    );
    const offered = isNamed
      ? others.slice(0, 3)
      : offersChoice.test(head) || atOption.test(before)
        ? others.slice(0, 1)
        : [];
    const other = offered.at(-1);
    const called = new RegExp(
      `^[^\\n]{0,60}\\b${first.id.replace(/-.*$/, '')}\\b[^\\n]{0,40}\\blicen[cs]e\\b`,
      'im',
    ).exec(before)?.index;
    const terms = termsBehind(head, (text) => licenceTexts.some(({ pattern }) => pattern.test(text)));
    return {
      id: [first, ...offered].map(({ id }) => id).join(' or '),
      // Where it names itself, that says more than its words to who does not know them.
      line: file.lineAt(called !== undefined && first.at - called < mostAbove ? called : first.at),
      endLine: file.lineAt(first.end - 1),
      ...(other === undefined ? {} : { other: { line: file.lineAt(other.at), endLine: file.lineAt(other.end - 1) } }),
      ...(exception === undefined ? {} : { exception: file.lineAt(exception) }),
      ...(commercial === null ? {} : { commercial: file.lineAt(commercial.index) }),
      ...(ownTerms.test(before) ? { hasTerms: true as const } : {}),
      ...(terms === undefined ? {} : { moreTerms: file.lineAt(terms) }),
      ...(other === undefined && severalLicences.test(head.slice(0, firstWords))
        ? { isOneOfSeveral: true as const }
        : {}),
    };
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
