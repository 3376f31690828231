import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { type ManifestFile, ManifestSet } from '../../dependencies/inventory/manifestSet';
import { licenceTexts } from '../data/licenceTexts';
import { manifestEvidence } from '../manifestLines';
import { type LicenceFacts, licenceExtractor } from '../readers/licenceText';

type LicenceText = readonly [file: { readonly path: string }, facts: LicenceFacts & { readonly id: string }];

/** Beside the licence of the whole, `LICENSE.enterprise` is that of a part. */
const ofWhole =
  /^(?:(?:MIT|BSD|APACHE2?|[AL]?GPL|MPL|ISC|EPL)[-_])?(?:LICEN[CS]E|COPYING|UNLICENSE)(?:\.(?:md|txt|rst|markdown))?$/i;

/** The licence, and whether its text and the manifest agree. */
export function reportLicence(model: ScanModel, report: Report): void {
  const all = [...model.factsOf(licenceExtractor)];
  const texts = textsOfWhole(all);
  const said = ManifestSet.of(model).manifests;
  const manifests = said.filter(
    // npm is told by this word that nobody is given a licence.
    ({ folder, facts }) => folder === '' && facts.license !== undefined && facts.license !== 'UNLICENSED',
  );
  const named = [...new Set(texts.map(([, facts]) => facts.id))];
  // The text of a licence beside a notice that allows later ones is one licence.
  const ids = named.filter((id) => !named.includes(`${id}-or-later`));
  const [text] = texts;
  const [id = ''] = ids;
  const licenceOf = (manifest: (typeof manifests)[number] | undefined): string | undefined => manifest?.facts.license;
  const other =
    ids.length === 1
      ? manifests.find((manifest) => !isSame(id, licenceOf(manifest) ?? ''))
      : texts.length === 0
        ? otherOf(manifests)
        : undefined;
  const manifest = other ?? manifests[0];
  const evidence: Evidence[] = [
    ...evidenceOf(texts),
    ...(other !== undefined && text === undefined && manifests[0] !== undefined
      ? [manifestEvidence(model, manifests[0].path, 'licence')]
      : []),
    ...(manifest === undefined ? [] : [manifestEvidence(model, manifest.path, 'licence')]),
  ];
  const statedBy = [...new Set(evidence.map((one) => markdownCode(one.path)))].join(', ');
  const finding: Told | undefined =
    other === undefined
      ? (nameOf(texts, ids, licenceOf(manifest), said) ?? (texts.length > 0 ? undefined : headingOf(all)))
      : {
          title: `${text === undefined ? `${manifests[0]?.path ?? ''} says ${licenceOf(manifests[0]) ?? ''}` : `${text[0].path} is ${id}`}, but ${other.path} says ${licenceOf(other) ?? ''}`,
          content: `${text === undefined ? '' : 'Tools read the manifest, people read the file. '}Make them say the same.`,
        };
  if (finding === undefined) return;
  report.finding({
    layer: 'product',
    rule: other === undefined ? 'product/licence' : 'product/licence-mismatch',
    key: 'licence',
    title: shortTitle(finding.title),
    content: finding.content ?? `${finding.note ?? ''}Stated by ${statedBy}.`,
    importance: other === undefined ? 1 : 2,
    confidence: 0.95,
    tags: ['licence'],
    evidence: evidenceList([...(finding.evidence ?? evidence)]),
  });
}

interface Told {
  readonly title: string;
  /** What is to be read beside. */
  readonly note?: string;
  readonly content?: string;
  readonly evidence?: readonly Evidence[];
}

/** A text of nobody else's words tells its own name. */
function headingOf(
  all: readonly (readonly [file: { readonly path: string }, facts: LicenceFacts])[],
): Told | undefined {
  const found = all.find(([{ path }, facts]) => facts.heading !== undefined && ofWhole.test(path));
  if (found === undefined) return undefined;
  const [{ path }, { heading = '', line }] = found;
  return {
    title: `${path} calls itself ${heading}`,
    content: 'Its words are none of the licences that are known here: read it.',
    evidence: [lineEvidence(path, line)],
  };
}

/** The texts for the whole: those of parts only where there is no other, for `LICENSE` may say what each is for. */
function textsOfWhole(
  all: readonly (readonly [file: { readonly path: string }, facts: LicenceFacts])[],
): LicenceText[] {
  const isKnown = (one: (typeof all)[number]): one is LicenceText => one[1].id !== undefined;
  const whole = all.filter(([file]) => ofWhole.test(file.path));
  const chosen = (whole.length > 0 ? whole : all).filter(isKnown);
  // The lesser licence is made of the text of the other one and of what it allows beside.
  const isLesser = all.some(([{ path }]) => /^COPYING[.-]LESSER/i.test(path));
  return chosen.some(([, { id }]) => id.startsWith('LGPL-3.0'))
    ? chosen.filter(([, { id }]) => !isLesser || !id.startsWith('GPL-3.0'))
    : chosen;
}

