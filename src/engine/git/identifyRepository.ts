import { gitFailureReason } from './gitFailure';
import { findRepository, readRemote, readState } from './repository';
import { type GitOptions, runGitText } from './runGit';

/** What stays the same when a repository is cloned, moved or renamed. */
export interface RepositoryIdentity {
  /** Absolute path of the work tree's root. */
  readonly root: string;
  /** The folder inside it, `''` for the root itself, else with a `/` at the end. */
  readonly prefix: string;
  /** First commit of HEAD's main line; `null` before the first commit and in a shallow clone. */
  readonly rootCommit: string | null;
  /** URL of `origin` without user name and password. */
  readonly remote: string | null;
  readonly branch: string | null;
}

/** The identity of the repository that holds a folder; `undefined` where there is none or git can't read it. */
export async function identifyRepository(
  path: string,
  options: Omit<GitOptions, 'cwd'> = {},
): Promise<RepositoryIdentity | undefined> {
  const git = { ...options, cwd: path };
  // Only a whole history with a commit has a first one; to ask at once is quicker than to find out before.
  const root = findRootCommit(git);
  root.catch(() => undefined);
  try {
    const [state, place, remote] = await Promise.all([readState(git), findRepository(git), readRemote(git)]);
    const rootCommit = state.commit === null || state.shallow ? null : await root;
    return { root: place.root, prefix: place.prefix, rootCommit, remote, branch: state.branch };
  } catch (error) {
    if (gitFailureReason(error) === undefined) throw error;
    return undefined;
  }
}

/**
 * The commit that the main line began with. Histories that were joined later have roots of their own; the main line has
 * one, it is the same in every clone, and it is found in half the time.
 */
async function findRootCommit(options: GitOptions): Promise<string | null> {
  const root = await runGitText(['rev-list', '--first-parent', '--max-parents=0', 'HEAD'], options);
  return root.trim() || null;
}
