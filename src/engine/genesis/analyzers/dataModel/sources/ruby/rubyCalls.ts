import type { Node } from 'web-tree-sitter';
import { childrenOf, fieldOf, textOf } from '../../syntax/nodes';

export const argsOf = (call: Node): Node[] => childrenOf(fieldOf(call, 'arguments'));
export const methodOf = (call: Node): string => textOf(fieldOf(call, 'method'));

/** The calls in the block of one. */
export const linesOf = (call: Node): Node[] => {
  const block = fieldOf(call, 'block');
  return childrenOf(fieldOf(block, 'body') ?? block, 'call');
};

export function option(call: Node, name: string): Node | undefined {
  const pair = argsOf(call).find(
    (arg) => arg.type === 'pair' && textOf(fieldOf(arg, 'key')).replace(/^:|:$/g, '') === name,
  );
  return fieldOf(pair, 'value');
}

/** The first ending that fits: `exercises` lose one letter, `statuses` and `boxes` two. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(^|_)people$/, '$1person'],
  [/(^|_)children$/, '$1child'],
  [/(^|_)(movie|cookie|series|news|tie|pie|lie)s?$/, '$1$2'],
  [/ies$/, 'y'],
  [/(alia|statu|viru|bu|bonu|campu)ses$/, '$1s'],
  [/(ss|x|ch|sh|zz)es$/, '$1'],
  [/(analy|the|cri|ba|diagno|hypothe)ses$/, '$1sis'],
  [/([^s])s$/, '$1'],
];

export function singular(word: string): string {
  const [pattern, single] = endings.find(([ending]) => ending.test(word)) ?? [/$/, ''];
  return word.replace(pattern, single);
}

/** The class that an association means by its name. */
export function className(association: string, plural: boolean): string {
  return (plural ? singular(association) : association).replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}
