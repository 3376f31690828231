import { EngineError } from '../../base/engineError';
import { newId } from '../../shared/ids';
import type { CreateSession, Session, UpdateSession } from '../../shared/session';
import { acceptSource } from '../ingest/acceptSource';
import { closeSession, endOf } from './placeEvent';
import { reportSession } from './reportSession';
import { getWritableSession, idleMs, type SessionParts } from './sessionParts';
import type { SessionRow } from './sessionStore';
import { toSession } from './toSession';

const aheadMs = 5 * 60_000;

/** Begins a session by hand; the open one of the same source ends. It can't begin before what happened already. */
export function createSession(parts: SessionParts, params: CreateSession): Session {
  const { id: projectId } = parts.projects.getWritable(parts.projects.resolve(params.projectId));
  const now = parts.ports.clock.now();
  const source = acceptSource(parts.redactor, params.source);
  const startedAt = params.startedAt === undefined ? now : Date.parse(params.startedAt);
  if (Number.isNaN(startedAt) || startedAt > now + aheadMs) throw invalid('startedAt', 'has not come yet');
  const before = parts.sessions.startedBy(projectId, source, Number.MAX_SAFE_INTEGER);
  if (before && startedAt <= Math.max(before.startedAt, before.lastEventAt ?? 0))
    throw new EngineError('conflict', 'A session of this source has events at that time or later');
  if (before?.status === 'active') {
    closeSession(parts, before);
    reportSession(parts, 'completed', before);
  }
  parts.sessions.addCut(projectId, source, startedAt);
  const summary = params.summary === undefined ? '' : parts.redactor.redact(params.summary).text;
  const row: SessionRow = {
    id: newId('sess', now),
    projectId,
    source,
    status: 'active',
    summary,
    summaryAt: summary === '' ? null : startedAt,
    headCommit: params.headCommitSha ?? null,
    startedAt,
    lastEventAt: null,
    endedAt: null,
    eventCount: 0,
    createdAt: now,
    updatedAt: now,
    followed: 0,
    unsaved: 0,
    edited: 0,
    heldUntil: null,
  };
  parts.sessions.add(row);
  reportSession(parts, 'started', row);
  return toSession(parts, row);
}

/** Ends a session, or opens the last one of its source again while it may still take events. */
export function updateSession(parts: SessionParts, { sessionId, status, summary }: UpdateSession): Session {
  const before = getWritableSession(parts, sessionId);
  if (summary !== undefined) {
    parts.sessions.update(sessionId, {
      summary: parts.redactor.redact(summary).text,
      summaryAt: parts.ports.clock.now(),
      updatedAt: parts.ports.clock.now(),
    });
    reportSession(parts, 'updated', before);
  }
  if (status !== undefined && status !== before.status) setStatus(parts, before, status);
  return toSession(parts, getWritableSession(parts, sessionId));
}

function setStatus(parts: SessionParts, row: SessionRow, status: SessionRow['status']): void {
  if (row.status === 'enriching' || status === 'enriching')
    throw new EngineError('conflict', 'An enrichment begins and ends by itself; start one with enrich');
  if (status === 'active') reopen(parts, row);
  else endSession(parts, row, status);
  reportSession(parts, status === 'active' ? 'reopened' : status, row);
}

/** What comes later than now is not part of the session any more; what happened before and comes late still is. */
export function endSession(parts: SessionParts, row: SessionRow, status: 'completed' | 'failed' | 'enriching'): void {
  const now = parts.ports.clock.now();
  const cut = Math.max(now, (row.lastEventAt ?? row.startedAt) + 1);
  if (row.status === 'active' && cut < endOf(parts, row)) parts.sessions.addCut(row.projectId, row.source, cut);
  const endedAt = row.endedAt ?? (row.status === 'active' ? now : (row.lastEventAt ?? row.startedAt));
  parts.sessions.update(row.id, { status, endedAt, updatedAt: now });
  if (row.followed === 1) parts.didWork.fire();
}

function reopen(parts: SessionParts, row: SessionRow): void {
  const { sessions, ports } = parts;
  const now = ports.clock.now();
  const later = sessions.startedAfter(row.projectId, row.source, row.startedAt);
  if (later) throw new EngineError('conflict', 'A later session of this source has begun');
  sessions.removeCuts(row.projectId, row.source, row.startedAt, Number.MAX_SAFE_INTEGER);
  if (now >= endOf(parts, row)) throw new EngineError('conflict', 'The four hours of this session are over');
  if (row.followed === 1 && now - (row.lastEventAt ?? row.startedAt) >= idleMs)
    throw new EngineError('conflict', 'This session ended with an hour in which nothing was done');
  sessions.update(row.id, { status: 'active', endedAt: null, updatedAt: now });
  if (row.followed === 1) parts.didWork.fire();
}

function invalid(path: string, message: string): EngineError {
  return new EngineError('invalid', `${path} ${message}`, { details: [{ path, message }] });
}
