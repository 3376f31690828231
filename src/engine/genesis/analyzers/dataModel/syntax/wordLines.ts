const comment = /^\s{0,200}(?:\/\/|\/\*|\*|#(?!\[)|--|<!--|""")/;
/** What stands before a column that a line names without declaring it. */
const mentions =
  /\b(?:(?:check|unique|primary_?key|exclude)_?constraint|index(?:es)?|unique_together|__table_args__|fillable|hidden|casts|ordering|[A-Z]+_FIELDS?)\b/i;

export interface WordLines {
  /** Where the name stands for itself, as a word of the code or as the whole of a text. */
  readonly alone: number[];
  /** Where it may be a word of a longer text too, as in a statement of SQL. */
  readonly all: number[];
}

const push = (lines: number[], line: number): void => {
  if (lines.at(-1) !== line) lines.push(line);
};

/** Whether no text has been opened before a place in a line but by the sign right before it. */
function isAlone(line: string, at: number): boolean {
  const quotes = line.slice(0, at).match(/["'`]/g)?.length ?? 0;
  return quotes % 2 === (/["'`]/.test(line[at - 1] ?? '') ? 1 : 0);
}

/** Of longer lines only the beginning is read. */
const longest = 2_000;

interface PlacedWord {
  readonly word: string;
  readonly at: number;
}

/** The words of a line that are among the names. */
function wordsIn(line: string, names: ReadonlySet<string>): readonly PlacedWord[] {
  let found: PlacedWord[] | undefined;
  for (let at = 0; at < line.length; ) {
    const first = kindOf(line.charCodeAt(at));
    if (first === other) return lettersIn(line, names);
    if (first !== letter) {
      at++;
      continue;
    }
    let end = at + 1;
    let kind = kindOf(line.charCodeAt(end));
    while (end < line.length && (kind === letter || kind === digit)) kind = kindOf(line.charCodeAt(++end));
    if (end < line.length && kind === other) return lettersIn(line, names);
    const word = line.slice(at, end);
    if (names.has(word)) {
      found ??= [];
      found.push({ word, at });
    }
    at = end;
  }
  return found ?? none;
}

const none: readonly PlacedWord[] = [];
const [sign, letter, digit, other] = [0, 1, 2, 3];

/** Whether a code is of ASCII, and what there. */
function kindOf(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95) return letter;
  if (code >= 48 && code <= 57) return digit;
  return code < 128 ? sign : other;
}

/** The same for letters of all scripts. */
function lettersIn(line: string, names: ReadonlySet<string>): PlacedWord[] {
  const words = line.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu);
  return [...words].flatMap(({ 0: word, index: at }) => (names.has(word) ? [{ word, at }] : []));
}

/** `order.user`, and not the name within `"shop.User"` and `settings.AUTH_USER_MODEL`. */
const isMember = (line: string, at: number): boolean =>
  /[.>]/.test(line[at - 1] ?? '') && !/(?:\bsettings|["'][\w.]{1,60})\.$/.test(line.slice(Math.max(0, at - 64), at));

/** `ForeignKey("users.id")` and `ForeignKey(User.id)` name a table and its column; else what has members is no field. */
function isOwner(line: string, at: number, after: string): boolean {
  if (/^\s{0,9}=>/.test(after)) return true;
  return after.startsWith('.') && !/["'`]/.test(line[at - 1] ?? '') && !line.slice(0, at).endsWith('ForeignKey(');
}

/** Begins an annotation of Java and Kotlin, a decorator, or an attribute of PHP and C#. */
const annotation = /^\s{0,80}(?:@\w|#?\[[A-Z\\])/;
/** `name = "x"`, `name: 'x'`: what an annotation calls its own settings declares no field. */
const settingEnd = /^\s{0,9}(?:=(?![=>])|:(?!:))/;

/** How many round brackets are open at the end of a piece of a line, of which `open` were before it. */
function openBrackets(piece: string, open: number): number {
  let count = open;
  for (let at = 0; at < piece.length; at++) {
    if (piece[at] === '(') count++;
    else if (piece[at] === ')') count = Math.max(0, count - 1);
  }
  return count;
}

/** What ends the docstring that a line below `class A:` or `def a():` begins; a text that stands elsewhere may be a statement of SQL. */
function docstringOpenedBy(line: string, before: string): string | undefined {
  const [whole, quotes] = /^\s{0,80}r?("""|''')/.exec(line) ?? [];
  if (whole === undefined || quotes === undefined || !before.trimEnd().endsWith(':')) return undefined;
  return line.includes(quotes, whole.length) ? undefined : quotes;
}

/** Lines (1-based) of each of the names where it stands as a word that may declare it, in the order of the text. */
export function linesOf(text: string, names: ReadonlySet<string>): ReadonlyMap<string, WordLines> {
  const found = new Map<string, WordLines>();
  const lines = text.split('\n');
  let closing: string | undefined;
  let before = '';
  // Round brackets of an annotation that goes on.
  let within = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (closing !== undefined) {
      if (line.includes(closing)) closing = undefined;
      continue;
    }
    closing = docstringOpenedBy(line, before);
    if (line.trim() !== '') before = line;
    if (closing !== undefined || comment.test(line)) continue;
    const read = line.length > longest ? line.slice(0, longest) : line;
    const isAnnotation = within > 0 || annotation.test(read);
    const opened = within;
    if (isAnnotation) within = openBrackets(read, opened);
    for (const { word, at } of wordsIn(read, names)) {
      const isSetting =
        isAnnotation && settingEnd.test(read.slice(at + word.length)) && openBrackets(read.slice(0, at), opened) > 0;
      if (isSetting) continue;
      // A member of something else, or the parameter of a function.
      const isOther = isMember(line, at) || isOwner(line, at, line.slice(at + word.length));
      if (isOther || mentions.test(line.slice(0, at))) continue;
      const lines = found.get(word) ?? { alone: [], all: [] };
      push(lines.all, index + 1);
      if (isAlone(line, at)) push(lines.alone, index + 1);
      found.set(word, lines);
    }
  }
  return found;
}

/** The first number that is not below `from`; `numbers` are in order. */
export function firstFrom(numbers: readonly number[], from: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return numbers[low];
}

/** So often the two go by turns: names that stand in one line do not lie far apart. */
const mostTurns = 200;

/** The first number from `from` to `to` that both have. */
export function firstCommon(
  numbers: readonly number[],
  others: readonly number[],
  from: number,
  to: number,
): number | undefined {
  let next = firstFrom(numbers, from);
  for (let turn = 0; next !== undefined && next <= to && turn < mostTurns; turn++) {
    const other = firstFrom(others, next);
    if (other === next) return next;
    next = other === undefined || other > to ? undefined : firstFrom(numbers, other);
  }
  return undefined;
}

/** The first number within the bounds that one of `others` follows by at most `distance`, and that other. */
export function firstNear(
  numbers: readonly number[],
  others: readonly number[],
  [from, to]: readonly [number, number],
  distance: number,
): readonly [number, number] | undefined {
  let next = firstFrom(numbers, from);
  for (let turn = 0; next !== undefined && next <= to && turn < mostTurns; turn++) {
    const other = firstFrom(others, next);
    if (other === undefined || other > to) return undefined;
    if (other - next <= distance) return [next, other];
    next = firstFrom(numbers, next + 1);
  }
  return undefined;
}
