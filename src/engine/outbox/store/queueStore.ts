import type { SinkKind } from '../../../shared/delivery';
import type { Database } from '../../storage/database';

/** The first delivery of a lane that waits. */
export interface LaneHead {
  readonly seq: number;
  readonly lane: string;
  readonly projectId: string;
  readonly nextTryAt: number | null;
}

/** SQL of what waits to be sent. Only projects that are configured count, whatever was queued before. */
export class QueueStore {
  constructor(private readonly db: Database) {}

  /** The first of each lane, those with the oldest event first. */
  heads(sink: SinkKind): LaneHead[] {
    const rows = this.db.all<LaneHead>(
      `WITH firsts AS (SELECT lane, min(event_seq) AS event_seq FROM deliveries
         WHERE sink = ?1 AND state = 'queued' GROUP BY lane)
       SELECT d.seq, d.lane, d.project_id AS projectId, d.next_try_at AS nextTryAt FROM firsts f
       JOIN deliveries d ON d.sink = ?1 AND d.state = 'queued' AND d.lane = f.lane AND d.event_seq = f.event_seq
       JOIN delivery_projects p ON p.sink = ?1 AND p.project_id = d.project_id AND p.refused IS NULL
       ORDER BY d.event_seq, d.part`,
      [sink],
    );
    const byLane = new Map<string, LaneHead>();
    for (const row of rows) if (!byLane.has(row.lane)) byLane.set(row.lane, row);
    return [...byLane.values()];
  }

  headOf(sink: SinkKind, lane: string): LaneHead | undefined {
    return this.db.get<LaneHead>(
      `SELECT d.seq, d.lane, d.project_id AS projectId, d.next_try_at AS nextTryAt FROM deliveries d
       JOIN delivery_projects p ON p.sink = d.sink AND p.project_id = d.project_id AND p.refused IS NULL
       WHERE d.sink = ? AND d.state = 'queued' AND d.lane = ? ORDER BY d.event_seq, d.part LIMIT 1`,
      [sink, lane],
    );
  }

  counts(sink: SinkKind): { queued: number; dead: number } {
    const count = (state: 'queued' | 'dead'): number =>
      this.db.get<{ n: number }>(
        `SELECT count(*) AS n FROM deliveries WHERE sink = ?1 AND state = '${state}' AND project_id IN
           (SELECT project_id FROM delivery_projects WHERE sink = ?1)`,
        [sink],
      )?.n ?? 0;
    return { queued: count('queued'), dead: count('dead') };
  }

  /** Projects of which something waits, whether it may go on or not. */
  waitingProjects(sink: SinkKind): string[] {
    return this.db
      .all<{ projectId: string }>(
        `SELECT p.project_id AS projectId FROM delivery_projects p WHERE p.sink = ?1 AND EXISTS
           (SELECT 1 FROM deliveries d WHERE d.project_id = p.project_id AND d.sink = ?1 AND d.state = 'queued')`,
        [sink],
      )
      .map(({ projectId }) => projectId);
  }
}
