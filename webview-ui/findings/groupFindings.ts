import type { FindingRow, GroupBy } from '../../src/shared/panelMessages';
import { importanceNames, layerNames, layerOrder } from '../base/words';
import type { IndexedFinding } from './findingIndex';

export type TreeRow =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly label: string;
      readonly count: number;
      readonly open: boolean;
      readonly position: number;
      readonly siblings: number;
    }
  | { readonly kind: 'finding'; readonly row: FindingRow; readonly position: number; readonly siblings: number };

interface Group {
  readonly id: string;
  readonly rows: FindingRow[];
}

const keys: Readonly<Record<Exclude<GroupBy, 'none'>, (row: FindingRow) => string>> = {
  layer: (row) => row.layer,
  importance: (row) => String(row.importance),
  file: (row) => row.files[0] ?? '',
  rule: (row) => row.rule,
};

/** Names a group the way people do. */
function labelOf(groupBy: GroupBy, id: string): string {
  if (groupBy === 'layer') return Object.entries(layerNames).find(([layer]) => layer === id)?.[1] ?? id;
  if (groupBy === 'importance') return importanceNames[Number(id)] ?? id;
  return id === '' ? 'No file' : id;
}

/** Importance from critical down, all others by their gravest finding; then layers in their order, files and rules by how many. */
function compareGroups(groupBy: GroupBy): (a: Group, b: Group) => number {
  const gravest = (group: Group): number => group.rows[0]?.importance ?? 0;
  if (groupBy === 'layer')
    return (a, b) => gravest(b) - gravest(a) || layerOrder.indexOf(a.id) - layerOrder.indexOf(b.id);
  if (groupBy === 'importance') return (a, b) => Number(b.id) - Number(a.id);
  return (a, b) => gravest(b) - gravest(a) || b.rows.length - a.rows.length || (a.id < b.id ? -1 : 1);
}

/** The group that a finding is in; `null` for one list. */
export function groupOf(groupBy: GroupBy, row: FindingRow): string | null {
  return groupBy === 'none' ? null : `${groupBy}:${keys[groupBy](row)}`;
}

/** The rows of the tree from top to bottom; `closed` names the groups whose findings are folded away. */
export function treeRows(found: readonly IndexedFinding[], groupBy: GroupBy, closed: ReadonlySet<string>): TreeRow[] {
  if (groupBy === 'none')
    return found.map(({ row }, index) => ({ kind: 'finding', row, position: index + 1, siblings: found.length }));
  const groups = new Map<string, Group>();
  for (const { row } of found) {
    const id = keys[groupBy](row);
    const group = groups.get(id);
    if (group) group.rows.push(row);
    else groups.set(id, { id, rows: [row] });
  }
  const ordered = [...groups.values()].sort(compareGroups(groupBy));
  return ordered.flatMap(({ id, rows }, index): TreeRow[] => {
    const key = `${groupBy}:${id}`;
    const open = !closed.has(key);
    const head: TreeRow = {
      kind: 'group',
      id: key,
      label: labelOf(groupBy, id),
      count: rows.length,
      open,
      position: index + 1,
      siblings: ordered.length,
    };
    if (!open) return [head];
    return [
      head,
      ...rows.map((row, at): TreeRow => ({ kind: 'finding', row, position: at + 1, siblings: rows.length })),
    ];
  });
}
