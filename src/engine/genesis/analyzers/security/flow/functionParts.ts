import type { Node } from 'web-tree-sitter';

/** A call names the class that they make an object of. */
const makers = /^(?:constructor|__init__|__construct)$/;

function className(node: Node): string | undefined {
  for (let at = node.parent; at; at = at.parent)
    if (/^class_(?:declaration|definition)$|^class$/.test(at.type)) return at.childForFieldName('name')?.text;
  return undefined;
}

/** The name that calls use: its own, or that of the variable, property or key that holds the function. */
export function functionName(node: Node): string | undefined {
  const own = node.childForFieldName('name')?.text;
  if (own !== undefined && own !== '') return makers.test(own) ? (className(node) ?? own) : own;
  const parent = node.parent;
  if (parent?.type === 'variable_declarator') return parent.childForFieldName('name')?.text;
  const holder = parent?.childForFieldName('left') ?? parent?.childForFieldName('key');
  return /([A-Za-z_$][\w$]*)$/.exec(holder?.text ?? '')?.[1];
}

/** The parameters in order, and the names that each of them binds. */
export function parametersOf(node: Node): { readonly node: Node; readonly names: readonly string[] }[] {
  const single = node.childForFieldName('parameter');
  const list = single ? [single] : (node.childForFieldName('parameters')?.namedChildren ?? []);
  return list.flatMap((parameter) => {
    if (!parameter || parameter.type === 'comment') return [];
    return [{ node: parameter, names: namesOf(parameter) }];
  });
}

function namesOf(parameter: Node): string[] {
  const bound =
    parameter.childForFieldName('name') ??
    parameter.childForFieldName('pattern') ??
    parameter.childForFieldName('left');
  const at =
    bound ?? (/identifier|variable_name/.test(parameter.type) ? parameter : parameter.namedChild(0)) ?? parameter;
  if (!/pattern/.test(at.type)) return [at.text];
  return [...at.text.matchAll(/[A-Za-z_$][\w$]*/g)].map((match) => match[0]);
}
