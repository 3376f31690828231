import type { ContextTreeNode } from '../../shared/context';
import type { SummaryRow } from './store/contextRow';

/** Nests rows that come in the order of siblings. A row whose parent is not among them stands at the top. */
export function buildContextTree(rows: readonly SummaryRow[]): ContextTreeNode[] {
  const nodes = new Map<string, ContextTreeNode>();
  for (const row of rows) nodes.set(row.id, toNode(row));
  const top: ContextTreeNode[] = [];
  for (const row of rows) {
    const node = nodes.get(row.id);
    const parent = row.parentContextId === null ? undefined : nodes.get(row.parentContextId);
    if (node) (parent?.children ?? top).push(node);
  }
  return top;
}

function toNode(row: SummaryRow): ContextTreeNode {
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
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
    children: [],
  };
}
