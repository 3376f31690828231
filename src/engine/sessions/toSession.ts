import type { Session } from '../../shared/session';
import type { WorkCounts } from './sessionEventStore';
import type { SessionParts } from './sessionParts';
import type { SessionRow } from './sessionStore';

type Stores = Pick<SessionParts, 'sessionEvents' | 'pending' | 'moves'>;

const longestTitle = 120;
const nothing: WorkCounts = { commits: 0, saves: 0, runs: 0 };

export function toSession(parts: Stores, row: SessionRow): Session {
  const [session] = toSessions(parts, [row]);
  return session ?? withCounts(row);
}

/** As `toSession`, with one look at what happened in all of them. */
export function toSessions(parts: Stores, rows: readonly SessionRow[]): Session[] {
  const ids = rows.map((row) => row.id);
  const counts = countWork(parts, ids);
  const moved = parts.moves.listFromAll(ids);
  return rows.map((row) => {
    const continuedIn = moved.get(row.id);
    return { ...withCounts(row, counts.get(row.id)), ...(continuedIn ? { continuedIn: [...continuedIn] } : {}) };
  });
}

/** What happened in sessions, with what is not in an event yet. */
function countWork({ sessionEvents, pending }: Stores, ids: readonly string[]): ReadonlyMap<string, WorkCounts> {
  const counts = new Map(sessionEvents.workOf(ids));
  for (const [id, more] of pending.workOf(ids)) {
    const { commits, saves, runs } = counts.get(id) ?? nothing;
    counts.set(id, { commits, saves: saves + more.saves, runs: runs + more.runs });
  }
  return counts;
}

function withCounts(row: SessionRow, { commits, saves, runs }: WorkCounts = nothing): Session {
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    id: row.id,
    projectId: row.projectId,
    source: row.source,
    status: row.status,
    summary: row.summary,
    title: titleOf(row.summary),
    startedAt: iso(row.startedAt),
    lastEventAt: row.lastEventAt === null ? null : iso(row.lastEventAt),
    endedAt: row.endedAt === null ? null : iso(row.endedAt),
    eventCount: row.eventCount,
    commits,
    saves,
    runs,
    edited: row.edited === 1,
    headCommitSha: row.headCommit,
    createdAt: iso(row.createdAt),
    updatedAt: iso(row.updatedAt),
  };
}

/** The first sentence of the summary, without its full stop. */
function titleOf(summary: string): string {
  const [line = ''] = summary.trim().split('\n', 1);
  const [sentence = ''] = line.split(/(?<=[^\s.]{2}[.!?]) (?=[\p{Lu}\d`"])/u, 1);
  const title = sentence.replace(/\.$/, '');
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1)}…`;
}
