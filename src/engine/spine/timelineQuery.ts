import type { ListSpineEvents } from '../../shared/spine';
import { type EventRow, eventColumns } from '../events/eventStore';
import type { Database, SqlValue } from '../storage/database';
import type { TimelinePlace } from './timelineCursor';

/** What an event may be ahead of the time at which the log took it. */
const aheadMs = 5 * 60_000;
/** A filter that leaves no more events than this is asked first, and its events are sorted. */
const narrow = 2_000;
/** So many entities are named by their ids. */
const fewEntities = 8;

interface Filter {
  /** Condition on a row of `events`. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** Selects the numbers of the events that fit, from an index. */
  readonly select: string;
}

/**
 * Events of the log by the time at which they happened, newest first. Either one filter leaves few events, then those are
 * sorted; or the walk goes along an index that holds all that the filters look at, so that no row is read in vain.
 */
export function selectTimeline(
  db: Database,
  query: ListSpineEvents,
  options: { readonly chains: readonly string[] | undefined; readonly after: TimelinePlace | undefined; limit: number },
): EventRow[] {
  const { chains, after, limit } = options;
  const filters = filtersOf(db, query);
  const conditions = filters.map(({ sql, values }) => ({ sql, values }));
  if (chains) conditions.push({ sql: `chain_id IN (${chains.map(() => '?').join(', ')})`, values: chains });
  if (after)
    conditions.push({
      sql: 'event_time <= ? AND (event_time < ? OR seq < ?)',
      values: [after.eventTime, after.eventTime, after.seq],
    });
  const driver = filters.find((filter) => isNarrow(db, filter));
  if (driver) conditions.push({ sql: `seq IN (${driver.select})`, values: driver.values });
  const index = driver ? 'NOT INDEXED' : `INDEXED BY ${walkIndex(query)}`;
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}`;
  return db.all<EventRow>(
    `SELECT ${eventColumns} FROM events WHERE seq IN
       (SELECT seq FROM events ${index} ${where} ORDER BY event_time DESC, seq DESC LIMIT ?)
     ORDER BY event_time DESC, seq DESC`,
    [...conditions.flatMap(({ values }) => values), limit],
  );
}

function isNarrow(db: Database, filter: Filter): boolean {
  const counted = db.get<{ count: number }>(`SELECT count(*) AS count FROM (${filter.select} LIMIT ?)`, [
    ...filter.values,
    narrow + 1,
  ]);
  return (counted?.count ?? 0) <= narrow;
}

function walkIndex(query: ListSpineEvents): string {
  if (query.event_type !== undefined && !query.event_type.endsWith('*')) return 'events_timeline_by_type';
  return query.source === undefined ? 'events_timeline' : 'events_timeline_by_source';
}

/** The filters of a query, each with the index that can select by it alone. */
function filtersOf(db: Database, query: ListSpineEvents): Filter[] {
  const found: (Filter | undefined)[] = [
    entityFilter(db, query),
    typeFilter(query.event_type),
    query.source === undefined ? undefined : simple('source = ?', [query.source]),
    timeFilter(query),
    query.as_of === undefined ? undefined : simple('record_time <= ?', [Date.parse(query.as_of)]),
  ];
  return found.filter((filter) => filter !== undefined);
}

const simple = (sql: string, values: readonly SqlValue[]): Filter => ({
  sql,
  values,
  select: `SELECT seq FROM events WHERE ${sql}`,
});

function typeFilter(eventType: string | undefined): Filter | undefined {
  if (eventType === undefined || eventType === '*') return undefined;
  if (!eventType.endsWith('*')) return simple('event_type = ?', [eventType]);
  const prefix = eventType.slice(0, -1);
  return simple('event_type >= ? AND event_type < ? || char(1114111)', [prefix, prefix]);
}

function timeFilter({ from, to, as_of: asOf }: ListSpineEvents): Filter | undefined {
  const known = asOf === undefined ? Number.POSITIVE_INFINITY : Date.parse(asOf) + aheadMs;
  const end = Math.min(to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to), known);
  const start = from === undefined ? undefined : Date.parse(from);
  if (start !== undefined && end !== Number.POSITIVE_INFINITY)
    return simple('event_time >= ? AND event_time <= ?', [start, end]);
  if (start !== undefined) return simple('event_time >= ?', [start]);
  return end === Number.POSITIVE_INFINITY ? undefined : simple('event_time <= ?', [end]);
}

/** With the ids of the entities at hand, whether an event names one of them is a look into one index. */
function entityFilter(db: Database, query: ListSpineEvents): Filter | undefined {
  const { entity_type: entityType, external_id: externalId } = query;
  const used: [column: string, value: string][] = [];
  if (entityType !== undefined) used.push(['entity_type', entityType]);
  if (externalId !== undefined) used.push(['external_id', externalId]);
  if (used.length === 0) return undefined;
  const entities = `SELECT id FROM entities WHERE ${used.map(([column]) => `${column} = ?`).join(' AND ')}`;
  const values = used.map(([, value]) => value);
  const ids = db.all<{ id: number }>(`${entities} LIMIT ?`, [...values, fewEntities + 1]).map((row) => row.id);
  const few = ids.length <= fewEntities;
  const within = few ? ids.map(() => '?').join(', ') : entities;
  return {
    sql: few
      ? `EXISTS (SELECT 1 FROM event_entities WHERE entity_id IN (${within}) AND event_seq = events.seq)`
      : `EXISTS (SELECT 1 FROM event_entities WHERE event_seq = events.seq AND entity_id IN (${within}))`,
    values: few ? ids : values,
    select: `SELECT event_seq AS seq FROM event_entities WHERE entity_id IN (${within})`,
  };
}
