import { joined, textExpression } from '../../lowering';
import { dotted, type Expression } from '../../program';
import type { Token } from '../token';

const word = /[\p{L}_$][\p{L}\p{N}_]*/uy;
const digits = /\d[\w.]*/y;
const space = /[ \t\r\f]+/y;
const marks = ['?.', '->', '==', '!=', '<=', '>=', '&&', '||', '+=', '-=', '??', '...', '..<'];
const mostTokens = 60_000;

/** Cuts Swift into tokens, without comments. */
export function swiftTokens(source: string): Token[] {
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
  const skipTo = (end: number): void => {
    for (let index = source.indexOf('\n', at); index !== -1 && index < end; index = source.indexOf('\n', index + 1))
      line += 1;
    at = end;
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
    const comment = blank === undefined ? commentEnd(source, at) : undefined;
    if (blank !== undefined) at += blank.length;
    else if (comment !== undefined) skipTo(comment);
    else if (char === '"' || (char === '#' && source[at + 1] === '"')) {
      const { end, value } = stringAt(source, at);
      push('text', '', value);
      skipTo(end);
    } else if (char === '`') {
      const end = source.indexOf('`', at + 1);
      push('word', source.slice(at + 1, end === -1 ? undefined : end));
      at = end === -1 ? source.length : end + 1;
    } else {
      const name = match(word);
      const number = name === undefined ? match(digits) : undefined;
      const mark = marks.find((candidate) => source.startsWith(candidate, at)) ?? char;
      const taken = name ?? number ?? mark;
      push(name !== undefined ? 'word' : number !== undefined ? 'number' : 'mark', taken);
      at += taken.length;
    }
  }
  return tokens;
}

/** Comments may hold comments. */
function commentEnd(source: string, at: number): number | undefined {
  if (source.startsWith('//', at)) {
    const end = source.indexOf('\n', at);
    return end === -1 ? source.length : end;
  }
  if (!source.startsWith('/*', at)) return undefined;
  let depth = 0;
  for (let index = at; index < source.length; index++) {
    if (source.startsWith('/*', index)) depth += 1;
    else if (source.startsWith('*/', index)) depth -= 1;
    else continue;
    index += 1;
    if (depth === 0) return index + 1;
  }
  return source.length;
}

function stringAt(source: string, at: number): { readonly end: number; readonly value: Expression } {
  const hash = source[at] === '#' ? '#' : '';
  const quotes = source.startsWith('"""', at + hash.length) ? '"""' : '"';
  const from = at + hash.length + quotes.length;
  const close = `${quotes}${hash}`;
  let depth = 0;
  for (let index = from; index < source.length; index++) {
    const char = source[index];
    if (char === '\\' && source[index + 1] === '(' && hash === '') {
      depth += 1;
      index += 1;
    } else if (char === '\\' && hash === '') index += 1;
    else if (depth > 0 && char === '(') depth += 1;
    else if (depth > 0 && char === ')') depth -= 1;
    else if (depth === 0 && source.startsWith(close, index))
      return { end: index + close.length, value: inserted(source.slice(from, index)) };
    else if (char === '\n' && quotes === '"') return { end: index, value: { is: 'other' } };
  }
  return { end: source.length, value: { is: 'other' } };
}

/** `"\(prefix)/users"` with what is put into it. */
function inserted(content: string): Expression {
  const parts: Expression[] = [];
  let from = 0;
  for (const match of content.matchAll(/\\\(([^()]{0,200})\)/g)) {
    parts.push(textExpression(content.slice(from, match.index)));
    const inner = (match[1] ?? '').trim();
    parts.push(/^[\w.]{1,80}$/.test(inner) ? dotted(inner) : { is: 'other' });
    from = match.index + match[0].length;
  }
  parts.push(textExpression(content.slice(from)));
  return joined(parts.filter((part) => part.is !== 'text' || part.text !== ''));
}
