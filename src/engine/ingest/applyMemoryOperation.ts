import { EngineError } from '../../base/engineError';
import type { MemoryOperation } from '../../shared/ingest';
import { type CreateItem, createItem as createItemSchema } from '../../shared/item';
import { deleteItem, updateItem } from '../items/changeItem';
import { createItem } from '../items/createItem';
import { getItemRow } from '../items/itemParts';
import { mergeItems, supersedeItem } from '../items/mergeItems';
import { parseParams } from '../requests/parseParams';
import { applyQuietly } from './applyQuietly';
import type { Ingested, IngestParts } from './ingestParts';

/** Does to an item what the event says, as a machine: what is made this way is a draft. */
export function applyMemoryOperation(parts: IngestParts, event: Ingested, payload: MemoryOperation): void {
  applyQuietly(parts, event, 'memory.operation_refused', () => apply(parts, event, payload));
}

function apply(parts: IngestParts, { projectId, source }: Ingested, payload: MemoryOperation): void {
  const { operation, itemId = '', item = {} } = payload;
  const { id: otherId, mergedFrom = [], ...fields } = item;
  const whole = (): CreateItem => ({ ...parseParams<CreateItem>(createItemSchema, fields), projectId, source });
  if (operation === 'create') {
    createItem(parts, whole());
    return;
  }
  if (getItemRow(parts, itemId).projectId !== projectId) throw new EngineError('notFound', 'Item not found');
  if (operation === 'update') updateItem(parts, { ...fields, itemId, source });
  else if (operation === 'delete') deleteItem(parts, { itemId }, source);
  else if (operation === 'merge') mergeItems(parts, { itemId, itemIds: mergedFrom, source });
  else if (otherId !== undefined) supersedeItem(parts, { itemId, byItemId: otherId, source });
  else supersedeItem(parts, { itemId, item: whole(), source });
}
