import type { ProjectRow } from '../projectStore';
import type { FolderFacts } from './folderFacts';

/** Projects that may be the one of a folder. */
export interface Candidates {
  /** The one that `.contox.json` names, if this store has it. */
  readonly pinned: ProjectRow | undefined;
  /** Of the pinned one: whether it was opened in this folder, and whether any folder of it is still there. */
  readonly pinnedHere: boolean;
  readonly pinnedElsewhere: boolean;
  /** Opened in this folder, the latest first. */
  readonly inFolder: readonly ProjectRow[];
  /** Same first commit, same remote, same place inside the repository; the oldest first. */
  readonly ofRepository: readonly ProjectRow[];
}

/**
 * Which project a folder belongs to; `undefined`: a new one. The decisions, first that fits:
 *
 * 1. A pin counts where the repository is the pinned project's (same first commit). Where one of the two is unknown it
 *    counts in a folder in which that project was opened before, or when no folder of it is left. Anyone can write a
 *    project's id into a repository, so a pin never brings another repository's text into a project that is in use.
 * 2. A folder in which a project was opened stays that project's. Another repository in the same folder is another
 *    project; a rewritten history of the same remote is not.
 * 3. A clone, a work tree or a moved folder is recognised by first commit, remote and the folder's place inside the
 *    repository. All three: starters share a first commit, so a fork with another remote is a project of its own, and so
 *    is a folder of a monorepo that is opened by itself.
 */
export function chooseProject(facts: FolderFacts, candidates: Candidates): ProjectRow | undefined {
  const { pinned } = candidates;
  if (pinned && pinFits(facts, pinned, candidates)) return pinned;
  const known = candidates.inFolder.find((project) => !isAnotherRepository(facts, project));
  return known ?? candidates.ofRepository[0];
}

function pinFits(facts: FolderFacts, pinned: ProjectRow, candidates: Candidates): boolean {
  const rootCommit = facts.repository?.rootCommit ?? null;
  if (rootCommit !== null && pinned.rootCommit !== null && rootCommit === pinned.rootCommit) return true;
  if (isAnotherRepository(facts, pinned)) return false;
  return candidates.pinnedHere || !candidates.pinnedElsewhere;
}

/** Known to be different; where too little is known it is not. */
export function isAnotherRepository(facts: FolderFacts, project: ProjectRow): boolean {
  const { rootCommit = null, remote = null } = facts.repository ?? {};
  if (rootCommit === null || project.rootCommit === null || rootCommit === project.rootCommit) return false;
  return remote === null || remote !== project.remote;
}
