import type { Extractor } from '../../../extractor';
import { licenceTexts } from '../data/licenceTexts';

export interface LicenceFacts {
  /** None where the words of the text are not known. */
  readonly id?: string;
  /** What an unknown text calls itself. */
  readonly heading?: string;
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
  /** Where the clause stands by which it may not be sold. */
  readonly clause?: number;
}

/** Sentences that give a part of the work under other terms than the text which follows. */
const ownTerms =
  /^[ \t#*>-]{0,9}(?:(?:the|all|our|site|website)[ \t]){0,2}(?:content|design|artwork|logos?|branding|trademarks?|images?|articles?)\b[^\n]{0,40}\b(?:copyright|rights reserved)\b|\bportions of this (?:software|repository|project|work)\b[^\n]{0,40}\blicen[cs]ed as follows|\ball (?:content|files|code|source code)\b[^\n]{0,60}\b(?:resides?|except)\b|\blicen[cs]e is required for (?:commercial|production) use\b|\bexcept for (?:the )?(?:contents?|files|code|director(?:y|ies)|folders?) (?:of|in|under)\b|\bcontributions (?:from|by) [^\n]{0,60}\blicen[cs]ed under\b/im;

/** The last words of texts that are copied as they are, and what follows them where it is no more than a few sentences. */
const lastWords =
  /\blimitations under the License\.|\bDEALINGS IN(?: THE)?\s{1,9}SOFTWARE\.?|\bwhy-not-lgpl\.html>\.?|\bthe GNU AGPL, see\s{1,9}<https?:\/\/www\.gnu\.org\/licenses\/>\.?/g;
const mostBehind = 5_000;
const forbids =
  /\b(?:must|may|shall|can)(?: ?not) (?:make|use|sell|offer|provide|develop|be used)\b|\bagrees? not to use\b|\b(?:is|are) (?:strictly )?(?:prohibited|forbidden|not (?:allowed|permitted))\b/i;

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
const severalLicences = /\b(?:(?:bi|dual|tri|triple|multi)[- ]?|variously )licen[cs]ed\b/i;
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

/** By this a text says of itself what it is, in the words of a manifest. */
const ownIdentifier = /\bSPDX-License-Identifier:[ \t]{1,9}([A-Za-z0-9.+() -]{2,100})/;
const shortText = 2_000;

/** It takes the right to sell from what the text beside it gives. */
const commonsClause = /["“”]?Commons Clause["“”]?\s{1,9}Licen[cs]e Condition/i;

/** A name of its own in the first line: `Cups Community License`, not `License` or a sentence. */
function headingOf(text: string): string | undefined {
  const lines = text.slice(0, 1_000).split('\n');
  const [heading = ''] = lines.flatMap((line) => line.replaceAll(/^[\s#*_=-]{1,40}|[\s#*_=-]{1,40}$/g, '') || []);
  const isName = /^["“\p{Lu}\d][^.:;]{5,90}\blicen[cs]e\b(?: agreement)?(?:,? v?(?:ersion )?[\d.]{1,8})?$/iu.test(
    heading,
  );
  return isName && !/\b(?:licen[cs]ed|under|is|are|this|and)\b/i.test(heading) ? heading : undefined;
}

/** Licence of a text, where its words are known. */
export const licenceExtractor: Extractor<LicenceFacts> = {
  id: 'product/licence',
  version: 19,
  // What a project took from others stands under their licences.
  wants: (file) =>
    /^(?:(?:MIT|BSD|APACHE2?|[AL]?GPL|MPL|ISC|EPL)[-_])?(LICEN[CS]E|COPYING|UNLICENSE)([.-][\w.-]{1,30})?$/i.test(
      file.path,
    ) && !/3rd|third|other|notice|exception/i.test(file.path),
  extract(file) {
    const head = file.text.slice(0, 20_000);
    const said = file.text.length < shortText ? ownIdentifier.exec(head) : null;
    if (said?.[1] !== undefined)
      return { id: said[1].trim(), line: file.lineAt(said.index), endLine: file.lineAt(said.index) };
    // Emphasis and headings of Markdown part words that belong together.
    const plain = head.replaceAll(/[#*_=]/g, ' ');
    const found = licenceTexts
      .flatMap(({ id, pattern, isHead }) => {
        const match = pattern.exec(head) ?? pattern.exec(plain);
        return match === null || (isHead === true && match.index > firstWords)
          ? []
          : [{ id, at: match.index, end: match.index + match[0].length }];
      })
      .sort((a, b) => a.at - b.at);
    const [first] = found;
    if (first === undefined) {
      const heading = headingOf(head);
      return { ...(heading === undefined ? {} : { heading }), line: 1, endLine: 1 };
    }
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
    const clause = commonsClause.exec(head)?.index;
    const terms = termsBehind(file.text.slice(0, 60_000), (text) =>
      licenceTexts.some(({ pattern }) => pattern.test(text)),
    );
    return {
      id: [first, ...offered].map(({ id }) => id).join(' or '),
      // Where it names itself, that says more than its words to who does not know them.
      line: file.lineAt(called !== undefined && first.at - called < mostAbove ? called : first.at),
      endLine: file.lineAt(first.end - 1),
      ...(other === undefined ? {} : { other: { line: file.lineAt(other.at), endLine: file.lineAt(other.end - 1) } }),
      ...(exception === undefined ? {} : { exception: file.lineAt(exception) }),
      ...(commercial === null ? {} : { commercial: file.lineAt(commercial.index) }),
      ...(clause === undefined ? {} : { clause: file.lineAt(clause) }),
      ...(ownTerms.test(before) ? { hasTerms: true as const } : {}),
      ...(terms === undefined ? {} : { moreTerms: file.lineAt(terms) }),
      ...(other === undefined && severalLicences.test(head.slice(0, firstWords))
        ? { isOneOfSeveral: true as const }
        : {}),
    };
  },
};
