import { sha256 } from '../../../base/sha256';
import type { ContextState, ContextType, ContextVersion } from '../../../shared/context';
import { newId } from '../../../shared/ids';
import { reportContext } from '../contextEvents';
import { type ContextParts, person } from '../contextParts';
import type { ContextRow } from './contextRow';

/** A context before it has an id. Its texts are accepted already. */
export interface NewContext {
  readonly projectId: string;
  readonly parentContextId: string | null;
  readonly schemaKey: string;
  readonly name: string;
  readonly description: string;
  readonly content: string;
  readonly state: ContextState;
  readonly tier: number;
  readonly contextType: ContextType;
  readonly source: string;
  readonly reason: Extract<ContextVersion['reason'], 'create' | 'populate'>;
}

/** Adds a context with its first version and its event. */
export function insertContext(parts: ContextParts, context: NewContext): ContextRow {
  const now = parts.ports.clock.now();
  const { reason, ...fields } = context;
  const row: ContextRow = {
    ...fields,
    id: newId('ctx', now),
    contentHash: sha256(context.content),
    version: 1,
    order: 0,
    entryCount: 0,
    blockSeq: null,
    arranged: context.source === person ? 1 : 0,
    createdAt: now,
    updatedAt: now,
  };
  parts.store.add(row);
  addVersion(parts, row, reason);
  reportContext(parts, 'created', row, {
    source: row.source,
    payload: { name: row.name, tier: row.tier, contextType: row.contextType, parentContextId: row.parentContextId },
  });
  return row;
}

/** Keeps the row's texts as its current version. */
export function addVersion(parts: ContextParts, row: ContextRow, reason: ContextVersion['reason']): void {
  const { id: contextId, version, name, description, content, source, blockSeq, updatedAt } = row;
  const id = newId('ver', updatedAt);
  const createdAt = updatedAt;
  parts.versions.add({
    id,
    contextId,
    version,
    name,
    description,
    content,
    source,
    status: 'current',
    reason,
    blockSeq,
    createdAt,
  });
}
