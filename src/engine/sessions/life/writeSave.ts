import { historySource } from '../../../shared/capture';
import type { SessionSave } from '../../../shared/ingest';
import { type SaveSession, saveTypes } from '../../../shared/session';
import { acceptPayload } from '../../blobs/acceptPayload';
import { canonicalJson } from '../../events/canonicalJson';
import type { EventRow } from '../../events/eventStore';
import { person } from '../../items/itemParts';
import { factsOf, noteFacts } from '../sessionFacts';
import { getSession, getWritableSession, type SessionParts } from '../sessionParts';
import type { SessionRow } from '../sessionStore';
import { lastWorkAt } from './lifeParts';
import { readWork } from './readWork';
import { describeSession } from './summary/describeSession';

const mostRefs = 50;

/**
 * Writes what happened in a session as its `session_save`. Nothing is written where nothing is worth a word, where it was
 * said already, and where a person or an agent has said it in words of their own.
 */
export function writeSave(parts: SessionParts, row: SessionRow): void {
  parts.sessions.update(row.id, { unsaved: 0 });
  if (row.followed === 0 || row.edited === 1) return;
  const work = readWork(parts, row);
  const described = describeSession(work);
  if (!described || work.saves.some(({ save }) => save.automatic !== true)) return;
  const last = work.saves.at(-1);
  const save = { ...described, ...timesOf(parts, row), automatic: true };
  if (last && isSame(last.save, acceptPayload(parts.redactor, save))) return;
  append(parts, row, row.source, { ...save, ...(last ? { supersedes: last.eventId } : {}) });
}

/** What `writeSave` would write now. */
export function draftSessionSave(parts: SessionParts, sessionId: string): SessionSave {
  const row = getSession(parts, sessionId);
  const described = describeSession(readWork(parts, row)) ?? { summary: '', changes: [] };
  const save = { ...described, ...timesOf(parts, row), automatic: true };
  return acceptPayload(parts.redactor, save) as unknown as SessionSave;
}

/** Writes a person's words; what they leave out stays as it was said last, or as it would be said now. */
export function saveSession(parts: SessionParts, { sessionId, summary, changes }: SaveSession): SessionRow {
  const row = getWritableSession(parts, sessionId);
  const work = readWork(parts, row);
  const last = work.saves.at(-1);
  const before = last?.save ?? describeSession(work) ?? { summary: '', changes: [] };
  const save = { summary: summary ?? before.summary, changes: changes ?? before.changes, ...timesOf(parts, row) };
  parts.sessions.update(row.id, { edited: 0 });
  append(parts, row, person, { ...save, ...(last ? { supersedes: last.eventId } : {}) });
  parts.sessions.update(row.id, { edited: 1, updatedAt: parts.ports.clock.now() });
  parts.emit({ kind: 'sessions', projectId: row.projectId });
  return getSession(parts, sessionId);
}

function timesOf(parts: SessionParts, row: SessionRow): Pick<SessionSave, 'startedAt' | 'endedAt' | 'headCommitSha'> {
  return {
    startedAt: new Date(row.startedAt).toISOString(),
    endedAt: new Date(lastWorkAt(parts, row)).toISOString(),
    ...(row.headCommit === null ? {} : { headCommitSha: row.headCommit }),
  };
}

/** The event stands at the end of the work, so that it stays in this session wherever its borders move. */
function append(parts: SessionParts, row: SessionRow, source: string, save: SessionSave): void {
  const at = lastWorkAt(parts, row);
  const files = [...new Set(save.changes.flatMap((change) => change.files ?? []))].slice(0, mostRefs);
  const refs = [{ entity_type: 'session', external_id: row.id }].concat(
    files.map((file) => ({ entity_type: 'file', external_id: parts.redactor.redact(file).text })),
  );
  const authority = source === person ? 'asserted' : 'derived';
  const type = save.supersedes === undefined ? saveTypes.first : saveTypes.again;
  const said = { projectId: row.projectId, type, source, authority, payload: { ...save }, refs, at } as const;
  const write = (): EventRow => parts.payloads.append(said);
  // Words for a session of the past are not sent before the session is.
  const event = row.source === historySource ? parts.events.receive(write) : write();
  parts.sessionEvents.add(row.id, { eventSeq: event.seq, eventTime: at });
  parts.sessions.update(row.id, { eventCount: row.eventCount + 1 });
  // A person's words count also where something later was noted.
  if (source === person) parts.sessions.update(row.id, { summaryAt: at });
  noteFacts(parts, row.id, factsOf(type, parts.payloads.show(event).payload), at);
}

/** Whether two say the same, whatever the order of their members and which event they replace. */
function isSame(a: SessionSave, b: Readonly<Record<string, unknown>>): boolean {
  const text = ({ supersedes: _, ...save }: Readonly<Record<string, unknown>>): string => canonicalJson(save);
  return text({ ...a }) === text(b);
}
