import { constants } from 'node:fs';
import type { FileAccess } from './fileAccess';

const chunkBytes = 1 << 20;

/**
 * Writes what a write-ahead log holds onto itself and syncs it. After a failed sync the system may call pages clean that
 * never reached the disk: SQLite would read them back, sync in vain, and copy a transaction from them into the database
 * that a loss of power then tears, because on the disk the log does not have it.
 */
export function settleLog(path: string, access: FileAccess): void {
  const size = access.find(path) ?? 0;
  if (size === 0) return;
  const fd = access.open(path, constants.O_RDWR);
  try {
    const chunk = new Uint8Array(Math.min(size, chunkBytes));
    for (let position = 0; position < size; position += chunk.length) {
      const wanted = Math.min(chunk.length, size - position);
      let read = 0;
      while (read < wanted) {
        const got = access.read(fd, chunk, read, wanted - read, position + read);
        if (got === 0) break;
        read += got;
      }
      let written = 0;
      while (written < read) written += access.write(fd, chunk, written, read - written, position + written);
    }
    access.sync(fd, false);
  } finally {
    access.close(fd);
  }
}
