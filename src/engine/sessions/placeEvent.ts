import { newId } from '../../shared/ids';
import type { NewSessionEvent } from './sessionEventStore';
import { recallFacts } from './sessionFacts';
import { idleMs as pauseMs, type SessionParts, sessionMs } from './sessionParts';
import type { SessionRow } from './sessionStore';

export interface PlacedEvent extends NewSessionEvent {
  readonly projectId: string;
  readonly source: string;
  /** Of work that is followed: a pause of so many milliseconds is the end of a session. */
  readonly idleMs?: number | undefined;
  /** Whether the event is in a session already, which it has to leave. */
  readonly moves?: boolean;
}

/**
 * Puts an event into the session in which it happened, whenever it arrives. Sessions of a source are what one gets by
 * going through all its events in the order of time: an event joins the session that began less than four hours before
 * it, unless somebody ended that one in between; else it begins a new one. An event that comes late may begin a session
 * earlier than it began so far; the events that are then too far from the beginning go on to the next, as if all had come
 * in order. Returns the session's id.
 */
export function placeEvent(parts: SessionParts, event: PlacedEvent): string {
  const { sessions } = parts;
  const { projectId, source, eventTime, idleMs } = event;
  cutWhereIdle(parts, event);
  cutBeforeLong(parts, event);
  const current = sessions.startedBy(projectId, source, eventTime);
  if (current && eventTime < endOf(parts, current)) return join(parts, current, event);

  const end = endOf(parts, { projectId, source, startedAt: eventTime });
  const next = sessions.startedAfter(projectId, source, eventTime);
  if (!next || next.startedAt >= end) return join(parts, openSession(parts, event, next), event);

  // The next session begins with this event from now on, and gives up what is too late for that.
  sessions.update(next.id, { startedAt: eventTime });
  const late = lateOf(parts, next, Math.max(end, next.heldUntil ?? end));
  join(parts, { ...next, startedAt: eventTime }, event);
  const kept = { projectId, source, idleMs: idleMs ?? (next.followed === 1 ? pauseMs : undefined), moves: true };
  const touched = new Set(
    late.map(({ eventSeq, eventTime: at, until }) => placeEvent(parts, { ...kept, eventSeq, eventTime: at, until })),
  );
  for (const id of touched) parts.moves.add(projectId, next.id, id);
  if (late.length > 0) for (const id of [next.id, ...touched]) recount(parts, id);
  return next.id;
}

/** The instant from which on an event is no longer part of a session. */
export function endOf(
  parts: Pick<SessionParts, 'sessions'>,
  session: Pick<SessionRow, 'projectId' | 'source' | 'startedAt'> & Partial<Pick<SessionRow, 'heldUntil'>>,
): number {
  const { projectId, source, startedAt, heldUntil } = session;
  const end = startedAt + sessionMs;
  return Math.max(Math.min(end, parts.sessions.cutAfter(projectId, source, startedAt) ?? end), heldUntil ?? 0);
}

/**
 * Ends a session where nothing was done for too long before or after the event. A cut lies as long after the last thing
 * done as the pause may last, so that what comes late is still found where it belongs.
 */
function cutWhereIdle({ sessions }: SessionParts, event: PlacedEvent): void {
  const { projectId, source, eventTime, until = eventTime, idleMs } = event;
  if (idleMs === undefined) return;
  const before = sessions.startedBy(projectId, source, eventTime);
  const last = before && (before.lastEventAt ?? before.startedAt);
  if (last !== undefined && eventTime - last >= idleMs) sessions.addCut(projectId, source, last + idleMs);
  const next = sessions.startedAfter(projectId, source, eventTime);
  if (next && next.startedAt - until >= idleMs) sessions.addCut(projectId, source, until + idleMs);
}

/** What began in time and was not over in time is as a whole part of the next session, if nothing came after it yet. */
function cutBeforeLong(parts: SessionParts, { projectId, source, eventTime, until = eventTime }: PlacedEvent): void {
  const current = until === eventTime ? undefined : parts.sessions.startedBy(projectId, source, eventTime);
  if (!current || eventTime <= (current.lastEventAt ?? current.startedAt)) return;
  const end = endOf(parts, current);
  if (eventTime < end && until >= end) parts.sessions.addCut(projectId, source, eventTime);
}

/** The events that are not over when a session ends, and those that came after them. */
function lateOf({ sessions, sessionEvents }: SessionParts, row: SessionRow, end: number) {
  const first = sessionEvents.firstOver(row.id, end);
  if (first === undefined) return [];
  if (first < end) sessions.addCut(row.projectId, row.source, first);
  return sessionEvents.from(row.id, first);
}

/** Only the last session of a source is open: the one before a new one is closed, and one in the past is closed at once. */
function openSession(parts: SessionParts, event: PlacedEvent, next: SessionRow | undefined): SessionRow {
  const { projectId, source, eventTime } = event;
  const now = parts.ports.clock.now();
  const before = parts.sessions.startedBy(projectId, source, eventTime);
  if (before?.status === 'active') closeSession(parts, before);
  // Work that is followed happens now; a session after now was begun by a clock that has been set back since.
  const isPast = next !== undefined && !(event.idleMs !== undefined && next.startedAt > now);
  const row: SessionRow = {
    id: newId('sess', now),
    projectId,
    source,
    status: isPast ? 'completed' : 'active',
    summary: '',
    summaryAt: null,
    headCommit: null,
    startedAt: eventTime,
    lastEventAt: null,
    endedAt: isPast ? eventTime : null,
    eventCount: 0,
    createdAt: now,
    updatedAt: now,
    followed: 0,
    unsaved: 0,
    edited: 0,
    heldUntil: null,
  };
  parts.sessions.add(row);
  return row;
}

export function closeSession(parts: SessionParts, row: SessionRow): void {
  const endedAt = row.lastEventAt ?? row.startedAt;
  parts.sessions.update(row.id, { status: 'completed', endedAt, updatedAt: parts.ports.clock.now() });
  if (row.followed === 1) parts.didWork.fire();
}

function join(parts: SessionParts, row: SessionRow, event: PlacedEvent): string {
  const { eventSeq, eventTime, until = eventTime, moves, idleMs } = event;
  if (moves) parts.sessionEvents.move(eventSeq, row.id);
  else parts.sessionEvents.add(row.id, event);
  const lastEventAt = Math.max(row.lastEventAt ?? until, until);
  parts.sessions.update(row.id, {
    eventCount: row.eventCount + 1,
    lastEventAt,
    ...(row.endedAt === null ? {} : { endedAt: Math.max(row.endedAt, lastEventAt) }),
    ...(idleMs === undefined ? {} : { followed: 1, unsaved: 1 }),
    updatedAt: parts.ports.clock.now(),
  });
  return row.id;
}

/** What is counted of a session, after events left it or came from another. */
export function recount(parts: SessionParts, id: string): void {
  const { count, last } = parts.sessionEvents.count(id);
  const row = parts.sessions.find(id);
  parts.sessions.update(id, {
    eventCount: count,
    lastEventAt: last,
    ...(row?.endedAt === null || last === null ? {} : { endedAt: last }),
    ...(row?.followed === 1 ? { unsaved: 1 } : {}),
  });
  recallFacts(parts, { id });
}
