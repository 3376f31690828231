import type { Node } from 'web-tree-sitter';
import type { FlowLanguage } from '../flowLanguage';

/** A node with its type, which is asked for once: each question goes to the parser's own memory. */
export interface TypedNode {
  readonly node: Node;
  readonly type: string;
}

/** Functions and what binds names, each in the order of the text. */
interface Binders {
  readonly functions: readonly Node[];
  readonly assignments: readonly TypedNode[];
}

/** What flows are made of in one file. */
export interface FlowNodes {
  readonly root: Node;
  readonly calls: readonly TypedNode[];
  /** Found by a walk of its own, where they are seldom asked for. */
  binders(): Binders;
}

/** `all` finds everything in one walk over the tree, for a file of which the values will be asked for. */
export function flowNodesOf(root: Node, language: FlowLanguage, all: boolean): FlowNodes {
  const calls = new Set(language.calls.map(({ type }) => type));
  const others = [...language.functions, ...language.assignments.map(({ type }) => type)];
  const found = typed(root, all ? [...calls, ...others] : [...calls]);
  let binders: Binders | undefined;
  return {
    root,
    calls: found.filter(({ type }) => calls.has(type)),
    binders: () => {
      binders ??= bindersAmong(all ? found : typed(root, others), language);
      return binders;
    },
  };
}

const typed = (root: Node, types: readonly string[]): TypedNode[] =>
  root.descendantsOfType([...new Set(types)]).flatMap((node) => (node ? [{ node, type: node.type }] : []));

function bindersAmong(nodes: readonly TypedNode[], language: FlowLanguage): Binders {
  const functions = new Set(language.functions);
  const assignments = new Set(language.assignments.map(({ type }) => type));
  return {
    functions: nodes.flatMap(({ node, type }) => (functions.has(type) ? [node] : [])),
    assignments: nodes.filter(({ type }) => assignments.has(type)),
  };
}
