import { isAncestor, listRange } from '../../git/commits/listRange';
import { patchKey } from '../../git/commits/parsePatch';
import { readDiffBetween } from '../../git/commits/readDiffs';
import { findMergeBase, listTips } from '../../git/repository';
import type { SeenCommit } from '../captureStore';
import type { PlanContext, PlannedCommit } from '../plan/planContext';

/** Branches that may have been taken over as one commit. */
const mostBranches = 10;
/** So many commits are asked for it: each costs some calls of git. */
const mostAsked = 20;
const longestBranch = 200;

/**
 * Links a commit with those that made the same change before, which no reflog tells: a change taken over by hand, a commit
 * made again, a branch merged as one commit. Only with commits of the same repository that the new one does not follow.
 */
export class ChangeLinks {
  private tips: Promise<string[]> | undefined;
  private asked = 0;
  /** Commits of this look whose turn is still to come: nothing is made after what comes later. */
  private readonly later: Set<string>;

  constructor(private readonly context: PlanContext) {
    this.later = new Set(context.planned.filter(({ type }) => type === 'commit').map(({ header }) => header.sha));
  }

  async link(one: PlannedCommit, key: string | undefined): Promise<PlannedCommit> {
    this.later.delete(one.header.sha);
    if (key === undefined) return one;
    if (one.kind !== 'commit' || one.replaces.length > 0 || one.header.parents.length !== 1) return one;
    return (await this.sameChange(one, key)) ?? (await this.sameBranch(one, key)) ?? one;
  }

  private async sameChange(one: PlannedCommit, key: string): Promise<PlannedCommit | undefined> {
    const { ledger } = this.context;
    for (const other of ledger.byPatch(key)) {
      if (!(await this.isApart(other, one))) continue;
      const link = { ...one, chainId: other.chainId, replaces: [other.sha] };
      if (other.state !== 'setAside') return { ...link, kind: 'cherryPick' };
      ledger.setState(other.sha, 'replaced');
      return { ...link, kind: other.parent === one.header.parents[0] ? 'amend' : 'cherryPick' };
    }
    return undefined;
  }

  /** `merge --squash` with words of one's own: the change is that of a whole branch, which may be deleted since. */
  private async sameBranch(one: PlannedCommit, key: string): Promise<PlannedCommit | undefined> {
    const { ledger, git } = this.context;
    const [parent = ''] = one.header.parents;
    for (const tip of ledger.byTree(one.header.tree)) {
      if (tip.state !== 'current' || !(await this.isApart(tip, one))) continue;
      if (await isAncestor(parent, tip.sha, git)) return this.squash(one, parent, tip.sha);
    }
    if (++this.asked > mostAsked) return undefined;
    this.tips ??= listTips(mostBranches, git);
    for (const sha of await this.tips) {
      const tip = ledger.find(sha);
      if (tip === undefined || !(await this.isApart(tip, one))) continue;
      const base = await findMergeBase(parent, sha, git);
      const diff = base === undefined ? undefined : await readDiffBetween(base, sha, git);
      if (base !== undefined && diff !== undefined && patchKey(diff.patches) === key)
        return this.squash(one, base, sha);
    }
    return undefined;
  }

  private async squash(one: PlannedCommit, base: string, tip: string): Promise<PlannedCommit> {
    const { ledger, git } = this.context;
    const branch = (await listRange({ from: [tip], without: [base], limit: longestBranch }, git)) ?? [];
    const replaces = branch.map(({ sha }) => sha);
    const first = replaces.find((sha) => ledger.find(sha)?.taken === true) ?? tip;
    return { ...one, kind: 'squash', chainId: ledger.chainOf(first), replaces };
  }

  /** Another commit that was told, which this one does not stand on. */
  private async isApart(other: SeenCommit, { header }: PlannedCommit): Promise<boolean> {
    if (other.sha === header.sha || !other.taken || other.state === 'replaced' || this.later.has(other.sha))
      return false;
    return (await isAncestor(other.sha, header.sha, this.context.git)) === false;
  }
}
