import type { ActivityKind } from '../../../shared/session';
import type { Database } from '../../storage/database';
import type { WorkCounts } from '../sessionEventStore';

/** The same thing, done some times. */
export interface Done {
  readonly kind: ActivityKind;
  /** The file that was saved, the name of what ran; `''` where it is not told. */
  readonly name: string;
  readonly count: number;
  readonly failed: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** SQL of what was done in sessions and is in no event yet: a few minutes' worth, which one event will tell. */
export class PendingStore {
  constructor(private readonly db: Database) {}

  add(sessionId: string, done: Done): void {
    this.db.run(
      `INSERT INTO session_pending (session_id, kind, name, count, failed, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (session_id, kind, name) DO UPDATE SET count = count + excluded.count,
         failed = failed + excluded.failed, first_at = min(first_at, excluded.first_at),
         last_at = max(last_at, excluded.last_at)`,
      [sessionId, done.kind, done.name, done.count, done.failed, done.firstAt, done.lastAt],
    );
  }

  list(sessionId: string): Done[] {
    return this.db.all<Done>(
      `SELECT kind, name, count, failed, first_at AS firstAt, last_at AS lastAt FROM session_pending
       WHERE session_id = ? ORDER BY kind, name`,
      [sessionId],
    );
  }

  span(sessionId: string): { readonly first: number; readonly last: number } | undefined {
    const found = this.db.get<{ first: number | null; last: number | null }>(
      'SELECT min(first_at) AS first, max(last_at) AS last FROM session_pending WHERE session_id = ?',
      [sessionId],
    );
    const { first = null, last = null } = found ?? {};
    return first === null || last === null ? undefined : { first, last };
  }

  remove(sessionId: string): void {
    this.db.run('DELETE FROM session_pending WHERE session_id = ?', [sessionId]);
  }

  workOf(sessionIds: readonly string[]): ReadonlyMap<string, Omit<WorkCounts, 'commits'>> {
    const rows = this.db.all<{ id: string; saves: number; runs: number }>(
      `SELECT session_id AS id, sum(iif(kind = 'save', count, 0)) AS saves, sum(iif(kind IN ('debug', 'test'), count, 0)) AS runs
       FROM session_pending WHERE session_id IN (SELECT value FROM json_each(?)) GROUP BY session_id`,
      [JSON.stringify(sessionIds)],
    );
    return new Map(rows.map(({ id, saves, runs }) => [id, { saves, runs }]));
  }
}
