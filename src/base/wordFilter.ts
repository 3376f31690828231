/**
 * Says quickly that a word is not in a text. One pass over the text marks the groups of letters that it holds; a word whose
 * groups are not all marked can't be in it, and most words that are looked for in most texts are not. The marks of the texts
 * that were asked about last are kept: of as many as one worker is given at once.
 */

/** Three letters, without regard to upper and lower case, come first. */
const lastOfThree = (1 << 15) - 1;
/** As they are written: two letters for words that have no more, and four. */
const startOfTwo = lastOfThree + 1;
const lastOfTwo = (1 << 10) - 1;
const startOfFour = startOfTwo + lastOfTwo + 1;
const alwaysMarked = startOfFour + (1 << 16);
/** Multiplied by it, four letters are told apart by their upper sixteen bits. */
const spread = 0x9e3779b1;

/** The marks of one text, a bit each. */
interface MarkedText {
  text: string;
  readonly marks: Uint32Array;
}

/** Each takes 12 KB, and holds on to its text: of long ones only the last is kept. */
const kept = { texts: 48, length: 50_000 };
const recent: MarkedText[] = [];
let oldest = 0;
const noMarks = (): MarkedText => ({ text: '', marks: new Uint32Array((alwaysMarked >> 5) + 1) });
let long: MarkedText | undefined;
/** The one that is asked about. */
let marked: MarkedText | undefined;
const groupsOfWords = new Map<string, Uint32Array>();
const groupsAnyCase = new Map<string, Uint32Array>();

/** Below this length the pass costs more than it saves. */
const shortText = 200;
/** What is remembered of words; they come from rules, so there are few. */
const mostWords = 5_000;

/** The last letters: each step pushes out the oldest one. Of three there are five bits each, of four all eight. */
const nextOfThree = (hash: number, code: number): number => ((hash << 5) ^ (code | 32)) & lastOfThree;
const nextOfFour = (hash: number, code: number): number => (hash << 8) ^ code;

/** The last two of four. */
const placeOfTwo = (hash: number): number => startOfTwo + (((hash >>> 3) ^ hash) & lastOfTwo);
/** Thirty-two bits in sixteen. */
const placeOfFour = (hash: number): number => startOfFour + (Math.imul(hash, spread) >>> 16);

/** The marks of this text, from now on those that are asked about. */
function turnTo(text: string): void {
  marked = recent.find((one) => one.text === text) ?? (long?.text === text ? long : markAll(text, roomFor(text)));
}

/** The marks that were made first make room for the next. */
function roomFor(text: string): MarkedText {
  if (text.length > kept.length) {
    long ??= noMarks();
    return long;
  }
  const room = recent[oldest] ?? noMarks();
  recent[oldest] = room;
  oldest = (oldest + 1) % kept.texts;
  return room;
}

/**
 * Goes through every letter of a scan, so what is said of groups above stands here once more, written out: V8 takes few
 * calls into one loop.
 */
function markAll(text: string, into: MarkedText): MarkedText {
  const { marks } = into;
  marks.fill(0);
  marks[alwaysMarked >> 5] = 1 << (alwaysMarked & 31);
  let three = 0;
  let four = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    three = ((three << 5) ^ (code | 32)) & lastOfThree;
    four = (four << 8) ^ code;
    const two = startOfTwo + (((four >>> 3) ^ four) & lastOfTwo);
    const all = startOfFour + (Math.imul(four, spread) >>> 16);
    marks[three >> 5] = (marks[three >> 5] ?? 0) | (1 << (three & 31));
    marks[two >> 5] = (marks[two >> 5] ?? 0) | (1 << (two & 31));
    marks[all >> 5] = (marks[all >> 5] ?? 0) | (1 << (all & 31));
  }
  into.text = text;
  return into;
}

const noneMarked = new Uint32Array(0);

