import * as fs from 'node:fs';
import { join } from 'node:path';
import { toFileError } from '../fileError';
import { syncFolder } from '../sqlJs/fileAccess';
import { syncFile } from '../writeFileSafely';
import { type Backup, nameBackup, parseBackups, selectOutdated } from './backupNames';

/** The folder of rotating copies. */
export class Backups {
  constructor(private readonly folder: string) {}

  /** Newest first. */
  list(): Backup[] {
    return fs.existsSync(this.folder) ? parseBackups(fs.readdirSync(this.folder)) : [];
  }

  pathOf(backup: Backup): string {
    return join(this.folder, backup.name);
  }

  /** Lets `copyTo` write a new copy and removes the outdated ones; the path of the copy, which is on the disk then. */
  add(at: number, schemaVersion: number, copyTo: (path: string) => void): string {
    const draft = join(this.folder, 'unfinished.db');
    const path = join(this.folder, nameBackup(at, schemaVersion));
    this.prepare(draft);
    try {
      copyTo(draft);
      syncFile(draft);
      fs.renameSync(draft, path);
      syncFolder(path);
      for (const outdated of selectOutdated(this.list())) fs.rmSync(this.pathOf(outdated), { force: true });
      return path;
    } catch (error) {
      fs.rmSync(draft, { force: true });
      throw toFileError(error, this.folder);
    }
  }

  private prepare(draft: string): void {
    try {
      fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      fs.rmSync(draft, { force: true });
    } catch (error) {
      throw toFileError(error, this.folder);
    }
  }
}
