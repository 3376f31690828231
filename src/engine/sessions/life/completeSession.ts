import { endOf } from '../placeEvent';
import { reportSession } from '../reportSession';
import { getSession, getWritableSession, type SessionParts } from '../sessionParts';
import type { SessionRow } from '../sessionStore';
import { flushActivity } from './flushActivity';
import { isDue, type LifeParts, lastWorkAt, type SessionPlace } from './lifeParts';
import { writeSave } from './writeSave';

/** So many sessions are told of in one transaction: each takes some milliseconds of the engine's thread. */
const mostAtOnce = 10;

/** Closes the open sessions whose time is over, each at the time of the last thing done in it. */
export function completeDue(parts: SessionParts, now: number, place?: SessionPlace): void {
  for (const row of parts.sessions.listOpen(place)) if (isDue(parts, row, now)) complete(parts, row, { now });
}

/** Closes what is due, and tells of what happened in sessions that were closed in some other way, or came late. */
export function settleSessions(parts: SessionParts): void {
  completeDue(parts, parts.ports.clock.now());
  for (const { id, projectId } of parts.sessions.listUnsaved(mostAtOnce)) {
    flushActivity(parts, getSession(parts, id));
    writeSave(parts, getSession(parts, id));
    parts.emit({ kind: 'sessions', projectId });
  }
}

/** Ends a session by hand: what is done from now on is part of another one. An ended one stays as it is. */
export function endSession(parts: LifeParts, sessionId: string): SessionRow {
  const row = getWritableSession(parts, sessionId);
  if (row.status === 'active') complete(parts, row, { now: parts.ports.clock.now(), byHand: true });
  return getSession(parts, sessionId);
}

/** A window is closed: sessions that no other window was seen to work in end. */
export function leaveWindow(parts: LifeParts, windowId: string, idleMs: number): null {
  const now = parts.ports.clock.now();
  parts.claims.removeBefore(now - 24 * idleMs);
  for (const { projectId, source } of parts.claims.takeOf(windowId)) {
    if (parts.claims.isHeld(projectId, source, now - idleMs)) continue;
    for (const row of parts.sessions.listOpen({ projectId, source })) complete(parts, row, { now, byHand: true });
  }
  return null;
}

/** In one transaction with what the session saves. */
function complete(parts: SessionParts, open: SessionRow, { now, byHand = false }: { now: number; byHand?: boolean }) {
  const endsNow = byHand && !isDue(parts, open, now);
  flushActivity(parts, open);
  const row = getSession(parts, open.id);
  const last = lastWorkAt(parts, row);
  const cut = Math.max(now, last + 1);
  if (endsNow && cut < endOf(parts, row)) parts.sessions.addCut(row.projectId, row.source, cut);
  const endedAt = endsNow ? Math.max(now, last) : last;
  parts.sessions.update(row.id, { status: 'completed', endedAt, updatedAt: now });
  writeSave(parts, getSession(parts, row.id));
  reportSession(parts, 'completed', row);
}
