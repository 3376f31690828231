/** A copy of the whole store; its name says when it was made and which schema it has. */
export interface Backup {
  readonly name: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly schemaVersion: number;
}

const pattern = /^contox-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z-v(\d{1,6})\.db$/;
const newestKept = 3;
const daysKept = 5;
const versionsKept = 2;

/** For example `contox-2026-11-21T22-15-00-123Z-v1.db`: no colon, because Windows allows none in a name. */
export function nameBackup(at: number, schemaVersion: number): string {
  return `contox-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}-v${schemaVersion}.db`;
}

/** The backups among the names of a folder, newest first. */
export function parseBackups(names: readonly string[]): Backup[] {
  return names
    .flatMap((name) => {
      const match = pattern.exec(name);
      if (!match) return [];
      const [, day, hour, minute, second, ms, version] = match;
      const at = Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`);
      return Number.isNaN(at) ? [] : [{ name, at, schemaVersion: Number(version) }];
    })
    .sort((a, b) => b.at - a.at);
}

/**
 * Which of them (newest first) may go. Kept are the newest ones, the last of each of the last days that have any, and
 * the last of each of the last schema versions, which is the way back from an upgrade.
 */
export function selectOutdated(backups: readonly Backup[]): Backup[] {
  const kept = new Set([
    ...backups.slice(0, newestKept),
    ...firstOfEach(backups, (backup) => Math.floor(backup.at / 86_400_000)).slice(0, daysKept),
    ...firstOfEach(backups, (backup) => backup.schemaVersion).slice(0, versionsKept),
  ]);
  return backups.filter((backup) => !kept.has(backup));
}

function firstOfEach(backups: readonly Backup[], key: (backup: Backup) => number): Backup[] {
  const seen = new Set<number>();
  return backups.filter((backup) => {
    const value = key(backup);
    if (seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}
