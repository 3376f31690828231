import type { Page } from '../../shared/context';
import type { Item, ListItems } from '../../shared/item';
import { type ItemParts, invalidItem } from './itemParts';
import { type ItemCondition, toItem } from './itemStore';

/** A page of a project's items, the newest first. */
export function listItems(parts: ItemParts, query: ListItems): Page<Item> {
  const limit = query.limit ?? 100;
  const rows = parts.items.list(conditionsOf(parts.projects.resolve(query.projectId), query), limit + 1);
  const items = rows.slice(0, limit).map(toItem);
  const last = rows[limit - 1];
  return rows.length > limit && last ? { items, nextCursor: `${last.createdAt}_${last.id}` } : { items };
}

function conditionsOf(projectId: string, query: ListItems): ItemCondition[] {
  const { status, type, schemaKey, tag, file, sessionId, minImportance, cursor } = query;
  const found: (ItemCondition | undefined)[] = [
    { sql: 'project_id = ?', values: [projectId] },
    status === undefined ? undefined : { sql: 'status = ?', values: [status] },
    type === undefined ? undefined : { sql: 'type = ?', values: [type] },
    schemaKey === undefined ? undefined : keyCondition(schemaKey),
    sessionId === undefined ? undefined : { sql: 'session_id = ?', values: [sessionId] },
    minImportance === undefined ? undefined : { sql: 'importance >= ?', values: [minImportance] },
    tag === undefined ? undefined : { sql: inList('tags'), values: [tag] },
    file === undefined ? undefined : { sql: inList('files'), values: [file] },
    cursor === undefined ? undefined : { sql: '(created_at, id) < (?, ?)', values: readCursor(cursor) },
  ];
  return found.filter((condition) => condition !== undefined);
}

const inList = (column: string): string => `EXISTS (SELECT 1 FROM json_each(items.${column}) WHERE value = ?)`;

function keyCondition(schemaKey: string): ItemCondition {
  if (!schemaKey.endsWith('/*')) return { sql: 'schema_key = ?', values: [schemaKey] };
  const above = schemaKey.slice(0, -2);
  // `0` is the character after `/`.
  return { sql: '(schema_key = ? OR (schema_key >= ? AND schema_key < ?))', values: [above, `${above}/`, `${above}0`] };
}

function readCursor(cursor: string): [number, string] {
  const [, createdAt, id] = /^(\d{1,15})_(item_\w{1,60})$/.exec(cursor) ?? [];
  if (createdAt === undefined || id === undefined) throw invalidItem('cursor', 'is not one of this list');
  return [Number(createdAt), id];
}
