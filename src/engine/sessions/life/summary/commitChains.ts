import type { DigestCommit, GitDigest } from '../../../../shared/ingest';
import type { WorkCommit } from './sessionWork';

/**
 * The logical commits of a session: of several versions of one the last, and none that was set aside. A later version of
 * a commit that is older than the session is no work of it; only a revert is, for it does something new.
 */
export class CommitChains {
  private readonly byChain = new Map<string, WorkCommit>();
  private readonly chainOf = new Map<string, string>();
  private readonly older = new Set<string>();

  add({ repository: { branch }, commits, rewrites = [], setAside = [] }: GitDigest): void {
    for (const commit of commits) this.put(commit.chainId ?? commit.sha, commit, branch);
    for (const rewrite of rewrites) {
      const chains = [rewrite.chainId, ...rewrite.replaces.map((sha) => this.chainOf.get(sha) ?? sha)];
      const isHere = chains.some((chain) => this.byChain.has(chain));
      for (const chain of chains) if (chain !== rewrite.chainId) this.byChain.delete(chain);
      if (isHere || rewrite.kind === 'revert') this.put(rewrite.chainId, rewrite, branch);
      else this.older.add(rewrite.chainId);
    }
    for (const { chainId } of setAside) this.byChain.delete(chainId);
  }

  /** In the order in which they came to be what they are. */
  list(): WorkCommit[] {
    // Senders that know no chains send an amended commit as a new one with its author's time and words.
    const bySelf = new Map([...this.byChain.values()].map((commit) => [selfOf(commit), commit]));
    return [...bySelf.values()];
  }

  /** How many commits of earlier days were changed. */
  get reworked(): number {
    return this.older.size;
  }

  private put(
    chain: string,
    { kind: _, ...commit }: Omit<DigestCommit, 'kind'> & { kind?: string | undefined },
    branch: string,
  ): void {
    this.chainOf.set(commit.sha, chain);
    this.byChain.delete(chain);
    this.byChain.set(chain, { ...commit, branch });
  }
}

const selfOf = ({ author, authoredAt, subject }: WorkCommit): string => `${author}\n${authoredAt}\n${subject}`;

export const isMerge = ({ parents }: Pick<WorkCommit, 'parents'>): boolean => parents.length > 1;
