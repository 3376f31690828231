import type { ContextState, ContextTreeNode } from '../../../shared/context';

export const contextFilters = ['all', 'draft', 'approved', 'deprecated'] as const;
export type ContextFilter = (typeof contextFilters)[number];

export const filterNames: Readonly<Record<ContextFilter, string>> = {
  all: 'All contexts',
  draft: 'Drafts only',
  approved: 'Approved only',
  deprecated: 'Deprecated only',
};

/** Keeps the contexts of one state, and those above them so that each stays in its place. */
export function filterTree(nodes: readonly ContextTreeNode[], filter: ContextFilter): readonly ContextTreeNode[] {
  return filter === 'all' ? nodes : keep(nodes, filter);
}

function keep(nodes: readonly ContextTreeNode[], state: ContextState): ContextTreeNode[] {
  return nodes.flatMap((node) => {
    const children = keep(node.children, state);
    return node.state === state || children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** All contexts of a tree, parents before children. */
export function flattenTree(nodes: readonly ContextTreeNode[]): ContextTreeNode[] {
  return nodes.flatMap((node) => [node, ...flattenTree(node.children)]);
}

/** How many contexts lie below one. */
export function countBelow(node: Pick<ContextTreeNode, 'children'>): number {
  return node.children.reduce((sum, child) => sum + 1 + countBelow(child), 0);
}
