import type { DiskOperation } from './diskTrace';

type Change = Extract<DiskOperation, { kind: 'write' | 'truncate' }>;

interface Inode {
  synced: Buffer;
  unsynced: Change[];
}

type FolderChange =
  | { readonly kind: 'add'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'remove'; readonly path: string };

const sector = 512;

export interface CrashOptions {
  readonly random: () => number;
  /** Share of the unsynced writes that reached the disk all the same. */
  readonly survival: number;
}

/**
 * What a disk may hold after the power failed behind the last of these operations: all that was synced, and of the rest
 * any part in any order, torn at sectors, sometimes grown without its data; folder entries kept or lost in order.
 */
export function imageAfterCrash(operations: readonly DiskOperation[], options: CrashOptions): Map<string, Buffer> {
  const { folder, waiting } = replay(operations, options);
  const kept = Math.floor(options.random() * (waiting.length + 1));
  for (const change of waiting.slice(0, kept)) applyToFolder(folder, change);
  const image = new Map<string, Buffer>();
  for (const [path, inode] of folder) image.set(path, settle(inode, options));
  return image;
}

function replay(
  operations: readonly DiskOperation[],
  options: CrashOptions,
): { folder: Map<string, Inode>; waiting: FolderChange[] } {
  const folder = new Map<string, Inode>();
  const live = new Map<string, Inode>();
  let waiting: FolderChange[] = [];
  for (const operation of operations) {
    if (operation.kind === 'create') {
      const inode = { synced: Buffer.alloc(0), unsynced: [] };
      live.set(operation.path, inode);
      waiting.push({ kind: 'add', path: operation.path, inode });
    } else if (operation.kind === 'write' || operation.kind === 'truncate') {
      live.get(operation.path)?.unsynced.push(operation);
    } else if (operation.kind === 'sync') {
      const inode = live.get(operation.path);
      if (!inode) continue;
      inode.synced = inode.unsynced.reduce(applyToFile, inode.synced);
      inode.unsynced = [];
    } else if (operation.kind === 'failedSync') {
      const inode = live.get(operation.path);
      if (!inode) continue;
      inode.synced = settle(inode, options);
      inode.unsynced = [];
    } else if (operation.kind === 'unlink') {
      waiting.push({ kind: 'remove', path: operation.path });
      live.delete(operation.path);
    } else if (operation.kind === 'syncFolder') {
      for (const change of waiting) applyToFolder(folder, change);
      waiting = [];
    }
  }
  return { folder, waiting };
}

function applyToFolder(folder: Map<string, Inode>, change: FolderChange): void {
  if (change.kind === 'add') folder.set(change.path, change.inode);
  else folder.delete(change.path);
}

function applyToFile(content: Buffer, change: Change): Buffer {
  const size = change.kind === 'truncate' ? change.size : change.position + change.data.length;
  const result = Buffer.alloc(change.kind === 'truncate' ? size : Math.max(size, content.length));
  content.copy(result, 0, 0, Math.min(content.length, result.length));
  if (change.kind === 'write') result.set(change.data, change.position);
  return result;
}

function settle(inode: Inode, { random, survival }: CrashOptions): Buffer {
  let content = inode.synced;
  for (const change of inode.unsynced) {
    if (random() >= survival) continue;
    content = applyToFile(content, change.kind === 'write' ? tear(change, content, random) : change);
  }
  return content;
}

function tear(change: Extract<Change, { kind: 'write' }>, before: Buffer, random: () => number): typeof change {
  const data = Buffer.from(change.data);
  if (random() < 0.3) {
    const end = change.position + data.length;
    for (let start = change.position - (change.position % sector); start < end; start += sector) {
      if (random() < 0.5) continue;
      for (let at = Math.max(start, change.position); at < Math.min(start + sector, end); at += 1)
        data[at - change.position] = before[at] ?? 0;
    }
  } else if (random() < 0.1) {
    // The file grew, but what was to be in the new blocks did not get there. Blocks that it had keep their content.
    for (let at = 0; at < data.length; at += 1) data[at] = before[change.position + at] ?? 0;
  }
  return { ...change, data };
}
