import { join } from 'node:path';
import { listRange } from '../../git/commits/listRange';
import type { CommitHeader } from '../../git/commits/parseCommits';
import { noPosition, readReflog } from '../../git/dir/readReflog';
import { matchCommits } from './matchCommits';
import { isKnown, planAmend, planCommit, planPick, take } from './planCommit';
import type { PlanContext } from './planContext';
import { planReset, setAside } from './planReset';
import type { Move, Step } from './steps';

type Rebase = Extract<Step, { type: 'rebase' }>;

/** Longer series are whole histories. */
const mostCommits = 1_000;

/** What a rebase made: other versions of the commits that the branch had, and none that is new but what one committed meanwhile. */
export async function planRebase(context: PlanContext, { moves, outcome }: Rebase): Promise<void> {
  const [start, end] = [moves[0], moves.at(-1)];
  if (start === undefined || end === undefined || end.new === null) return;
  const made = await planMeanwhile(context, moves);
  context.pass('rebase');
  if (outcome === 'aborted') return;
  const before = branchBefore(context, end) ?? start.old;
  if (before === null || before === end.new) return;
  const { git } = context;
  const onto = start.new === null || start.new === end.new ? [] : [start.new];
  const news = (await listRange({ from: [end.new], without: [before, ...onto], limit: mostCommits }, git)) ?? [];
  const olds = (await listRange({ from: [before], without: [end.new], limit: mostCommits }, git)) ?? [];
  context.remember([...news, ...olds]);
  const remade = news.filter(({ sha }) => !made.has(sha));
  const matches = await matchCommits(context, remade, olds);
  const leftOver = olds.filter(({ sha }) => ![...matches.values()].some((old) => old.sha === sha));
  const melted = meltedInto({ moves, news: remade, olds, leftOver, matches, context });
  for (const header of remade) {
    const replaces = [matches.get(header.sha), ...(melted.get(header.sha) ?? [])].flatMap((old) => old ?? []);
    await tell(context, header, replaces, end);
  }
  const gone = new Set([...melted.values()].flat().map(({ sha }) => sha));
  await setAside(
    context,
    leftOver.filter(({ sha }) => !gone.has(sha)),
    end,
  );
}

async function tell(
  context: PlanContext,
  header: CommitHeader,
  replaces: readonly CommitHeader[],
  move: Move,
): Promise<void> {
  if (isKnown(context, header.sha)) return;
  const { ledger } = context;
  const told = replaces.find(({ sha }) => isKnown(context, sha)) ?? replaces[0];
  if (told === undefined || (!isKnown(context, told.sha) && !(await context.isOwn(header.email, move.email)))) {
    context.pass('notOwn');
    return;
  }
  const kind = replaces.length > 1 ? 'squash' : 'rebase';
  take(context, header, { kind, chainId: ledger.chainOf(told.sha), replaces: replaces.map(({ sha }) => sha) }, move);
}

/** Commits that somebody made while the rebase stopped; git's own steps are told by its result. */
async function planMeanwhile(context: PlanContext, moves: readonly Move[]): Promise<Set<string>> {
  const made = new Set<string>();
  for (const move of moves) {
    const byHand = move.verb === 'commit' || move.verb === 'merge' || move.verb === 'revert';
    if (byHand) await planCommit(context, move);
    else if (move.verb === 'cherryPick') await planPick(context, move);
    else if (move.verb === 'reset') await planReset(context, move);
    else if (move.verb === 'amend' && move.old !== null && made.has(move.old)) planAmend(context, move);
    else continue;
    if (move.new !== null && move.verb !== 'reset') made.add(move.new);
  }
  return made;
}

/** Where the branch was before: its own reflog has one entry for all of the rebase. */
function branchBefore({ place }: PlanContext, end: Move): string | null | undefined {
  const ref = /returning to (refs\/heads\/\S{1,1000})$/.exec(end.message)?.[1];
  if (ref === undefined || ref.includes('..')) return undefined;
  const { entries } = readReflog(join(place.commonDir, 'logs', ref), noPosition);
  const own = entries.filter((entry) => entry.new === end.new && entry.at === end.at && /rebase/.test(entry.message));
  return own.at(-1)?.old;
}

interface Melting {
  readonly moves: readonly Move[];
  readonly news: readonly CommitHeader[];
  readonly olds: readonly CommitHeader[];
  readonly leftOver: readonly CommitHeader[];
  readonly matches: ReadonlyMap<string, CommitHeader>;
  readonly context: PlanContext;
}

/**
 * Which commits went into others. Git does not write down which; it is the one that a `fixup!` names, else the one that
 * came before it. What is left over and fits nowhere was dropped.
 */
function meltedInto({ moves, news, olds, leftOver, matches, context }: Melting): Map<string, CommitHeader[]> {
  const targets = meltingTargets(moves, news, context);
  const into = new Map<string, CommitHeader[]>();
  let rest = [...targets.values()].reduce((sum, count) => sum + count, 0);
  const named = (header: CommitHeader): boolean => autosquash.test(header.message);
  for (const header of [...leftOver].sort((a, b) => Number(named(b)) - Number(named(a)))) {
    const target = rest > 0 ? targetOf(header, { news, olds, matches, targets }) : undefined;
    if (target === undefined) continue;
    into.set(target, [...(into.get(target) ?? []), header]);
    rest--;
  }
  return into;
}

const autosquash = /^(?:(?:fixup|squash|amend)! )+/;

function targetOf(
  header: CommitHeader,
  rebase: Pick<Melting, 'news' | 'olds' | 'matches'> & { readonly targets: ReadonlyMap<string, number> },
): string | undefined {
  const { news, olds, matches, targets } = rebase;
  const inTargets = news.filter(({ sha }) => targets.has(sha));
  const subject = subjectOf(header);
  if (autosquash.test(subject)) {
    const wanted = subject.replace(autosquash, '');
    const named = inTargets.find(({ sha }) => subjectOf(matches.get(sha)) === wanted);
    if (named !== undefined) return named.sha;
  }
  const newOf = new Map([...matches].map(([sha, old]) => [old.sha, sha]));
  const at = olds.findIndex(({ sha }) => sha === header.sha);
  const before = olds.slice(0, at).reverse();
  const target = before.map(({ sha }) => newOf.get(sha)).find((sha) => sha !== undefined);
  return target !== undefined && targets.has(target) ? target : inTargets[0]?.sha;
}

/** The commits that took others in, and how many each. */
function meltingTargets(
  moves: readonly Move[],
  news: readonly CommitHeader[],
  context: PlanContext,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const move of moves) {
    const { old, new: made } = move;
    if (old === null || made === null || old === made) continue;
    const melts = move.verb === 'rebaseSquash' || (/\(continue\)/.test(move.message) && replacesParent(context, move));
    const inherited = counts.get(old) ?? 0;
    const isAmend = melts || move.verb === 'amend' || replacesParent(context, move);
    if (isAmend) counts.delete(old);
    const count = (isAmend ? inherited : 0) + (melts ? 1 : 0);
    if (count > 0) counts.set(made, count);
  }
  const final = new Set(news.map(({ sha }) => sha));
  return new Map([...counts].filter(([sha]) => final.has(sha)));
}

/** Whether the commit stands in place of the one that HEAD was on, instead of on top of it. */
function replacesParent(context: PlanContext, { old, new: made }: Move): boolean {
  const header = context.header(made);
  return header !== undefined && old !== null && !header.parents.includes(old);
}

const subjectOf = (header: CommitHeader | undefined): string => header?.message.split('\n', 1)[0] ?? '';
