import { createHash } from 'node:crypto';
import type { IngestResult } from '../../shared/ingest';
import type { Database } from '../storage/database';

/** A signature is valid for five minutes before and after its timestamp; this is more. */
const rememberedSeconds = 15 * 60;
const keyBytes = 12;

/** Which events were ingested under which signatures, so that a repetition stores nothing and is answered the same. */
export class ReplayStore {
  private cleanedAt = 0;

  constructor(private readonly db: Database) {}

  /** `session_id` is that of the session in which the event is now. */
  find(projectId: string, signatureKey: string, now: number): IngestResult | undefined {
    const { second, key } = split(projectId, signatureKey);
    if (second * 1_000 <= now - rememberedSeconds * 1_000) return undefined;
    // Nearly all are new, so the first look is to be a short one.
    const known = this.db.get<{ seq: number }>(
      'SELECT event_seq AS seq FROM ingest_replays WHERE second = ? AND key = ?',
      [second, key],
    );
    if (!known) return undefined;
    return this.db.get<IngestResult>(
      `SELECT e.id AS eventId, s.session_id AS sessionId
       FROM events e JOIN session_events s ON s.event_seq = e.seq WHERE e.seq = ?`,
      [known.seq],
    );
  }

  remember(projectId: string, signatureKey: string, eventSeq: number, now: number): void {
    const oldest = Math.floor(now / 1_000) - rememberedSeconds;
    if (oldest - this.cleanedAt > rememberedSeconds) {
      this.db.run('DELETE FROM ingest_replays WHERE second <= ?', [oldest]);
      this.cleanedAt = oldest;
    }
    const { second, key } = split(projectId, signatureKey);
    this.db.run('INSERT OR REPLACE INTO ingest_replays (second, key, event_seq) VALUES (?, ?, ?)', [
      second,
      key,
      eventSeq,
    ]);
  }
}

/** The key is the beginning of a digest; that two signatures of one second share it does not happen. */
function split(projectId: string, signatureKey: string): { second: number; key: Uint8Array } {
  const digest = createHash('sha256').update(`${projectId} ${signatureKey}`).digest();
  return { second: Number.parseInt(signatureKey, 10), key: digest.subarray(0, keyBytes) };
}
