import { listRange } from '../../git/commits/listRange';
import { isKnown, newWork, planAmend, planCommit, planPick, take } from './planCommit';
import type { PlanContext } from './planContext';
import { planRebase } from './planRebase';
import { planReset } from './planReset';
import { planUnknown } from './planUnknown';
import type { Move, Step } from './steps';

/** Commits of one's own that a merge may bring in at once. */
const mostBrought = 200;

/** What a step did. */
export async function planStep(context: PlanContext, step: Step): Promise<void> {
  if (step.type === 'rebase') return planRebase(context, step);
  return planMove(context, step.move);
}

async function planMove(context: PlanContext, move: Move): Promise<void> {
  // Whoever goes to what was set aside has it back.
  const there = move.new === null || move.verb === 'reset' ? undefined : context.ledger.find(move.new);
  if (there?.state === 'setAside') context.ledger.setState(there.sha, 'current');
  switch (move.verb) {
    case 'commit':
    case 'revert':
      return planCommit(context, move);
    case 'merge':
      await planBrought(context, move);
      return planCommit(context, move);
    case 'amend':
      return planAmend(context, move);
    case 'cherryPick':
    case 'apply':
      return planPick(context, move);
    case 'reset':
      if (move.old !== move.new) context.pass('reset');
      return planReset(context, move);
    case 'mergeForward':
      await planBrought(context, move);
      return context.pass('merge');
    case 'unknown':
      return planUnknown(context, { ...move, maySwitch: true, fromNothing: false });
    case 'rename':
      return undefined;
    default:
      return context.pass(move.verb.startsWith('rebase') ? 'rebase' : move.verb);
  }
}

/**
 * One's own commits that come in by a merge were seen where they were made, unless that work tree is gone since: then
 * they are new. What a remote has came from there.
 */
async function planBrought(context: PlanContext, move: Move): Promise<void> {
  const { old, new: to } = move;
  if (old === null || to === null) return;
  const range = { from: [to], without: [old], limit: mostBrought, notRemote: true };
  const since = Math.floor(context.look.since / 1000) * 1000;
  for (const header of (await listRange(range, context.git)) ?? []) {
    if (header.sha === to && header.parents.length > 1) continue;
    if (header.committedAt < since || isKnown(context, header.sha)) continue;
    if (!(await context.isOwn(header.email, move.email))) continue;
    if (!(await context.isOwn(header.committerEmail, move.email))) continue;
    context.remember([header]);
    take(context, header, newWork(header), { at: header.committedAt, branch: move.branch });
  }
}
