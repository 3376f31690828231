import { type ContextParts, person } from '../contextParts';
import type { LinkRow } from './linkStore';

export function reportLink(parts: ContextParts, action: 'added' | 'removed', row: LinkRow): void {
  const { id: linkId, fromSchemaKey, toSchemaKey, linkType } = row;
  const ends = [fromSchemaKey, toSchemaKey].flatMap((key) => parts.store.findByKey(row.projectId, key)?.id ?? []);
  parts.events.append({
    projectId: row.projectId,
    type: `context.link_${action}`,
    source: person,
    payload: { linkId, fromSchemaKey, toSchemaKey, linkType },
    refs: ends.map((id) => ({ entity_type: 'context', external_id: id })),
  });
  parts.emit({ kind: 'contexts', projectId: row.projectId });
}
