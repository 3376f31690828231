import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { toFileError } from '../fileError';
import { syncFolder } from '../sqlJs/fileAccess';
import { syncFile } from '../writeFileSafely';
import { type Backup, nameBackup, parseBackups, selectOutdated } from './backupNames';

const draftName = 'unfinished';

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
    const draft = this.prepare();
    try {
      copyTo(draft);
      syncFile(draft);
      return this.finish(draft, nameBackup(at, schemaVersion));
    } catch (error) {
      throw this.abandon(draft, error);
    }
  }

  /** The same, where others have their turn while the copy is written and synced. */
  async addSlowly(at: number, schemaVersion: number, copyTo: (path: string) => Promise<void>): Promise<string> {
    const draft = this.prepare();
    try {
      await copyTo(draft);
      const file = await open(draft, 'r+');
      await file.sync().finally(() => file.close());
      return this.finish(draft, nameBackup(at, schemaVersion));
    } catch (error) {
      throw this.abandon(draft, error);
    }
  }

  private finish(draft: string, name: string): string {
    const path = join(this.folder, name);
    fs.renameSync(draft, path);
    syncFolder(path);
    for (const outdated of selectOutdated(this.list())) fs.rmSync(this.pathOf(outdated), { force: true });
    return path;
  }

  private abandon(draft: string, error: unknown): unknown {
    fs.rmSync(draft, { force: true });
    return toFileError(error, this.folder);
  }

  /** A new name each time: a thread that was ended may write on for a moment. */
  private prepare(): string {
    try {
      fs.mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      for (const name of fs.readdirSync(this.folder))
        if (name.startsWith(draftName)) fs.rmSync(join(this.folder, name), { force: true });
      return join(this.folder, `${draftName}-${randomUUID()}.db`);
    } catch (error) {
      throw toFileError(error, this.folder);
    }
  }
}
