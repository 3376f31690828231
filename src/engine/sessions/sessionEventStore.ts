import { type EventRow, eventColumns } from '../events/eventStore';
import type { Database } from '../storage/database';

export interface SessionEventRow {
  readonly eventSeq: number;
  readonly eventTime: number;
}

/** How much of what happened in a session. */
export interface WorkCounts {
  readonly commits: number;
  readonly saves: number;
  readonly runs: number;
}

export interface NewSessionEvent extends SessionEventRow, Partial<WorkCounts> {
  /** When what the event tells of was over. */
  readonly until?: number | undefined;
}

/** SQL of which event belongs to which session. */
export class SessionEventStore {
  constructor(private readonly db: Database) {}

  add(sessionId: string, event: NewSessionEvent): void {
    const { eventSeq, eventTime, until = eventTime, commits = 0, saves = 0, runs = 0 } = event;
    this.db.run(
      `INSERT INTO session_events (event_seq, session_id, event_time, until, commits, saves, runs)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [eventSeq, sessionId, eventTime, until, commits, saves, runs],
    );
  }

  move(eventSeq: number, sessionId: string): void {
    this.db.run('UPDATE session_events SET session_id = ? WHERE event_seq = ?', [sessionId, eventSeq]);
  }

  /** Of a session, those at or after an instant, in the order of time. */
  from(sessionId: string, at: number): (SessionEventRow & { readonly until: number })[] {
    return this.db.all<SessionEventRow & { until: number }>(
      `SELECT event_seq AS eventSeq, event_time AS eventTime, until FROM session_events
       WHERE session_id = ? AND event_time >= ? ORDER BY event_time, event_seq`,
      [sessionId, at],
    );
  }

  /** When the first event of a session happened that is not over before an instant. */
  firstOver(sessionId: string, at: number): number | undefined {
    const found = this.db.get<{ first: number | null }>(
      'SELECT min(event_time) AS first FROM session_events WHERE session_id = ? AND max(until, event_time) >= ?',
      [sessionId, at],
    );
    return found?.first ?? undefined;
  }

  moveAll(sessionId: string, toSessionId: string): void {
    this.db.run('UPDATE session_events SET session_id = ? WHERE session_id = ?', [toSessionId, sessionId]);
  }

  removeAll(sessionId: string): void {
    this.db.run('DELETE FROM session_events WHERE session_id = ?', [sessionId]);
  }

  /** What happened in each of some sessions; one in which nothing is counted may not be in the answer. */
  workOf(sessionIds: readonly string[]): ReadonlyMap<string, WorkCounts> {
    const rows = this.db.all<WorkCounts & { id: string }>(
      `SELECT session_id AS id, commits, saves, runs FROM session_work
       WHERE session_id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(sessionIds)],
    );
    return new Map(rows.map(({ id, commits, saves, runs }) => [id, { commits, saves, runs }]));
  }

  count(sessionId: string): { count: number; first: number | null; last: number | null } {
    const found = this.db.get<{ count: number; first: number | null; last: number | null }>(
      'SELECT count(*) AS count, min(event_time) AS first, max(max(until, event_time)) AS last FROM session_events WHERE session_id = ?',
      [sessionId],
    );
    return found ?? { count: 0, first: null, last: null };
  }

  sessionOf(eventSeq: number): string | undefined {
    return this.db.get<{ id: string }>('SELECT session_id AS id FROM session_events WHERE event_seq = ?', [eventSeq])
      ?.id;
  }

  /** A session's events in the order of time, after a place in it. */
  rows(sessionId: string, after: { eventTime: number; seq: number } | undefined, limit: number): EventRow[] {
    const qualified = eventColumns.replaceAll('event_time AS', 'events.event_time AS');
    return this.db.all<EventRow>(
      `SELECT ${qualified} FROM session_events s JOIN events ON events.seq = s.event_seq
       WHERE s.session_id = ? AND (s.event_time, s.event_seq) > (?, ?) ORDER BY s.event_time, s.event_seq LIMIT ?`,
      [sessionId, after?.eventTime ?? Number.MIN_SAFE_INTEGER, after?.seq ?? 0, limit],
    );
  }
}
