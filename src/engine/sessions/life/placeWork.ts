import { type PlacedEvent, placeEvent } from '../placeEvent';
import { idleMs, type SessionParts } from '../sessionParts';
import { flushActivity } from './flushActivity';

/**
 * As `placeEvent`, for what somebody works: the session ends by itself after an idle hour, and a `session_save` will tell
 * what happened in it, also where the event comes late. Call it in the transaction that appends the event.
 */
export function placeWork(parts: SessionParts, event: Omit<PlacedEvent, 'idleMs' | 'moves'>): string {
  for (const row of parts.sessions.listOpen(event)) flushActivity(parts, row);
  const sessionId = placeEvent(parts, { ...event, idleMs });
  parts.didWork.fire();
  return sessionId;
}
