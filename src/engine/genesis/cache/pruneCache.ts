import type { CallRunner } from '../../requests/callRunner';
import type { Database } from '../../storage/database';

export interface PruneOptions {
  readonly db: Database;
  readonly runner: Pick<CallRunner, 'commit'>;
  readonly projectId: string;
  /** Paths whose states are forgotten. */
  readonly gone: readonly string[];
  readonly maxBytes: number;
}

const slice = 400;

/**
 * Keeps the cache of a project small: forgets the states of files that are gone, then the facts that were not used for the
 * longest time, until the rest fits. Facts of files as they are on disk now always stay.
 */
export async function pruneCache(options: PruneOptions): Promise<void> {
  const { db, runner, projectId, gone, maxBytes } = options;
  for (let start = 0; start < gone.length; start += slice)
    await runner.commit('forgetFiles', () => {
      for (const path of gone.slice(start, start + slice))
        db.run('DELETE FROM scan_file_states WHERE project_id = ? AND path = ?', [projectId, path]);
    });
  const total =
    'SELECT coalesce(sum(coalesce(length(facts), 0) + length(inspection)), 0) AS bytes FROM scan_facts WHERE project_id = ?';
  let over = (db.get<{ bytes: number }>(total, [projectId])?.bytes ?? 0) - maxBytes;
  while (over > 0) {
    const oldest = db.all<{ id: number; bytes: number }>(
      `SELECT f.id, coalesce(length(f.facts), 0) + length(f.inspection) AS bytes FROM scan_facts f
         WHERE f.project_id = ? AND NOT EXISTS (SELECT 1 FROM scan_file_states s WHERE s.facts_id = f.id)
         ORDER BY f.used_at LIMIT ?`,
      [projectId, slice],
    );
    if (oldest.length === 0) break;
    const ids: number[] = [];
    for (const row of oldest) {
      if (over <= 0) break;
      over -= row.bytes;
      ids.push(row.id);
    }
    await runner.commit('forgetFacts', () => {
      for (const id of ids) db.run('DELETE FROM scan_facts WHERE id = ?', [id]);
    });
  }
}
