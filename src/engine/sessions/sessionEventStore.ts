import { type EventRow, eventColumns } from '../events/eventStore';
import type { Database } from '../storage/database';

export interface SessionEventRow {
  readonly eventSeq: number;
  readonly eventTime: number;
}

/** SQL of which event belongs to which session. */
export class SessionEventStore {
  constructor(private readonly db: Database) {}

  add(sessionId: string, event: SessionEventRow): void {
    this.db.run('INSERT INTO session_events (event_seq, session_id, event_time) VALUES (?, ?, ?)', [
      event.eventSeq,
      sessionId,
      event.eventTime,
    ]);
  }

  move(eventSeq: number, sessionId: string): void {
    this.db.run('UPDATE session_events SET session_id = ? WHERE event_seq = ?', [sessionId, eventSeq]);
  }

  /** Of a session, those at or after an instant, in the order of time. */
  from(sessionId: string, at: number): SessionEventRow[] {
    return this.db.all<SessionEventRow>(
      `SELECT event_seq AS eventSeq, event_time AS eventTime FROM session_events
       WHERE session_id = ? AND event_time >= ? ORDER BY event_time, event_seq`,
      [sessionId, at],
    );
  }

  count(sessionId: string): { count: number; first: number | null; last: number | null } {
    const found = this.db.get<{ count: number; first: number | null; last: number | null }>(
      'SELECT count(*) AS count, min(event_time) AS first, max(event_time) AS last FROM session_events WHERE session_id = ?',
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
