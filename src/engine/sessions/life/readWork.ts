import type { GitDigest, SessionSave } from '../../../shared/ingest';
import { isSessionSave } from '../../../shared/session';
import type { EventRow } from '../../events/eventStore';
import type { SessionParts } from '../sessionParts';
import type { SessionRow } from '../sessionStore';
import { type ActivityPayload, activityType } from './flushActivity';
import { readInventory } from './readInventory';
import { CommitChains } from './summary/commitChains';
import type { SessionWork, WorkDone } from './summary/sessionWork';

/** A `session_save` that is in the log. */
export interface KnownSave {
  readonly eventId: string;
  readonly source: string;
  readonly save: SessionSave;
}

export interface RecordedWork extends SessionWork {
  /** Oldest first. */
  readonly saves: readonly KnownSave[];
}

/** All that the log holds of a session's work, and what is not in it yet. */
export function readWork(parts: SessionParts, row: SessionRow): RecordedWork {
  const chains = new CommitChains();
  const work = { done: [] as WorkDone[], saves: [] as KnownSave[] };
  for (const event of parts.sessionEvents.rows(row.id, undefined, Number.MAX_SAFE_INTEGER)) {
    // What was purged tells nothing; everything else was checked when it came, and a redaction leaves its form.
    if (event.payload === null) continue;
    if (isSessionSave(event.eventType)) work.saves.push(readSave(parts, event));
    if (event.eventType === 'git.digested') chains.add(readDigest(parts, event));
    if (event.eventType === activityType) work.done.push(...readDone(parts, event));
  }
  work.done.push(...parts.pending.list(row.id));
  const commits = chains.list();
  const inventory = readInventory(parts.db, row.projectId, commits);
  return { ...work, commits, reworked: chains.reworked, ...(inventory ? { inventory } : {}) };
}

function readSave(parts: SessionParts, event: EventRow): KnownSave {
  const save = parts.payloads.show(event).payload as unknown as SessionSave;
  return { eventId: event.id, source: event.source, save };
}

const readDigest = (parts: SessionParts, event: EventRow): GitDigest =>
  parts.payloads.show(event).payload as unknown as GitDigest;

/** Names, and how often something was done whose name is not told. */
function readDone(parts: SessionParts, event: EventRow): WorkDone[] {
  const { counts, done } = parts.payloads.show(event).payload as unknown as ActivityPayload;
  const named = done.map(({ kind, name, count, failed = 0 }) => ({ kind, name, count, failed }));
  const others = (Object.keys(counts) as (keyof typeof counts)[]).map((kind) => {
    const told = named.reduce((sum, one) => sum + (one.kind === kind ? one.count : 0), 0);
    return { kind, name: '', count: (counts[kind] ?? 0) - told, failed: 0 };
  });
  return [...named, ...others.filter(({ count }) => count > 0)];
}
