import type { Node } from 'web-tree-sitter';
import type { FlowLanguage } from '../flowLanguage';

/** A node with its type, which is asked for once: each question goes to the parser's own memory. */
export interface TypedNode {
  readonly node: Node;
  readonly type: string;
}

/** What flows are made of in one file, each in the order of the text. */
export interface FlowNodes {
  readonly functions: readonly Node[];
  readonly assignments: readonly TypedNode[];
  readonly calls: readonly TypedNode[];
}

/** Finds all of them in one walk over the tree. */
export function flowNodesOf(root: Node, language: FlowLanguage): FlowNodes {
  const functionTypes = new Set(language.functions);
  const assignmentTypes = new Set(language.assignments.map(({ type }) => type));
  const callTypes = new Set(language.calls.map(({ type }) => type));
  const functions: Node[] = [];
  const assignments: TypedNode[] = [];
  const calls: TypedNode[] = [];
  for (const node of root.descendantsOfType([...functionTypes, ...assignmentTypes, ...callTypes])) {
    if (!node) continue;
    const { type } = node;
    if (functionTypes.has(type)) functions.push(node);
    if (assignmentTypes.has(type)) assignments.push({ node, type });
    if (callTypes.has(type)) calls.push({ node, type });
  }
  return { functions, assignments, calls };
}
