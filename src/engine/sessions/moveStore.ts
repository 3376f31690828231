import type { Database } from '../storage/database';

/** SQL of which sessions took over events of others, so that an id which was answered once leads to them. */
export class MoveStore {
  constructor(private readonly db: Database) {}

  add(projectId: string, fromId: string, toId: string): void {
    if (fromId === toId) return;
    this.db.run('INSERT OR IGNORE INTO session_moves (from_id, to_id, project_id) VALUES (?, ?, ?)', [
      fromId,
      toId,
      projectId,
    ]);
  }

  /** A session goes into another one as a whole; what led to it leads there. */
  merge(projectId: string, fromId: string, toId: string): void {
    this.db.run('UPDATE OR IGNORE session_moves SET to_id = ? WHERE to_id = ? AND from_id <> ?', [toId, fromId, toId]);
    this.add(projectId, fromId, toId);
  }

  /** The sessions that took over events of one, the earliest first. */
  listFrom(fromId: string): readonly string[] {
    return this.listFromAll([fromId]).get(fromId) ?? [];
  }

  /** The same of several sessions; those that gave nothing are left out. */
  listFromAll(fromIds: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    if (fromIds.length === 0) return found;
    const rows = this.db.all<{ fromId: string; id: string }>(
      `SELECT from_id AS fromId, to_id AS id FROM session_moves JOIN sessions ON sessions.id = to_id
       WHERE from_id IN (${fromIds.map(() => '?').join(', ')}) ORDER BY sessions.started_at, sessions.id`,
      fromIds,
    );
    for (const { fromId, id } of rows) found.set(fromId, [...(found.get(fromId) ?? []), id]);
    return found;
  }
}
