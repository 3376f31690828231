import type { ContextTreeNode } from '../../shared/context';
import type { TreeRow } from './store/contextRow';

/** Nests rows; siblings by order, then name. A row whose parent is not among them stands at the top. */
export function buildContextTree(rows: readonly TreeRow[]): ContextTreeNode[] {
  const nodes = new Map<string, ContextTreeNode>();
  const toIso = isoTimes();
  for (const row of rows) nodes.set(row.id, toNode(row, toIso));
  const top: ContextTreeNode[] = [];
  for (const row of rows) {
    const node = nodes.get(row.id);
    const parent = row.parentContextId === null ? undefined : nodes.get(row.parentContextId);
    if (node) (parent?.children ?? top).push(node);
  }
  for (const node of nodes.values()) node.children.sort(bySiblingOrder);
  return top.sort(bySiblingOrder);
}

/** By code units, so that the order is the same on every machine; the key decides between equal names. */
function bySiblingOrder(a: ContextTreeNode, b: ContextTreeNode): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.schemaKey < b.schemaKey ? -1 : 1;
}

/** Contexts of one run have few different times between them, and to write one takes longer than to find it again. */
function isoTimes(): (ms: number) => string {
  const known = new Map<number, string>();
  return (ms) => {
    const text = known.get(ms) ?? new Date(ms).toISOString();
    known.set(ms, text);
    return text;
  };
}

function toNode(row: TreeRow, toIso: (ms: number) => string): ContextTreeNode {
  return {
    id: row.id,
    name: row.name,
    schemaKey: row.schemaKey,
    state: row.state,
    tier: row.tier,
    contextType: row.contextType,
    version: row.version,
    order: row.order,
    entryCount: row.entryCount,
    createdAt: toIso(row.createdAt),
    updatedAt: toIso(row.updatedAt),
    children: [],
  };
}
