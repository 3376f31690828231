import { plainMarkdown } from './plainMarkdown';
import { type Line, listItem, loneLink, type Passage, type Section } from './readmeLines';

/** Without code blocks and comments; their places stay empty so that line numbers hold. */
export function contentLines(text: string): Line[] {
  let fence: string | undefined;
  let inComment = false;
  return text.split('\n').map((raw, index) => {
    const mark = /^\s{0,9}(```|~~~)/.exec(raw)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark)) {
      fence = fence === undefined ? mark : undefined;
      return { raw: '', number: index + 1 };
    }
    if (raw.includes('<!--')) inComment = !raw.includes('-->');
    else if (inComment && raw.includes('-->')) {
      inComment = false;
      return { raw: '', number: index + 1 };
    }
    return { raw: fence !== undefined || inComment || raw.length > 5_000 ? '' : raw, number: index + 1 };
  });
}

export function sectionAt(lines: readonly Line[], at: number): Section | undefined {
  const { raw, number } = lines[at] ?? { raw: '', number: 0 };
  const marked = /^\s{0,3}(#{1,6}|={1,5})\s+(.{1,3000}?)\s*#*$/.exec(raw);
  if (marked?.[1] !== undefined)
    return { title: plainMarkdown(marked[2] ?? ''), level: marked[1].length, line: number };
  const html = /^\s{0,9}<h([1-3])[^>]{0,200}>(.{1,300}?)<\/h\1>/i.exec(raw);
  if (html !== null) return { title: plainMarkdown(html[2] ?? ''), level: Number(html[1]), line: number };
  const next = lines[at + 1]?.raw ?? '';
  if (raw.trim() === '' || !/^(={3,}|-{3,}|~{3,}|\^{3,})\s*$/.test(next) || /^\s*[-*|>]/.test(raw)) return undefined;
  return { title: plainMarkdown(raw), level: next.startsWith('=') ? 1 : 2, line: number };
}

const brokenBefore = /^\s{0,9}<br\s?\/?>\s{0,9}[^\s<]/i;
const brokenBehind = /<br\s?\/?>\s{0,9}$/i;
const newWords = /^[\s*_]{0,9}(?:<\w{1,10}>){0,2}\p{Lu}/u;

const item = /^\s{0,9}(?:[-*+]\s|\d{1,3}[.)]\s)/;

/** Paragraphs outside lists, tables, quotes of others and headings, in order. */
export function paragraphsOf(lines: readonly Line[], sections: readonly Section[]): Passage[] {
  const heads = new Set(sections.map((section) => section.line));
  const found: Passage[] = [];
  let open: Line[] = [];
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    const text = plainMarkdown(
      open
        .map((line) =>
          line.raw
            .trim()
            .replace(/^>\s{0,3}/, '')
            .replace(/^#{1,6}\s/, ''),
        )
        .join(' '),
    );
    // A lone link is the title of another text.
    const isLink = open.length === 1 && loneLink.test(first?.raw ?? '');
    if (first !== undefined && last !== undefined && text !== '' && !isLink)
      found.push({ text: text.slice(0, 1_000), startLine: first.number, endLine: last.number });
    open = [];
  };
  let inItem = false;
  let isAfterBlank = false;
  for (const line of lines) {
    const raw = line.raw.replace(/^\s{0,3}>\s?/, '');
    const isBlank = raw.trim() === '';
    // An item goes on to the next blank line, and below it as far as lines are indented.
    if (item.test(raw)) inItem = true;
    else if (!isBlank && (heads.has(line.number) || (isAfterBlank && !/^(?:\s{2}|\t)/.test(raw)))) inItem = false;
    isAfterBlank = isBlank;
    const isBreak =
      isBlank ||
      inItem ||
      heads.has(line.number) ||
      /^\s{0,9}([^|]{0,400}\|[^|]{0,400}\||<br\s?\/?>\s{0,9}$|[-*+]\s|\d{1,3}[.)]\s|\||\.\. |:\w+:|={3,}|-{3,}|\[\^?[\w-]{1,60}\]:)/.test(
        raw,
      );
    if (isBreak) close();
    else {
      // Where a line is broken by hand, a capital begins something new.
      if (brokenBefore.test(raw) || (brokenBehind.test(open.at(-1)?.raw ?? '') && newWords.test(raw))) close();
      open.push(line);
      // What a block of HTML holds goes on in no other one.
      if (/<\/(?:h[1-6]|p|div|center|summary)>\s*$/i.test(raw)) close();
    }
  }
  close();
  return found;
}

/** A sentence that ends in a colon is finished by the list below it. */
export function withItsList(passage: Passage, lines: readonly Line[]): Passage {
  if (!passage.text.endsWith(':')) return passage;
  const below = lines.filter((line) => line.number > passage.endLine && line.raw.trim() !== '').slice(0, mostItems);
  const end = below.findIndex((line) => !listItem.test(line.raw));
  const own = end < 0 ? below : below.slice(0, end);
  const last = own.at(-1);
  if (last === undefined) return passage;
  const items = own.map((line) => plainMarkdown(listItem.exec(line.raw)?.[1] ?? '').replace(/[.;,]$/, ''));
  return {
    ...passage,
    text: `${passage.text.slice(0, -1)}${/\b(?:includes?|provides?|offers?|supports?|contains?|like|as|to|for|with|of|are|is|can|and|the)$/i.test(passage.text.slice(0, -1)) ? '' : ':'} ${items.join(', ')}.`,
    endLine: last.number,
  };
}

/** What ends in a colon announces a picture or code; the sentences before it stand by themselves. */
export function withoutAnnouncement(passage: Passage): Passage {
  const sentences = passage.text.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  if (!passage.text.endsWith(':') || sentences.length < 2) return passage;
  return { ...passage, text: sentences.slice(0, -1).join(' ') };
}

const mostItems = 8;
