import { EngineError } from '../../../base/engineError';
import type { Context, ContextVersionRef } from '../../../shared/context';
import { reportContext } from '../contextEvents';
import { type ContextParts, getWritableRow, person } from '../contextParts';
import { toContext } from '../store/contextRow';
import { writeVersion } from '../store/writeVersion';

/**
 * Makes an earlier version, or a machine's proposal, the current one; as every change it is a new version. An earlier
 * version brings its journal back too: compactions made since are undone, and entries added since stay.
 */
export function restoreVersion(parts: ContextParts, { contextId, version }: ContextVersionRef): Context {
  const before = getWritableRow(parts, contextId);
  const wanted = parts.versions.find(contextId, version);
  if (!wanted) throw new EngineError('notFound', 'Version not found');
  if (wanted.status === 'current') return toContext(before);
  // A proposal is about the texts alone: it was made beside the journal.
  const blockSeq = wanted.status === 'draft' ? before.blockSeq : wanted.blockSeq;
  const { name, description, content, source } = wanted;
  if (wanted.status === 'draft') parts.versions.retire(contextId, 'draft');
  const row = writeVersion(parts, before, 'restore', {
    name,
    description,
    content,
    source,
    blockSeq,
    entryCount: parts.entries.countLive(contextId, blockSeq),
  });
  reportContext(parts, 'restored', row, { source: person, payload: { restored: version, before: before.version } });
  return toContext(row);
}
