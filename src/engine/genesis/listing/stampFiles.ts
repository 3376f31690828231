import { type BigIntStats, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nextTurn } from '../../../base/nextTurn';
import type { SkipReason } from '../../../shared/genesis';
import type { ListedFile } from './fileTree';

export interface PathToStamp {
  readonly path: string;
  readonly kind: 'file' | 'symlink';
}

/** So many files are looked at before the thread does something else: about 5 ms. */
const slice = 500;

/** Asks the file system about each listed path. Links are not followed, neither at the end of a path nor on the way. */
export async function stampFiles(
  root: string,
  paths: readonly PathToStamp[],
  signal: AbortSignal | undefined,
): Promise<ListedFile[]> {
  const folders = new RealFolders(root);
  // What is listed lies below the root, in its plain form: to join thousands of paths by their rules takes longer than to look.
  const base = join(root, '/');
  const files: ListedFile[] = [];
  for (const [index, entry] of paths.entries()) {
    if (index % slice === slice - 1) await nextTurn(signal);
    files.push(stampFile(base, entry, folders));
  }
  return files;
}

function stampFile(base: string, entry: PathToStamp, folders: RealFolders): ListedFile {
  if (entry.kind === 'symlink') return skipped(entry.path, 'symlink');
  if (!folders.isReal(dirname(entry.path))) return skipped(entry.path, 'missing');
  let stats: BigIntStats | undefined;
  try {
    stats = lstatSync(base + entry.path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return skipped(entry.path, 'unreadable');
  }
  if (stats === undefined) return skipped(entry.path, 'missing');
  if (stats.isSymbolicLink()) return skipped(entry.path, 'symlink');
  if (!stats.isFile()) return skipped(entry.path, 'unreadable');
  return {
    path: entry.path,
    bytes: Number(stats.size),
    stamp: `${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}:${stats.ino}`,
    changedAt: Number(stats.mtimeNs / 1000n) / 1000,
    hash: '',
  };
}

export function skipped(path: string, reason: SkipReason, bytes = 0): ListedFile {
  return { path, bytes, stamp: '', changedAt: 0, hash: '', skipped: reason };
}

/** Tells whether a folder is reached without a link, so that nothing outside the scanned folder is ever read. */
class RealFolders {
  private readonly known = new Map<string, boolean>([['.', true]]);

  constructor(private readonly root: string) {}

  isReal(folder: string): boolean {
    const known = this.known.get(folder);
    if (known !== undefined) return known;
    const real = this.isReal(dirname(folder)) && this.isFolder(folder);
    this.known.set(folder, real);
    return real;
  }

  private isFolder(folder: string): boolean {
    try {
      return lstatSync(join(this.root, folder), { throwIfNoEntry: false })?.isDirectory() === true;
    } catch {
      return false;
    }
  }
}
