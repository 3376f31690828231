import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Diagnosis } from '../../shared/spine';
import type { StoreState } from '../../shared/store';
import type { EngineParts } from '../engineParts';
import { storeFiles } from '../storage/storeFiles';

export type Check = Diagnosis['checks'][number];
type Status = Check['status'];

const megabyte = 1_000_000;
const enoughBytes = 500 * megabyte;
const leastBytes = 50 * megabyte;
/** Two clocks that agree to this are called equal. */
const clockMs = 5 * 60_000;

export function checkOwner(state: StoreState): Check {
  const { ownerPid, schemaVersion, durable } = state;
  const message = `Process ${ownerPid} has the store open, schema ${schemaVersion}.`;
  return durable
    ? say('owner', 'ok', message)
    : say('owner', 'warning', `${message} It is not written through to disk.`);
}

/** A clock that was set back makes new events look old. */
export function checkClock({ db, ports }: EngineParts): Check {
  const now = ports.clock.now();
  const newest = db.get<{ at: number | null }>('SELECT max(last_record_at) AS at FROM event_chains')?.at ?? now;
  const text = new Date(now).toISOString();
  if (newest - now > clockMs)
    return say('clock', 'warning', `The clock says ${text}, which is before the newest event of the log.`);
  return say('clock', 'ok', `The clock says ${text}.`);
}

export async function checkDisk(dataDir: string): Promise<Check> {
  try {
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const status: Status = free < leastBytes ? 'error' : free < enoughBytes ? 'warning' : 'ok';
    return say('disk', status, `${Math.round(free / megabyte)} MB are free.`);
  } catch {
    return say('disk', 'warning', 'The free space of the disk can not be read.');
  }
}

/** Other users of the machine must not read what is kept here. Windows has no such bits: there the user's folder does it. */
export function checkPermissions(dataDir: string): Check {
  if (process.platform === 'win32')
    return say('permissions', 'ok', 'The data folder has the rights of your own folder.');
  const { database, log } = storeFiles(dataDir);
  const open = [dataDir, database, log].filter((path) => {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
    // A file that others may read is closed to them all the same in a folder that they can't enter.
    return (mode & 0o077) !== 0 && (path === dataDir || isOpen(dataDir));
  });
  if (open.length === 0) return say('permissions', 'ok', 'Only you can read the data folder.');
  return say('permissions', 'warning', `Others can read ${open.join(', ')}: chmod 700 ${dataDir}`);
}

const isOpen = (folder: string): boolean => ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0;

export function say(name: string, status: Status, message: string): Check {
  return { name, status, message };
}
