import { statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Diagnosis } from '../../shared/spine';
import type { StoreState } from '../../shared/store';
import type { EngineParts } from '../engineParts';
import { verifyChain } from '../events/verifyChain';
import { storeFiles } from '../storage/storeFiles';

export type Check = Diagnosis['checks'][number];
type Status = Check['status'];

const megabyte = 1_000_000;
const enoughBytes = 500 * megabyte;
const leastBytes = 50 * megabyte;
/** Two clocks that agree to this are called equal. */
const clockMs = 5 * 60_000;

/** SQLite's own look at every page, and at every reference between rows. */
export function checkStore({ db }: EngineParts): Check {
  const lines = db.all<{ integrity_check: string }>('PRAGMA integrity_check(10)').map((row) => row.integrity_check);
  const dangling = db.all('PRAGMA foreign_key_check').length;
  if (lines.join() !== 'ok') return say('store', 'error', `The store is damaged: ${lines[0] ?? 'no answer'}.`);
  if (dangling > 0) return say('store', 'error', `${dangling} rows name others that are not there.`);
  return say('store', 'ok', 'Every page of the store is sound.');
}

/** The hash chain of the workspace and of each project. */
export async function checkLog(parts: EngineParts, signal?: AbortSignal): Promise<Check> {
  const { db, events } = parts;
  const chains = db.all<{ id: string }>('SELECT id FROM event_chains ORDER BY id');
  let count = 0;
  for (const { id } of chains) {
    const result = await verifyChain(events.store, id, signal);
    if (!result.ok) return say('log', 'error', `The log of ${id} was altered at ${result.brokenAt ?? 'its end'}.`);
    count += result.events;
  }
  return say('log', 'ok', `${count} events in ${chains.length} logs are as they were written.`);
}

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

/** Every long text is what its hash says, and is named by an event; every name has its text. */
export function checkBlobs({ db, payloads }: EngineParts): Check {
  const blobs = db.all<{ chainId: string; hash: string }>('SELECT chain_id AS chainId, hash FROM blobs');
  const damaged = blobs.filter(({ chainId, hash }) => payloads.blobs.isDamaged(chainId, hash)).length;
  const count = (sql: string): number => db.get<{ count: number }>(`SELECT count(*) AS count ${sql}`)?.count ?? 0;
  const orphans = count(`FROM blobs b WHERE NOT EXISTS
    (SELECT 1 FROM blob_refs r WHERE r.chain_id = b.chain_id AND r.hash = b.hash)`);
  const missing = count(`FROM blob_refs r WHERE NOT EXISTS
    (SELECT 1 FROM blobs b WHERE b.chain_id = r.chain_id AND b.hash = r.hash)`);
  if (damaged + missing > 0)
    return say('blobs', 'error', `Of ${blobs.length} long texts ${damaged} are damaged and ${missing} are missing.`);
  if (orphans > 0) return say('blobs', 'warning', `${orphans} long texts belong to no event any more.`);
  return say('blobs', 'ok', `${blobs.length} long texts are as they were stored.`);
}

function say(name: string, status: Status, message: string): Check {
  return { name, status, message };
}
