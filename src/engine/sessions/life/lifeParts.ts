import { endOf } from '../placeEvent';
import { idleMs, type SessionParts } from '../sessionParts';
import type { SessionRow } from '../sessionStore';
import type { ClaimStore } from './claimStore';

/** What the rules about the life of sessions work with. */
export interface LifeParts extends SessionParts {
  readonly claims: ClaimStore;
}

/** Whose session it is: a project has one for each source. */
export interface SessionPlace {
  readonly projectId: string;
  readonly source: string;
}

/** When something was done last. */
export function lastWorkAt(parts: Pick<SessionParts, 'pending'>, row: SessionRow): number {
  const last = row.lastEventAt ?? row.startedAt;
  return Math.max(last, parts.pending.span(row.id)?.last ?? last);
}

/** When an open session ends by itself, if nothing more is done. */
export function endsAt(parts: SessionParts, row: SessionRow): number {
  return Math.min(endOf(parts, row), lastWorkAt(parts, row) + idleMs);
}

/** Whether the end of an open session has passed; so has that of one whose work lies further ahead than a pause may last. */
export function isDue(parts: SessionParts, row: SessionRow, now: number): boolean {
  return now >= endsAt(parts, row) || lastWorkAt(parts, row) - now >= idleMs;
}

/** The open session in which one works now. */
export function findActive(parts: SessionParts, place: SessionPlace, now: number): SessionRow | undefined {
  const open = parts.sessions.listOpen(place).filter((row) => !isDue(parts, row, now));
  return open.find((row) => row.startedAt <= now) ?? open[0];
}
