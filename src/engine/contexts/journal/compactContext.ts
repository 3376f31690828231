import type { CompactResult, ContextRef } from '../../../shared/context';
import { newId } from '../../../shared/ids';
import { countTokens } from '../../countTokens';
import { reportContext } from '../contextEvents';
import { type ContextParts, getWritableRow } from '../contextParts';
import { writeVersion } from '../store/writeVersion';
import { compactJournal } from './compactJournal';
import { type EntryRow, toEntry } from './entryStore';

/**
 * Turns the journal into one block. The block is made from all entries that were ever added, not from the block before
 * it, so that compacting again loses nothing more. Entries stay; an earlier version brings them back.
 */
export function compactContext(parts: ContextParts, { contextId }: ContextRef): CompactResult {
  const before = getWritableRow(parts, contextId);
  const liveEntries = parts.entries.listLive(contextId, before.blockSeq);
  const tokensBefore = countTokens(liveEntries.map(render).join('\n\n'));
  if (liveEntries.length <= 1) return toResult(contextId, liveEntries.length, tokensBefore, tokensBefore);

  const now = parts.ports.clock.now();
  const added = parts.entries.listAdded(contextId);
  const block = parts.entries.add({
    id: newId('ent', now),
    contextId,
    isBlock: 1,
    title: `Journal of ${added.length} entries`,
    content: compactJournal(added.map(toEntry)),
    entryType: 'compaction',
    tags: '[]',
    source: 'contox',
    idempotencyKey: null,
    createdAt: now,
  });
  const row = writeVersion(parts, before, 'compact', { blockSeq: block.seq, entryCount: 1 });
  const tokensAfter = countTokens(render(block));
  reportContext(parts, 'compacted', row, {
    source: 'contox',
    payload: { entriesBefore: liveEntries.length, entryId: block.id, tokensBefore, tokensAfter },
  });
  return toResult(contextId, liveEntries.length, tokensBefore, tokensAfter);
}

function toResult(id: string, entriesBefore: number, tokensBefore: number, tokensAfter: number): CompactResult {
  const tokensSaved = Math.max(0, tokensBefore - tokensAfter);
  return { id, entriesBefore, entriesAfter: Math.min(1, entriesBefore), tokensSaved, tokensBefore, tokensAfter };
}

/** An entry as a reader gets it. */
function render(entry: EntryRow): string {
  if (entry.isBlock === 1) return entry.content;
  const at = new Date(entry.createdAt).toISOString();
  return `## ${entry.title}\n${entry.entryType} · ${at} · ${entry.source}\n\n${entry.content}`;
}
