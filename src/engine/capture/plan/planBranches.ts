import { listBranchLogs } from '../../git/dir/listBranchLogs';
import { noPosition, readReflog } from '../../git/dir/readReflog';
import { planAmend, planCommit } from './planCommit';
import type { PlanContext } from './planContext';
import { type Move, toMoves } from './steps';

/** Reflogs of branches that were read, by path, with the stamps that they had. */
export type ReadLogs = ReadonlyMap<string, string>;
type StampOf = (path: string) => string | undefined;

const madeBy: ReadonlySet<string> = new Set(['commit', 'amend', 'merge', 'revert']);
/** More at once is not the work of a few days. */
const mostMoves = 500;

/**
 * Work trees come and go; what was committed in one that is gone stands in the reflog of its branch. Looks at the logs
 * that were written since they were read last, and answers their stamps.
 */
export async function planBranches(
  context: PlanContext,
  branchNow: string | null,
  readStamp: StampOf,
): Promise<ReadLogs> {
  const { place, look, ledger } = context;
  const logs = listBranchLogs(place.commonDir).filter(
    ({ branch, path, changedAt, stamp }) =>
      branch !== branchNow && changedAt >= look.since && readStamp(path) !== stamp,
  );
  const moves = logs.flatMap(({ branch, path }) => {
    // What happened in the second in which the capture began may have happened before it.
    const entries = readReflog(path, noPosition).entries.filter((entry) => entry.at > look.since);
    return toMoves(entries, branch).filter((move) => isUnseen(context, move));
  });
  const some = moves.sort((a, b) => a.at - b.at || a.start - b.start).slice(-mostMoves);
  if (some.length > 0) await context.prime(some.map((move) => move.new));
  for (const move of some) {
    // Another branch may have the same commit, and what git has thrown away is nobody's work any more.
    if (context.header(move.new) === undefined || !isUnseen(context, move)) continue;
    if (move.verb === 'amend' && move.old !== null && ledger.find(move.old) !== undefined) planAmend(context, move);
    else if (move.verb !== 'amend') await planCommit(context, move);
  }
  return new Map(logs.map(({ path, stamp }) => [path, stamp]));
}

function isUnseen({ ledger }: PlanContext, { verb, new: sha, old }: Move): boolean {
  return madeBy.has(verb) && sha !== null && sha !== old && ledger.find(sha) === undefined && !ledger.isTold(sha);
}
