import { sha256 } from '../../../base/sha256';
import type { ContextVersion } from '../../../shared/context';
import type { ContextParts } from '../contextParts';
import type { ContextRow } from './contextRow';
import { addVersion } from './insertContext';

/** Makes `changes` the current version of a context; the one before is kept. The caller reports it. */
export function writeVersion(
  parts: ContextParts,
  row: ContextRow,
  reason: ContextVersion['reason'],
  changes: Partial<ContextRow>,
): ContextRow {
  const next: ContextRow = {
    ...row,
    ...changes,
    contentHash: changes.content === undefined ? row.contentHash : sha256(changes.content),
    // Proposals have numbers too, so the next one is not always the one after the current.
    version: parts.versions.latest(row.id) + 1,
    updatedAt: parts.ports.clock.now(),
  };
  parts.store.update(row.id, {
    ...changes,
    contentHash: next.contentHash,
    version: next.version,
    updatedAt: next.updatedAt,
  });
  parts.versions.retire(row.id, 'current');
  addVersion(parts, next, reason);
  return next;
}
