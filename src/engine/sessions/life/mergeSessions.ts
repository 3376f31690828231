import { EngineError } from '../../../base/engineError';
import type { MergeSessions } from '../../../shared/session';
import { recount } from '../placeEvent';
import { reportSession } from '../reportSession';
import { getSession, getWritableSession, type SessionParts } from '../sessionParts';
import type { SessionRow } from '../sessionStore';
import { flushActivity } from './flushActivity';
import { writeSave } from './writeSave';

/** Makes one of sessions that follow each other: the earliest one stays, takes the events, and lasts as long as all did. */
export function mergeSessions(parts: SessionParts, { sessionIds }: MergeSessions): SessionRow {
  const rows = [...new Set(sessionIds)].map((id) => getWritableSession(parts, id));
  rows.sort((a, b) => a.startedAt - b.startedAt);
  const [first, ...others] = rows;
  const last = others.at(-1);
  if (!first || !last) throw new EngineError('invalid', 'Name at least two sessions');
  check(parts, first, others);
  for (const row of rows) flushActivity(parts, row);
  for (const other of others) {
    parts.sessionEvents.moveAll(other.id, first.id);
    parts.db.run('UPDATE items SET session_id = ? WHERE session_id = ?', [first.id, other.id]);
    parts.moves.merge(first.projectId, other.id, first.id);
    parts.sessions.delete(other.id);
  }
  const end = Math.max(
    ...rows.map((row) => row.lastEventAt ?? row.startedAt),
    parts.sessionEvents.count(first.id).last ?? 0,
  );
  parts.sessions.removeCuts(first.projectId, first.source, first.startedAt, end + 1);
  parts.sessions.update(first.id, {
    status: last.status,
    heldUntil: end + 1,
    followed: Math.max(...rows.map((row) => row.followed)),
    updatedAt: parts.ports.clock.now(),
  });
  // `endedAt` of the last one, which may be no end yet: `update` leaves out what is undefined, and sets what is null.
  parts.db.run('UPDATE sessions SET ended_at = ? WHERE id = ?', [last.endedAt, first.id]);
  recount(parts, first.id);
  const merged = getSession(parts, first.id);
  if (merged.status !== 'active') writeSave(parts, merged);
  reportSession(parts, 'merged', merged, { from: others.map(({ id }) => id) });
  parts.didWork.fire();
  return getSession(parts, first.id);
}

function check(parts: SessionParts, first: SessionRow, others: readonly SessionRow[]): void {
  if (others.some((row) => row.projectId !== first.projectId || row.source !== first.source))
    throw new EngineError('invalid', 'Only sessions of one project and source can be merged');
  if ([first, ...others].some((row) => row.status === 'enriching'))
    throw new EngineError('conflict', 'One of the sessions is being enriched; wait for its end');
  let at = first.startedAt;
  for (const row of others) {
    if (parts.sessions.startedAfter(first.projectId, first.source, at)?.id !== row.id)
      throw new EngineError('conflict', 'Between these sessions lies another one; merge it with them or leave one out');
    at = row.startedAt;
  }
}
