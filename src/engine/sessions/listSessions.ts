import { EngineError } from '../../base/engineError';
import type { Page } from '../../shared/context';
import type { ListSessionEvents, ListSessions, Session } from '../../shared/session';
import type { LogEvent } from '../../shared/store';
import { readCursor, writeCursor } from '../spine/timelineCursor';
import { getSession, type SessionParts } from './sessionParts';
import { toSessions } from './toSession';

/** A page of a project's sessions, the one that began last first. */
export function listSessions(parts: SessionParts, query: ListSessions): Page<Session> {
  const { status, source, eventId, limit = 100, cursor } = query;
  const before = cursor === undefined ? undefined : readPlace(cursor);
  const projectId = parts.projects.resolve(query.projectId);
  const rows = parts.sessions.list({ projectId, status, source, eventId, before, limit: limit + 1 });
  const items = toSessions(parts, rows.slice(0, limit));
  const last = rows[limit - 1];
  return rows.length > limit && last ? { items, nextCursor: `${last.startedAt}_${last.id}` } : { items };
}

/** A session's events in the order in which they happened, with their long texts. */
export function listSessionEvents(parts: SessionParts, query: ListSessionEvents): Page<LogEvent> {
  const { limit = 100, cursor } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = parts.sessionEvents.rows(getSession(parts, query.sessionId).id, after, limit + 1);
  const items = rows.slice(0, limit).map((row) => parts.payloads.show(row));
  const last = rows[limit - 1];
  return rows.length > limit && last ? { items, nextCursor: writeCursor(last) } : { items };
}

function readPlace(cursor: string): { startedAt: number; id: string } {
  const [, startedAt, id] = /^(-?\d{1,16})_(sess_\w{1,60})$/.exec(cursor) ?? [];
  if (startedAt === undefined || id === undefined)
    throw new EngineError('invalid', 'The cursor is not one of this list', {
      details: [{ path: 'cursor', message: 'is not one of this list' }],
    });
  return { startedAt: Number(startedAt), id };
}
