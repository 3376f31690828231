import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';

export type RepositoryKind = 'main' | 'worktree' | 'submodule' | 'bare';

/** Where a work tree and what git knows of it lie, told from files alone: no git is started. */
export interface RepositoryLocation {
  /** Topmost folder of the work tree; of a bare repository, its own folder. Without links. */
  readonly root: string;
  /** What belongs to this work tree alone: its HEAD and the log of it. */
  readonly gitDir: string;
  /** What all work trees of the repository share; `gitDir` itself where there is one only. */
  readonly commonDir: string;
  readonly kind: RepositoryKind;
}

/** A pointer to a git directory is one path; more is no pointer. */
const maxPointerBytes = 10_000;

/** The repository whose topmost folder is this one. */
export function locateRepository(folder: string): RepositoryLocation | undefined {
  const root = realPath(folder);
  if (root === undefined) return undefined;
  const dotGit = join(root, '.git');
  const stats = statOf(dotGit);
  if (stats?.isDirectory() && isGitDir(dotGit)) return locate(root, dotGit);
  if (stats?.isFile()) {
    const pointed = /^gitdir: ([^\r\n]+)/.exec(readSmall(dotGit) ?? '')?.[1];
    const gitDir = pointed === undefined ? undefined : realPath(resolve(root, pointed));
    return gitDir === undefined || !isGitDir(gitDir) ? undefined : locate(root, gitDir);
  }
  if (basename(root) === '.git' || !isGitDir(root)) return undefined;
  return { root, gitDir: root, commonDir: root, kind: 'bare' };
}

/** The repository that a folder is in, or is. */
export function locateAround(folder: string): RepositoryLocation | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = locateRepository(at);
    if (found !== undefined) return found;
    if (dirname(at) === at) return undefined;
  }
}

/**
 * The other work trees of a repository that are on this disk, the main one included. Where one was, another repository may
 * be by now.
 */
export function linkedWorkTrees(commonDir: string, names: readonly string[]): RepositoryLocation[] {
  const main = basename(commonDir) === '.git' ? dirname(commonDir) : commonDir;
  const roots = names.flatMap((name) => {
    const pointer = readSmall(join(commonDir, 'worktrees', name, 'gitdir'))?.trim();
    return pointer === undefined || pointer === '' ? [] : [dirname(resolve(commonDir, 'worktrees', name, pointer))];
  });
  const places = [main, ...roots].flatMap((root) => locateRepository(root) ?? []);
  return places.filter((place) => place.commonDir === commonDir);
}

function locate(root: string, gitDir: string): RepositoryLocation {
  const shared = readSmall(join(gitDir, 'commondir'))?.trim();
  if (shared !== undefined && shared !== '') {
    const commonDir = realPath(isAbsolute(shared) ? shared : join(gitDir, shared)) ?? gitDir;
    return { root, gitDir, commonDir, kind: 'worktree' };
  }
  const kind = gitDir.includes(`${sep}.git${sep}modules${sep}`) ? 'submodule' : 'main';
  return { root, gitDir: realPath(gitDir) ?? gitDir, commonDir: realPath(gitDir) ?? gitDir, kind };
}

/** As git tells it: a HEAD, and objects and refs here or where `commondir` says. */
function isGitDir(path: string): boolean {
  if (statOf(join(path, 'HEAD')) === undefined) return false;
  if (statOf(join(path, 'commondir')) !== undefined) return true;
  return statOf(join(path, 'objects'))?.isDirectory() === true && statOf(join(path, 'refs'))?.isDirectory() === true;
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder that may not be entered holds no repository that could be read.
    return undefined;
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function readSmall(path: string): string | undefined {
  const stats = statOf(path);
  if (!stats?.isFile() || stats.size > maxPointerBytes) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
