import * as fs from 'node:fs';
import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/disposable';
import { EngineError, isEngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import { Backups } from './backup/backups';
import { endedUnclean, findDamage, forgetDoubts, keepLog, setAside, sizeOf } from './backup/damage';
import { finishRestore, prepareRestore } from './backup/restore';
import { toFileError } from './fileError';
import { migrations as ownMigrations } from './migrations/index';
import { latestVersion, type Migration, migrate, newerStore, readSchemaVersion } from './migrator';
import { Notices } from './notices';
import { findWasmFile } from './openDatabase';
import { OpenedStore } from './openedStore';
import { currentPlace } from './owner/place';
import { checkForeignOwner } from './ownerFile';
import { acquireOwnerLock } from './ownerLock';
import { selfTest } from './selfTest';
import { removeOldSnapshots } from './snapshot/takeSnapshot';
import { type FileAccess, nodeFileAccess } from './sqlJs/fileAccess';
import { createFileSource } from './sqlJs/fileSource';
import { loadSqlJs, type SqlJs } from './sqlJs/loadSqlJs';
import type { NodeVfs } from './sqlJs/nodeVfs';
import { createSnapshotSource } from './sqlJs/snapshotSource';
import { SqlJsDatabase } from './sqlJs/sqlJsDatabase';
import type { Store } from './store';
import { type StoreFiles, storeFiles } from './storeFiles';

export interface OpenStoreOptions {
  readonly dataDir: string;
  /** Folder of `sql-wasm.wasm`; the installed package where it is left out. */
  readonly distDir?: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Of a caller that is the owner already; else taken here. Given back when the store is closed or can't be opened. */
  readonly lock?: Disposable | undefined;
  readonly migrations?: readonly Migration[] | undefined;
  readonly access?: FileAccess | undefined;
  readonly sqlJs?: SqlJs | undefined;
  /** Loads SQLite from its WASM file in another way than usual. */
  readonly loadSqlJs?: typeof loadSqlJs | undefined;
}

/** Makes the data folder where it is missing, closed to other users. */
export function ensureDataDir(dataDir: string): void {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw toFileError(error, dataDir);
  }
}

