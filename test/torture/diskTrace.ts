import { type FileAccess, nodeFileAccess } from '../../src/engine/storage/sqlJs/fileAccess';

/** What reached the disk's queue, in order. */
export type DiskOperation =
  | { readonly kind: 'create'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly position: number; readonly data: Uint8Array }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  /** The system now calls the pages clean; whether they reached the disk is chance, and no later sync writes them. */
  | { readonly kind: 'failedSync'; readonly path: string }
  | { readonly kind: 'syncFolder' }
  | { readonly kind: 'unlink'; readonly path: string }
  /** Not the disk's: from here on the caller was told that the transaction lasts. */
  | { readonly kind: 'acknowledge'; readonly id: number };

export interface DiskOptions {
  /** `false`: a disk that says it synced and did not. */
  readonly syncs: boolean;
  /** Whether the next sync fails. */
  readonly failsNow: () => boolean;
}

/** Does what `node:fs` does and writes it down. */
export function recordDisk(trace: DiskOperation[], options: DiskOptions): FileAccess {
  const paths = new Map<number, string>();
  const pathOf = (fd: number): string => paths.get(fd) ?? '';
  return {
    ...nodeFileAccess,
    open(path, flags) {
      const isNew = nodeFileAccess.find(path) === undefined;
      const fd = nodeFileAccess.open(path, flags);
      paths.set(fd, path);
      if (isNew) trace.push({ kind: 'create', path });
      return fd;
    },
    write(fd, from, at, length, position) {
      trace.push({ kind: 'write', path: pathOf(fd), position, data: from.slice(at, at + length) });
      return nodeFileAccess.write(fd, from, at, length, position);
    },
    truncate(fd, size) {
      trace.push({ kind: 'truncate', path: pathOf(fd), size });
      nodeFileAccess.truncate(fd, size);
    },
    sync(fd) {
      if (options.failsNow()) {
        trace.push({ kind: 'failedSync', path: pathOf(fd) });
        throw Object.assign(new Error('EIO: made by the test'), { code: 'EIO' });
      }
      // The real sync is left out in any case: what it would do is what the trace says.
      if (options.syncs) trace.push({ kind: 'sync', path: pathOf(fd) });
    },
    syncFolder() {
      if (options.syncs) trace.push({ kind: 'syncFolder' });
    },
    unlink(path) {
      trace.push({ kind: 'unlink', path });
      nodeFileAccess.unlink(path);
    },
  };
}
