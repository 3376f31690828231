import type { Range } from 'web-tree-sitter';
import { LineIndex } from './lineIndex';

const scriptTag = /<script\b[^>]{0,500}>/gi;
const frontMatter = /^\s*---[ \t]*\r?\n/;

/** The parts of a component file that are TypeScript or JavaScript; `undefined` where the whole file is code. */
export function embeddedScripts(languageName: string, text: string): readonly Range[] | undefined {
  if (languageName !== 'Vue' && languageName !== 'Svelte' && languageName !== 'Astro') return undefined;
  const lines = new LineIndex(text);
  const spans = [...(languageName === 'Astro' ? frontMatterSpan(text) : []), ...scriptSpans(text)];
  return spans.map(([start, end]) => ({
    startIndex: start,
    endIndex: end,
    startPosition: pointAt(lines, start),
    endPosition: pointAt(lines, end),
  }));
}

type Span = readonly [start: number, end: number];

function scriptSpans(text: string): Span[] {
  const spans: Span[] = [];
  let after = 0;
  for (const tag of text.matchAll(scriptTag)) {
    const start = tag.index + tag[0].length;
    // What looks like a tag inside of a script is part of it.
    if (tag.index < after) continue;
    const close = text.indexOf('</script', start);
    after = close === -1 ? text.length : close;
    if (after > start) spans.push([start, after]);
  }
  return spans;
}

/** Astro's code between the two lines of dashes at the top. */
function frontMatterSpan(text: string): Span[] {
  const open = frontMatter.exec(text);
  if (open === null) return [];
  const close = text.indexOf('\n---', open[0].length - 1);
  return close <= open[0].length ? [] : [[open[0].length, close + 1]];
}

function pointAt(lines: LineIndex, offset: number): Range['startPosition'] {
  const line = lines.lineAt(offset);
  return { row: line - 1, column: offset - lines.startOf(line) };
}
