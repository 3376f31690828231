import { newId } from '../../shared/ids';
import type { CreateItem, Item } from '../../shared/item';
import { type ItemParts, person, reportItem } from './itemParts';
import { type ItemRow, toItem } from './itemStore';
import { acceptFields, schemaKeyOf } from './itemTexts';

/** Makes an item. A person's counts at once, a machine's is a draft. */
export function createItem(parts: ItemParts, params: CreateItem): Item {
  return toItem(insertItem(parts, params));
}

/** As `createItem`; `origin` is what an enrichment made it from. */
export function insertItem(parts: ItemParts, params: CreateItem, origin: string | null = null): ItemRow {
  const { projectId: named, source = person, status, ...fields } = params;
  const { id: projectId } = parts.projects.getWritable(parts.projects.resolve(named));
  const now = parts.ports.clock.now();
  const row: ItemRow = {
    id: newId('item', now),
    projectId,
    title: '',
    type: fields.type,
    facts: '',
    rationale: null,
    impact: null,
    files: '[]',
    tags: '[]',
    schemaKey: schemaKeyOf[fields.type],
    confidence: source === person ? 1 : 0.7,
    importance: 3,
    evidence: '[]',
    sessionId: null,
    ...acceptFields(parts, projectId, source, fields),
    status: source === person ? (status ?? 'approved') : 'draft',
    supersededBy: null,
    mergedFrom: '[]',
    source,
    origin,
    createdAt: now,
    updatedAt: now,
  };
  parts.items.add(row);
  reportItem(parts, 'create', row, { source });
  return row;
}
