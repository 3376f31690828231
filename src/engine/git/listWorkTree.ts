import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseIndex, parsePaths } from './parseEntries';
import { type GitOptions, runGit } from './runGit';

interface WorkTreeFile {
  /** Relative to the listed folder, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'symlink';
  readonly tracked: boolean;
}

export interface WorkTreeListing {
  readonly files: WorkTreeFile[];
  /** Tracked files that a sparse checkout leaves out. */
  readonly outsideSparse: number;
  /** Names that are not UTF-8, made readable. */
  readonly unreadable: string[];
  /** Submodules without a checkout, and repositories inside this one that are no submodules. */
  readonly notEntered: { readonly path: string; readonly why: 'submodule' | 'repository' }[];
}

/** A submodule of a submodule of a submodule is listed; more is a loop or an attack. */
const maxDepth = 5;

/**
 * The files of a folder as git sees them: tracked ones, whatever the ignore rules say of them, and untracked ones that
 * are not ignored. Checked-out submodules are listed with their own index.
 */
export async function listWorkTree(options: GitOptions): Promise<WorkTreeListing> {
  const listing: MutableListing = { files: [], outsideSparse: 0, unreadable: [], notEntered: [] };
  await listInto(listing, '', options, 0);
  return listing;
}

type MutableListing = { -readonly [K in keyof WorkTreeListing]: WorkTreeListing[K] };

async function listInto(listing: MutableListing, prefix: string, options: GitOptions, depth: number): Promise<void> {
  const [index, untracked] = await Promise.all([
    runGit(['ls-files', '-z', '-s', '-t'], options),
    runGit(['ls-files', '-z', '-o', '--exclude-standard'], options),
  ]);
  const submodules: string[] = [];
  const tracked = parseIndex(index);
  for (const entry of tracked.entries) {
    if (entry.skipWorktree) listing.outsideSparse++;
    else if (entry.kind === 'submodule') submodules.push(entry.path);
    else listing.files.push({ path: prefix + entry.path, kind: entry.kind, tracked: true });
  }
  const others = parsePaths(untracked);
  for (const path of others.entries) {
    // git names a repository inside this one, which is no submodule, by its folder.
    if (path.endsWith('/')) listing.notEntered.push({ path: prefix + path.slice(0, -1), why: 'repository' });
    else listing.files.push({ path: prefix + path, kind: 'file', tracked: false });
  }
  listing.unreadable.push(...[...tracked.unreadable, ...others.unreadable].map((name) => prefix + name));
  for (const path of submodules) await enter(listing, prefix, path, options, depth);
}

async function enter(
  listing: MutableListing,
  prefix: string,
  path: string,
  options: GitOptions,
  depth: number,
): Promise<void> {
  const cwd = join(options.cwd, path);
  const checkedOut = statSync(join(cwd, '.git'), { throwIfNoEntry: false }) !== undefined;
  if (checkedOut && depth < maxDepth) await listInto(listing, `${prefix}${path}/`, { ...options, cwd }, depth + 1);
  else listing.notEntered.push({ path: prefix + path, why: 'submodule' });
}
