import type { Node } from 'web-tree-sitter';

/**
 * `def run(params)`: what a controller calls `params` is here whatever a caller hands over, which is followed as any
 * other parameter is. `source` begins with the word: `params[`.
 */
export function isParameterOfRuby(node: Node, source: string): boolean {
  const word = /^\w{1,20}/.exec(source)?.[0] ?? '';
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.type !== 'method' && above.type !== 'singleton_method') continue;
    const parameters = above.childForFieldName('parameters')?.text.slice(0, 2_000) ?? '';
    return new RegExp(`\\b${word}\\b`).test(parameters);
  }
  return false;
}
