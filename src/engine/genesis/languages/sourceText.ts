/** How a language writes what is not code. */
export interface Notation {
  readonly line: string;
  readonly block?: readonly [open: string, close: string];
  /** Marks of texts, the longer ones first. */
  readonly quotes: readonly string[];
}

/** A text of nothing but spaces, with the line breaks where they were. */
export function blanked(text: string): string {
  if (!text.includes('\n')) return ' '.repeat(text.length);
  return text
    .split('\n')
    .map((line) => ' '.repeat(line.length))
    .join('\n');
}

/** The text with comments blanked out; every character and line break stays where it is, texts stay as they are. */
export function withoutComments(text: string, notation: Notation): string {
  let result = '';
  let at = 0;
  const copyTo = (end: number): void => {
    result += text.slice(at, end);
    at = end;
  };
  const blankTo = (end: number): void => {
    result += blanked(text.slice(at, end));
    at = end;
  };
  const { line, block, quotes } = notation;
  const marks = new RegExp([...quotes, line, ...(block ? [block[0]] : [])].map(literal).join('|'), 'g');
  while (at < text.length) {
    marks.lastIndex = at;
    // From mark to mark: what lies between is most of the text.
    copyTo(marks.exec(text)?.index ?? text.length);
    if (at >= text.length) break;
    const quote = quotes.find((mark) => text.startsWith(mark, at));
    if (quote !== undefined) copyTo(textEnd(text, at, quote));
    else if (text.startsWith(line, at)) blankTo(endOr(text, text.indexOf('\n', at)));
    else if (block !== undefined) blankTo(endOr(text, text.indexOf(block[1], at + block[0].length), block[1].length));
  }
  return result;
}

const literal = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function textEnd(text: string, start: number, quote: string): number {
  let at = start + quote.length;
  while (at < text.length && !text.startsWith(quote, at)) {
    // A text in simple quotes that has no end belongs to something else, such as an apostrophe.
    if (quote.length === 1 && text[at] === '\n') return at;
    at += text[at] === '\\' ? 2 : 1;
  }
  return Math.min(text.length, at + quote.length);
}

function endOr(text: string, found: number, length = 0): number {
  return found < 0 ? text.length : found + length;
}

/** The offset of the bracket that closes the one at `open`; the end of the text without one. */
export function closingBracket(text: string, open: number): number {
  const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
  const waiting: string[] = [];
  for (let at = open; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') at = textEnd(text, at, '"') - 1;
    else if (pairs[char] !== undefined) waiting.push(pairs[char]);
    else if (char === waiting.at(-1)) {
      waiting.pop();
      if (waiting.length === 0) return at;
    }
  }
  return text.length;
}

/** Pieces between separators that are in no bracket and no text, each with its offset. */
export function splitOutside(text: string, separator: RegExp): { readonly text: string; readonly offset: number }[] {
  const pieces: { text: string; offset: number }[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at] ?? '';
    if (char === '"') at = textEnd(text, at, '"') - 1;
    else if (char === '(' || char === '[' || char === '{') at = closingBracket(text, at);
    else if (char === '' || separator.test(char)) {
      pieces.push({ text: text.slice(from, at), offset: from });
      from = at + 1;
    }
  }
  if (from < text.length) pieces.push({ text: text.slice(from), offset: from });
  return pieces.filter((piece) => piece.text.trim() !== '');
}
