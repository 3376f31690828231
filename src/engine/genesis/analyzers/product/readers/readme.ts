import { firstSentence, isProse } from './plainMarkdown';
import { audience, madeFor } from './readmeAudience';
import { type Features, featuresOf } from './readmeFeatures';
import type { Line, Passage, Section } from './readmeLines';
import { contentLines, paragraphsOf, sectionAt, withItsList, withoutAnnouncement } from './readmeText';

/** What a read-me file says, in its own words. */
export interface ReadmeFacts {
  readonly title?: string;
  /** The first paragraph that is prose. */
  readonly introduction?: Passage;
  /** Paragraphs that may say what the product is, in order. */
  readonly candidates: readonly Candidate[];
  readonly sections: readonly Section[];
  readonly features?: Features;
  /** A sentence that says whom it is for. */
  readonly audience?: Passage;
  /** A sentence or a heading by which its authors end it. */
  readonly farewell?: Passage;
  /** The sentence after it that says where the work goes on. */
  readonly successor?: string;
}

export interface Candidate extends Passage {
  /** Nothing but the name of the product stands above it. */
  readonly isBelowName?: true;
  /** It stands where much else is told. */
  readonly isFar?: true;
  /** It stands in a chapter below the first ones. */
  readonly isLate?: true;
}

/** What is written for someone is a text, and not the product. */
const textsForReaders =
  /\b(?:documentation|docs|guide|guides|quick-?start|introduction|reference|notes?|instructions|information|resources|links?|tutorials?|section|chapter|read-?me|page|wiki|hints|tips|questions)(?: is)? for\b/i;

/** A heading that every read-me has names no product. */
const genericTitle =
  /^(features?|images?|screenshots?|disclaimers?|notice|warning|important|announcements?|(?:repo(?:sitory)? )?stat(?:s|istics)|help( .*)?|intro(duction)?|overview|summary|about(?: (?:the |this )?[\w-]{1,20})?|quick ?-?start|getting started|start here|read ?me|table of contents|contents|install(ation)?|usage|development|documentation)$/i;

/** In which languages it can be read. */
const languages =
  /^(?:(?:english|deutsch|german|español|spanish|français|french|italiano|português|portuguese|russian|русский|türkçe|turkish|polski|chinese|japanese|korean|中文|简体中文|繁體中文|日本語|한국어|en|zh|cn|ja|ko)(?:\s?[|/·•]\s?|$)){1,12}$/i;

const namesProduct = (title: string): boolean =>
  !genericTitle.test(title) &&
  !languages.test(title) &&
  !instructive.test(title) &&
  !appeal.test(title) &&
  !/^(?:created|made|built|written|maintained|developed|designed) by\b/i.test(title) &&
  !news.test(title) &&
  !/[?!]$|^(?:what|why|how)\b/i.test(title);

/** Sentences that speak to contributors, of the document itself, or of the trade around the product, name no users. */
const aside =
  /contribut|\b(?:contact|pricing|sponsor|hiring|plans? for|subscri(?:be|ption))|\b(this (guide|document|page|section)|bugs?|issues?|pull requests?|whether you|licen[cs]e)\b/i;

