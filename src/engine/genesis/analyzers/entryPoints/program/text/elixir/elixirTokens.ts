import { cutTokens, lineEnd, match, type Piece } from '../cutTokens';
import type { Token } from '../token';
import { quotedText, sigil } from './elixirTexts';

const word = /[\p{L}_][\p{L}\p{N}_]*[?!]?/uy;
const atom = /:[\p{L}_][\p{L}\p{N}_@]*[?!]?|:[*<>=+&|^!~/-]{1,3}/uy;

/** Cuts Elixir into tokens, without comments. */
export function elixirTokens(source: string): Token[] {
  return cutTokens(source, {
    word,
    marks: ['|>', '<>', '->', '<-', '=>', '::', '==', '!=', '<=', '>=', '&&', '||', '++', '--', '..', '\\\\'],
    comment: (text, at) => (text[at] === '#' ? lineEnd(text, at) : undefined),
    piece,
  });
}

/** `key:`, and no `module::name`. */
const isKey = (source: string, end: number): boolean => source[end] === ':' && source[end + 1] !== ':';

function piece(source: string, at: number): Piece | undefined {
  const char = source[at];
  if (char === '"' || char === "'") return quoted(source, at);
  if (char === '~') {
    const found = sigil(source, at);
    return found === undefined ? undefined : { kind: 'text', text: '', value: found.value, end: found.end };
  }
  if (char === ':') {
    const named = source[at + 1] === ':' ? undefined : match(atom, source, at);
    return named === undefined ? undefined : { kind: 'atom', text: named.slice(1), end: at + named.length };
  }
  // `?a` is a character.
  if (char === '?') return { kind: 'number', text: '?', end: at + 2 };
  const name = match(word, source, at);
  if (name === undefined || !isKey(source, at + name.length)) return undefined;
  return { kind: 'key', text: name, end: at + name.length + 1 };
}

function quoted(source: string, at: number): Piece {
  const { value, end } = quotedText(source, at);
  // `"key": value`
  if (isKey(source, end) && value.is === 'text') return { kind: 'key', text: value.text, end: end + 1 };
  return { kind: 'text', text: '', value, end };
}
