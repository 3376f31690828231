import { joined, textExpression } from '../lowering';
import { dotted, type Expression, text } from '../program';
import { cutTokens, lineEnd, type Piece, quotedWord } from './cutTokens';
import type { Token } from './token';

/** Cuts Kotlin into tokens, without comments. */
export function kotlinTokens(source: string): Token[] {
  return cutTokens(source, {
    word: /[\p{L}_][\p{L}\p{N}_]*/uy,
    marks: ['?.', '!!', '::', '?:', '->', '==', '!=', '<=', '>=', '&&', '||', '+=', '-=', '..'],
    comment: commentEnd,
    piece,
  });
}

function piece(source: string, at: number): Piece | undefined {
  const char = source[at];
  if (char === '`') return quotedWord(source, at);
  const dollars = char === '$' ? dollarsBefore(source, at) : 0;
  if (char === '"' || dollars > 0) {
    const start = at + dollars;
    const end = stringEnd(source, start);
    return { kind: 'text', text: '', value: stringValue(source, start, end, Math.max(dollars, 1)), end };
  }
  if (char !== "'") return undefined;
  const close = source.indexOf("'", at + (source[at + 1] === '\\' ? 3 : 2));
  const end = close === -1 ? at + 2 : close;
  return { kind: 'text', text: '', value: text(source.slice(at + 1, end)), end: close === -1 ? end : end + 1 };
}

function commentEnd(source: string, at: number): number | undefined {
  if (source.startsWith('//', at)) return lineEnd(source, at);
  if (!source.startsWith('/*', at)) return undefined;
  const end = source.indexOf('*/', at + 2);
  return end === -1 ? source.length : end + 2;
}

const mostDollars = 8;

/** `$$"cost: $5"`: how many of them a name that is put in has before it. */
function dollarsBefore(source: string, at: number): number {
  let count = 1;
  while (count < mostDollars && source[at + count] === '$') count += 1;
  return source[at + count] === '"' ? count : 0;
}

function stringEnd(source: string, at: number): number {
  if (source.startsWith('"""', at)) {
    const end = source.indexOf('"""', at + 3);
    return end === -1 ? source.length : end + 3;
  }
  const last = Math.min(source.length, at + longestText);
  let lineEnds: number | undefined;
  let depth = 0;
  for (let index = at + 1; index < last; index++) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '{' && (depth > 0 || source[index - 1] === '$')) depth += 1;
    else if (char === '}' && depth > 0) depth -= 1;
    else if (char === '\n' && depth === 0) return lineEnds ?? index;
    // What is put in may go over several lines.
    else if (char === '\n') lineEnds ??= index;
    else if (char === '"' && depth === 0) return index + 1;
  }
  return lineEnds ?? last;
}

const longestText = 10_000;

const inserted = /(?<!\\)(\${1,8})(?:\{([\p{L}\p{N}_.]+)\}|([\p{L}_][\p{L}\p{N}_]*)|\{[^}]{0,200}\})/gu;

/** `"$API/users/${config.version}"` with what is put into it. */
function stringValue(source: string, at: number, end: number, dollars: number): Expression {
  const quote = source.startsWith('"""', at) ? 3 : 1;
  const content = source.slice(at + quote, Math.max(end - quote, at + quote));
  const parts: Expression[] = [];
  let from = 0;
  for (const match of content.matchAll(inserted)) {
    const [, { length } = '', path = match[3]] = match;
    if (length < dollars) continue;
    parts.push(textExpression(plain(content.slice(from, match.index + length - dollars))));
    parts.push(path === undefined ? { is: 'other' } : dotted(path));
    from = match.index + match[0].length;
  }
  parts.push(textExpression(plain(content.slice(from))));
  return joined(parts.filter((part) => part.is !== 'text' || part.text !== ''));
}

const plain = (content: string): string => content.replace(/\\(["\\$])/g, '$1');
