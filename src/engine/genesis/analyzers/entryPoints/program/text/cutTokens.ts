import type { Token } from './token';

/** A token that a language reads in its own way, and where it ends. */
export interface Piece extends Pick<Token, 'kind' | 'text' | 'value'> {
  readonly end: number;
}

/** What sets the tokens of one language apart from those of another. */
export interface TokenLanguage {
  /** Sticky. */
  readonly word: RegExp;
  /** Marks of more than one character, each before those it begins with. */
  readonly marks: readonly string[];
  /** End of the comment that begins here. */
  comment(source: string, at: number): number | undefined;
  /** Texts, and what else is neither word, number nor mark. */
  piece(source: string, at: number): Piece | undefined;
}

const digits = /\d[\w.]*/y;
const space = /[ \t\r\f]+/y;
/** More than the longest file of routes that was seen has by far; what is behind them is not read. */
const mostTokens = 60_000;

export function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** End of the line's comment that begins here. */
export function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}

function plainPiece(language: TokenLanguage, source: string, at: number): Piece {
  const word = match(language.word, source, at);
  if (word !== undefined) return { kind: 'word', text: word, end: at + word.length };
  const number = match(digits, source, at);
  if (number !== undefined) return { kind: 'number', text: number, end: at + number.length };
  const mark = language.marks.find((candidate) => source.startsWith(candidate, at)) ?? source[at] ?? '';
  return { kind: 'mark', text: mark, end: at + mark.length };
}

/** Cuts a source text into tokens, without comments. */
export function cutTokens(source: string, language: TokenLanguage): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let first = true;
  const moveTo = (end: number): void => {
    for (let index = source.indexOf('\n', at); index !== -1 && index < end; index = source.indexOf('\n', index + 1))
      line += 1;
    at = end;
  };
  while (at < source.length && tokens.length < mostTokens) {
    if (source[at] === '\n') {
      line += 1;
      first = true;
      at += 1;
      continue;
    }
    const behind = spaceOrComment(language, source, at);
    if (behind !== undefined) {
      moveTo(behind);
      continue;
    }
    const { kind, text, value, end } = language.piece(source, at) ?? plainPiece(language, source, at);
    tokens.push({ kind, text, line, first, ...(value === undefined ? {} : { value }) });
    first = false;
    moveTo(end);
  }
  return tokens;
}

function spaceOrComment(language: TokenLanguage, source: string, at: number): number | undefined {
  const blank = match(space, source, at);
  return blank === undefined ? language.comment(source, at) : at + blank.length;
}

/** `` `in` `` as a name, in Kotlin and Swift. */
export function quotedWord(source: string, at: number): Piece {
  const end = source.indexOf('`', at + 1);
  const isOpen = end === -1;
  return { kind: 'word', text: source.slice(at + 1, isOpen ? undefined : end), end: isOpen ? source.length : end + 1 };
}
