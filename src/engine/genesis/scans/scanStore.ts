import type { ScanStatus } from '../../../shared/genesis';
import type { Database } from '../../storage/database';

/** So many scans of a project are remembered. */
const keptScans = 10;

/** The scans of the projects, each with its last written status. */
export class ScanStore {
  constructor(private readonly db: Database) {}

  add(status: ScanStatus): void {
    this.db.run('INSERT INTO scans (id, project_id, status, phase, started_at) VALUES (?, ?, ?, ?, ?)', [
      status.id,
      status.projectId,
      JSON.stringify(status),
      status.phase,
      Date.parse(status.startedAt),
    ]);
    this.db.run(
      `DELETE FROM scans WHERE project_id = ?1 AND ended_at IS NOT NULL AND id NOT IN
         (SELECT id FROM scans WHERE project_id = ?1 ORDER BY started_at DESC, id DESC LIMIT ?2)`,
      [status.projectId, keptScans],
    );
  }

  /** What has ended stays as it ended. */
  update(status: ScanStatus): void {
    this.db.run('UPDATE scans SET status = ?, phase = ?, ended_at = ? WHERE id = ? AND ended_at IS NULL', [
      JSON.stringify(status),
      status.phase,
      status.completedAt === null ? null : Date.parse(status.completedAt),
      status.id,
    ]);
  }

  find(scanId: string): ScanStatus | undefined {
    return parse(this.db.get<StatusRow>('SELECT status FROM scans WHERE id = ?', [scanId]));
  }

  findLatest(projectId: string): ScanStatus | undefined {
    return parse(
      this.db.get<StatusRow>(
        'SELECT status FROM scans WHERE project_id = ? ORDER BY started_at DESC, id DESC LIMIT 1',
        [projectId],
      ),
    );
  }

  findRunning(projectId: string): ScanStatus | undefined {
    return parse(
      this.db.get<StatusRow>('SELECT status FROM scans WHERE project_id = ? AND ended_at IS NULL', [projectId]),
    );
  }

  /** Scans that no process runs any more when the store is opened. */
  listUnfinished(): ScanStatus[] {
    return this.db.all<StatusRow>('SELECT status FROM scans WHERE ended_at IS NULL').flatMap((row) => parse(row) ?? []);
  }

  hasCompleted(projectId: string): boolean {
    const query = "SELECT 1 AS found FROM scans WHERE project_id = ? AND phase = 'complete' LIMIT 1";
    return this.db.get(query, [projectId]) !== undefined;
  }

  /** Newest first. */
  listEnded(projectId: string): ScanStatus[] {
    return this.db
      .all<StatusRow>(
        'SELECT status FROM scans WHERE project_id = ? AND ended_at IS NOT NULL ORDER BY started_at DESC, id DESC',
        [projectId],
      )
      .flatMap((row) => parse(row) ?? []);
  }
}

interface StatusRow {
  readonly status: string;
}

function parse(row: StatusRow | undefined): ScanStatus | undefined {
  return row === undefined ? undefined : (JSON.parse(row.status) as ScanStatus);
}
