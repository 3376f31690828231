import { EngineError } from '../../base/engineError';
import { sha256 } from '../../base/sha256';
import type { EngineParts } from '../engineParts';
import type { ItemRow, ItemStore } from './itemStore';

/** What the rules about items work with. */
export interface ItemParts extends EngineParts {
  readonly items: ItemStore;
}

export const person = 'person';

export function getItemRow(parts: Pick<ItemParts, 'items'>, itemId: string): ItemRow {
  const row = parts.items.find(itemId);
  if (!row) throw new EngineError('notFound', 'Item not found');
  return row;
}

export function getWritableItem(parts: Pick<ItemParts, 'items' | 'projects'>, itemId: string): ItemRow {
  const row = getItemRow(parts, itemId);
  parts.projects.getWritable(row.projectId);
  return row;
}

export function invalidItem(path: string, message: string): EngineError {
  return new EngineError('invalid', `${path} ${message}`, { details: [{ path, message }] });
}

/** Reports what was done to an item. The text is in one place only, so the log holds its hash. */
export function reportItem(
  parts: ItemParts,
  operation: 'create' | 'update' | 'delete' | 'merge' | 'supersede' | 'approve' | 'deprecate',
  row: ItemRow,
  more: { readonly source: string; readonly payload?: Readonly<Record<string, unknown>> },
): void {
  parts.events.append({
    projectId: row.projectId,
    type: 'memory.operated',
    source: more.source,
    payload: {
      operation,
      itemId: row.id,
      type: row.type,
      schemaKey: row.schemaKey,
      status: row.status,
      contentHash: sha256(JSON.stringify([row.title, row.facts, row.rationale, row.impact])),
      ...more.payload,
    },
    refs: [{ entity_type: 'item', external_id: row.id }],
  });
  parts.emit({ kind: 'items', projectId: row.projectId });
}
