const day = 86_400_000;
/** A scan of a large folder changes some ten thousand rows; more than that is much to lose. */
const manyChanges = 20_000;
/** Between two backups, however much changes: each writes the whole store. */
const leastPause = 15 * 60_000;

export interface BackupFacts {
  readonly now: number;
  readonly lastBackupAt: number | undefined;
  readonly openedAt: number;
  /** Rows changed since the last backup, or since the store was opened. */
  readonly changes: number;
  /** Whether something changed after the last backup and before the store was opened. */
  readonly changedBefore: boolean;
}

/** Whether a backup is due: once a day, and sooner after many changes, but never of an unchanged store. */
export function isBackupDue(facts: BackupFacts): boolean {
  const { now, lastBackupAt, changes } = facts;
  if (changes === 0 && !facts.changedBefore) return false;
  if (lastBackupAt === undefined) return now - facts.openedAt >= leastPause || facts.changedBefore;
  const age = now - lastBackupAt;
  return age >= day || (changes >= manyChanges && age >= leastPause);
}
