import { EngineError } from '../../base/engineError';
import type { MemoryOperation } from '../../shared/ingest';
import { type CreateItem, createItem as createItemSchema } from '../../shared/item';
import { deleteItem, updateItem } from '../items/changeItem';
import { insertItem } from '../items/createItem';
import type { ItemRow } from '../items/itemStore';
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
    insertItem(parts, whole(), otherId === undefined ? null : originOf(otherId));
    return;
  }
  const { id } = find(parts, projectId, itemId);
  if (operation === 'update') updateItem(parts, { ...fields, itemId: id, source });
  else if (operation === 'delete') deleteItem(parts, { itemId: id }, source);
  else if (operation === 'merge') {
    const itemIds = mergedFrom.map((other) => find(parts, projectId, other).id);
    mergeItems(parts, { itemId: id, itemIds, source });
  } else if (otherId !== undefined)
    supersedeItem(parts, { itemId: id, byItemId: find(parts, projectId, otherId).id, source });
  else supersedeItem(parts, { itemId: id, item: whole(), source });
}

/** An item that came from another store is known by the id that it has there too. */
const originOf = (id: string): string => `item:${id}`;

function find(parts: IngestParts, projectId: string, id: string): ItemRow {
  const row = parts.items.find(id) ?? parts.items.findByOrigin(projectId, originOf(id));
  if (row?.projectId !== projectId) throw new EngineError('notFound', 'Item not found');
  return row;
}
