import type { ContextTreeNode } from '../../../shared/context';
import { flattenTree } from './contextFilter';

/**
 * The contexts that a drag moves below `targetId` (`null`: to the first level): not the target itself, none that the target
 * lies below, none that is there already, and none whose parent moves as well.
 */
export function contextsToMove(
  roots: readonly ContextTreeNode[],
  dragged: readonly string[],
  targetId: string | null,
): ContextTreeNode[] {
  const moving = new Set(dragged);
  const aboveTarget = new Set(targetId === null ? [] : pathTo(roots, targetId).map((node) => node.id));
  const found: ContextTreeNode[] = [];
  const visit = (nodes: readonly ContextTreeNode[], parentId: string | null): void => {
    for (const node of nodes) {
      if (!moving.has(node.id)) visit(node.children, node.id);
      else if (parentId !== targetId && !aboveTarget.has(node.id)) found.push(node);
    }
  };
  visit(roots, null);
  return found;
}

/** The nodes from the first level down to one, itself included; empty when it is not there. */
function pathTo(roots: readonly ContextTreeNode[], id: string): readonly ContextTreeNode[] {
  for (const node of roots) {
    if (node.id === id) return [node];
    const below = pathTo(node.children, id);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/** Leaves out what lies below another one of the list: it goes with that one. */
export function withoutDescendants<T extends { readonly context: ContextTreeNode }>(targets: readonly T[]): T[] {
  const below = new Set(targets.flatMap(({ context }) => flattenTree(context.children)).map((node) => node.id));
  return targets.filter(({ context }) => !below.has(context.id));
}
