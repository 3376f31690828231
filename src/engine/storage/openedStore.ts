import { writeFileSync } from 'node:fs';
import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/disposable';
import { Emitter } from '../../base/emitter';
import type { Logger } from '../../base/logger';
import type { StoreState } from '../../shared/store';
import { isBackupDue } from './backup/backupSchedule';
import { Backups } from './backup/backups';
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
  /** Opens a copy; absent where there is no file page by page. */
  readonly openCopy?: ((path: string) => SqlJsDatabase) | undefined;
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
    this.timer = setInterval(() => this.backUpWhenDue(), checkEveryMs);
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

  backUp(): { path: string } {
    const path = this.backups.add(this.parts.clock.now(), this.schemaVersion, (target) => this.db.copyTo(target));
    this.changesAtBackup = this.countChanges();
    this.changedBefore = false;
    this.changed.fire(this.state);
    return { path };
  }

  private async snapshot(openCopy: (path: string) => SqlJsDatabase): Promise<StoreSnapshot> {
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
  backUpWhenDue(): void {
    try {
      const due = isBackupDue({
        now: this.parts.clock.now(),
        lastBackupAt: this.backups.list()[0]?.at,
        openedAt: this.openedAt,
        changes: this.changesSinceBackup(),
        changedBefore: this.changedBefore,
      });
      if (due) this.backUp();
    } catch (error) {
      this.parts.logger.error('The store could not be backed up', error);
    }
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearInterval(this.timer);
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
