import * as fs from 'node:fs';
import { EngineError } from '../../base/engineError';
import { type OwnerRecord, ownerRecord } from '../../shared/store';
import { isSamePlace, type Place } from './owner/place';
import { writeFileSafely } from './writeFileSafely';

/** The owner touches its file so often, and one elsewhere is believed alive for three times as long. */
export const heartbeatMs = 10_000;
const believedMs = 3 * heartbeatMs;

/** `undefined` where nobody left one, or not a whole one. */
export function readOwnerFile(path: string): OwnerRecord | undefined {
  try {
    return ownerRecord.parse(JSON.parse(fs.readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

export function writeOwnerFile(path: string, record: OwnerRecord): void {
  writeFileSafely(path, JSON.stringify(record));
}

/** Says that the owner is alive to those who can't see its lock. */
export function touchOwnerFile(path: string): void {
  const now = new Date();
  fs.utimesSync(path, now, now);
}

/**
 * The kernel's lock reaches as far as one system. Throws `unavailable` where the file says that a process of another host
 * or container had the store open a moment ago: both would write it at once and destroy it.
 */
export function checkForeignOwner(path: string, here: Place, now = Date.now()): void {
  const record = readOwnerFile(path);
  if (!record || isSamePlace(record, here)) return;
  const age = Math.abs(now - fs.statSync(path).mtimeMs);
  if (age > believedMs) return;
  throw new EngineError(
    'unavailable',
    `The store is in use on ${record.host} (process ${record.pid}), out of reach from here. Close Contox there, or wait ${believedMs / 1000} seconds after it ended.`,
  );
}
