import * as fs from 'node:fs';
import { isEngineError } from '../../../base/engineError';
import type { Logger } from '../../../base/logger';
import type { Database } from '../database';
import { syncFolder } from '../sqlJs/fileAccess';
import type { StoreFiles } from '../storeFiles';
import { syncFile } from '../writeFileSafely';
import type { Backup } from './backupNames';
import { Backups } from './backups';
import { findDamage } from './damage';

export interface RestoreParts {
  readonly files: StoreFiles;
  readonly open: (path: string) => Database;
  readonly logger: Logger;
  /** Copies of a newer schema can't be read by this program. */
  readonly knownVersion: number;
}

/**
 * Copies the newest backup that is sound to `files.restoring`; `undefined` where there is none. It is not in place then:
 * the caller moves it after the damaged file is out of the way.
 */
export function prepareRestore(parts: RestoreParts): Backup | undefined {
  const backups = new Backups(parts.files.backups);
  for (const backup of backups.list()) {
    if (backup.schemaVersion > parts.knownVersion) continue;
    removeDraft(parts.files);
    fs.copyFileSync(backups.pathOf(backup), parts.files.restoring);
    fs.chmodSync(parts.files.restoring, 0o600);
    const damage = inspect(parts);
    if (damage === undefined) {
      syncFile(parts.files.restoring);
      return backup;
    }
    parts.logger.warn(`The backup ${backup.name} can't be used: ${damage}`);
  }
  removeDraft(parts.files);
  return undefined;
}

export function finishRestore(files: StoreFiles): void {
  fs.renameSync(files.restoring, files.database);
  syncFolder(files.database);
}

function inspect(parts: RestoreParts): string | undefined {
  try {
    const db = parts.open(parts.files.restoring);
    try {
      return findDamage(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (isEngineError(error, 'damaged')) return error.message;
    throw error;
  }
}

function removeDraft(files: StoreFiles): void {
  for (const suffix of ['', '-wal', '-journal']) fs.rmSync(files.restoring + suffix, { force: true });
}
