import type { ContextSummary, ListContexts, Page } from '../../shared/context';
import type { ContextParts } from './contextParts';
import { toSummary } from './store/contextRow';

const defaultLimit = 100;

/** A page of a project's contexts by schema key; the cursor is the last key. */
export function listContexts(parts: ContextParts, query: ListContexts): Page<ContextSummary> {
  const { parentId, state, cursor, limit = defaultLimit } = query;
  const named = query.projectId ?? (parentId === undefined ? undefined : parts.store.find(parentId)?.projectId);
  const projectId = parts.projects.resolve(named);
  const rows = parts.store.list({ projectId, parentId, state, after: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit).map(toSummary);
  const last = items.at(-1);
  return rows.length > limit && last ? { items, nextCursor: last.schemaKey } : { items };
}
