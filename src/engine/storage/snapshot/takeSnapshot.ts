import { constants, createReadStream, createWriteStream, readdirSync, rmSync } from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { EngineError } from '../../../base/engineError';
import { sizeOf } from '../backup/damage';
import { toFileError } from '../fileError';
import type { SqlJsDatabase } from '../sqlJs/sqlJsDatabase';
import type { StoreFiles } from '../storeFiles';

let taken = 0;

/**
 * Copies the store while it goes on; the path of the copy. As long as nothing of the log is carried over into the file,
 * the file does not change and the log only grows: both together, up to the log's length at this moment, are what is
 * committed now. The system copies them on threads of its own, so no call waits for it.
 */
export async function takeSnapshot(db: SqlJsDatabase, files: StoreFiles): Promise<string> {
  taken++;
  const path = `${files.snapshot}${process.pid}-${taken}`;
  const release = db.holdLog();
  let isWhole = false;
  try {
    const logBytes = sizeOf(files.log) ?? 0;
    await copyFile(files.database, path, constants.COPYFILE_FICLONE);
    await chmod(path, 0o600);
    if (logBytes > 0)
      await pipeline(
        createReadStream(files.log, { end: logBytes - 1 }),
        createWriteStream(`${path}-wal`, { mode: 0o600 }),
      );
  } catch (error) {
    throw toFileError(error, path);
  } finally {
    isWhole = release();
    if (!isWhole) removeSnapshot(path);
  }
  if (isWhole) return path;
  throw new EngineError('unavailable', 'The store was opened anew while it was copied. Try again.');
}

export function removeSnapshot(path: string): void {
  for (const file of [path, `${path}-wal`]) rmSync(file, { force: true });
}

/** Copies that a process left behind which was killed. */
export function removeOldSnapshots(files: StoreFiles): void {
  const folder = dirname(files.snapshot);
  for (const name of readdirSync(folder))
    if (name.startsWith(basename(files.snapshot))) rmSync(join(folder, name), { force: true });
}
