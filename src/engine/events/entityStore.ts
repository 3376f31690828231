import type { EntityRef } from '../../shared/store';
import type { Database } from '../storage/database';

/** What events speak about, so that they can be found by it. */
export class EntityStore {
  constructor(private readonly db: Database) {}

  link(chainId: string, eventSeq: number, at: number, refs: readonly EntityRef[]): void {
    for (const ref of refs) {
      const entity = this.db.get<{ id: number }>(
        `INSERT INTO entities (chain_id, entity_type, external_id, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (chain_id, entity_type, external_id) DO UPDATE SET last_seen_at = max(last_seen_at, excluded.last_seen_at)
         RETURNING id`,
        [chainId, ref.entity_type, ref.external_id, at, at],
      );
      if (!entity) continue;
      this.db.run('INSERT OR IGNORE INTO event_entities (entity_id, event_seq) VALUES (?, ?)', [entity.id, eventSeq]);
    }
  }

  /** Entities that no event names any more, as after a purge. */
  deleteUnused(chainId: string): void {
    this.db.run(
      `DELETE FROM entities WHERE chain_id = ? AND NOT EXISTS
         (SELECT 1 FROM event_entities WHERE event_entities.entity_id = entities.id)`,
      [chainId],
    );
  }
}
