import type { SkipReason } from '../../../shared/genesis';

/** Where the content of the listed files comes from. */
export type ContentSource =
  /** The folder itself. */
  | { readonly kind: 'folder'; readonly root: string }
  /** git's objects of the repository around `root`; nothing is checked out. */
  | { readonly kind: 'objects'; readonly root: string };

export interface ListedFile {
  /** Relative to the scanned folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** What the file system says of the file now (size, times, inode); equal stamps mean equal content. `''` for objects. */
  readonly stamp: string;
  /** When the content changed last, in ms with a fraction; 0 for objects. */
  readonly changedAt: number;
  /** git's blob hash where the listing knows it (objects), else `''`. */
  readonly hash: string;
  readonly skipped?: SkipReason;
}

export interface ScanProblem {
  /** A file or folder, or `''` for the whole scan. */
  readonly path: string;
  readonly message: string;
}

/** Everything below the scanned folder, in the order of the paths. */
export interface FileTree {
  readonly source: ContentSource;
  readonly files: readonly ListedFile[];
  /** `null` without git and when detached. */
  readonly branch: string | null;
  /** Commit that is checked out, or whose objects are read; `null` without one. */
  readonly commit: string | null;
  readonly problems: readonly ScanProblem[];
}

export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
