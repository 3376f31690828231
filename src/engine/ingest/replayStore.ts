import type { IngestResult } from '../../shared/ingest';
import type { Database } from '../storage/database';

/** A signature is valid for five minutes before and after its timestamp; this is more. */
const rememberedMs = 15 * 60_000;

/** The answers of ingests by the digest of their signature, so that a repetition stores nothing. */
export class ReplayStore {
  private cleanedAt = 0;

  constructor(private readonly db: Database) {}

  find(projectId: string, signatureKey: string, now: number): IngestResult | undefined {
    return this.db.get<IngestResult>(
      `SELECT event_id AS eventId, session_id AS sessionId FROM ingest_replays
       WHERE project_id = ? AND signature_key = ? AND at > ?`,
      [projectId, signatureKey, now - rememberedMs],
    );
  }

  remember(projectId: string, signatureKey: string, result: IngestResult, now: number): void {
    if (now - this.cleanedAt > rememberedMs) {
      this.db.run('DELETE FROM ingest_replays WHERE at <= ?', [now - rememberedMs]);
      this.cleanedAt = now;
    }
    this.db.run(
      `INSERT OR REPLACE INTO ingest_replays (project_id, signature_key, event_id, session_id, at) VALUES (?, ?, ?, ?, ?)`,
      [projectId, signatureKey, result.eventId, result.sessionId, now],
    );
  }
}
