import type { Node } from 'web-tree-sitter';

/** Named children of one of the types. */
export function childrenOf(node: Node | null | undefined, ...types: string[]): Node[] {
  return (node?.namedChildren ?? []).flatMap((child) =>
    child && (types.length === 0 || types.includes(child.type)) ? [child] : [],
  );
}

export function childOf(node: Node | null | undefined, ...types: string[]): Node | undefined {
  return childrenOf(node, ...types)[0];
}

export function fieldOf(node: Node | null | undefined, name: string): Node | undefined {
  return node?.childForFieldName(name) ?? undefined;
}

export function textOf(node: Node | null | undefined): string {
  return node?.text ?? '';
}

/** All nodes of the types below `node`, itself included, in the order of the text. */
export function descendantsOf(node: Node | null | undefined, ...types: string[]): Node[] {
  return (node?.descendantsOfType(types) ?? []).flatMap((found) => (found ? [found] : []));
}

export const lineOf = (node: Node): number => node.startPosition.row + 1;
export const endLineOf = (node: Node): number => node.endPosition.row + 1;

/** A literal string without its quotes; a Ruby symbol without its colon; `undefined` for anything that is computed. */
export function literalOf(node: Node | null | undefined): string | undefined {
  const text = textOf(node);
  const quoted = /^[rubfRUBF]{0,2}(['"`])([\s\S]*)\1$/.exec(text)?.[2];
  if (quoted !== undefined) return quoted.includes('${') || quoted.includes('#{') ? undefined : quoted;
  return /^:[A-Za-z_]\w*[?!]?$/.test(text) ? text.slice(1) : undefined;
}

/** `order_item` for `OrderItem`. */
export function snakeCase(className: string): string {
  return className
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}

/** `users` for `User`, `order_items` for `OrderItem`: the table that most frameworks would take. */
export function tableNameOf(className: string): string {
  const snake = snakeCase(className);
  if (/(?:^|_)(?:news|series|species|equipment|information|money|data|metadata|media|fish|sheep)$/.test(snake))
    return snake;
  if (/(?:^|_)person$/.test(snake)) return snake.replace(/person$/, 'people');
  if (/(?:^|_)child$/.test(snake)) return `${snake}ren`;
  if (/(?:^|_)(?:life|wife|knife|leaf|half|shelf|wolf|calf)$/.test(snake)) return snake.replace(/fe?$/, 'ves');
  if (/(?:(?:analy|cri|ba|diagno|hypothe|synthe)sis|(?:^|_)axis)$/.test(snake)) return snake.replace(/is$/, 'es');
  if (/[^aeiou]y$/.test(snake)) return `${snake.slice(0, -1)}ies`;
  // What is many already stays so.
  if (/[^suia]s$/.test(snake)) return snake;
  if (/(?:s|x|z|ch|sh)$/.test(snake)) return `${snake}es`;
  return `${snake}s`;
}

/** Frameworks differ in how they write a table's name: `orderitems`, `order_items` and `OrderItems` are one. */
export const tableKey = (name: string): string => name.toLowerCase().replaceAll('_', '');
