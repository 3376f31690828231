import { joined, textExpression } from '../../lowering';
import { dotted, type Expression } from '../../program';
import { cutTokens, lineEnd, type Piece, quotedWord } from '../cutTokens';
import type { Token } from '../token';

/** Cuts Swift into tokens, without comments. */
export function swiftTokens(source: string): Token[] {
  return cutTokens(source, {
    word: /[\p{L}_$][\p{L}\p{N}_]*/uy,
    marks: ['?.', '->', '==', '!=', '<=', '>=', '&&', '||', '+=', '-=', '??', '...', '..<'],
    comment: commentEnd,
    piece,
  });
}

function piece(source: string, at: number): Piece | undefined {
  const char = source[at];
  if (char === '`') return quotedWord(source, at);
  if (char === '"' || (char === '#' && source[at + 1] === '"'))
    return { kind: 'text', text: '', ...stringAt(source, at) };
  return undefined;
}

/** Comments may hold comments. */
function commentEnd(source: string, at: number): number | undefined {
  if (source.startsWith('//', at)) return lineEnd(source, at);
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
    parts.push(/^[\p{L}\p{N}_.]{1,80}$/u.test(inner) ? dotted(inner) : { is: 'other' });
    from = match.index + match[0].length;
  }
  parts.push(textExpression(content.slice(from)));
  return joined(parts.filter((part) => part.is !== 'text' || part.text !== ''));
}
