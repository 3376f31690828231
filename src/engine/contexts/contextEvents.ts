import type { ContextParts } from './contextParts';
import type { ContextRow } from './store/contextRow';

type Action =
  | 'created'
  | 'updated'
  | 'approved'
  | 'deprecated'
  | 'compacted'
  | 'restored'
  | 'deleted'
  | 'proposed'
  | 'proposal_withdrawn';

/**
 * Reports a change of a context. The log holds the hash of the content and the number of the version that keeps it, so
 * that the text itself is in one place and can be removed from there.
 */
export function reportContext(
  parts: ContextParts,
  action: Action,
  row: ContextRow,
  more: { readonly source: string; readonly payload?: Readonly<Record<string, unknown>> },
): void {
  parts.events.append({
    projectId: row.projectId,
    type: `context.${action}`,
    source: more.source,
    payload: {
      contextId: row.id,
      schemaKey: row.schemaKey,
      version: row.version,
      contentHash: row.contentHash,
      state: row.state,
      ...more.payload,
    },
    refs: [{ entity_type: 'context', external_id: row.id }],
  });
  parts.emit({ kind: 'contexts', projectId: row.projectId });
}
