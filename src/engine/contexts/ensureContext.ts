import type { ContextParts } from './contextParts';
import { nameOfKey, parentKey } from './schemaKeys';
import type { ContextRow } from './store/contextRow';
import { insertContext } from './store/insertContext';

/**
 * The context of a schema key, made with all above it where they are missing. Such a one only holds others together, so
 * it says nothing that a person would have to approve.
 */
export function ensureContext(parts: ContextParts, projectId: string, schemaKey: string): ContextRow {
  const found = parts.store.findByKey(projectId, schemaKey);
  if (found) return found;
  const above = parentKey(schemaKey);
  const parent = above === undefined ? undefined : ensureContext(parts, projectId, above);
  return insertContext(parts, {
    projectId,
    parentContextId: parent?.id ?? null,
    schemaKey,
    name: nameOfKey(schemaKey),
    description: '',
    content: '',
    state: 'approved',
    tier: 2,
    contextType: 'system',
    source: 'contox',
    reason: 'create',
  });
}
