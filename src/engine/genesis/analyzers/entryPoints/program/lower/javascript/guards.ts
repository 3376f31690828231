import type { Node } from 'web-tree-sitter';
import { namedChildren } from '../../lowering';
import type { Argument } from '../../program';

const anything = /^\/?(?:\(?\.?\*\)?|\{\*\w{1,40}\}|\*\w{1,40})$/;
const guardWord = /auth|guard|ensure|require|check|verif|restrict|limit|passport|cors|session|middleware|logged|permi/i;

/**
 * `router.all('*', ensureAdmin)`: what takes every path and hands it on answers none. It does so where its function takes
 * `next`, or where the name of the last argument is that of a guard.
 */
export function isGuard([path, ...handlers]: readonly Argument[], list: Node | null): boolean {
  if (path === undefined || handlers.length === 0) return false;
  const { value } = path;
  if (value.is !== 'regexp' && value.is !== 'text') return false;
  if (!anything.test(value.text)) return false;
  const last = namedChildren(list).at(-1);
  if (last === undefined) return false;
  if (!/function/.test(last.type)) return guardWord.test(last.text.slice(0, 200));
  return namedChildren(last.childForFieldName('parameters')).length > 2;
}
