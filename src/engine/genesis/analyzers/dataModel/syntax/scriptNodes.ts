import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { ModelFact } from '../modelFact';
import { childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from './nodes';

/** One field, and the relation that it makes. */
export interface FieldRead {
  readonly field: DataField;
  readonly relation?: DataRelation;
}

export const scripts = new Set(['typescript', 'tsx', 'javascript']);
export const argsOf = (call: Node | undefined): Node[] =>
  childrenOf(fieldOf(call, 'arguments')).filter((node) => node.type !== 'comment');
export const keyOf = (pair: Node): string => literalOf(fieldOf(pair, 'key')) ?? textOf(fieldOf(pair, 'key'));
export const propertyOf = (object: Node | undefined, key: string): Node | undefined =>
  fieldOf(
    childrenOf(object, 'pair').find((pair) => keyOf(pair) === key),
    'value',
  );

/** The object that a name stands for in this file, or the object itself. */
export function objectOf(node: Node | undefined, root: Node): Node | undefined {
  if (node?.type === 'object') return node;
  if (node?.type !== 'identifier') return undefined;
  const declared = descendantsOf(root, 'variable_declarator').find(
    (item) => textOf(fieldOf(item, 'name')) === node.text,
  );
  const value = fieldOf(declared, 'value');
  return value?.type === 'object' ? value : undefined;
}

/** Pairs of an object, those of objects of the same file that it spreads among them. */
export function pairsOf(object: Node | undefined, root: Node): Node[] {
  return childrenOf(object, 'pair', 'spread_element').flatMap((item) =>
    item.type === 'pair' ? [item] : childrenOf(objectOf(item.namedChild(0) ?? undefined, root), 'pair'),
  );
}

/** What an expression is assigned by: the declaration of a variable, a property, an assignment. */
export function assigning(node: Node): Node | undefined {
  for (let at: Node | null = node.parent; at && !/(?:statement|program|body)$/.test(at.type); at = at.parent)
    if (/^(?:variable_declarator|pair|assignment_expression)$/.test(at.type)) return at;
  return undefined;
}

/** Name of the variable or property that an expression is assigned to. */
export function assignedName(node: Node): string | undefined {
  const at = assigning(node);
  if (at?.type === 'variable_declarator') return textOf(fieldOf(at, 'name'));
  return at?.type === 'pair' ? keyOf(at) : at && textOf(fieldOf(at, 'left')).split('.').at(-1);
}

export function modelOf(node: Node, name: string, kind: string, read: readonly FieldRead[], table?: string): ModelFact {
  return {
    name,
    kind,
    line: lineOf(node),
    endLine: endLineOf(node),
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: 'entity',
    ...(table ? { table } : {}),
  };
}
