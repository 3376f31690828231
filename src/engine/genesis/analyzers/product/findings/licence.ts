import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import { ManifestSet } from '../../dependencies/inventory/manifestSet';
import { licenceTexts } from '../data/licenceTexts';
import { licenceExtractor } from '../extractors';
import { manifestEvidence } from '../manifestLines';

/** The licence, and whether its text and the manifest agree. */
export function reportLicence(model: ScanModel, report: Report): void {
  const all = [...model.factsOf(licenceExtractor)];
  // Beside the licence of the whole, `LICENSE.enterprise` is that of a part.
  const whole = all.filter(([file]) =>
    /^(?:(?:MIT|BSD|APACHE2?|[AL]?GPL|MPL|ISC|EPL)[-_])?(?:LICEN[CS]E|COPYING|UNLICENSE)(?:\.(?:md|txt|rst|markdown))?$/i.test(
      file.path,
    ),
  );
  const chosen = whole.length > 0 ? whole : all;
  // The lesser licence is made of the text of the other one and of what it allows beside.
  const isLesser = [...all].some(([{ path }]) => /^COPYING[.-]LESSER/i.test(path));
  const texts = chosen.some(([, { id }]) => id.startsWith('LGPL-3.0'))
    ? chosen.filter(([, { id }]) => !isLesser || !id.startsWith('GPL-3.0'))
    : chosen;
  const said = ManifestSet.of(model).manifests;
  const manifests = said.filter(
    // npm is told by this word that nobody is given a licence.
    ({ folder, facts }) => folder === '' && facts.license !== undefined && facts.license !== 'UNLICENSED',
  );
  const [text] = texts;
  const manifest = manifests[0];
  const named = [...new Set(texts.map(([, facts]) => facts.id))];
  // The text of a licence beside a notice that allows later ones is one licence.
  const ids = named.filter((id) => !named.includes(`${id}-or-later`));
  const declared = manifest?.facts.license;
  const isDeclared = declared !== undefined && ids.length > 0 && isExpressionOf(ids, declared);
  // Of several some may be those of parts, but for the two that are offered together by custom.
  // A part that names one of them alone gives no choice.
  const isOneOnly = said.some(({ role, facts }) => !ofOthers.has(role) && ids.some((id) => id === facts.license));
  const isChoice = ids.length === 2 && ids.every((id) => byCustom.has(id)) && !isOneOnly;
  const isList = ids.length > 1 && !isChoice && !isDeclared;
  const sold = texts.find(([, facts]) => facts.commercial !== undefined);
  const name = isDeclared ? declared : ids.join(isChoice ? ' or ' : ', ') || declared;
  const isUnread = ids.length === 1 && sold === undefined && texts.some(([, facts]) => facts.isOneOfSeveral === true);
  if (name === undefined || isUnread) return;
  const evidence: Evidence[] = [
    ...texts.flatMap(([{ path }, { line, endLine, other, exception, commercial, moreTerms }]) => [
      { path, startLine: line, endLine },
      ...(other === undefined ? [] : [{ path, startLine: other.line, endLine: other.endLine }]),
      ...(exception === undefined ? [] : [lineEvidence(path, exception)]),
      ...(commercial === undefined ? [] : [lineEvidence(path, commercial)]),
      ...(moreTerms === undefined ? [] : [lineEvidence(path, moreTerms)]),
    ]),
    ...(manifest === undefined ? [] : [manifestEvidence(model, manifest.path, 'licence')]),
  ];
  const differs = text !== undefined && declared !== undefined && ids.length === 1 && !isSame(ids[0] ?? '', declared);
  const isWider = !isDeclared && ids.length === 1 && texts.some(([, facts]) => facts.exception !== undefined);
  const terms = texts.find(([, facts]) => facts.hasTerms === true)?.[0].path;
  const moreTerms = texts.find(([, facts]) => facts.moreTerms !== undefined)?.[0].path;
  const withTerms = terms ?? moreTerms;
  report.finding({
    layer: 'product',
    rule: differs ? 'product/licence-mismatch' : 'product/licence',
    key: 'licence',
    title: differs
      ? shortTitle(`${text[0].path} is ${ids[0] ?? ''}, but ${manifest?.path ?? ''} says ${declared}`)
      : shortTitle(
          withTerms === undefined
            ? `${isList ? `Texts of ${ids.length} licences found:` : 'Licensed under'} ${name}${isWider ? ' with an exception' : ''}${sold === undefined ? '' : ' or a commercial licence'}`
            : `${withTerms} holds the text of ${name} and ${terms === undefined ? 'further terms' : 'terms before it'}`,
        ),
    content: differs
      ? 'Tools read the manifest, people read the file. Make them say the same.'
      : `${terms === undefined ? '' : `Before the text stand sentences on what it does not cover: read ${markdownCode(terms)}. `}${moreTerms === undefined ? '' : `Behind the text stands what it forbids beside: read ${markdownCode(moreTerms)}. `}Stated by ${[...new Set(evidence.map((one) => markdownCode(one.path)))].join(', ')}.`,
    importance: differs ? 2 : 1,
    confidence: 0.95,
    tags: ['licence'],
    evidence: evidenceList(evidence),
  });
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