/** The second of two manifests at the top that name different licences. */
const otherOf = (manifests: readonly ManifestFile[]): ManifestFile | undefined => {
  const [first, ...others] = manifests;
  return others.find(({ facts }) => !isSame(first?.facts.license ?? '', facts.license ?? ''));
};

const evidenceOf = (texts: readonly LicenceText[]): Evidence[] =>
  texts.flatMap(([{ path }, { line, endLine, other, exception, commercial, moreTerms, clause }]) => [
    { path, startLine: line, endLine },
    ...(other === undefined ? [] : [{ path, startLine: other.line, endLine: other.endLine }]),
    ...[exception, commercial, moreTerms, clause].flatMap((at) => (at === undefined ? [] : [lineEvidence(path, at)])),
  ]);

/** How the licence is told; nothing where there is none, or only one of several was found. */
function nameOf(
  texts: readonly LicenceText[],
  ids: readonly string[],
  declared: string | undefined,
  said: readonly ManifestFile[],
): Told | undefined {
  const isDeclared = declared !== undefined && ids.length > 0 && isExpressionOf(ids, declared);
  // Of several some may be those of parts, but for the two that are offered together by custom.
  // A part that names one of them alone gives no choice.
  const isOneOnly = said.some(({ role, facts }) => !ofOthers.has(role) && ids.some((id) => id === facts.license));
  const isChoice = ids.length === 2 && ids.every((id) => byCustom.has(id)) && !isOneOnly;
  const isList = ids.length > 1 && !isChoice && !isDeclared;
  const has = (what: keyof LicenceFacts): string | undefined =>
    texts.find(([, facts]) => facts[what] !== undefined)?.[0].path;
  const name = isDeclared ? declared : ids.join(isChoice ? ' or ' : ', ') || declared;
  const isSold = has('commercial') !== undefined;
  if (name === undefined || (ids.length === 1 && !isSold && has('isOneOfSeveral') !== undefined)) return undefined;
  const isWider = !isDeclared && ids.length === 1 && has('exception') !== undefined;
  const [terms, more] = [has('hasTerms'), has('moreTerms')];
  const beside = [
    ...(isWider ? [' with an exception'] : []),
    ...(has('clause') === undefined ? [] : [' with the Commons Clause, which forbids to sell it']),
    ...(isSold ? [' or a commercial licence'] : []),
  ].join('');
  const withTerms = terms ?? more;
  return {
    title:
      withTerms === undefined
        ? `${isList ? `Texts of ${ids.length} licences found:` : 'Licensed under'} ${name}${beside}`
        : `${withTerms} holds the text of ${name} and ${terms === undefined ? 'further terms' : 'terms before it'}`,
    note: [
      terms === undefined
        ? ''
        : `Before the text stand sentences on what it does not cover: read ${markdownCode(terms)}. `,
      more === undefined ? '' : `Behind the text stands what it forbids beside: read ${markdownCode(more)}. `,
    ].join(''),
  };
}

const ofOthers: ReadonlySet<string> = new Set(['test', 'example', 'docs', 'fixture', 'vendored']);

/** Nearly all that stands under both leaves the choice to its users. */
const byCustom: ReadonlySet<string> = new Set(['Apache-2.0', 'MIT']);

/** `GPL-2.0-or-later` and `MIT OR GPL-2.0` say more than the texts do. */
function isExpressionOf(ids: readonly string[], declared: string): boolean {
  const parts = declared.replace(/[()]/g, '').split(/ (?:OR|AND|WITH) /);
  return (
    parts.every((part) => /^[A-Za-z0-9.-]{2,60}\+?$/.test(part)) &&
    ids.every((id) => parts.some((part) => [id, `${id}+`, `${id}-only`, `${id}-or-later`].includes(part)))
  );
}

const longNames: readonly (readonly [RegExp, string])[] = [
  [/(?:simplified|freebsd|2[- ]clause) bsd(?: licen[cs]e)?|bsd (?:2[- ]clause|simplified)/, 'bsd-2-clause'],
  [/(?:new|modified|revised|3[- ]clause) bsd(?: licen[cs]e)?|bsd (?:3[- ]clause|new|modified|revised)/, 'bsd-3-clause'],
  [/\b(?:expat|x11)\b/, 'mit'],
  [/zero[- ]clause bsd|bsd zero[- ]clause/, '0bsd'],
  [/gnu affero general public/, 'agpl'],
  [/gnu (?:lesser|library) general public/, 'lgpl'],
  [/gnu general public/, 'gpl'],
  [/mozilla public/, 'mpl'],
  [/eclipse public/, 'epl'],
];

const gnu = /[al]?gpl/;

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
  const isChoice = /(?<!-)\b(or|and)\b|\//i.test(declared);
  // The name of each holds that of the common one.
  const [one, other] = [gnu.exec(a)?.[0], gnu.exec(b)?.[0]];
  if (one !== undefined && other !== undefined && one !== other) return isChoice;
  return (
    b.includes(a) ||
    a.includes(b) ||
    b.includes(a.replace(/\.0$/, '')) ||
    a.replace(/-?\d.*$/, '').replace(/clause/, '') === b ||
    // The word of `-or-later` gives no choice.
    isChoice
  );
}
