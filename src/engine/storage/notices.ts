import { readFileSync } from 'node:fs';
import type { Clock } from '../../base/clock';
import { type StoreNotice, storeNotices } from '../../shared/store';
import { writeFileSafely } from './writeFileSafely';

const bound = 20;

/**
 * What happened to the store and the user must hear. Kept beside the store, because the program that saw it may end
 * before a window could tell; newest last.
 */
export class Notices {
  private readonly notices: StoreNotice[];

  constructor(
    private readonly path: string,
    private readonly clock: Clock,
  ) {
    this.notices = read(path);
  }

  get all(): readonly StoreNotice[] {
    return [...this.notices];
  }

  /** Where the newest notice already says so, it is not said again. */
  addOnce(kind: StoreNotice['kind'], message: string): void {
    if (this.notices.at(-1)?.kind !== kind) this.add(kind, message);
  }

  add(kind: StoreNotice['kind'], message: string): void {
    this.notices.push({ at: new Date(this.clock.now()).toISOString(), kind, message });
    this.notices.splice(0, this.notices.length - bound);
    writeFileSafely(this.path, JSON.stringify(this.notices, undefined, 1));
  }
}

function read(path: string): StoreNotice[] {
  try {
    return storeNotices.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Missing at first; a broken file holds nothing that is worth a failed start.
    return [];
  }
}