/** A paragraph that tells the reader to do something does not say what the product is. */
const instruction =
  /^(click|see|check|run|install|first|then|next|follow|clone|download|make sure|ensure|before|please|note|warning|important|caution|tip|if you|you (can|need|must|should|will|have)|this (guide|document|page|file|section|read-?me)|this (is the )?(repository|repo|source code)|the following|read|visit|for (more|details|further|documentation|information)|to (contribute|install|run|get|start|build|set|use|learn|see|develop|test)|in order to|here('s| is| are)|thank|we('re| are) hiring|sponsored|looking for|join|table of|copyright|licen[cs]ed|maintained by|built by|made by|created by|by [A-Z]|want to|need help|have a|found a|status|deprecated|archived|also|there (is|are|'s) no|in your|now (?:run|open|you|that|go|start)|try|go to|use the|using the|each|when|while|once|learn|the (?:commits|tags|branches)\b.{0,40}\bin this repo(?:sitory)?|by default|because|since|currently|work in progress|documentation|docs)\b/i;

const ofRepository =
  /^this (?:repository|repo) (?:contains|holds|hosts|provides|houses|is (?:an?|the)) (?!(?:.{0,40}\b)?(?:mirror|fork|archive|documentation|issues?)\b)/i;

/** Brackets hold a remark on what stands before, and whoever says `I` speaks of themselves. */
const remark = /^[("'!]|\bI(?:'ve|'m|'ll|'d)?\s|^(?:unfortunately|thanks?)\b/;

/** What it may be used for, and not what it does. */
const ofLicence =
  /^(?:[^\s.]{1,40}\s){0,8}(?:is|are) (?:free software and )?(?:(?:dual-?)?licen[cs]ed|(?:released|distributed|published|provided|(?:made )?available) (?:to you )?under)\b/i;

/** What has just happened to the product, or is sold beside it, is not what it is. */
const news =
  /\$\d+\b.{0,60}\bcredits?\b|\b(?:discount|coupon|promo code)\b|\b(?:(?:is|are) (?:now|finally) (?:available|released|out|live|here)|(?:was|has been|have been|just) released|announc(?:e|ed|ing)|blog post|moved to|is now part of|no longer (?:actively )?(?:maintained|developed|supported)|(?:is|are|was|has|has been|have been) (?:now )?(?:deprecated|archived|discontinued|superseded))\b/i;

const instructive =
  /\b(donat|for enterprise|backers|funding|partners|install|usage|quick ?-?start|getting started|set ?up|contribut|develop|build|run|licen[cs]e|requirements|prerequisites|configuration|deploy|support|sponsor|credits|author|acknowledg|how to|test|changelog|download|community|faq|screenshot|demo|status)/i;

/** Where it is run for others, for money or for nothing. */
const offer = /\b(?:cloud|(?:self-?)?hosted|hosting|pricing)\b/i;

/** What many put above everything else speaks of the world, and not of the product. */
const appeal =
  /\bstand(?:s|ing)? (?:with|for|by|up)\b|\bukrain|\bdonat(?:e|ions?)\b|\bhelp (?:the )?(?:victims|people)\b/i;

/** The subject must be the product itself: much else that a read-me names is no longer supported. */
const farewell =
  /\bthis (?:project|repository|repo|library|package|module|plugin|extension|app|application|tool)\b[^.!?]{0,60}?\b(?:no longer (?:actively )?(?:maintained|developed|supported)|unmaintained|archived|deprecated|discontinued|end[- ]of[- ]life)\b/i;
const endsInTitle = /\b(?:deprecated|archived|unmaintained|discontinued|no longer maintained)\b/i;

/** Reads Markdown; the headings of reStructuredText and AsciiDoc too. */
export function readReadme(text: string): ReadmeFacts {
  const lines = contentLines(text);
  const sections = lines.flatMap((_line, at) => sectionAt(lines, at) ?? []);
  const paragraphs = paragraphsOf(lines, sections);
  // What stands further down is about parts and steps, however well it reads.
  const chapters = sections.filter(({ level, title }) => level > 1 && !introducing.test(title) && !isProse(title));
  const limit = chapters[1]?.line ?? Number.MAX_SAFE_INTEGER;
  const late = sections.filter(({ level }) => level > 1)[1]?.line ?? Number.MAX_SAFE_INTEGER;
  const head = sections.find((section) => section.level === 1)?.line ?? 0;
  const tops = sections.filter((section) => section.level === 1);
  // Where the first of several is one of a chapter, so are the others.
  const titles = tops.length > 2 && genericTitle.test(tops[0]?.title ?? '') ? [] : tops;
  const heading = titles.find(({ title }) => namesProduct(title))?.title;
  const own = heading?.split(/[\s:,–—-]/)[0] ?? '';
  // Some products are called like what one tells people to do.
  const isNamed = (text: string): boolean => own.length > 1 && text.startsWith(`${own} `);
  const told = paragraphs
    .filter((paragraph) => paragraph.startLine < limit && isProse(paragraph.text) && !isNavigation(paragraph.text))
    .slice(0, 14)
    .map((paragraph) => withoutAnnouncement(withItsList(paragraph, lines)))
    .map((paragraph) =>
      definesItself(paragraph.text, own) ? { ...paragraph, text: paragraph.text.slice(0, -1) } : paragraph,
    )
    .filter(
      (paragraph) =>
        // What announces a picture, a table or code is no sentence by itself.
        !paragraph.text.endsWith(':') &&
        // A question is there to be answered further down.
        !/^[^.!]{0,200}\?/.test(paragraph.text) &&
        // What a short name stands for, which may hold an `I`, is no remark.
        !remark.test(firstSentence(paragraph.text, 1_000).replaceAll(/(?<=\S \([^)]{0,80})\bI\b/g, '')) &&
        !news.test(paragraph.text) &&
        !ofLicence.test(paragraph.text) &&
        !isInstructive(sections, paragraph) &&
        !isOfOnePart(sections, paragraph),
    );
  const stated = told.filter(({ text }) => !instruction.test(text) || isNamed(text));
  // What the repository holds is said where nothing else is said of the product.
  const candidates = stated.length > 0 ? stated : told.filter(({ text }) => ofRepository.test(text));
  // Above the name of the product stand notices.
  const below = candidates.filter((paragraph) => paragraph.startLine > head);
  const first = bestOf(below.length > 0 ? below : candidates, own);
  // What its authors are about is told where no paragraph says what it is.
  const definition =
    first !== undefined && ofAuthors.test(first.text)
      ? paragraphs.find((paragraph) => isProse(paragraph.text) && definesName(paragraph, lines, own))
      : undefined;
  const introduction = definition === undefined ? first : withoutAnnouncement(withItsList(definition, lines));
  const all = [...candidates, ...told.filter((one) => !candidates.includes(one) && ofRepository.test(one.text))];
  // Wherever it stands: whoever writes `Cups is a …` says what it is.
  const far = paragraphs.filter(
    (one) =>
      one.startLine <= lastFar && defines.test(one.text) && !all.some(({ startLine }) => startLine === one.startLine),
  );
  const features = featuresOf(lines, sections);
  // A heading below the first words is one of a chapter.
  const last = introduction?.startLine ?? Number.MAX_SAFE_INTEGER;
  const title = titles.find((section) => section.line <= last && namesProduct(section.title))?.title;
  const whom = paragraphs.slice(0, 8).flatMap((paragraph) => {
    const sentence = paragraph.text.split(/(?<=[.!?])\s+/).find(
      (one) =>
        (paragraph.startLine === introduction?.startLine ? audience : madeFor).test(one) &&
        !aside.test(one) &&
        !textsForReaders.test(one) &&
        // A sponsor's words are about the sponsor.
        (paragraph.startLine === introduction?.startLine || isAbout(one, title)),
    );
    return sentence === undefined ? [] : [{ ...paragraph, text: sentence }];
  })[0];
  return {
    ...(title === undefined || title === '' ? {} : { title: title.replace(/^welcome to (?:the )?(?=\S)/i, '') }),
    ...(introduction === undefined ? {} : { introduction }),
    candidates: [
      ...taglineOf(sections, head),
      ...all
        .filter((one) => !isOfAnother(one, lines, heading))
        .map((one) => (isBelowName(one, paragraphs[0], head) ? { ...one, isBelowName: true as const } : one))
        .map((one) => (one.startLine >= late ? { ...one, isLate: true as const } : one)),
      ...far
        .filter((one) => isProse(one.text) && !isOfAnother(one, lines, heading))
        .slice(0, mostFar)
        .map((one) => ({ ...one, isFar: true as const })),
    ],
    sections,
    ...(features === undefined ? {} : { features }),
    ...(whom === undefined ? {} : { audience: whom }),
    ...farewellOf(paragraphs, sections),
  };
}

/** Headings below which the product is told of. */
const introducing =
  /^\W{0,6}(?:intro(?:duction)?|about(?: .{0,40})?|overview|summary|description|what(?:'s| is) .{1,60})\W{0,3}$/i;

const defines = /^.{2,80}? is (?:an?|the) /;
const mostFar = 6;
const lastFar = 60;
const lastHead = 20;

/** A heading that is a sentence, with the name in it or right below it: what others write as the first paragraph. */
function taglineOf(sections: readonly Section[], head: number): Candidate[] {
  const isHeadless = head === 0 && (sections[0]?.line ?? lastHead) < lastHead;
  const at = isHeadless ? 0 : sections.findIndex(({ line }) => line === head);
  const top = sections[at];
  if (top !== undefined && defines.test(top.title) && isProse(top.title))
    return [{ text: top.title, startLine: top.line, endLine: top.line, isBelowName: true }];
  if (isHeadless && top !== undefined && isProse(top.title))
    return [{ text: top.title, startLine: top.line, endLine: top.line, isBelowName: true }];
  const next = sections[at + 1];
  if (at < 0 || next === undefined || next.level < 2 || next.line > head + 4 || !isProse(next.title)) return [];
  return [{ text: next.title, startLine: next.line, endLine: next.line, isBelowName: true }];
}

/** Right below the heading with the name, or the first words of all. */
function isBelowName({ startLine }: Passage, first: Passage | undefined, head: number): boolean {
  return startLine === first?.startLine || (head > 0 && startLine > head && startLine <= head + 3);
}

const linkedName =
  /^(?:\*\*|__)?\[([^\]]{1,80})\]\(https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)\/[^)\s]{1,200}\)/;

/** It begins with a link to the place of a product with another name. */
function isOfAnother({ startLine }: Passage, lines: readonly Line[], heading: string | undefined): boolean {
  const name = linkedName.exec(lines[startLine - 1]?.raw.trim() ?? '')?.[1];
  return name !== undefined && heading !== undefined && name.toLowerCase() !== heading.toLowerCase();
}

/** One sentence that says by name what it is, and goes on to a picture. */
const definesItself = (text: string, own: string): boolean =>
  own.length > 1 && text.startsWith(`${own} is `) && /^[^.:]{20,300}:$/.test(text) && defines.test(text);

/** The first, unless it says nothing of the product and one soon after it names it: sponsors and news come first, too. */
function bestOf(candidates: readonly Passage[], name: string): Passage | undefined {
  const [first] = candidates;
  const names = ({ text }: Passage): boolean => name.length > 1 && text.toLowerCase().includes(name.toLowerCase());
  if (first === undefined || names(first) || /^(?:An?|The|This|It|Our|We)\b/.test(first.text)) return first;
  return candidates.slice(1, 5).find(names) ?? first;
}

const ofAuthors = /^We\b/;

/** It begins with `Cups is a …`, by the name of the heading or by one that stands out. */
function definesName({ text, startLine }: Passage, lines: readonly Line[], own: string): boolean {
  const name = /^([\p{L}\p{N}][\p{L}\p{N}._-]{1,40}) is (?:an?|the) /u.exec(text)?.[1];
  if (name === undefined) return false;
  const raw = lines[startLine - 1]?.raw.trim() ?? '';
  return name.toLowerCase() === own.toLowerCase() || raw.startsWith(`**${name}** is `);
}

/** Words parted by marks lead elsewhere. */
const isNavigation = (text: string): boolean => (text.match(/\s[•·∙●|]\s/g) ?? []).length > 1;

/** It begins with the product, by its name or by a word that stands for it. */
function isAbout(sentence: string, title: string | undefined): boolean {
  const first = title?.split(/[\s:,–—-]/)[0] ?? '';
  return (
    /^(?:It|This|The|An?|Our|We|Built|Designed|Made|Perfect|Ideal|Created|Intended|Whether)\b/.test(sentence) ||
    (first.length > 1 && sentence.toLowerCase().includes(first.toLowerCase()))
  );
}

/** The work was not ended, only its place is another one. */
const goesOn =
  /\b(?:(?:is|are) (?:now )?(?:(?:actively )?(?:maintained|developed)|part of|hosted|available)|maintained (?:as part of|in|at|by)|(?:has|have|was|were) (?:been )?(?:moved|merged|migrated|transferred)|moved to|continues?|goes on|lives on|successor|superseded by|replaced by)\b(?!.{0,20}\bno longer\b)/i;

/** Said at the top, or not at all. */
function farewellOf(
  paragraphs: readonly Passage[],
  sections: readonly Section[],
): Pick<ReadmeFacts, 'farewell' | 'successor'> {
  const head = sections[0];
  if (head !== undefined && head.line < 40 && endsInTitle.test(head.title))
    return { farewell: { text: head.title, startLine: head.line, endLine: head.line } };
  const said = paragraphs.slice(0, 8).find((paragraph) => farewell.test(paragraph.text));
  const sentences = said?.text.split(/(?<=[.!?])\s+/) ?? [];
  const at = sentences.findIndex((one) => farewell.test(one));
  const sentence = sentences[at];
  if (said === undefined || sentence === undefined) return {};
  const successor = sentences.slice(at + 1, at + 3).find((one) => goesOn.test(one));
  return {
    farewell: { ...said, text: sentence.replace(/^!?(?:IMPORTANT|NOTE|WARNING|CAUTION)\b:?\s?/, '') },
    ...(successor === undefined ? {} : { successor }),
  };
}

/** Below one of several headings of the same form: `Operator chart`, `Cluster chart`. */
function isOfOnePart(sections: readonly Section[], passage: Passage): boolean {
  const above = sections.filter((section) => section.line < passage.startLine).at(-1);
  // `What is Cups` and `Why Cups` are about the whole.
  if (above === undefined || above.level < 2 || /^(?:what|why|about|intro|overview)/i.test(above.title)) return false;
  const formOf = ({ title }: Section): string => / (\S{3,})$/.exec(title.toLowerCase())?.[1] ?? '';
  const form = formOf(above);
  return form !== '' && sections.some((one) => one !== above && one.level === above.level && formOf(one) === form);
}

function isInstructive(sections: readonly Section[], passage: Passage): boolean {
  const above = sections.filter((section) => section.line < passage.startLine).at(-1);
  return (
    above !== undefined &&
    (appeal.test(above.title) || (above.level > 1 && (instructive.test(above.title) || offer.test(above.title))))
  );
}
