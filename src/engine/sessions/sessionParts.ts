import type { Emitter } from '../../base/emitter';
import { EngineError } from '../../base/engineError';
import type { EngineParts } from '../engineParts';
import type { PendingStore } from './life/pendingStore';
import type { MoveStore } from './moveStore';
import type { SessionEventStore } from './sessionEventStore';
import type { SessionRow, SessionStore } from './sessionStore';

/** What the rules about sessions work with. */
export interface SessionParts extends EngineParts {
  readonly sessions: SessionStore;
  readonly sessionEvents: SessionEventStore;
  readonly moves: MoveStore;
  readonly pending: PendingStore;
  /** Fired inside the transaction in which work was placed: sessions may have to end. */
  readonly didWork: Emitter<void>;
}

/** How long a session takes events, counted from its first one. */
export const sessionMs = 4 * 3_600_000;
/** A pause of this length ends a session that is followed. */
export const idleMs = 3_600_000;

/** The session, or the one that it went into: an id that was answered once stays good. */
export function getSession(parts: Pick<SessionParts, 'sessions' | 'moves'>, sessionId: string): SessionRow {
  const row = parts.sessions.find(sessionId) ?? parts.sessions.find(parts.moves.listFrom(sessionId)[0] ?? '');
  if (!row) throw new EngineError('notFound', 'Session not found');
  return row;
}

export function getWritableSession(
  parts: Pick<SessionParts, 'sessions' | 'moves' | 'projects'>,
  sessionId: string,
): SessionRow {
  const row = getSession(parts, sessionId);
  parts.projects.getWritable(row.projectId);
  return row;
}
