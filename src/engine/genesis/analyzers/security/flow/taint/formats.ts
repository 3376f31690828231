import type { Node } from 'web-tree-sitter';

/** Signs of a format that make a number of what is put in. */
const conversion = /%(?:%|[-+ 0#']{0,3}\d{0,4}(?:\.\d{1,3})?(?<kind>[a-zA-Z]))/g;

const formats = /^(?:[sS]|fmt\.S)printf\(/;

/** The arguments that a format takes as numbers: `sprintf('… id = %d', value)` puts no text in. */
export function numbersOf(node: Node, type: string): ReadonlySet<number> | undefined {
  if (!/^(?:arguments|argument_list)$/.test(type)) return undefined;
  if (!formats.test(node.parent?.text.slice(0, 20) ?? '')) return undefined;
  const [format, ...values] = node.namedChildren.flatMap((child) => (child && child.type !== 'comment' ? [child] : []));
  if (format === undefined || !/^['"`]/.test(format.text)) return undefined;
  const kinds = [...format.text.matchAll(conversion)].flatMap(({ groups }) => groups?.['kind'] ?? []);
  return new Set(values.flatMap((value, index) => (/^[dDiufFxXoceEgGbt]$/.test(kinds[index] ?? '') ? [value.id] : [])));
}

/** PHP joins texts by a dot: what a number is added to is one. */
export const hasNumber = (node: Node): boolean =>
  node.namedChildren.some((child) => child?.type === 'integer' || child?.type === 'float');
