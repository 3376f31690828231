/** Runs of letters and digits, as the index cuts texts into words; the sign `_` parts names. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no spaces between words: there each character is a word. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const border = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

const plain = /^[a-z0-9]*$/;

export const isUnspaced = (word: string): boolean => unspaced.test(word);

/** What a word consists of: `parseHTTPHeader` of three, one of Chinese of its characters; most words of themselves. */
export function partsOf(word: string): readonly string[] {
  // Most words are lower case and ASCII: they are told by one look.
  if (plain.test(word)) return [word];
  return isUnspaced(word) ? [...word] : word.split(border);
}

/** So much of a text is looked at for names. */
const longest = 60_000;
const mostParts = 4_000;

/** The parts of all names in a text, each once, unless the name is one part. */
export function collectParts(text: string): string {
  const parts = new Set<string>();
  for (const [word] of text.slice(0, longest).matchAll(wordPattern)) {
    const found = partsOf(word);
    if (found.length < 2) continue;
    // In their order and next to each other, so that phrases fit.
    parts.add(found.join(' ').toLowerCase());
    if (parts.size >= mostParts) break;
  }
  return [...parts].join('\n');
}
