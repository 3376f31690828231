import * as fs from 'node:fs';
import type { Database } from '../database';
import type { StoreFiles } from '../storeFiles';

/** What SQLite finds wrong with the file; `undefined` where it finds nothing. Reads all of it. */
export function findDamage(db: Database): string | undefined {
  const rows = db.all<{ quick_check: string }>('PRAGMA quick_check(3)');
  const text = rows.map((row) => row.quick_check).join('; ');
  return text === 'ok' ? undefined : text;
}

/** Whether the last owner ended without closing the store, or saw damage: then all of it is looked at. */
export function endedUnclean(files: StoreFiles): boolean {
  return (sizeOf(files.log) ?? 0) > 0 || fs.existsSync(files.suspect);
}

/** SQLite removes a log that it makes nothing of, so a copy of it waits for the verdict. */
export function keepLog(files: StoreFiles): void {
  if ((sizeOf(files.log) ?? 0) > 0) fs.copyFileSync(files.log, files.keptLog);
}

/** The file is sound. */
export function forgetDoubts(files: StoreFiles): void {
  fs.rmSync(files.keptLog, { force: true });
  fs.rmSync(files.suspect, { force: true });
}

export function sizeOf(path: string): number | undefined {
  return fs.statSync(path, { throwIfNoEntry: false })?.size;
}

/** Moves a damaged store out of the way without touching its content; the new path of the database. */
export function setAside(files: StoreFiles, at: number): string {
  const target = `${files.database}.damaged-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}`;
  // The log goes first: alone it is nothing, while a new database would take an old log for its own.
  for (const log of [files.log, files.keptLog]) if (fs.existsSync(log)) fs.renameSync(log, `${target}-wal`);
  if (fs.existsSync(files.database)) fs.renameSync(files.database, target);
  forgetDoubts(files);
  return target;
}
