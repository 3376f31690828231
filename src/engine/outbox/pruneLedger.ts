import type { Database } from '../storage/database';

const dayMs = 24 * 3_600_000;

/** What the ledger keeps of deliveries that are over. What waits or is dead is never forgotten. */
export const ledgerLimits = {
  /** Bodies, and the answers to them: so long, and of so many. */
  bodyDays: 30,
  bodies: 5_000,
  /** That there was a delivery, when, where to and how it ended. */
  rowDays: 180,
  rows: 50_000,
};

/** So many at a time, so that the thread comes up for air. */
const slice = 500;

/** Forgets what is older or more than the ledger keeps; true where there may be more of it. */
export function pruneLedger(db: Database, now: number, limits = ledgerLimits): boolean {
  const { bodyDays, bodies, rowDays, rows } = limits;
  const over = "state IN ('delivered', 'withdrawn', 'dryRun')";
  const deleted = db.run(
    `DELETE FROM deliveries WHERE seq IN (SELECT seq FROM deliveries
       WHERE ${over} AND (created_at < ?1 OR seq <= (SELECT max(seq) FROM deliveries) - ?2) ORDER BY seq LIMIT ?3)`,
    [now - rowDays * dayMs, rows, slice],
  );
  const kept = db.get<{ seq: number }>(
    "SELECT seq FROM deliveries WHERE body IS NOT NULL AND state <> 'queued' ORDER BY seq DESC LIMIT 1 OFFSET ?",
    [bodies],
  );
  const old = db.all<{ seq: number }>(
    `SELECT seq FROM deliveries WHERE body IS NOT NULL AND state <> 'queued' AND ${over}
       AND (created_at < ? OR seq <= ?) ORDER BY seq LIMIT ?`,
    [now - bodyDays * dayMs, kept?.seq ?? 0, slice],
  );
  for (const { seq } of old) {
    db.run('UPDATE deliveries SET body = NULL WHERE seq = ?', [seq]);
    db.run('UPDATE delivery_attempts SET answer = NULL WHERE delivery_seq = ?', [seq]);
  }
  return deleted === slice || old.length === slice;
}
