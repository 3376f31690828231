import { type EnrichJob, pipelineStages } from '../../../shared/session';
import type { Database } from '../../storage/database';

export interface JobRow {
  readonly id: string;
  readonly sessionId: string;
  readonly projectId: string;
  readonly status: EnrichJob['status'];
  /** JSON of `EnrichJob.stages`. */
  readonly stages: string;
  readonly error: string | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
}

export type JobStage = EnrichJob['stages'][number];

const selected = `SELECT id, session_id AS sessionId, project_id AS projectId, status, stages, error,
  created_at AS createdAt, started_at AS startedAt, completed_at AS completedAt FROM jobs`;

/** SQL of enrichment jobs. A session has at most one that is not at its end. */
export class JobStore {
  constructor(private readonly db: Database) {}

  add(job: Pick<JobRow, 'id' | 'sessionId' | 'projectId' | 'createdAt'>): void {
    const stages = pipelineStages.map((name): JobStage => ({ name, status: 'queued', detail: null }));
    this.db.run(
      "INSERT INTO jobs (id, session_id, project_id, status, stages, created_at) VALUES (?, ?, ?, 'queued', ?, ?)",
      [job.id, job.sessionId, job.projectId, JSON.stringify(stages), job.createdAt],
    );
  }

  save(job: JobRow): void {
    this.db.run('UPDATE jobs SET status = ?, stages = ?, error = ?, started_at = ?, completed_at = ? WHERE id = ?', [
      job.status,
      job.stages,
      job.error,
      job.startedAt,
      job.completedAt,
      job.id,
    ]);
  }

  find(id: string): JobRow | undefined {
    return this.db.get<JobRow>(`${selected} WHERE id = ?`, [id]);
  }

  /** The one of a session that waits or runs. */
  findOpen(sessionId: string): JobRow | undefined {
    return this.db.get<JobRow>(`${selected} WHERE session_id = ? AND completed_at IS NULL`, [sessionId]);
  }

  /** The oldest of all that wait, or were running when the engine ended. */
  nextOpen(): JobRow | undefined {
    return this.db.get<JobRow>(`${selected} WHERE completed_at IS NULL ORDER BY created_at, id LIMIT 1`);
  }

  list(sessionId: string): JobRow[] {
    return this.db.all<JobRow>(`${selected} WHERE session_id = ? ORDER BY created_at DESC, id DESC`, [sessionId]);
  }
}

export function readStages(job: JobRow): JobStage[] {
  return JSON.parse(job.stages) as JobStage[];
}

export function toJob(row: JobRow): EnrichJob {
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
  return {
    id: row.id,
    sessionId: row.sessionId,
    status: row.status,
    pipeline: [...pipelineStages],
    stages: readStages(row),
    error: row.error,
    createdAt: new Date(row.createdAt).toISOString(),
    startedAt: iso(row.startedAt),
    completedAt: iso(row.completedAt),
  };
}
