import type { CommitKind } from '../../../shared/capture';
import type { CommitHeader } from '../../git/commits/parseCommits';
import { readHeaders } from '../../git/commits/readCommits';
import type { RepositoryLocation } from '../../git/dir/locateRepository';
import type { GitOptions } from '../../git/runGit';
import type { Ledger } from './ledger';

/** A version of a commit that an event will tell of. */
export interface PlannedCommit {
  readonly type: 'commit';
  readonly header: CommitHeader;
  readonly kind: Exclude<CommitKind, 'reset'>;
  readonly chainId: string;
  /** Versions, or commits, that it stands for; oldest first. */
  readonly replaces: readonly string[];
  /** When git did it. */
  readonly at: number;
  readonly branch: string;
}

/** A commit that is not on its branch any more. */
export interface PlannedSetAside {
  readonly type: 'setAside';
  readonly header: CommitHeader;
  readonly chainId: string;
  readonly at: number;
  readonly branch: string;
  readonly to: string | null;
}

export type Planned = PlannedCommit | PlannedSetAside;

/** One look at a repository: what it reads, what it knows and what it comes to. */
export class PlanContext {
  readonly planned: Planned[] = [];
  readonly passedOver: Record<string, number> = {};
  /** A step has more commits than one look takes. */
  more = false;
  private readonly headers = new Map<string, CommitHeader>();

  constructor(
    readonly place: RepositoryLocation,
    readonly git: GitOptions,
    readonly ledger: Ledger,
    readonly look: {
      /** Most commits of one look. */
      readonly limit: number;
      /** When the work tree was captured last, by the clock of the reflog. */
      readonly headAt: number;
      /** Since when it is captured. */
      readonly since: number;
      /** The addresses of who commits here, in lower case. */
      readonly findOwnEmails: () => Promise<ReadonlySet<string>>;
    },
  ) {}

  get isFull(): boolean {
    return this.planned.length >= this.look.limit;
  }

  pass(reason: string): void {
    this.passedOver[reason] = (this.passedOver[reason] ?? 0) + 1;
  }

  /** Reads headers that will be asked for, in one call of git. */
  async prime(shas: readonly (string | null)[]): Promise<void> {
    const wanted = [...new Set(shas)].filter((sha): sha is string => sha !== null && !this.headers.has(sha));
    for (const header of await readHeaders(wanted, this.git)) this.headers.set(header.sha, header);
  }

  remember(headers: readonly CommitHeader[]): void {
    for (const header of headers) this.headers.set(header.sha, header);
  }

  /** `undefined` where the commit is gone. */
  header(sha: string | null): CommitHeader | undefined {
    return sha === null ? undefined : this.headers.get(sha);
  }

  /** Whether an address is that of who moved HEAD, where the reflog names them, or another one of the user's. */
  async isOwn(email: string, ofMove?: string): Promise<boolean> {
    const address = email.toLowerCase();
    return address === ofMove?.toLowerCase() || (await this.look.findOwnEmails()).has(address);
  }

  /** Whether the log has, or will have, an event of it. */
  isTold(sha: string): boolean {
    return this.ledger.isTold(sha);
  }
}
