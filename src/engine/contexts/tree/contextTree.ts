import type { ContextTreeNode } from '../../../shared/context';
import type { TreeRow } from '../store/contextRow';

interface Node {
  row: TreeRow;
  /** Its JSON up to its children. */
  head: string;
  readonly children: Node[];
}

/**
 * The contexts of a project, nested, as JSON; siblings by order, then name. A context whose parent is not among them stands
 * at the top. The JSON of each is kept, so that after a change only that of what has changed is made again.
 */
export class ContextTree {
  private readonly nodes = new Map<string, Node>();
  private readonly top: Node[] = [];

  constructor(rows: readonly TreeRow[]) {
    const toIso = isoTimes();
    for (const row of rows) this.nodes.set(row.id, { row, head: headOf(row, toIso), children: [] });
    for (const node of this.nodes.values()) this.siblingsOf(node.row).push(node);
    for (const { children } of this.nodes.values()) children.sort(bySiblingOrder);
    this.top.sort(bySiblingOrder);
  }

  /** Takes in rows that are new or have changed. */
  update(rows: readonly TreeRow[]): void {
    const toIso = isoTimes();
    const moved = new Set<Node[]>();
    // All of them first: a new one may be the parent of another.
    const placed = rows.map((row) => {
      const head = headOf(row, toIso);
      const known = this.nodes.get(row.id);
      const node = known ?? { row, head, children: [] };
      if (!known) this.nodes.set(row.id, node);
      return { node, row, head, before: known && this.siblingsOf(known.row) };
    });
    for (const { node, row, head, before } of placed) {
      const siblings = this.siblingsOf(row);
      Object.assign(node, { row, head });
      if (before !== siblings) {
        before?.splice(before.indexOf(node), 1);
        siblings.push(node);
      }
      moved.add(siblings);
    }
    for (const siblings of moved) siblings.sort(bySiblingOrder);
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  /** As `JSON.stringify` writes it. */
  toJson(): string {
    const parts: string[] = [];
    writeAll(this.top, parts);
    return parts.join('');
  }

  private siblingsOf({ parentContextId }: TreeRow): Node[] {
    return (parentContextId === null ? undefined : this.nodes.get(parentContextId))?.children ?? this.top;
  }
}

function writeAll(nodes: readonly Node[], parts: string[]): void {
  let separator = '[';
  for (const { head, children } of nodes) {
    parts.push(separator, head);
    if (children.length === 0) parts.push('[]}');
    else {
      writeAll(children, parts);
      parts.push('}');
    }
    separator = ',';
  }
  parts.push(nodes.length === 0 ? '[]' : ']');
}

/** By code units, so that the order is the same on every machine; the key decides between equal names. */
function bySiblingOrder({ row: a }: Node, { row: b }: Node): number {
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

function headOf(row: TreeRow, toIso: (ms: number) => string): string {
  const fields: Omit<ContextTreeNode, 'children'> = {
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
  };
  return `${JSON.stringify(fields).slice(0, -1)},"children":`;
}
