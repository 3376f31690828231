import { EngineError } from '../../base/engineError';
import type { Page } from '../../shared/context';
import type { ListSpineEntities, SpineEntity } from '../../shared/spine';
import type { Database, SqlValue } from '../storage/database';

interface EntityRow extends Pick<SpineEntity, 'entity_type' | 'external_id' | 'event_count'> {
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
}

/** What events speak about, by type and id. The same one in the logs of several projects is one. */
export function listEntities(
  db: Database,
  query: ListSpineEntities,
  chains: readonly string[] | undefined,
): Page<SpineEntity> {
  const limit = query.limit ?? 100;
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  const add = (sql: string, ...more: SqlValue[]): void => {
    conditions.push(sql);
    values.push(...more);
  };
  if (chains) add(`chain_id IN (${chains.map(() => '?').join(', ')})`, ...chains);
  if (query.entity_type !== undefined) add('entity_type = ?', query.entity_type);
  if (query.cursor !== undefined) add('(entity_type, external_id) > (?, ?)', ...readCursor(query.cursor));
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const rows = db.all<EntityRow>(
    `SELECT entity_type, external_id, min(first_seen_at) AS firstSeenAt, max(last_seen_at) AS lastSeenAt,
       sum((SELECT count(*) FROM event_entities WHERE entity_id = entities.id)) AS event_count
     FROM entities ${where} GROUP BY entity_type, external_id ORDER BY entity_type, external_id LIMIT ?`,
    [...values, limit + 1],
  );
  const items = rows.slice(0, limit).map(toEntity);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, nextCursor: writeCursor(last) } : { items };
}

function toEntity({ firstSeenAt, lastSeenAt, ...entity }: EntityRow): SpineEntity {
  return {
    ...entity,
    first_seen: new Date(firstSeenAt).toISOString(),
    last_seen: new Date(lastSeenAt).toISOString(),
  };
}

const writeCursor = (entity: SpineEntity): string =>
  Buffer.from(JSON.stringify([entity.entity_type, entity.external_id])).toString('base64url');

function readCursor(cursor: string): [string, string] {
  try {
    const [type, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof type === 'string' && typeof id === 'string') return [type, id];
  } catch {
    // Not JSON: refused below, as everything else that this list did not write.
  }
  throw new EngineError('invalid', 'The cursor is not one of this list', {
    details: [{ path: 'cursor', message: 'is not one of this list' }],
  });
}
