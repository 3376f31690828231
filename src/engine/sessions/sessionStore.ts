import type { SessionStatus } from '../../shared/session';
import type { Database, SqlValue } from '../storage/database';

/** A session as it lies in the store. Times are milliseconds. */
export interface SessionRow {
  readonly id: string;
  readonly projectId: string;
  readonly source: string;
  readonly status: SessionStatus;
  readonly summary: string;
  readonly summaryAt: number | null;
  readonly headCommit: string | null;
  readonly startedAt: number;
  readonly lastEventAt: number | null;
  readonly endedAt: number | null;
  readonly eventCount: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** 1: it holds work that was followed as it happened, so it ends by itself. */
  readonly followed: number;
  /** 1: something happened in it that no `session_save` tells yet. */
  readonly unsaved: number;
  /** 1: its summary is a person's. */
  readonly edited: number;
  /** Until when it takes events whatever its start says, because sessions were merged into it. */
  readonly heldUntil: number | null;
}

const columns: Readonly<Record<keyof SessionRow, string>> = {
  id: 'id',
  projectId: 'project_id',
  source: 'source',
  status: 'status',
  summary: 'summary',
  summaryAt: 'summary_at',
  headCommit: 'head_commit',
  startedAt: 'started_at',
  lastEventAt: 'last_event_at',
  endedAt: 'ended_at',
  eventCount: 'event_count',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  followed: 'followed',
  unsaved: 'unsaved',
  edited: 'edited',
  heldUntil: 'held_until',
};
const fields = Object.keys(columns) as (keyof SessionRow)[];
const selected = `SELECT ${fields.map((field) => `${columns[field]} AS ${field}`).join(', ')} FROM sessions`;

export interface SessionFilter {
  readonly projectId: string;
  readonly status?: SessionStatus | undefined;
  readonly source?: string | undefined;
  readonly eventId?: string | undefined;
  /** Only sessions before this place. */
  readonly before?: { readonly startedAt: number; readonly id: string } | undefined;
  readonly limit: number;
}

/** SQL of sessions and of the instants at which somebody ended or began one. */
export class SessionStore {
  constructor(private readonly db: Database) {}

  add(row: SessionRow): void {
    this.db.run(
      `INSERT INTO sessions (${Object.values(columns).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`,
      fields.map((field) => row[field]),
    );
  }

  /** Changes what is given. */
  update(id: string, changes: Partial<SessionRow>): void {
    const changed = fields.filter((field) => changes[field] !== undefined);
    const values: SqlValue[] = changed.map((field) => changes[field] ?? null);
    const assignments = changed.map((field) => `${columns[field]} = ?`).join(', ');
    this.db.run(`UPDATE sessions SET ${assignments} WHERE id = ?`, [...values, id]);
  }

  find(id: string): SessionRow | undefined {
    return this.db.get<SessionRow>(`${selected} WHERE id = ?`, [id]);
  }

  /** The latest start wins. */
  list({ projectId, status, source, eventId, before, limit }: SessionFilter): SessionRow[] {
    const conditions = ['project_id = ?'];
    const values: SqlValue[] = [projectId];
    const add = (sql: string, ...more: SqlValue[]): void => {
      conditions.push(sql);
      values.push(...more);
    };
    if (status !== undefined) add('status = ?', status);
    if (source !== undefined) add('source = ?', source);
    if (eventId !== undefined)
      add(
        'id = (SELECT session_id FROM session_events s JOIN events e ON e.seq = s.event_seq WHERE e.id = ?)',
        eventId,
      );
    if (before) add('(started_at, id) < (?, ?)', before.startedAt, before.id);
    return this.db.all<SessionRow>(
      `${selected} WHERE ${conditions.join(' AND ')} ORDER BY started_at DESC, id DESC LIMIT ?`,
      [...values, limit],
    );
  }

  /** The session of a source that began last at or before an instant. */
  startedBy(projectId: string, source: string, at: number): SessionRow | undefined {
    return this.db.get<SessionRow>(
      `${selected} WHERE project_id = ? AND source = ? AND started_at <= ? ORDER BY started_at DESC LIMIT 1`,
      [projectId, source, at],
    );
  }

  startedAfter(projectId: string, source: string, at: number): SessionRow | undefined {
    return this.db.get<SessionRow>(
      `${selected} WHERE project_id = ? AND source = ? AND started_at > ? ORDER BY started_at LIMIT 1`,
      [projectId, source, at],
    );
  }

  /** Those that end by themselves, of one project and source or of all, the latest first. */
  listOpen(of?: { readonly projectId: string; readonly source: string }): SessionRow[] {
    const one = of ? ' AND project_id = ? AND source = ?' : '';
    return this.db.all<SessionRow>(
      `${selected} WHERE followed = 1 AND status = 'active'${one} ORDER BY started_at DESC`,
      of ? [of.projectId, of.source] : [],
    );
  }

  /** Some of those that are over and hold what no `session_save` tells. */
  listUnsaved(limit: number): SessionRow[] {
    return this.db.all<SessionRow>(
      `${selected} WHERE unsaved = 1 AND status IN ('completed', 'failed') ORDER BY started_at LIMIT ?`,
      [limit],
    );
  }

  delete(id: string): void {
    this.db.run('DELETE FROM sessions WHERE id = ?', [id]);
  }

  addCut(projectId: string, source: string, at: number): void {
    this.db.run('INSERT OR IGNORE INTO session_cuts (project_id, source, at) VALUES (?, ?, ?)', [
      projectId,
      source,
      at,
    ]);
  }

  /** The first cut after an instant. */
  cutAfter(projectId: string, source: string, at: number): number | undefined {
    return this.db.get<{ at: number }>(
      'SELECT at FROM session_cuts WHERE project_id = ? AND source = ? AND at > ? ORDER BY at LIMIT 1',
      [projectId, source, at],
    )?.at;
  }

  removeCuts(projectId: string, source: string, after: number, before: number): void {
    this.db.run('DELETE FROM session_cuts WHERE project_id = ? AND source = ? AND at > ? AND at < ?', [
      projectId,
      source,
      after,
      before,
    ]);
  }
}
