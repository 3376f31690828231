import { partsOf, wordPattern } from './nameParts';
import type { Term } from './parseQuery';

export interface Snippet {
  readonly snippet: string;
  readonly highlights: [number, number][];
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

const snippetLength = 200;
const lead = 40;
/** So many places are looked at: a text of one word only has no better one. */
const mostHits = 2_000;

/** The passage of a text with most of the terms, on one line, and where their words stand in it. */
export function makeSnippet(text: string, terms: readonly Term[]): Snippet {
  const hits = findHits(text, terms);
  const best = bestStart(hits);
  const from = wordStart(text, Math.max(0, best - lead));
  const to = Math.min(text.length, from + snippetLength);
  const passage = text.slice(from, to).replace(/\s/gu, ' ');
  const before = from > 0 ? '…' : '';
  const shown = hits.filter((hit) => hit.start >= from && hit.end <= to);
  const highlights = shown.map(({ start, end }): [number, number] => [
    start - from + before.length,
    end - from + before.length,
  ]);
  return { snippet: `${before}${passage}${to < text.length ? '…' : ''}`, highlights };
}

function findHits(text: string, terms: readonly Term[]): Hit[] {
  const wanted = terms.flatMap(({ words, isPrefix }, term) =>
    words.map((word, index) => ({ word: fold(word), term, isPrefix: isPrefix && index === words.length - 1 })),
  );
  const hits: Hit[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match;
    const parts = partsOf(word);
    const candidates = (parts.length === 1 ? parts : [word, ...parts]).map(fold);
    const found = wanted.find((one) =>
      candidates.some((candidate) => (one.isPrefix ? candidate.startsWith(one.word) : candidate === one.word)),
    );
    if (found) hits.push({ start: match.index, end: match.index + word.length, term: found.term });
    if (hits.length === mostHits) break;
  }
  return hits;
}

/** Where the passage with most different terms begins; of several the first. */
function bestStart(hits: readonly Hit[]): number {
  let best = { start: hits[0]?.start ?? 0, terms: 0 };
  hits.forEach(({ start }, index) => {
    const terms = new Set<number>();
    for (let next = index; next < hits.length; next++) {
      const hit = hits[next];
      if (!hit || hit.end > start + snippetLength - lead) break;
      terms.add(hit.term);
    }
    if (terms.size > best.terms) best = { start, terms: terms.size };
  });
  return best.start;
}

/** The beginning of the word at a place, or of the next one where that is far. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + lead).search(/\s/u);
  return space < 0 ? at : at + space + 1;
}

const ascii = /^[\0-\x7f]*$/;

/** As the index compares words: without case and without accents. */
function fold(word: string): string {
  const lower = word.toLowerCase();
  return ascii.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}+/gu, '');
}
