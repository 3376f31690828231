import { EngineError } from '../../../base/engineError';
import type { AddEntry, ContextEntry } from '../../../shared/context';
import { newId } from '../../../shared/ids';
import { cleanName } from '../../cleanText';
import { acceptFrom } from '../acceptText';
import { type ContextParts, getWritableRow, person } from '../contextParts';
import { type EntryRow, toEntry } from './entryStore';
import { reportEntry } from './reportEntry';

const defaultType = 'note';

/** Adds to the journal of a context. The same idempotency key with the same entry answers the first; another is a `conflict`. */
export function addEntry(parts: ContextParts, params: AddEntry): ContextEntry {
  const context = getWritableRow(parts, params.contextId);
  const now = parts.ports.clock.now();
  const source = params.source ?? person;
  const accept = acceptFrom(parts.redactor, source);
  const wanted: Omit<EntryRow, 'seq'> = {
    id: newId('ent', now),
    contextId: context.id,
    isBlock: 0,
    title: cleanName(accept(params.title), 200) || 'Untitled',
    content: accept(params.content),
    entryType: cleanName(params.entryType ?? '', 40) || defaultType,
    tags: JSON.stringify((params.tags ?? []).map(accept)),
    source,
    idempotencyKey: params.idempotencyKey ?? null,
    createdAt: now,
  };
  const known = wanted.idempotencyKey === null ? undefined : parts.entries.findByKey(context.id, wanted.idempotencyKey);
  if (known) return toEntry(sameOrThrow(known, wanted));
  const entry = parts.entries.add(wanted);
  parts.store.update(context.id, { entryCount: context.entryCount + 1, updatedAt: now });
  reportEntry(parts, context, entry);
  return toEntry(entry);
}

function sameOrThrow(known: EntryRow, wanted: Omit<EntryRow, 'seq'>): EntryRow {
  const fields = ['title', 'content', 'entryType', 'tags'] as const;
  if (fields.every((field) => known[field] === wanted[field])) return known;
  throw new EngineError('conflict', 'The idempotency key was already used for another entry');
}
