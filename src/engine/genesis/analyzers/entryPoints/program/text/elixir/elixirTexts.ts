import { joined, textExpression } from '../../lowering';
import { dotted, type Expression, text } from '../../program';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** A text of Elixir: its value and where it ends. */
export interface ReadText {
  readonly value: Expression;
  readonly end: number;
}

/** Reads the text that begins at `at` with a quote or three of them. */
export function quotedText(source: string, at: number): ReadText {
  const quote = source[at] ?? '"';
  const fence = source.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  const from = at + fence.length;
  const end = textEnd(source, from, fence);
  return { value: interpolated(source.slice(from, end)), end: Math.min(end + fence.length, source.length) };
}

/** `~w(a b)`, `~p"/users"`, `~r/x/i`: the sigil at `at`, or `undefined` where it is none. */
export function sigil(source: string, at: number): ReadText | undefined {
  const head = /^~([a-zA-Z]{1,20})("""|'''|["'/|([{<])/.exec(source.slice(at, at + 26));
  if (head === null) return undefined;
  const [whole, kind = '', open = ''] = head;
  const close = closing[open] ?? open;
  const from = at + whole.length;
  const found = textEnd(source, from, close);
  const content = source.slice(from, found);
  const modifiers = /^[a-z]{0,8}/.exec(source.slice(found + close.length, found + close.length + 8))?.[0] ?? '';
  const end = Math.min(found + close.length + modifiers.length, source.length);
  if (kind === 'w' || kind === 'W') {
    const words = content.split(/\s+/).filter((word) => word !== '');
    return { value: { is: 'list', items: words.slice(0, 100).map((word) => text(word)) }, end };
  }
  return { value: /^[sSpc]$/.test(kind) ? interpolated(content) : { is: 'other' }, end };
}

function textEnd(source: string, from: number, fence: string): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (char === '#' && source[at + 1] === '{') depth += 1;
    else if (char === '}' && depth > 0) depth -= 1;
    else if (depth === 0 && source.startsWith(fence, at)) return at;
  }
  return source.length;
}

/** `"#{@prefix}/users"` with what is put into it. */
function interpolated(content: string): Expression {
  const parts: Expression[] = [];
  let from = 0;
  for (const match of content.matchAll(/#\{([^}]{0,200})\}/g)) {
    parts.push(textExpression(plain(content.slice(from, match.index))));
    const inner = (match[1] ?? '').trim();
    parts.push(/^@?[\p{L}\p{N}_.]{1,80}$/u.test(inner) ? dotted(inner) : { is: 'other' });
    from = match.index + match[0].length;
  }
  parts.push(textExpression(plain(content.slice(from))));
  return joined(parts.filter((part) => part.is !== 'text' || part.text !== ''));
}

const plain = (content: string): string => content.replace(/\\(["'\\#])/g, '$1');
