import { EngineError } from '../../base/engineError';
import { newId } from '../../shared/ids';
import type { CreateKey, DeleteKey } from '../../shared/key';
import { cleanName } from '../cleanText';
import { ensureLocalOwner } from '../projects/members/addOwner';
import type { KeyParts } from './keyParts';
import type { KeyRow } from './keyStore';
import { checkMayActFor, mayActFor } from './mayActFor';
import type { RawKey } from './rawKey';

/** Keeps the hash of a key that was made; the answer does not hold the key, because answers are remembered. */
export function createKey(parts: KeyParts, params: CreateKey, raw: RawKey): KeyRow {
  const now = parts.ports.clock.now();
  const actorId = params.actorId ?? ensureLocalOwner(parts, now);
  const userId = params.userId ?? actorId;
  checkMayActFor(parts, actorId, userId);
  const row: KeyRow = {
    id: newId('key', now),
    userId,
    kind: params.kind ?? 'contox',
    name: cleanName(params.name, 100),
    prefix: raw.prefix,
    lastUsedAt: null,
    createdAt: now,
  };
  parts.keys.add(row, raw.hash);
  report(parts, 'key.created', row);
  return row;
}

/** What the actor may not see is `notFound`. */
export function deleteKey(parts: KeyParts, { keyId, actorId }: DeleteKey): null {
  const row = parts.keys.find(keyId);
  if (!row || (actorId !== undefined && mayActFor(parts, actorId, row.userId) !== 'yes'))
    throw new EngineError('notFound', 'Key not found');
  parts.keys.delete(keyId);
  report(parts, 'key.deleted', row);
  return null;
}

/** In the workspace's own log: a key belongs to a user and to no project. */
function report(parts: KeyParts, type: string, row: KeyRow): void {
  parts.events.append({
    type,
    source: 'person',
    payload: { keyId: row.id, userId: row.userId, kind: row.kind },
    refs: [{ entity_type: 'person', external_id: row.userId }],
  });
}
