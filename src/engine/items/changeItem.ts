import { EngineError } from '../../base/engineError';
import type { ApproveItem, Item, ItemRef, UpdateItem } from '../../shared/item';
import { getWritableItem, type ItemParts, person, reportItem } from './itemParts';
import { type ItemRow, toItem } from './itemStore';
import { acceptFields } from './itemTexts';

/** Changes what is given. What a person approved is a draft again once a machine changed what it says. */
export function updateItem(parts: ItemParts, params: UpdateItem): Item {
  const { itemId, source = person, ...fields } = params;
  const before = getWritableItem(parts, itemId);
  const accepted = acceptFields(parts, before.projectId, source, fields);
  const changed = (Object.keys(accepted) as (keyof ItemRow)[]).filter((field) => accepted[field] !== before[field]);
  if (changed.length === 0) return toItem(before);
  const demoted = source !== person && before.status === 'approved' ? ({ status: 'draft' } as const) : {};
  const changes = { ...accepted, ...demoted, source, updatedAt: parts.ports.clock.now() };
  parts.items.update(itemId, changes);
  const row = { ...before, ...changes };
  reportItem(parts, 'update', row, { source, payload: { changed } });
  return toItem(row);
}

/** draft → approved → deprecated, as for contexts. Saying the same again changes nothing. */
export function approveItem(parts: ItemParts, { itemId, action }: ApproveItem): Item {
  const before = getWritableItem(parts, itemId);
  const status = action === 'approve' ? 'approved' : 'deprecated';
  if (before.status === status) return toItem(before);
  if (before.status === 'deprecated')
    throw new EngineError('conflict', 'A deprecated item can not be approved; make a new one instead');
  const row = { ...before, status, updatedAt: parts.ports.clock.now() } as const;
  parts.items.update(itemId, { status, updatedAt: row.updatedAt });
  reportItem(parts, action, row, { source: person, payload: { before: before.status } });
  return toItem(row);
}

export function deleteItem(parts: ItemParts, { itemId }: ItemRef, source = person): null {
  const row = getWritableItem(parts, itemId);
  parts.items.delete(itemId);
  reportItem(parts, 'delete', row, { source });
  return null;
}
