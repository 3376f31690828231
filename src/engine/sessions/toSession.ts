import type { Session } from '../../shared/session';
import type { SessionRow } from './sessionStore';

export function toSession(row: SessionRow): Session {
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    id: row.id,
    projectId: row.projectId,
    source: row.source,
    status: row.status,
    summary: row.summary,
    startedAt: iso(row.startedAt),
    lastEventAt: row.lastEventAt === null ? null : iso(row.lastEventAt),
    endedAt: row.endedAt === null ? null : iso(row.endedAt),
    eventCount: row.eventCount,
    headCommitSha: row.headCommit,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}
