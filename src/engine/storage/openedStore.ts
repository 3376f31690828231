import { writeFileSync } from 'node:fs';
import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import { EngineError, isEngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { StoreState } from '../../shared/store';
import { isBackupDue } from './backup/backupSchedule';
import { Backups } from './backup/backups';
import { copyInWorker } from './backup/copyWorker';
import { sizeOf } from './backup/damage';
import { readSchemaVersion } from './migrator';
import type { Notices } from './notices';
import { removeSnapshot, takeSnapshot } from './snapshot/takeSnapshot';
import type { SqlJsDatabase } from './sqlJs/sqlJsDatabase';
import type { Store, StoreSnapshot } from './store';
import { storeFiles } from './storeFiles';

interface StoreParts {
  readonly db: SqlJsDatabase;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly lock: Disposable;
  readonly notices: Notices;
  /** When the file was last written before it was opened; `undefined` for a new one. */
  readonly lastChangeAt: number | undefined;
  /** Where the built program lies; `''` where it is not built. */
  readonly distDir: string;
  /** Opens a copy; absent where there is no file page by page. */
  readonly openCopy?: ((path: string) => SqlJsDatabase) | undefined;
}

interface Snapshot extends StoreSnapshot {
  open(): SqlJsDatabase;
}

const checkEveryMs = 60_000;

export class OpenedStore implements Store {
  readonly db: SqlJsDatabase;
  readonly dataDir: string;
  private readonly changed = new Emitter<StoreState>();
  readonly onDidChange = this.changed.event;
  private readonly backups: Backups;
  private readonly schemaVersion: number;
  private readonly openedAt: number;
  private readonly timer: NodeJS.Timeout;
  private changesAtBackup: number;
  private changedBefore: boolean;
  private waitingBackups = 0;
  private lastBackup: Promise<unknown> = Promise.resolve();
  private readonly closing = new AbortController();
  private closed = false;
  readonly takeSnapshot?: () => Promise<StoreSnapshot>;

  constructor(private readonly parts: StoreParts) {
    this.db = parts.db;
    this.dataDir = parts.dataDir;
    this.backups = new Backups(storeFiles(parts.dataDir).backups);
    this.schemaVersion = readSchemaVersion(parts.db);
    this.openedAt = parts.clock.now();
    this.changesAtBackup = this.countChanges();
    this.changedBefore = (parts.lastChangeAt ?? 0) > (this.backups.list()[0]?.at ?? 0);
    this.timer = setInterval(() => void this.backUpWhenDue(), checkEveryMs);
    this.timer.unref();
    const { openCopy } = parts;
    if (openCopy) this.takeSnapshot = () => this.snapshot(openCopy);
  }

  get state(): StoreState {
    const last = this.backups.list()[0];
    return {
      dataDir: this.dataDir,
      role: 'owner',
      ownerPid: process.pid,
      schemaVersion: this.schemaVersion,
      sizeBytes: sizeOf(storeFiles(this.dataDir).database) ?? 0,
      durable: this.db.durable,
      notices: this.parts.notices.all,
      lastBackupAt: last ? new Date(last.at).toISOString() : null,
    };
  }

  backUp(): Promise<{ path: string }> {
    this.waitingBackups += 1;
    const backingUp = this.lastBackup.then(() => this.writeBackup());
    // The next one waits for this one, however it ends.
    this.lastBackup = backingUp.catch(() => undefined).finally(() => (this.waitingBackups -= 1));
    return backingUp;
  }

  private async writeBackup(): Promise<{ path: string }> {
    const changes = this.countChanges();
    const path = await this.addBackup(this.parts.clock.now()).catch((cause: unknown) => {
      if (!this.closed) throw cause;
      throw new EngineError('unavailable', 'The store was closed while it was backed up.', { cause });
    });
    this.changesAtBackup = changes;
    this.changedBefore = false;
    this.changed.fire(this.state);
    return { path };
  }

  /** Of a copy in another thread, so that nobody waits for it: to write a large store takes seconds. */
  private async addBackup(at: number): Promise<string> {
    const { distDir, openCopy } = this.parts;
    const { signal } = this.closing;
    if (!openCopy) return this.backups.add(at, this.schemaVersion, (target) => this.db.copyTo(target));
    const copy = await this.snapshot(openCopy);
    try {
      return await this.backups.addSlowly(at, this.schemaVersion, async (to) => {
        await (copyInWorker(distDir, { from: copy.path, to }, signal) ?? copy.open().copyTo(to));
        signal.throwIfAborted();
      });
    } catch (error) {
      if (isEngineError(error, 'damaged')) this.db.sawDamage = true;
      throw error;
    } finally {
      copy.close();
    }
  }

  private async snapshot(openCopy: (path: string) => SqlJsDatabase): Promise<Snapshot> {
    const path = await takeSnapshot(this.db, storeFiles(this.dataDir));
    let db: SqlJsDatabase | undefined;
    return {
      path,
      open() {
        db ??= openCopy(path);
        return db;
      },
      close() {
        db?.close();
        removeSnapshot(path);
      },
    };
  }

  /** Runs once a minute by itself. A backup that fails is tried again then; the store goes on. */
  async backUpWhenDue(): Promise<void> {
    if (this.waitingBackups > 0) return;
    try {
      const due = isBackupDue({
        now: this.parts.clock.now(),
        lastBackupAt: this.backups.list()[0]?.at,
        openedAt: this.openedAt,
        changes: this.changesSinceBackup(),
        changedBefore: this.changedBefore,
      });
      if (due) await this.backUp();
    } catch (error) {
      if (!this.closed) this.parts.logger.error('The store could not be backed up', error);
    }
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.timer);
    this.closing.abort();
    this.changed.dispose();
    try {
      // The next start then looks at the whole file.
      if (this.db.sawDamage) writeFileSync(storeFiles(this.dataDir).suspect, '', { mode: 0o600 });
      this.db.close();
    } finally {
      this.parts.lock.dispose();
    }
  }

  private changesSinceBackup(): number {
    const count = this.countChanges();
    // The count begins anew with the connection, which an I/O error replaces.
    return count < this.changesAtBackup ? count : count - this.changesAtBackup;
  }

  private countChanges(): number {
    return this.db.get<{ n: number }>('SELECT total_changes() AS n')?.n ?? 0;
  }
}
