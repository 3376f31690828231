import type { Node } from 'web-tree-sitter';
import { lineOf, textExpression } from '../../lowering';
import type { Argument, Expression } from '../../program';
import { dotted, other } from '../../program';

/** The tokens of a macro or attribute as arguments: texts, paths and `name = value`, parted by commas. */
export function readTokens(tree: Node): Argument[] {
  const args: Argument[] = [];
  let current: Node[] = [];
  for (const token of tree.children) {
    if (token === null || /^[()[\]{}]$|comment$/.test(token.type)) continue;
    if (token.type === ',') {
      args.push(...argument(current));
      current = [];
    } else current.push(token);
  }
  return [...args, ...argument(current)];
}

function argument(tokens: readonly Node[]): Argument[] {
  const [first, second] = tokens;
  if (first === undefined) return [];
  const line = lineOf(first);
  if (first.type === 'identifier' && second?.type === '=')
    return [{ value: value(tokens.slice(2)), name: first.text, line }];
  if (first.type === 'identifier' && second?.type === 'token_tree') {
    const args = readTokens(second);
    return [{ value: { is: 'call', callee: dotted(first.text), args, line }, line }];
  }
  return [{ value: value(tokens), line }];
}

function value(tokens: readonly Node[]): Expression {
  const [first] = tokens;
  if (first === undefined) return other;
  if (/string_literal$/.test(first.type))
    return textExpression(first.namedChildren.map((part) => part?.text ?? '').join(''));
  if (first.type === 'token_tree') return { is: 'list', items: readTokens(first).map((inner) => inner.value) };
  const path = tokens.map((token) => token.text).join('');
  return /^[\w:]+$/.test(path) ? dotted(path, '::') : other;
}
