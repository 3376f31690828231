import type { EntityRef } from '../../shared/store';
import type { Database, SqlValue } from '../storage/database';
import type { EventLog } from './eventLog';
import type { EventRow } from './eventStore';

export const purgeEventType = 'events.purged';

/** Which events of a project lose what they said; an event has to fit all that is named. */
export interface PurgeSelection {
  readonly projectId: string;
  /** A person, a file, a session … */
  readonly entity?: EntityRef;
  readonly source?: string;
  /** Event time in milliseconds, both bounds inclusive. */
  readonly from?: number;
  readonly to?: number;
  /** Only these, by their numbers in the whole log. */
  readonly seqs?: readonly number[];
}

/**
 * Removes payloads and references for good and leaves tombstones, whose place in the chain can still be proved. The
 * purge itself is an event that names the numbers of the emptied ones, and never what was in them. Returns their count.
 */
export function purgeEvents(db: Database, log: EventLog, selection: PurgeSelection): number {
  const rows = select(db, selection);
  if (rows.length === 0) return 0;
  for (const row of rows) log.store.empty(row.seq);
  log.forgetUnusedEntities(selection.projectId);
  log.append({
    projectId: selection.projectId,
    type: purgeEventType,
    source: 'contox',
    payload: { events: rows.map((row) => row.chainSeq) },
  });
  return rows.length;
}

/** The numbers that a purge's own event names. */
export function purgedSeqs(row: EventRow): number[] {
  if (row.payload === null) return [];
  const { events } = JSON.parse(row.payload) as { events?: unknown };
  return Array.isArray(events) ? events.filter((seq) => typeof seq === 'number') : [];
}

function select(db: Database, selection: PurgeSelection): { seq: number; chainSeq: number }[] {
  const { projectId, entity, source, from, to, seqs } = selection;
  const conditions = ['chain_id = ?', 'payload IS NOT NULL', 'event_type <> ?'];
  const values: SqlValue[] = [projectId, purgeEventType];
  const add = (sql: string, ...more: SqlValue[]): void => {
    conditions.push(sql);
    values.push(...more);
  };
  if (source !== undefined) add('source = ?', source);
  if (from !== undefined) add('event_time >= ?', from);
  if (to !== undefined) add('event_time <= ?', to);
  if (seqs !== undefined) add('seq IN (SELECT value FROM json_each(?))', JSON.stringify(seqs));
  if (entity)
    add(
      `seq IN (SELECT event_seq FROM event_entities JOIN entities ON entities.id = entity_id
         WHERE chain_id = ? AND entity_type = ? AND external_id = ?)`,
      projectId,
      entity.entity_type,
      entity.external_id,
    );
  return db.all(`SELECT seq, chain_seq AS chainSeq FROM events WHERE ${conditions.join(' AND ')} ORDER BY seq`, values);
}
