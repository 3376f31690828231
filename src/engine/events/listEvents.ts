import { EngineError } from '../../base/engineError';
import type { Page } from '../../shared/context';
import type { ListEvents, LogEvent } from '../../shared/store';
import type { Database, SqlValue } from '../storage/database';
import { type EventRow, eventColumns } from './eventStore';
import { toLogEvent } from './toLogEvent';

const defaultLimit = 100;

interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** A page of a chain's events, in the order in which the log took them. */
export function listEvents(
  db: Database,
  query: ListEvents,
  context: { readonly workspaceId: string; readonly now: number },
): Page<LogEvent> {
  const limit = query.limit ?? defaultLimit;
  const oldestFirst = query.order === 'oldest';
  const conditions = [...filters(query), ...position(query.cursor, oldestFirst)];
  const rows = db.all<EventRow>(
    `SELECT ${eventColumns} FROM events WHERE ${conditions.map((condition) => condition.sql).join(' AND ')}
     ORDER BY chain_seq ${oldestFirst ? 'ASC' : 'DESC'} LIMIT ?`,
    [...conditions.flatMap((condition) => condition.values), limit + 1],
  );
  const items = rows.slice(0, limit).map((row) => toLogEvent(row, context.workspaceId, context.now));
  const last = rows[limit - 1];
  return rows.length > limit && last ? { items, nextCursor: String(last.chainSeq) } : { items };
}

function filters(query: ListEvents): Condition[] {
  const found: (Condition | undefined)[] = [
    { sql: 'chain_id = ?', values: [query.projectId] },
    query.eventType === undefined ? undefined : typeFilter(query.eventType),
    query.source === undefined ? undefined : { sql: 'source = ?', values: [query.source] },
    query.from === undefined ? undefined : { sql: 'event_time >= ?', values: [Date.parse(query.from)] },
    query.to === undefined ? undefined : { sql: 'event_time <= ?', values: [Date.parse(query.to)] },
    query.asOf === undefined ? undefined : { sql: 'record_time <= ?', values: [Date.parse(query.asOf)] },
    entityFilter(query),
  ];
  return found.filter((condition) => condition !== undefined);
}

/** `git.*` means all types that begin with `git.`; a range, so that the index serves it. */
function typeFilter(eventType: string): Condition {
  if (!eventType.endsWith('*')) return { sql: 'event_type = ?', values: [eventType] };
  const prefix = eventType.slice(0, -1);
  return { sql: 'event_type >= ? AND event_type < ? || char(1114111)', values: [prefix, prefix] };
}

function entityFilter(query: ListEvents): Condition | undefined {
  if (query.entityType === undefined && query.externalId === undefined) return undefined;
  const known: [column: string, value: string | undefined][] = [
    ['chain_id', query.projectId],
    ['entity_type', query.entityType],
    ['external_id', query.externalId],
  ];
  const used = known.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return {
    sql: `seq IN (SELECT event_seq FROM event_entities WHERE entity_id IN
      (SELECT id FROM entities WHERE ${used.map(([column]) => `${column} = ?`).join(' AND ')}))`,
    values: used.map(([, value]) => value),
  };
}

function position(cursor: string | undefined, oldestFirst: boolean): Condition[] {
  if (cursor === undefined) return [];
  if (!/^\d{1,15}$/.test(cursor)) throw new EngineError('invalid', 'The cursor is not one of this list.');
  return [{ sql: oldestFirst ? 'chain_seq > ?' : 'chain_seq < ?', values: [Number(cursor)] }];
}