/** Where the marks of a word are, however its letters A to Z are written. */
function readAnyCase(word: string): Uint32Array {
  const groups = new Uint32Array(Math.max(0, word.length - 2));
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    hash = nextOfThree(hash, word.charCodeAt(at));
    if (at >= 2) groups[at - 2] = hash;
  }
  return groups;
}

/** Where the marks of a word are as it is written; a single letter has none. */
function readGroups(word: string): Uint32Array {
  // Few words have three letters, and fewer texts hold both pairs as they are written.
  if (word.length === 3)
    return Uint32Array.from(
      [readAnyCase(word), readGroups(word.slice(0, 2)), readGroups(word.slice(1))].flatMap((one) => [...one]),
    );
  const length = word.length === 2 ? 2 : 4;
  const groups = new Uint32Array(Math.max(0, word.length - length + 1));
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    hash = nextOfFour(hash, word.charCodeAt(at));
    if (at >= length - 1) groups[at - length + 1] = length === 2 ? placeOfTwo(hash) : placeOfFour(hash);
  }
  return groups;
}

function remembered(groups: Map<string, Uint32Array>, word: string, read: (word: string) => Uint32Array): Uint32Array {
  let found = groups.get(word);
  if (found === undefined) {
    found = read(word);
    if (groups.size >= mostWords) groups.clear();
    groups.set(word, found);
  }
  return found;
}

function areMarked(groups: Uint32Array): boolean {
  const marks = marked?.marks ?? noneMarked;
  for (let at = 0; at < groups.length; at++) {
    const place = groups[at] ?? alwaysMarked;
    if (((marks[place >> 5] ?? 0) & (1 << (place & 31))) === 0) return false;
  }
  return true;
}

/** False only if the word is nowhere in the text, however its letters A to Z are written. */
export function mayHold(text: string, word: string): boolean {
  if (text.length < shortText) return true;
  if (marked?.text !== text) turnTo(text);
  return areMarked(remembered(groupsAnyCase, word, readAnyCase));
}

/** Answers which of many words, that are always the same, a text holds: without looking each of them up by name. */
export class WordSet {
  private readonly groups: readonly Uint32Array[];
  /** Where the first mark of each word is: it is seldom there, and then there is no more to do. */
  private readonly firsts: Uint32Array;

  constructor(readonly words: readonly string[]) {
    this.groups = words.map(readGroups);
    this.firsts = Uint32Array.from(this.groups, (groups) => groups[0] ?? alwaysMarked);
  }

  /** The words that `text.includes`, in their order, or only the first ones of them. */
  heldBy(text: string, most = Number.POSITIVE_INFINITY): string[] {
    const isShort = text.length < shortText;
    if (!isShort && marked?.text !== text) turnTo(text);
    const held: string[] = [];
    const { firsts } = this;
    const marks = isShort ? undefined : marked?.marks;
    for (let at = 0; at < firsts.length && held.length < most; at++) {
      const first = firsts[at] ?? alwaysMarked;
      if (marks !== undefined && ((marks[first >> 5] ?? 0) & (1 << (first & 31))) === 0) continue;
      const word = this.words[at] ?? '';
      const groups = this.groups[at];
      if ((isShort || groups === undefined || areMarked(groups)) && text.includes(word)) held.push(word);
    }
    return held;
  }

  /** As `words.some((word) => text.includes(word))`. */
  isAnyIn(text: string): boolean {
    return this.heldBy(text, 1).length > 0;
  }
}

/** As `text.includes(word)`. */
export function holdsWord(text: string, word: string): boolean {
  if (text.length < shortText) return text.includes(word);
  if (marked?.text !== text) turnTo(text);
  return areMarked(remembered(groupsOfWords, word, readGroups)) && text.includes(word);
}

/** As `words.some((word) => text.includes(word))`. */
export function holdsAnyWord(text: string, words: readonly string[]): boolean {
  return words.some((word) => holdsWord(text, word));
}
