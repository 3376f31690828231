import { EngineError } from '../../../base/engineError';
import { locateAround } from '../../git/dir/locateRepository';
import { readHeadFile } from '../../git/dir/readHeadFile';
import { gitFailureReason } from '../../git/gitFailure';
import { listTree } from '../../git/listTree';
import { listWorkTree, type WorkTreeListing } from '../../git/listWorkTree';
import { type RepositoryState, readState, resolveBranch } from '../../git/repository';
import type { GitOptions } from '../../git/runGit';
import { byPath, type FileTree, type ListedFile, type ScanProblem } from './fileTree';
import { skipped, stampFiles } from './stampFiles';
import { walkFolder } from './walkFolder';

export interface ListOptions {
  /** Absolute path of the folder to scan. */
  readonly root: string;
  /** Another branch than the checked-out one is read from git's objects. */
  readonly branch?: string | undefined;
  /** Full name of a commit that is read from git's objects in place of the branch's. */
  readonly commit?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Lists what is to be scanned: by git's index, by the objects of a branch, or, without git, by walking the folder. */
export async function listFiles(options: ListOptions): Promise<FileTree> {
  const git: GitOptions = { cwd: options.root, signal: options.signal };
  const wanted = options.branch ?? null;
  // Nearly always it is the folder that is to be scanned: what git knows of it is asked for without waiting.
  const folder = wanted === null ? settled(listFolder(git)) : undefined;
  const position = options.commit === undefined ? await headOf(git, folder) : undefined;
  const known = position && (await folder);
  if (position !== undefined && known !== undefined) return { ...known, ...position };
  const head = await findState(git);
  if ('problem' in head) return listWithoutGit(options, head.problem);
  if (options.commit !== undefined)
    return { ...(await listObjects(options.commit, git)), branch: wanted, commit: options.commit };
  if (head.bare || (wanted !== null && wanted !== head.branch)) {
    const commit = wanted === null || wanted === head.branch ? head.commit : await resolveBranch(wanted, git);
    if (commit === undefined || commit === null)
      throw new EngineError(
        'notFound',
        wanted === null ? 'The repository has no commit yet.' : `Branch ${wanted} not found`,
      );
    return { ...(await listObjects(commit, git)), branch: wanted ?? head.branch, commit };
  }
  const listed = (await folder) ?? (await listFolder(git));
  return { ...listed, branch: head.branch, commit: head.commit };
}

/** Where HEAD is, from the files that tell it: what git has listed it can be asked about, and may be without it. */
async function headOf(git: GitOptions, folder: Promise<Listed | undefined> | undefined) {
  const place = folder === undefined ? undefined : locateAround(git.cwd);
  if (place === undefined || place.kind === 'bare') return undefined;
  const position = await settled(readHeadFile(place, git));
  return (await folder) === undefined ? undefined : position;
}

/** Nothing where it fails: then it is tried again when it is needed, and says why. */
async function settled<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}

type Listed = Pick<FileTree, 'source' | 'files' | 'problems'>;

async function findState(git: GitOptions): Promise<RepositoryState | { readonly problem: ScanProblem }> {
  try {
    return await readState(git);
  } catch (error) {
    const reason = gitFailureReason(error);
    if (reason === undefined) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const hint = reason === 'no-repository' ? 'The folder is not in a git repository' : message.replace(/\.$/, '');
    return { problem: { path: '', message: `${hint}: files were listed without git, and there is no history.` } };
  }
}

async function listWithoutGit(options: ListOptions, problem: ScanProblem): Promise<FileTree> {
  if (options.branch !== undefined)
    throw new EngineError(
      'invalid',
      `Branch ${options.branch} can't be read: the folder has no usable git repository.`,
    );
  const walk = await walkFolder(options.root, options.signal);
  const files = await stampFiles(options.root, walk.paths, options.signal);
  return {
    source: { kind: 'folder', root: options.root },
    files: files.sort(byPath),
    branch: null,
    commit: null,
    problems: [problem, ...walk.problems],
  };
}

async function listFolder(git: GitOptions): Promise<Listed> {
  const listing = await listWorkTree(git);
  const files = await stampFiles(git.cwd, listing.files, git.signal);
  files.push(...listing.unreadable.map((path) => skipped(path, 'unreadable')));
  return { source: { kind: 'folder', root: git.cwd }, files: files.sort(byPath), problems: problemsOf(listing) };
}

function problemsOf(listing: WorkTreeListing): ScanProblem[] {
  const problems = listing.unreadable.map((path) => ({ path, message: 'The name is not UTF-8.' }));
  for (const { path, why } of listing.notEntered) {
    const submodule = 'A submodule that is not checked out; its files were not scanned.';
    const repository = 'A repository of its own inside this one; open it as a folder to scan it.';
    problems.push({ path, message: why === 'submodule' ? submodule : repository });
  }
  if (listing.outsideSparse > 0)
    problems.push({ path: '', message: `${listing.outsideSparse} tracked files are outside the sparse checkout.` });
  return problems;
}

async function listObjects(commit: string, git: GitOptions): Promise<Listed> {
  const tree = await listTree(commit, git);
  const problems = tree.unreadable.map((path) => ({ path, message: 'The name is not UTF-8.' }));
  const files: ListedFile[] = tree.unreadable.map((path) => skipped(path, 'unreadable'));
  for (const entry of tree.entries) {
    if (entry.kind === 'symlink') files.push(skipped(entry.path, 'symlink'));
    else if (entry.kind === 'file')
      files.push({ path: entry.path, bytes: entry.bytes, stamp: '', changedAt: 0, hash: entry.oid });
    else problems.push({ path: entry.path, message: 'A submodule; its files are not part of the branch.' });
  }
  return { source: { kind: 'objects', root: git.cwd }, files: files.sort(byPath), problems };
}
