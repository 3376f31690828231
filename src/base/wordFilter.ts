/**
 * Says quickly that a word is not in a text. One pass over the text marks its groups of three letters; a word whose groups
 * are not all marked can't be in it, and most words that are looked for in most texts are not. The marks of the text that
 * was asked about last are kept, so ask many words about one text before going on to the next.
 */
const slots = 1 << 15;
const marks = new Uint8Array(slots);
let marked: string | undefined;
const groupsOfWords = new Map<string, Uint16Array>();

/** Below this length the pass costs more than it saves. */
const shortText = 200;
/** What is remembered of words; they come from rules, so there are few. */
const mostWords = 5_000;

/** The last three letters in 15 bits, without regard to upper and lower case: each step pushes out the oldest letter. */
const next = (hash: number, code: number): number => ((hash << 5) ^ (code | 32)) & (slots - 1);

function markAll(text: string): void {
  marks.fill(0);
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = next(hash, text.charCodeAt(at));
    marks[hash] = 1;
  }
  marked = text;
}

function readGroups(word: string): Uint16Array {
  const groups = new Uint16Array(Math.max(0, word.length - 2));
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    hash = next(hash, word.charCodeAt(at));
    if (at >= 2) groups[at - 2] = hash;
  }
  return groups;
}

function groupsOf(word: string): Uint16Array {
  let groups = groupsOfWords.get(word);
  if (groups === undefined) {
    groups = readGroups(word);
    if (groupsOfWords.size >= mostWords) groupsOfWords.clear();
    groupsOfWords.set(word, groups);
  }
  return groups;
}

/** False only if the word is nowhere in the text, however its letters A to Z are written. */
export function mayHold(text: string, word: string): boolean {
  if (text.length < shortText) return true;
  if (marked !== text) markAll(text);
  for (const group of groupsOf(word)) if (marks[group] === 0) return false;
  return true;
}

/** Answers which of many words, that are always the same, a text holds: without looking each of them up by name. */
export class WordSet {
  private readonly groups: readonly Uint16Array[];

  constructor(readonly words: readonly string[]) {
    this.groups = words.map(readGroups);
  }

  /** The words that `text.includes`, in their order. */
  heldBy(text: string): string[] {
    const short = text.length < shortText;
    if (!short && marked !== text) markAll(text);
    const held: string[] = [];
    for (let at = 0; at < this.words.length; at++) {
      const word = this.words[at] ?? '';
      if ((short || this.mayHold(at)) && text.includes(word)) held.push(word);
    }
    return held;
  }

  private mayHold(at: number): boolean {
    const groups = this.groups[at];
    if (groups !== undefined) for (const group of groups) if (marks[group] === 0) return false;
    return true;
  }
}

/** As `text.includes(word)`. */
export function holdsWord(text: string, word: string): boolean {
  return mayHold(text, word) && text.includes(word);
}

/** As `words.some((word) => text.includes(word))`. */
export function holdsAnyWord(text: string, words: readonly string[]): boolean {
  return words.some((word) => holdsWord(text, word));
}
