import * as fs from 'node:fs';
import { syncFolder } from './sqlJs/fileAccess';

/** Replaces a file so that either the old or the new content is there, whatever happens in between; for the user only. */
export function writeFileSafely(path: string, content: string | Uint8Array, mode = 0o600): void {
  const draft = `${path}.${process.pid}.new`;
  try {
    const fd = fs.openSync(draft, 'w', mode);
    try {
      fs.writeFileSync(fd, content);
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
    fs.renameSync(draft, path);
  } catch (error) {
    fs.rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(path);
}

/** Puts what was written to `path` by another way, for example by SQLite, onto the disk. */
export function syncFile(path: string): void {
  const fd = fs.openSync(path, 'r+');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
