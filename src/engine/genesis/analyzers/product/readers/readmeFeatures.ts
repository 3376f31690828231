import { plainMarkdown } from './plainMarkdown';
import { type Line, listItem, loneLink, type Passage, type Section } from './readmeLines';

/** Items of the list below a heading that announces features, and that heading. */
export interface Features {
  readonly heading: Section;
  readonly items: readonly Passage[];
}

const featureHeading =
  /^(?:\W{0,4})(?:(?:key|main|core|current|supported|notable|general|product)\s)?(?:features?|highlights|capabilities|functionality|what (?!does (?:this|that|it) mean)(?:it|you|does|can|is included).{0,40}|what's (?:included|inside).{0,20}|at a glance|overview of features|technology stack and features)\b.{0,30}$/i;

/** What is not there, or not yet, or is asked of the system. */
const plans =
  /\b(?:to (?:be|come)|planned|plans?|upcoming|coming|road ?map|to-?do|wish-?list|ideas|missing|future|not|requests?|unsupported|deprecated|removed|status|limitations?|differences?|explained|linux|kernel|required|needed)\b|n['’]t\b|\bcannot\b/i;
const unticked = /^\s{0,20}[-*+•]\s{1,4}(?:\[ \]\s|(?:todo|wip|planned)\b\s?:)/i;

const againstOthers =
  /\b(?:issues?|problems?|drawbacks?|limitations?|downsides?)\b[^.]{0,80}\b(?:with|of|in)\b|\b(?:other|existing|similar) (?:services?|tools?|apps?|solutions?|products?|alternatives?)\b[^.]{0,60}:/i;

/** The sentence above a list says that it is one of what is not there. */
const lacking =
  /\b(?:limitations?|differences|missing|lacks?|unsupported|not (?:yet )?(?:supported|implemented|available|included))\b[^.]{0,160}:\s{0,9}$/i;

/** Or of what is sold beside the product. */
const otherEdition =
  /\b(?:Enterprise|Pro|Premium|Commercial|Paid)(?: (?:[Ee]dition|[Pp]lan|[Vv]ersion|[Tt]ier)\b| (?=extends|adds|includes|offers|gives|comes|brings|unlocks))[^.:]{0,120}:\s{0,9}$/;

/** Stands for what is not told. */
const andMore = /^(?:and |plus )?(?:(?:so|many|much|a lot|lots) ){0,2}more\b.{0,15}$/i;

/** Lines below an item that stand further in and begin nothing new. */
function goingOn(lines: readonly Line[], number: number, indent: number): string[] {
  const below = lines.slice(number, number + 6).map(({ raw }) => raw);
  const end = below.findIndex((raw) => raw.search(/\S/) <= indent || /^\s*(?:[-*+•]\s|\d{1,3}[.)]\s|#)/.test(raw));
  return end < 0 ? below : below.slice(0, end);
}

/** Only announces what stands below it: `Advanced features including:`. */
const announces = /\b(?:includ(?:ing|es?)|such as|like|following|features|supports?|for example)\s?:$/i;

/** With `isLink` a link and nothing else: it names a part of the item above it, and leads on by itself. */
type Item = Passage & { readonly indent: number; readonly isLink: boolean };

/** The items right below one. */
function partsOf(items: readonly Item[], at: number): Item[] {
  const after = items.slice(at + 1);
  const end = after.findIndex(({ indent }) => indent <= (items[at]?.indent ?? 0));
  const below = end < 0 ? after : after.slice(0, end);
  const next = Math.min(...below.map(({ indent }) => indent));
  return below.filter(({ indent }) => indent === next);
}

/**
 * The items that stand at the top. One that a colon ends takes those below it along; where all are such heads, and only
 * announce what stands below them, that stands in their place.
 */
function topItems(items: readonly Item[], top: number): Item[] {
  const heads = items.filter(({ indent, isLink }) => indent <= top && !isLink);
  const areHeads = heads.every(({ text }) => announces.test(text));
  return items.flatMap((item, at) => {
    // A link with parts below it is a feature by itself.
    if (item.indent > top || (item.isLink && partsOf(items, at).length === 0)) return [];
    if (!item.text.endsWith(':')) return [item];
    const parts = partsOf(items, at);
    if (areHeads) return parts;
    const head = item.text.slice(0, -1).trim();
    const names = parts.map(({ text }) => text.replace(/[.;,:]$/, ''));
    const mark = names.length === 0 ? '' : leadsOn.test(head) ? ' ' : ': ';
    return [{ ...item, text: `${head}${mark}${names.join(', ')}`, endLine: parts.at(-1)?.endLine ?? item.endLine }];
  });
}

/** Says nothing without what stands behind it. */
const leadsOn =
  /\b(?:about|and|as|by|for|from|in|including|into|like|of|on|or|such as|through|to|via|with|are|is|can|the)$/i;

/** A line that begins with a picture, as some write a list; signs that warn or lead on begin none. */
const pictured =
  /^\s{0,3}((?![⚠ℹ💡🚧👉📖📚🔗⬇➡]\uFE0F?)\p{Extended_Pictographic}\uFE0F?[ \t]{1,4}\S.{2,300}?)\s{0,4}(?:<br\s?\/?>|\\)?\s{0,4}$/u;

/** Fewer may be notes between the items. */
const mostlyHeads = 4;

/** What is sold beside the product, or is not there yet. */
const elsewhere =
  /\b(?:pro|premium|enterprise|paid|commercial|cloud) (?:features?|plans?|editions?|versions?|only)\b|^(?:pro|premium|enterprise|paid)\b|\b(?:more features|planned|upcoming|coming|road ?map|to-?do|wish-?list|future|unsupported|deprecated|limitations?)\b|\?$/i;

/** What else a read-me has chapters on, also where they stand below the features by the size of their heading. */
const otherChapter =
  /^(?:(?:system|minimum|hardware|software) )?(?:requirements?|prerequisites?|dependencies|(?:[\w-]{1,20} ){0,2}install(?:ation|ing)?|usage|screenshots?|getting started|quick ?-?start|set-?up|configuration|contribut(?:e|ing|ors)|licen[cs]e|documentation|(?:run(?:ning)? )?tests?|testing|updat(?:e|ing)|support|faq|troubleshooting|(?:common|known) issues|building|deployment|change ?log|credits|acknowledg\w{1,8})(?:\s.{0,40})?$/i;

/** Whether a line stands below a further heading that announces something else. */
function isElsewhere(sections: readonly Section[], heading: Section, number: number): boolean {
  let around = heading.level;
  // From the nearest heading outwards: what stands below a part of another chapter is of that chapter.
  let isDeepest = true;
  for (const { line, level, title } of sections.toReversed()) {
    if (line >= number || line <= heading.line || level <= heading.level) continue;
    if (!isDeepest && level >= around) continue;
    [isDeepest, around] = [false, level];
    if (elsewhere.test(title) || otherChapter.test(title)) return true;
  }
  return false;
}

/** A line between lists: what follows it is what the features cost, or what they ask for. */
const costs =
  /^(?!\s{0,20}(?:[-*+•]|\d{1,3}[.)])\s).{0,300}\b(?:consequences?|caveats?|limitations?|drawbacks?|trade-?offs?|disadvantages?|downsides?|requirements?|prerequisites?|known issues|not (?:yet )?(?:supported|implemented|available))\b.{0,40}:[*_\s]{0,9}$/i;

/** Whether what stands above a list is the rest of a sentence that code broke off: the list belongs to the code. */
function isBrokenOff(before: readonly Line[]): boolean {
  const last = before.findLastIndex(({ raw }) => raw.trim() !== '');
  const start = before.slice(0, last + 1).findLastIndex(({ raw }) => raw.trim() === '') + 1;
  return /:\s{0,9}$/.test(before[last]?.raw ?? '') && /^\p{Ll}/u.test(before[start]?.raw ?? '');
}

/** A head that stands out in a line of its own, above what is said of it. */
const headed = (item: string, more: readonly string[]): string =>
  /^(?:\*\*|__)[^*_]{2,80}(?:\*\*|__)\s{0,3}$/.test(item) && more.some((line) => line.trim() !== '')
    ? `${item.trim()}:`
    : item;

/** Words of a program, as rights of a process: `cap_net_raw,cap_net_admin`. */
const isCode = /^[\w,.:+-]*_[\w,.:+-]*$/;

/** The first list that a heading announces as features. */
export function featuresOf(lines: readonly Line[], sections: readonly Section[]): Features | undefined {
  for (const heading of sections) {
    if (!featureHeading.test(heading.title) || plans.test(heading.title)) continue;
    const next = sections.find((section) => section.line > heading.line && section.level <= heading.level);
    const all = lines.filter(
      (line) =>
        line.number > heading.line &&
        line.number < (next?.line ?? Number.MAX_SAFE_INTEGER) &&
        !isElsewhere(sections, heading, line.number),
    );
    const begin = all.findIndex(({ raw }) => listItem.test(raw));
    const end = all.findIndex(({ raw }, at) => begin >= 0 && at > begin && costs.test(raw));
    const below = end < 0 ? all : all.slice(0, end);
    if (isBrokenOff(all.slice(0, Math.max(0, begin)))) continue;
    // Heads with pictures, above a list that is a part of one of them.
    const heads = below.filter(({ raw }) => pictured.test(raw) && /\*\*/.test(raw));
    const isPictured = heads.length >= mostlyHeads && (heads[0]?.number ?? 0) < (all[begin]?.number ?? 0);
    const isList = !isPictured && below.some(({ raw }) => listItem.test(raw));
    const items = below.flatMap((line): Item[] => {
      const item = (isList ? listItem : pictured).exec(line.raw)?.[1];
      const indent = line.raw.search(/\S/);
      const more = !isList ? [] : goingOn(lines, line.number, indent);
      const text =
        // A heading behind the mark names a part.
        item === undefined || /^#{1,6}\s/.test(item) || unticked.test(line.raw)
          ? ''
          : // Marks at its end lead to a note.
            plainMarkdown([headed(item, more), ...more].join(' ')).replace(/[*†‡]+$/, '');
      return text.length < 3 || !/\p{L}/u.test(text) || andMore.test(text)
        ? []
        : [
            {
              text,
              startLine: line.number,
              endLine: line.number + more.length,
              indent,
              isLink: loneLink.test(item ?? ''),
            },
          ];
    });
    // What others lack is told of others.
    const [first] = items;
    const told = lines
      .slice(heading.line, (first?.startLine ?? heading.line) - 1)
      .map(({ raw }) => raw)
      .join(' ');
    if (
      againstOthers.test(told) ||
      lacking.test(told) ||
      otherEdition.test(told) ||
      items.filter(({ text }) => /^(?:no|lack|missing)\b/i.test(text)).length * 2 > items.length
    )
      continue;
    // What stands further in is a part of the feature above it.
    const least = Math.min(...items.filter(({ isLink }) => !isLink).map(({ indent }) => indent));
    const own = topItems(items, least).map(({ text, startLine, endLine }) => ({ text, startLine, endLine }));
    if (own.length >= 2 && !own.every(({ text }) => isCode.test(text))) return { heading, items: own.slice(0, 100) };
  }
  return undefined;
}
