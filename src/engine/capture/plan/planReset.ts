import { listRange } from '../../git/commits/listRange';
import type { CommitHeader } from '../../git/commits/parseCommits';
import { seen } from './ledger';
import type { PlanContext } from './planContext';
import type { Move } from './steps';

/** More commits at once are another branch, and not work that somebody undoes. */
const mostCommits = 200;

/** The branch went back: what it left is set aside, what it came back to is not any more. */
export async function planReset(context: PlanContext, move: Move): Promise<void> {
  const { old, new: to } = move;
  if (old === null || to === null || old === to) return;
  const { git, ledger } = context;
  const [left, reached] = [
    await listRange({ from: [old], without: [to], limit: mostCommits }, git),
    await listRange({ from: [to], without: [old], limit: mostCommits }, git),
  ];
  for (const { sha } of reached ?? []) if (ledger.find(sha)?.state === 'setAside') ledger.setState(sha, 'current');
  context.remember(left ?? []);
  await setAside(context, left ?? [], move);
}

/** Sets commits aside. Older ones of one's own are only noted, so that they are known when they come again. */
export async function setAside(
  context: PlanContext,
  headers: readonly CommitHeader[],
  move: Pick<Move, 'at' | 'branch' | 'new'> & Partial<Pick<Move, 'email'>>,
): Promise<void> {
  const { ledger, planned } = context;
  for (const header of headers) {
    const known = ledger.find(header.sha);
    if (known?.state === 'setAside' || known?.state === 'replaced') continue;
    if (context.isTold(header.sha)) {
      const chainId = ledger.chainOf(header.sha);
      if (known === undefined) ledger.put(seen(header, { chainId, taken: true, state: 'setAside' }));
      else ledger.setState(header.sha, 'setAside');
      planned.push({ type: 'setAside', header, chainId, at: move.at, branch: move.branch, to: move.new });
    } else if (await context.isOwn(header.email, move.email))
      ledger.put(seen(header, { chainId: header.sha, taken: known?.taken ?? true, state: 'setAside' }));
  }
}
