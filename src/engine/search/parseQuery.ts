import { isUnspaced, partsOf, wordPattern } from './nameParts';

/** What is looked for: words that stand next to each other, in lower case; the last one may be a beginning. */
export interface Term {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

const mostTerms = 16;
const chunks = /"([^"]*)"|[^\s"]+/gu;

/** The terms of a query: words, names such as `src/app.ts`, and phrases in quotation marks. Anything gives some or none. */
export function parseQuery(query: string): Term[] {
  const terms: Term[] = [];
  const known = new Set<string>();
  for (const [chunk, phrase] of query.matchAll(chunks)) {
    const isPrefix = phrase === undefined;
    // Other names keep together: who writes parseHeader means that one.
    const words = [...(phrase ?? chunk).matchAll(wordPattern)].flatMap(([word]) =>
      isUnspaced(word) ? partsOf(word) : [word],
    );
    const term = { words: words.map((word) => word.toLowerCase()), isPrefix };
    const text = matchText(term);
    if (words.length === 0 || known.has(text)) continue;
    known.add(text);
    terms.push(term);
    if (terms.length === mostTerms) break;
  }
  return terms;
}

/** A term in the language of the index. Only letters and digits come into it, so nothing of a query is ever syntax. */
export function matchText({ words, isPrefix }: Term): string {
  return `"${words.join(' ')}${isPrefix ? '*' : ''}"`;
}
