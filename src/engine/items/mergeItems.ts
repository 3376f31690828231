import { EngineError } from '../../base/engineError';
import type { Item, ItemEvidence, MergeItems, SupersedeItem } from '../../shared/item';
import { insertItem } from './createItem';
import { getItemRow, getWritableItem, type ItemParts, invalidItem, person, reportItem } from './itemParts';
import { type ItemRow, toItem } from './itemStore';

const mostFiles = 50;
const mostTags = 5;
const mostEvidence = 100;

/** Takes items into one: it keeps its texts and gains their files, tags and evidence; they are deprecated and say by whom. */
export function mergeItems(parts: ItemParts, { itemId, itemIds, source = person }: MergeItems): Item {
  let target = getWritableItem(parts, itemId);
  for (const otherId of new Set(itemIds)) target = mergeOne(parts, target, findOther(parts, target, otherId), source);
  return toItem(target);
}

/** Merges two items of one project; nothing happens where the one is in the other already. */
export function mergeOne(parts: ItemParts, target: ItemRow, other: ItemRow, source: string): ItemRow {
  const into = toItem(target);
  if (into.supersededBy !== null)
    throw new EngineError('conflict', 'The item was replaced by another itself', {
      data: { supersededBy: into.supersededBy },
    });
  if (into.mergedFrom.includes(other.id)) return target;
  const from = toItem(other);
  const now = parts.ports.clock.now();
  const changes: Partial<ItemRow> = {
    files: JSON.stringify([...new Set([...into.files, ...from.files])].slice(0, mostFiles)),
    tags: JSON.stringify([...new Set([...into.tags, ...from.tags])].slice(0, mostTags)),
    evidence: JSON.stringify(uniqueEvidence([...into.evidence, ...from.evidence]).slice(0, mostEvidence)),
    mergedFrom: JSON.stringify([...into.mergedFrom, other.id]),
    importance: Math.max(into.importance, from.importance),
    // Two that say the same independently are surer than one.
    confidence: Math.round((1 - (1 - into.confidence) * (1 - from.confidence / 2)) * 1000) / 1000,
    updatedAt: now,
  };
  parts.items.update(target.id, changes);
  parts.items.update(other.id, { status: 'deprecated', supersededBy: target.id, updatedAt: now });
  const row = { ...target, ...changes };
  reportItem(parts, 'merge', row, { source, payload: { mergedFrom: [other.id] } });
  return row;
}

/** Puts another item in the place of one. Answers the item that counts from now on. */
export function supersedeItem(parts: ItemParts, params: SupersedeItem): Item {
  const { itemId, byItemId, item, source = person } = params;
  const before = getWritableItem(parts, itemId);
  const after =
    item === undefined
      ? findOther(parts, before, byItemId ?? '')
      : insertItem(parts, { ...item, projectId: before.projectId, source });
  for (let at: ItemRow | undefined = after; at?.supersededBy; at = parts.items.find(at.supersededBy))
    if (at.supersededBy === itemId) throw new EngineError('conflict', 'The two items would supersede each other');
  const updatedAt = parts.ports.clock.now();
  parts.items.update(itemId, { status: 'deprecated', supersededBy: after.id, updatedAt });
  const row = { ...before, status: 'deprecated', supersededBy: after.id, updatedAt } as const;
  reportItem(parts, 'supersede', row, { source, payload: { supersededBy: after.id } });
  return toItem(after);
}

function findOther(parts: ItemParts, target: ItemRow, otherId: string): ItemRow {
  const other = getItemRow(parts, otherId);
  if (other.projectId !== target.projectId) throw new EngineError('notFound', 'Item not found');
  if (other.id === target.id) throw invalidItem('itemIds', 'must not name the item itself');
  return other;
}

function uniqueEvidence(all: readonly ItemEvidence[]): ItemEvidence[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
