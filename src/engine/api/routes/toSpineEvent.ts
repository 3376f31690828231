import type { LogEvent } from '../../../shared/store';

/** An event of the log with the members that Context Spine gives it; the chain's hashes stay inside. */
export function toSpineEvent(event: LogEvent) {
  const { id, workspace_id, event_type, event_time, record_time, source, authority, value_class } = event;
  const { payload, entity_refs, created_at } = event;
  return {
    id,
    workspace_id,
    event_type,
    event_time,
    record_time,
    source,
    authority,
    value_class,
    payload,
    entity_refs,
    created_at,
  };
}
