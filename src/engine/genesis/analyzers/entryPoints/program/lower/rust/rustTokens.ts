import type { Node } from 'web-tree-sitter';
import { lineOf, textExpression } from '../../lowering';
import type { Argument, Expression } from '../../program';
import { dotted, member, other, text } from '../../program';
import { formatted } from './rustParts';

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
  if (first.type === 'identifier' && second?.type === 'token_tree' && tokens.length === 2) {
    const args = readTokens(second);
    return [{ value: { is: 'call', callee: dotted(first.text), args, line }, line }];
  }
  return [{ value: value(tokens), line }];
}

export function value(tokens: readonly Node[]): Expression {
  const [first, mark, filled] = tokens;
  if (first === undefined) return other;
  if (first.type === '&') return value(tokens.slice(1));
  if (first.text === 'format' && mark?.type === '!' && filled?.type === 'token_tree' && tokens.length === 3)
    return formatted(readTokens(filled));
  if (/string_literal$/.test(first.type))
    return textExpression(first.namedChildren.map((part) => part?.text ?? '').join(''));
  if (first.type === 'token_tree')
    return { is: 'list', items: readTokens(first).map((inner) => inner.value), line: lineOf(first) };
  const path = tokens.map((token) => token.text).join('');
  return /^[\w:]+$/.test(path) ? dotted(path, '::') : calls(tokens);
}

/** `users::routes()`, `web::scope("/users").service(list)`: a path, and what is called on it. */
function calls(tokens: readonly Node[]): Expression {
  const end = tokens.findIndex(({ text: written }) => !/^(?:\w+|::)$/.test(written));
  let found = dotted(
    tokens
      .slice(0, end)
      .map((token) => token.text)
      .join(''),
    '::',
  );
  if (end < 1) return other;
  for (let at = end; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.type === 'token_tree' && token.text.startsWith('('))
      found = { is: 'call', callee: found, args: readTokens(token), line: lineOf(token) };
    else if (token?.type === '.' && tokens[at + 1]?.type === 'identifier') {
      at += 1;
      found = member(found, tokens[at]?.text ?? '');
    } else return other;
  }
  return found;
}

/**
 * `mount_endpoints_and_merged_docs! { rocket, "/v1".to_owned(), settings, "/users" => users::routes(), … }`: for each pair the
 * call that mounts a list of routes below a path.
 */
export function mountsOf(tree: Node): Expression[] {
  const parts = partedByCommas(tree);
  const [rocket = [], base = []] = parts;
  const below = textIn(base);
  const server = value(rocket);
  if (below === undefined || server === other) return [];
  return parts.slice(2).flatMap((tokens): Expression[] => {
    const arrow = tokens.findIndex((token) => token.type === '=>');
    const path = textIn(tokens.slice(0, arrow));
    if (arrow < 1 || path === undefined) return [];
    const line = lineOf(tokens[0] ?? tree);
    const args = [{ value: text(`${below.replace(/\/$/, '')}${path}`) }, { value: listed(tokens.slice(arrow + 1)) }];
    return [{ is: 'call', callee: member(server, 'mount'), args, line }];
  });
}

/** `users::routes()`, `openapi_get_routes_spec![create, show]` */
function listed(tokens: readonly Node[]): Expression {
  const last = tokens.at(-1);
  const [first] = tokens;
  if (last?.type !== 'token_tree' || first === undefined || first === last) return other;
  return value(last.text.startsWith('[') ? [last] : tokens);
}

export function partedByCommas(tree: Node): Node[][] {
  const parts: Node[][] = [[]];
  for (const token of tree.children) {
    if (token === null || /^[()[\]{}]$|comment$/.test(token.type)) continue;
    if (token.type === ',') parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

export function textIn(tokens: readonly Node[]): string | undefined {
  const found = tokens.find((token) => /string_literal$/.test(token.type));
  return found === undefined ? undefined : found.namedChildren.map((part) => part?.text ?? '').join('');
}

/** Methods by which filters of Warp are put together: their names are those of others too. */
export const ofFilter = (callee: Expression): Expression =>
  callee.is === 'member' && /^(?:and|or|map|then|and_then)$/.test(callee.name)
    ? member(callee.of, `warp_${callee.name}`)
    : callee;

/** `warp::path!("users" / u64 / "orders" / ..)`: a parameter is called like its type. */
export function pathFilter(tree: Node, line: number): Expression {
  const parts = tree.children.flatMap((token): string[] => {
    if (token === null || /^[()[\]{}/]$|comment$/.test(token.type)) return [];
    if (/string_literal$/.test(token.type)) return [token.namedChildren.map((part) => part?.text ?? '').join('')];
    if (token.text === '..') return ['..'];
    return /^[A-Za-z]\w*$/.test(token.text) ? [`{${token.text.charAt(0).toLowerCase()}${token.text.slice(1)}}`] : [];
  });
  const args = [{ value: text(parts.join('/')) }];
  return { is: 'call', callee: member(dotted('warp'), 'path_macro'), args, line };
}
