import { joined, textExpression } from '../lowering';
import { dotted, type Expression, text } from '../program';
import type { Token } from './token';

const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const digits = /\d[\w.]*/y;
const space = /[ \t\r\f]+/y;
const marks = ['?.', '!!', '::', '?:', '->', '==', '!=', '<=', '>=', '&&', '||', '+=', '-=', '..'];
const mostTokens = 60_000;

/** Cuts Kotlin into tokens, without comments. */
export function kotlinTokens(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  let first = true;
  const push = (kind: Token['kind'], written: string, value?: Expression): void => {
    tokens.push({ kind, text: written, line, first, ...(value === undefined ? {} : { value }) });
    first = false;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  while (at < source.length && tokens.length < mostTokens) {
    const char = source[at] ?? '';
    if (char === '\n') {
      line += 1;
      first = true;
      at += 1;
      continue;
    }
    const blank = match(space);
    if (blank !== undefined) {
      at += blank.length;
      continue;
    }
    const comment = commentEnd(source, at);
    if (comment !== undefined) {
      line += countLines(source, at, comment);
      at = comment;
      continue;
    }
    if (char === '"') {
      const end = stringEnd(source, at);
      push('text', '', stringValue(source, at, end));
      line += countLines(source, at, end);
      at = end;
      continue;
    }
    if (char === "'") {
      const end = source.indexOf("'", at + (source[at + 1] === '\\' ? 3 : 2));
      push('text', '', text(source.slice(at + 1, end === -1 ? at + 2 : end)));
      at = end === -1 ? at + 2 : end + 1;
      continue;
    }
    if (char === '`') {
      const end = source.indexOf('`', at + 1);
      push('word', source.slice(at + 1, end === -1 ? undefined : end));
      at = end === -1 ? source.length : end + 1;
      continue;
    }
    const name = match(word);
    const number = name === undefined ? match(digits) : undefined;
    const mark = marks.find((candidate) => source.startsWith(candidate, at)) ?? char;
    const taken = name ?? number ?? mark;
    push(name !== undefined ? 'word' : number !== undefined ? 'number' : 'mark', taken);
    at += taken.length;
  }
  return tokens;
}

function countLines(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = source.indexOf('\n', from); at !== -1 && at < to; at = source.indexOf('\n', at + 1)) count += 1;
  return count;
}

function commentEnd(source: string, at: number): number | undefined {
  if (source.startsWith('//', at)) {
    const end = source.indexOf('\n', at);
    return end === -1 ? source.length : end;
  }
  if (!source.startsWith('/*', at)) return undefined;
  const end = source.indexOf('*/', at + 2);
  return end === -1 ? source.length : end + 2;
}

function stringEnd(source: string, at: number): number {
  if (source.startsWith('"""', at)) {
    const end = source.indexOf('"""', at + 3);
    return end === -1 ? source.length : end + 3;
  }
  let depth = 0;
  for (let index = at + 1; index < source.length; index++) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '$' && source[index + 1] === '{') depth += 1;
    else if (char === '}' && depth > 0) depth -= 1;
    else if (char === '\n') return index;
    else if (char === '"' && depth === 0) return index + 1;
  }
  return source.length;
}

const inserted = /\$\{([\w.]+)\}|\$(\w+)|\$\{[^}]{0,200}\}/g;

/** `"$API/users/${config.version}"` with what is put into it. */
function stringValue(source: string, at: number, end: number): Expression {
  const quote = source.startsWith('"""', at) ? 3 : 1;
  const content = source.slice(at + quote, Math.max(end - quote, at + quote));
  const parts: Expression[] = [];
  let from = 0;
  for (const match of content.matchAll(inserted)) {
    parts.push(textExpression(plain(content.slice(from, match.index))));
    const path = match[1] ?? match[2];
    parts.push(path === undefined ? { is: 'other' } : dotted(path));
    from = match.index + match[0].length;
  }
  parts.push(textExpression(plain(content.slice(from))));
  return joined(parts.filter((part) => part.is !== 'text' || part.text !== ''));
}

const plain = (content: string): string => content.replace(/\\(["\\$])/g, '$1');
