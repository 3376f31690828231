import { sha256 } from '../../../base/sha256';
import type { CommitHeader } from '../../git/commits/parseCommits';
import type { CaptureStore, SeenCommit } from '../captureStore';

/** What is known of a commit from the log, where the tables of capture know nothing: it came another way. */
export type FindInLog = (sha: string) => { readonly chainId: string } | undefined;

/** The commits that were seen, with what this capture adds on top; nothing is written before all is known. */
export class Ledger {
  private readonly added = new Map<string, SeenCommit>();

  constructor(
    private readonly store: CaptureStore,
    private readonly projectId: string,
    private readonly findInLog: FindInLog,
  ) {}

  find(sha: string): SeenCommit | undefined {
    return this.added.get(sha) ?? this.store.find(this.projectId, sha);
  }

  /** Whether the log tells of it. */
  isTold(sha: string): boolean {
    return this.findInLog(sha) !== undefined || this.added.get(sha)?.taken === true;
  }

  /** The first version of a commit, as far as it is known. */
  chainOf(sha: string): string {
    return this.find(sha)?.chainId ?? this.findInLog(sha)?.chainId ?? sha;
  }

  put(commit: SeenCommit): void {
    this.added.set(commit.sha, commit);
  }

  setState(sha: string, state: SeenCommit['state']): void {
    const known = this.find(sha);
    if (known !== undefined && known.state !== state) this.added.set(sha, { ...known, state });
  }

  byAuthor(key: string): SeenCommit[] {
    return this.merge(this.store.byAuthor(this.projectId, key), (commit) => commit.authorKey === key);
  }

  byPatch(key: string): SeenCommit[] {
    return this.merge(this.store.byPatch(this.projectId, key), (commit) => commit.patchKey === key);
  }

  setAsideOn(parent: string | null): SeenCommit[] {
    const fits = (commit: SeenCommit): boolean => commit.state === 'setAside' && commit.parent === parent;
    return this.merge(this.store.setAsideOn(this.projectId, parent), fits);
  }

  byTree(tree: string): SeenCommit[] {
    return this.merge(this.store.byTree(this.projectId, tree), (commit) => commit.tree === tree);
  }

  changes(): SeenCommit[] {
    return [...this.added.values()];
  }

  private merge(stored: readonly SeenCommit[], fits: (commit: SeenCommit) => boolean): SeenCommit[] {
    const rest = stored.filter(({ sha }) => !this.added.has(sha));
    return [...rest, ...[...this.added.values()].filter(fits)];
  }
}

/** What stays the same when a commit is made anew elsewhere. */
export const authorKeyOf = ({ email, authoredAt }: CommitHeader): string =>
  sha256(`${email.toLowerCase()}\n${authoredAt}`).slice(0, 32);

/** Without what `cherry-pick -x` adds, and without blanks that git takes away. */
export const messageKeyOf = ({ message }: CommitHeader): string =>
  sha256(
    message
      .replace(/\(cherry picked from commit [0-9a-f]{40,64}\)/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ).slice(0, 32);

export function seen(
  header: CommitHeader,
  more: Pick<SeenCommit, 'chainId' | 'taken'> & Partial<Pick<SeenCommit, 'state' | 'patchKey'>>,
): SeenCommit {
  return {
    sha: header.sha,
    parent: header.parents[0] ?? null,
    tree: header.tree,
    authorKey: authorKeyOf(header),
    messageKey: messageKeyOf(header),
    state: 'current',
    patchKey: null,
    ...more,
  };
}