/**
 * Opens the store in a folder as its only owner, brings its schema up to date, and restores a backup where the file is
 * damaged. Rejects with `unavailable` where another process is the owner, and with `readOnly`, `full`, `newerStore`.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  ensureDataDir(options.dataDir);
  const lock = options.lock ?? acquireOwnerLock(options.dataDir);
  if (!lock) throw new EngineError('unavailable', 'Another Contox process has the store open.');
  try {
    checkForeignOwner(storeFiles(options.dataDir).owner, currentPlace());
    const load = options.loadSqlJs ?? loadSqlJs;
    const sqlJs = options.sqlJs ?? (await load(findWasmFile(options.distDir)));
    return new StoreOpening(options, sqlJs).open(lock);
  } catch (error) {
    lock.dispose();
    throw toFileError(error, options.dataDir);
  }
}

class StoreOpening {
  private readonly files: StoreFiles;
  private readonly notices: Notices;
  private readonly migrations: readonly Migration[];
  private readonly access: FileAccess;
  private readonly vfs: NodeVfs | undefined;

  constructor(
    private readonly options: OpenStoreOptions,
    private readonly sqlJs: SqlJs,
  ) {
    this.files = storeFiles(options.dataDir);
    this.notices = new Notices(this.files.notices, options.clock);
    this.migrations = options.migrations ?? ownMigrations;
    this.access = options.access ?? nodeFileAccess;
    this.vfs = this.findVfs();
  }

  open(lock: Disposable): Store {
    this.refuseNewer();
    const lastChangeAt = this.lastChangeAt();
    const db = this.openSound();
    try {
      this.upgrade(db);
      const { dataDir, distDir = '', clock, logger } = this.options;
      removeOldSnapshots(this.files);
      const openCopy = this.vfs && ((path: string): SqlJsDatabase => this.openFile(path, false));
      const parts = { db, dataDir, distDir, clock, logger, lock, notices: this.notices, lastChangeAt, openCopy };
      return new OpenedStore(parts);
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** The tested file layer, or `undefined` and a notice where the fallback has to do. */
  private findVfs(): NodeVfs | undefined {
    let problem = this.sqlJs.problem;
    const { vfs } = this.sqlJs;
    try {
      if (vfs) {
        selfTest(this.sqlJs, vfs, this.files.selfTest, this.access);
        return vfs;
      }
    } catch (error) {
      if (isEngineError(error, 'full') || isEngineError(error, 'readOnly')) throw error;
      problem = error;
    }
    this.options.logger.error('The file layer under sql.js does not work', problem);
    this.notices.addOnce(
      'fallback',
      'The fast way to the store does not work here, so each change writes the whole store. Nothing is lost, but a large store is slow. Reinstall Contox.',
    );
    return undefined;
  }

  /** From the header alone, so that a store of a newer program is not even opened. */
  private refuseNewer(): void {
    const found = readHeaderVersion(this.files.database);
    const known = latestVersion(this.migrations);
    if (found > known) throw newerStore(found, known);
  }

  private openSound(): SqlJsDatabase {
    const { database } = this.files;
    if ((sizeOf(database) ?? 0) === 0) {
      // A crash between setting aside and restoring leaves no file; so does one who deletes it by mistake.
      const hasBackup = new Backups(this.files.backups).list().length > 0;
      return hasBackup ? this.restore('The store file was missing.') : this.openFile(database);
    }
    const unclean = endedUnclean(this.files);
    if (unclean) keepLog(this.files);
    let db: SqlJsDatabase | undefined;
    try {
      db = this.openFile(database);
      const damage = unclean ? findDamage(db) : undefined;
      if (damage === undefined) {
        forgetDoubts(this.files);
        return db;
      }
      this.options.logger.error(`The store is damaged: ${damage}`);
    } catch (error) {
      closeQuietly(db);
      if (!isEngineError(error, 'damaged')) throw error;
      this.options.logger.error('The store is damaged', error);
      return this.restore('The store file was damaged.');
    }
    closeQuietly(db);
    return this.restore('The store file was damaged.');
  }

  private restore(what: string): SqlJsDatabase {
    const { clock, logger } = this.options;
    const open = (path: string): SqlJsDatabase => this.openFile(path);
    const backup = prepareRestore({ files: this.files, open, logger, knownVersion: latestVersion(this.migrations) });
    const aside = fs.existsSync(this.files.database) || fs.existsSync(this.files.log);
    const kept = aside ? ` The old file is kept as ${setAside(this.files, clock.now())}.` : '';
    if (backup) finishRestore(this.files);
    const db = this.openFile(this.files.database);
    if (backup)
      this.notices.add(
        'restored',
        `${what} Contox restored the backup of ${new Date(backup.at).toISOString()}; what was stored after that time is lost.${kept}`,
      );
    else this.notices.add('recreated', `${what} There was no backup, so Contox began an empty store.${kept}`);
    return db;
  }

  private upgrade(db: SqlJsDatabase): void {
    const version = readSchemaVersion(db);
    const latest = latestVersion(this.migrations);
    if (version > 0 && version < latest) {
      const backups = new Backups(this.files.backups);
      const path = backups.add(this.options.clock.now(), version, (target) => db.copyTo(target));
      this.options.logger.info(`The store goes from schema ${version} to ${latest}; its backup is ${path}`);
    }
    migrate(db, this.migrations);
  }

  /** `settles`: what a log holds must be on the disk before it is read, as after a crash. */
  private openFile(path: string, settles = true): SqlJsDatabase {
    const source = this.vfs
      ? createFileSource(this.sqlJs, this.vfs, { path, access: this.access, settles })
      : createSnapshotSource(this.sqlJs, path);
    return new SqlJsDatabase(source);
  }

  private lastChangeAt(): number | undefined {
    const times = [this.files.database, this.files.log].map(
      (path) => fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
    const newest = Math.max(...times);
    return newest > 0 ? newest : undefined;
  }
}

/** `user_version`, at byte 60 of SQLite's header; 0 where the file is missing or too short. */
function readHeaderVersion(path: string): number {
  if ((sizeOf(path) ?? 0) < 100) return 0;
  const header = Buffer.alloc(64);
  const fd = fs.openSync(path, 'r');
  try {
    fs.readSync(fd, header, 0, header.length, 0);
  } finally {
    fs.closeSync(fd);
  }
  return header.toString('latin1', 0, 6) === 'SQLite' ? header.readInt32BE(60) : 0;
}

function closeQuietly(db: SqlJsDatabase | undefined): void {
  try {
    db?.close();
  } catch {
    // It is damaged: what matters is that its file is no longer open.
  }
}
