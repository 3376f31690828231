import type { Emitter } from '../../base/emitter';
import { EngineError } from '../../base/engineError';
import type { EngineParts } from '../engineParts';
import type { PendingStore } from './life/pendingStore';
import type { SessionEventStore } from './sessionEventStore';
import type { SessionRow, SessionStore } from './sessionStore';

/** What the rules about sessions work with. */
export interface SessionParts extends EngineParts {
  readonly sessions: SessionStore;
  readonly sessionEvents: SessionEventStore;
  readonly pending: PendingStore;
  /** Fired inside the transaction in which work was placed: sessions may have to end. */
  readonly didWork: Emitter<void>;
}

/** How long a session takes events, counted from its first one. */
export const sessionMs = 4 * 3_600_000;
/** A pause of this length ends a session that is followed. */
export const idleMs = 3_600_000;

export function getSession(parts: Pick<SessionParts, 'sessions'>, sessionId: string): SessionRow {
  const row = parts.sessions.find(sessionId);
  if (!row) throw new EngineError('notFound', 'Session not found');
  return row;
}

export function getWritableSession(parts: Pick<SessionParts, 'sessions' | 'projects'>, sessionId: string): SessionRow {
  const row = getSession(parts, sessionId);
  parts.projects.getWritable(row.projectId);
  return row;
}
