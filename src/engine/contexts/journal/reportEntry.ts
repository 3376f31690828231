import type { ContextParts } from '../contextParts';
import type { ContextRow } from '../store/contextRow';
import type { EntryRow } from './entryStore';

export function reportEntry(parts: ContextParts, context: ContextRow, entry: EntryRow): void {
  parts.events.append({
    projectId: context.projectId,
    type: 'context.entry_added',
    source: entry.source,
    payload: { contextId: context.id, schemaKey: context.schemaKey, entryId: entry.id, entryType: entry.entryType },
    refs: [{ entity_type: 'context', external_id: context.id }],
  });
  parts.emit({ kind: 'contexts', projectId: context.projectId });
}
