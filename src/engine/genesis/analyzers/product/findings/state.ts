import type { Evidence } from '../../../../../shared/genesis';
import { languageEntry } from '../../../languages/linguistTable';
import { markdownCode } from '../../../markdownText';
import type { FileRecord, Report, ScanModel } from '../../../scanModel';
import { counted, evidenceList, lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { ManifestSet } from '../../dependencies/inventory/manifestSet';
import { groupBy } from '../../dependencies/text/groupBy';
import { compareNumbers, isPrerelease, versionNumbers } from '../../dependencies/versions/version';
import { isOfDocuments } from '../../techStack/documents';
import { isBeside } from '../../techStack/productPaths';
import { licenceTexts } from '../data/licenceTexts';
import { changelogExtractor, dumpExtractor, licenceExtractor } from '../extractors';
import { manifestEvidence } from '../manifestLines';
import type { ChangelogFacts } from '../readers/changelog';
import { mainManifest } from './purpose';

/** Version and release state, as change log and manifest state them. */
export function reportReleases(model: ScanModel, report: Report): void {
  for (const [file, facts] of model.factsOf(changelogExtractor)) {
    const [newest] = facts.releases;
    if (newest === undefined || growsDownwards(facts)) continue;
    const manifest = mainManifest(ManifestSet.of(model));
    // What is put together while it is built is no version yet.
    const declared = /^[\w.+-]+$/.exec(manifest?.facts.version ?? '')?.[0];
    if (isLeft(file.path, newest.version, declared, model)) continue;
    const dated = newest.date === undefined ? '' : ` of ${newest.date}`;
    report.finding({
      layer: 'product',
      rule: 'product/releases',
      key: 'releases',
      title: shortTitle(
        // How many came before is no number to tell: some logs list candidates beside them, and some go on in other files.
        `The topmost release in ${file.path} is ${newest.version}${dated}`,
      ),
      content: [
        `The topmost release is ${markdownCode(newest.version)}${dated}.`,
        ...(facts.unreleasedLine === undefined ? [] : ['There is a section of unreleased changes.']),
        ...(declared === undefined
          ? []
          : [`${markdownCode(manifest?.path ?? '')} says version ${markdownCode(declared)}.`]),
      ].join(' '),
      importance: 2,
      confidence: 0.9,
      tags: ['releases'],
      evidence: [lineEvidence(file.path, newest.line)],
    });
    return;
  }
}

/** So many commits, and so much time, without a word in a log that was kept before them. */
const silentCommits = 200;
const silentMs = 365 * 24 * 3_600_000;

/** A log that nobody keeps any more: the manifest is far ahead of it, or the work of more than a year left it as it was. */
function isLeft(path: string, newest: string, declared: string | undefined, model: ScanModel): boolean {
  const [major = 0, minor = 0] = versionNumbers(newest) ?? [];
  const [ownMajor = 0, ownMinor = 0] = versionNumbers(declared ?? '') ?? [];
  const isAhead = ownMajor > major || (ownMajor === major && ownMinor > minor + 1);
  if (isAhead && !isPrerelease(declared ?? '')) return true;
  const commits = model.git?.commits ?? [];
  const last = commits.findIndex(({ files }) => files.includes(path));
  const since = last < 0 ? commits.length : last;
  const before = commits[since] ?? commits.at(-1);
  return since >= silentCommits && (commits[0]?.authoredAt ?? 0) - (before?.authoredAt ?? 0) > silentMs;
}

/** A log whose last entry is the newest one: its top tells of the beginning. */
function growsDownwards({ releases }: ChangelogFacts): boolean {
  const [first, last] = [releases[0], releases.at(-1)].map((one) => versionNumbers(one?.version ?? '') ?? []);
  return compareNumbers(first ?? [], last ?? []) < 0;
}

/** The licence, and whether its text and the manifest agree. */
export function reportLicence(model: ScanModel, report: Report): void {
  const all = [...model.factsOf(licenceExtractor)];
  // Beside the licence of the whole, `LICENSE.enterprise` is that of a part.
  const whole = all.filter(([file]) =>
    /^(?:LICEN[CS]E|COPYING|UNLICENSE)(?:\.(?:md|txt|rst|markdown))?$/i.test(file.path),
  );
  const texts = whole.length > 0 ? whole : all;
  const manifests = ManifestSet.of(model).manifests.filter(
    // npm is told by this word that nobody is given a licence.
    ({ folder, facts }) => folder === '' && facts.license !== undefined && facts.license !== 'UNLICENSED',
  );
  const [text] = texts;
  const manifest = manifests[0];
  const ids = [...new Set(texts.map(([, facts]) => facts.id))];
  const declared = manifest?.facts.license;
  // Two are a choice; of more some are those of parts.
  const known = ids.join(ids.length > 2 ? ', ' : ' or ') || declared;
  const name = ids.length === 1 && declared !== undefined && isExpressionOf(ids[0] ?? '', declared) ? declared : known;
  if (name === undefined || (ids.length === 1 && texts.some(([, facts]) => facts.isOneOfSeveral === true))) return;
  const evidence: Evidence[] = [
    ...texts.map(([file, { line, endLine }]) => ({ path: file.path, startLine: line, endLine })),
    ...(manifest === undefined ? [] : [manifestEvidence(model, manifest.path, 'licence')]),
  ];
  const differs = text !== undefined && declared !== undefined && ids.length === 1 && !isSame(ids[0] ?? '', declared);
  const terms = texts.find(([, facts]) => facts.hasTerms === true)?.[0].path;
  report.finding({
    layer: 'product',
    rule: differs ? 'product/licence-mismatch' : 'product/licence',
    key: 'licence',
    title: differs
      ? shortTitle(`${text[0].path} is ${ids[0] ?? ''}, but ${manifest?.path ?? ''} says ${declared}`)
      : shortTitle(
          terms === undefined
            ? `${ids.length > 2 ? `Texts of ${ids.length} licences found:` : 'Licensed under'} ${name}`
            : `${terms} holds the text of ${name} and terms before it`,
        ),
    content: differs
      ? 'Tools read the manifest, people read the file. Make them say the same.'
      : `${terms === undefined ? '' : `Before the text stand sentences on what it does not cover: read ${markdownCode(terms)}. `}Stated by ${evidence.map((one) => markdownCode(one.path)).join(', ')}.`,
    importance: differs ? 2 : 1,
    confidence: 0.95,
    tags: ['licence'],
    evidence: evidenceList(evidence),
  });
}

/** `GPL-2.0-or-later` and `MIT OR GPL-2.0` say more than the text of one licence does. */
function isExpressionOf(id: string, declared: string): boolean {
  const parts = declared.replace(/[()]/g, '').split(/ (?:OR|AND|WITH) /);
  return (
    parts.every((part) => /^[A-Za-z0-9.-]{2,60}\+?$/.test(part)) &&
    parts.some((part) => [id, `${id}+`, `${id}-only`, `${id}-or-later`].includes(part))
  );
}

const longNames: readonly (readonly [RegExp, string])[] = [
  [/(?:simplified|freebsd|2[- ]clause) bsd(?: licen[cs]e)?|bsd (?:2[- ]clause|simplified)/, 'bsd-2-clause'],
  [/(?:new|modified|revised|3[- ]clause) bsd(?: licen[cs]e)?|bsd (?:3[- ]clause|new|modified|revised)/, 'bsd-3-clause'],
  [/\bexpat\b/, 'mit'],
  [/zero[- ]clause bsd|bsd zero[- ]clause/, '0bsd'],
  [/gnu affero general public/, 'agpl'],
  [/gnu (?:lesser|library) general public/, 'lgpl'],
  [/gnu general public/, 'gpl'],
  [/mozilla public/, 'mpl'],
  [/eclipse public/, 'epl'],
];

/** `GPL-3.0-or-later` and `GPL-3.0` share a text; `Apache License, Version 2.0` and `The MIT License` are names of the same. */
function isSame(id: string, declared: string): boolean {
  if (licenceTexts.find((licence) => licence.id === id)?.pattern.test(declared) === true) return true;
  const words = (text: string): string =>
    longNames
      .reduce((short, [long, name]) => short.replace(long, name), text.toLowerCase())
      .replaceAll(/licen[cs]e|version|software|the|gnu|only|or-later|v(?=\d)|[^a-z0-9.]/g, '');
  const [a, b] = [words(id), words(declared)];
  // Refers to a file, or to none.
  if (/^see\b|proprietary|unlicensed|custom/i.test(declared)) return true;
  return (
    b.includes(a) ||
    a.includes(b) ||
    b.includes(a.replace(/\.0$/, '')) ||
    a.replace(/-?\d.*$/, '').replace(/clause/, '') === b ||
    // The word of `-or-later` gives no choice.
    /(?<!-)\b(or|and)\b|\//i.test(declared)
  );
}

/** How large it is, and how much of it is tests. */
export function reportSize(model: ScanModel, report: Report): void {
  const read = model.files.filter((file) => file.skipped === undefined && isCode(file));
  const own = read.filter((file) => model.factsIn(dumpExtractor, file.path) === undefined);
  const { source, aside } = withoutAsides(
    own.filter(({ role }) => role === 'source'),
    model,
  );
  // Tools write most migrations, and the state that they lead to.
  const migrations = own.filter(({ role }) => role === 'migration');
  const tests = read.filter((file) => file.role === 'test');
  if (source.length === 0 || isOfDocuments(model)) return;
  const lines = (files: readonly FileRecord[]): number => files.reduce((sum, file) => sum + file.lines, 0);
  // Charts and playbooks are written in YAML: what is code beside them says nothing of their size.
  const written = model.files.filter(
    ({ path, role, skipped }) =>
      skipped === undefined && (role === 'source' || role === 'config') && programOfYaml.test(path),
  );
  if (written.length > source.filter((file) => languageEntry(file.languageName)?.type === 'programming').length) return;
  const largest = source.toSorted((a, b) => b.lines - a.lines).slice(0, 5);
  const byLanguage = [...groupBy(source, (file) => file.languageName)].sort((a, b) => lines(b[1]) - lines(a[1]));
  report.finding({
    layer: 'product',
    rule: 'product/size',
    key: 'size',
    // Where no test was recognised there may be some of a form that nobody knows here.
    title: `${counted(lines(source), 'line')} of source counted in ${counted(source.length, 'file')}${tests.length === 0 ? '' : `, ${counted(lines(tests), 'line')} of tests`}`,
    content: [
      '| Language | Files | Lines |',
      '|---|---|---|',
      ...byLanguage
        .slice(0, 8)
        .map(([language, files]) => `| ${language} | ${files.length} | ${lines(files).toLocaleString('en-US')} |`),
      '',
      `Largest: ${largest.map((file) => `${markdownCode(file.path)} (${file.lines.toLocaleString('en-US')})`).join(', ')}.`,
      ...(migrations.length === 0
        ? []
        : [
            '',
            `Beside it ${counted(lines(migrations), 'line')} of migrations in ${counted(migrations.length, 'file')}.`,
          ]),
      ...(aside.length === 0 ? [] : ['', `Not counted is what lies beside the product: ${asideText(aside, lines)}.`]),
    ].join('\n'),
    importance: 2,
    confidence: 1,
    tags: ['size'],
    evidence: evidenceList(
      largest.map((file) => ({ path: file.path, startLine: 1, endLine: Math.max(1, file.lines) })),
    ),
  });
}

/** Of all code so much is counted at least: where most of it is called scripts, it is the product. */
const leastOwn = 0.6;

/** The product uses a folder that so many of its files import from, whatever the folder is called. */
const leastUsers = 2;

/** The source without what lies at the top in folders of scripts, checks and additions, beside the product. */
function withoutAsides(
  all: readonly FileRecord[],
  model: ScanModel,
): { source: readonly FileRecord[]; aside: readonly FileRecord[] } {
  const topOf = (path: string): string => path.slice(0, path.indexOf('/') + 1);
  const users = new Map<string, Set<string>>();
  for (const { path } of all) {
    const top = topOf(path);
    if (!isBeside(top)) continue;
    const own = users.get(top) ?? new Set();
    for (const from of model.imports.importersOf(path))
      if (!isBeside(topOf(from)) && model.byPath.get(from)?.role === 'source') own.add(from);
    users.set(top, own);
  }
  const isAside = ({ path }: FileRecord): boolean => (users.get(topOf(path))?.size ?? leastUsers) < leastUsers;
  const bytes = (files: readonly FileRecord[]): number => files.reduce((sum, file) => sum + file.bytes, 0);
  const source = all.filter((file) => !isAside(file));
  return bytes(source) < bytes(all) * leastOwn ? { source: all, aside: [] } : { source, aside: all.filter(isAside) };
}

/** ``scripts/` (14,917 lines)`, the largest first. */
function asideText(aside: readonly FileRecord[], lines: (files: readonly FileRecord[]) => number): string {
  const folders = [...groupBy(aside, ({ path }) => path.slice(0, path.indexOf('/') + 1))];
  const shown = folders.sort((a, b) => lines(b[1]) - lines(a[1])).slice(0, 5);
  const texts = shown.map(([folder, files]) => `${markdownCode(folder)} (${counted(lines(files), 'line')})`);
  return `${texts.join(', ')}${folders.length > shown.length ? ' and others' : ''}`;
}

const programOfYaml = /(?:^|\/)(?:templates|tasks|handlers|playbooks)\/(?:[^/]+\/){0,3}[^/]+\.ya?ml$/;

/** Of linguist's data those that people write as code, and of its markup those that are documents. */
const codeOfData = new Set(['SQL', 'GraphQL', 'Protocol Buffer', 'CQL', 'Vue', 'Svelte', 'Astro']);
const documents = new Set([
  'Roff',
  'Roff Manpage',
  'TeX',
  'Jupyter Notebook',
  'SVG',
  'Rich Text Format',
  'Mermaid',
  'PlantUML',
  'D2',
]);

/** Programs write schemas of GraphQL that are longer, out of the code beside them. */
const longestSchema = 5_000;

/** What is written to run, to be shown or to be asked: no keys, lists and settings. */
function isCode({ languageName, lines }: FileRecord): boolean {
  if (languageName === 'GraphQL' && lines > longestSchema) return false;
  const type = languageEntry(languageName)?.type;
  return codeOfData.has(languageName) || type === 'programming' || (type === 'markup' && !documents.has(languageName));
}
