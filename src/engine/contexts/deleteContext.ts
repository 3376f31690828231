import type { ContextRef } from '../../shared/context';
import { reportContext } from './contextEvents';
import { type ContextParts, getWritableRow, person } from './contextParts';

/** Removes a context for good, with all below it, their versions, entries and links. */
export function deleteContext(parts: ContextParts, { contextId }: ContextRef): null {
  const row = getWritableRow(parts, contextId);
  const below = parts.store.countBelow(row.id);
  parts.store.delete(row.id);
  reportContext(parts, 'deleted', row, { source: person, payload: { below } });
  return null;
}
