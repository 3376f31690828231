import type { Database } from '../../storage/database';

export interface Claim {
  readonly windowId: string;
  readonly projectId: string;
  readonly source: string;
  readonly seenAt: number;
}

/** SQL of which window or program works on which project: together they have one session. */
export class ClaimStore {
  constructor(private readonly db: Database) {}

  renew({ windowId, projectId, source, seenAt }: Claim): void {
    this.db.run(
      `INSERT INTO session_windows (window_id, project_id, source, seen_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (window_id, project_id, source) DO UPDATE SET seen_at = excluded.seen_at`,
      [windowId, projectId, source, seenAt],
    );
  }

  /** Removes the claims of a window; what they were. */
  takeOf(windowId: string): Claim[] {
    const found = this.db.all<Claim>(
      `SELECT window_id AS windowId, project_id AS projectId, source, seen_at AS seenAt FROM session_windows
       WHERE window_id = ?`,
      [windowId],
    );
    this.db.run('DELETE FROM session_windows WHERE window_id = ?', [windowId]);
    return found;
  }

  /** Whether any window was seen at work since then. */
  isHeld(projectId: string, source: string, since: number): boolean {
    const found = this.db.get(
      'SELECT 1 FROM session_windows WHERE project_id = ? AND source = ? AND seen_at > ? LIMIT 1',
      [projectId, source, since],
    );
    return found !== undefined;
  }

  removeBefore(seenAt: number): void {
    this.db.run('DELETE FROM session_windows WHERE seen_at <= ?', [seenAt]);
  }
}
