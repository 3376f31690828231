import { listRange } from '../../git/commits/listRange';
import type { CommitHeader } from '../../git/commits/parseCommits';
import { matchCommits } from './matchCommits';
import { isKnown, newWork, take } from './planCommit';
import type { PlanContext } from './planContext';
import { setAside } from './planReset';

/** HEAD is elsewhere, and nothing says how it came there. */
export interface UnknownMove {
  readonly old: string | null;
  readonly new: string | null;
  readonly at: number;
  readonly branch: string;
  /** Nothing says whether HEAD was moved by a commit or by a switch to where others are. */
  readonly maySwitch: boolean;
  /** HEAD was looked at before, and there was no commit. */
  readonly fromNothing: boolean;
}

const mostCommits = 20_000;

/**
 * Lets the commits themselves tell: those that came are one's own where author and committer are; those that went and came
 * back in other words are versions. Where HEAD may have been switched to a branch that was there before, only what was
 * committed since the last look is new.
 */
export async function planUnknown(context: PlanContext, move: UnknownMove): Promise<void> {
  const { old, new: to } = move;
  if (to === null || to === old) return;
  if (old === null && !move.fromNothing) return context.pass('other');
  const { came, went, isForward } = await compare(context, move);
  const emails = await context.look.findOwnEmails();
  const unknown = came.filter(({ sha }) => !isKnown(context, sha));
  context.remember([...unknown, ...went]);
  const matches = await matchCommits(context, unknown, went);
  const trusted = isForward && !move.maySwitch;
  for (const header of unknown) {
    if (context.isFull) {
      context.more = true;
      return;
    }
    takeUnknown(context, header, {
      before: matches.get(header.sha),
      emails,
      trusted,
      move,
      alone: unknown.length === 1,
    });
  }
  const matched = new Set([...matches.values()].map(({ sha }) => sha));
  const left = went.filter(({ sha }) => !matched.has(sha));
  await setAside(context, left, move);
}

interface Circumstances {
  readonly before: CommitHeader | undefined;
  readonly emails: ReadonlySet<string>;
  readonly trusted: boolean;
  readonly move: UnknownMove;
  readonly alone: boolean;
}

function takeUnknown(context: PlanContext, header: CommitHeader, circumstances: Circumstances): void {
  const { before, emails, trusted, move, alone } = circumstances;
  const own = [header.email, header.committerEmail].every((email) => emails.has(email.toLowerCase()));
  const when = { at: Math.max(header.committedAt, 0), branch: move.branch };
  if (before !== undefined && (own || isKnown(context, before.sha))) {
    const sameParents = before.parents.join() === header.parents.join();
    const kind = alone && sameParents ? 'amend' : 'rebase';
    take(context, header, { kind, chainId: context.ledger.chainOf(before.sha), replaces: [before.sha] }, when);
  } else if (!own) context.pass('notOwn');
  else if (trusted || header.committedAt >= context.look.headAt) take(context, header, newWork(header), when);
  else context.pass('other');
}

async function compare(
  { git, look }: PlanContext,
  { old, new: to }: UnknownMove,
): Promise<{ came: CommitHeader[]; went: CommitHeader[]; isForward: boolean }> {
  const from = to === null ? [] : [to];
  if (old === null)
    return { came: (await listRange({ from, without: [], limit: mostCommits }, git)) ?? [], went: [], isForward: true };
  const came = await listRange({ from, without: [old], limit: mostCommits }, git);
  if (came !== undefined) {
    const went = (await listRange({ from: [old], without: from, limit: mostCommits }, git)) ?? [];
    return { came, went, isForward: went.length === 0 };
  }
  // The commit that was known is gone: only the time tells what came since.
  const since = await listRange({ from, without: [], limit: mostCommits, since: look.headAt }, git);
  return { came: since ?? [], went: [], isForward: false };
}
