import type { EntityRef, LogEvent } from '../../shared/store';
import type { EventRow } from './eventStore';

const hourMs = 3_600_000;
const weekMs = 7 * 24 * hourMs;

/** The event as the API shows it. What a purge removed is empty, and `purged` says so. */
export function toLogEvent(row: EventRow, workspaceId: string, now: number): LogEvent {
  const recordTime = new Date(row.recordTime).toISOString();
  return {
    id: row.id,
    seq: row.chainSeq,
    workspace_id: workspaceId,
    project_id: row.chainId,
    event_type: row.eventType,
    event_time: new Date(row.eventTime).toISOString(),
    record_time: recordTime,
    source: row.source,
    authority: row.authority,
    value_class: valueClass(now - row.eventTime),
    payload: row.payload === null ? {} : (JSON.parse(row.payload) as Record<string, unknown>),
    entity_refs: row.entityRefs === null ? [] : (JSON.parse(row.entityRefs) as EntityRef[]),
    created_at: recordTime,
    hash: row.hash,
    prev_hash: row.prevHash,
    ...(row.payload === null ? { purged: true as const } : {}),
  };
}

function valueClass(ageMs: number): LogEvent['value_class'] {
  if (ageMs <= hourMs) return 'hot';
  return ageMs <= weekMs ? 'warm' : 'cold';
}
