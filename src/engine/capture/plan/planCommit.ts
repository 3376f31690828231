import { listRange } from '../../git/commits/listRange';
import type { CommitHeader } from '../../git/commits/parseCommits';
import { authorKeyOf, messageKeyOf, seen } from './ledger';
import type { PlanContext, PlannedCommit } from './planContext';
import type { Move } from './steps';

type Kind = PlannedCommit['kind'];

interface Version {
  readonly kind: Kind;
  readonly chainId: string;
  readonly replaces: readonly string[];
}

/** Notes a version of a commit, and that those it replaces are replaced. */
export function take(
  context: PlanContext,
  header: CommitHeader,
  version: Version,
  move: Pick<Move, 'at' | 'branch'>,
): void {
  const { ledger, planned } = context;
  for (const sha of version.kind === 'cherryPick' || version.kind === 'revert' ? [] : version.replaces)
    ledger.setState(sha, 'replaced');
  ledger.put(seen(header, { chainId: version.chainId, taken: true }));
  planned.push({ type: 'commit', header, ...version, at: move.at, branch: move.branch });
}

/** A commit that was made here. */
export async function planCommit(context: PlanContext, move: Move): Promise<void> {
  if (move.new === null || move.new === move.old) return;
  const header = context.header(move.new);
  if (header === undefined) noteMissing(context, move.new, move.new, false);
  else if (isKnown(context, header.sha)) context.pass('known');
  else take(context, header, await versionOf(context, header), move);
}

async function versionOf(context: PlanContext, header: CommitHeader): Promise<Version> {
  const version = (await revertOf(context, header)) ?? squashOf(context, header) ?? madeAgain(context, header);
  return version ?? newWork(header);
}

/** The same commit in other words, or with other content. */
export function planAmend(context: PlanContext, move: Move): void {
  if (move.new === null || move.old === null || move.new === move.old) return;
  const { ledger } = context;
  const [header, before, chainId] = [context.header(move.new), ledger.find(move.old), ledger.chainOf(move.old)];
  if (header === undefined) noteMissing(context, move.new, chainId, before?.taken ?? true);
  else if (isKnown(context, header.sha)) context.pass('known');
  else take(context, header, { kind: 'amend', chainId, replaces: [move.old] }, move);
}

/**
 * A commit whose change was made elsewhere. Of one's own it is another version; what others made is theirs, wherever it is
 * applied. A patch of one's own that was never seen here is new.
 */
export async function planPick(context: PlanContext, move: Move): Promise<void> {
  const header = context.header(move.new);
  if (header === undefined || move.new === move.old) return;
  const { ledger } = context;
  const named = /\(cherry picked from commit ([0-9a-f]{40,64})\)/.exec(header.message)?.[1];
  const source = named ?? findSource(context, header);
  const known = source !== undefined && (ledger.find(source) !== undefined || ledger.isTold(source));
  if (isKnown(context, header.sha)) context.pass('known');
  else if (!known && !(await context.isOwn(header.email, move.email))) context.pass('notOwn');
  else if (!known && move.verb === 'apply') take(context, header, newWork(header), move);
  else {
    const [chainId, replaces] = source === undefined ? [header.sha, []] : [ledger.chainOf(source), [source]];
    take(context, header, { kind: 'cherryPick', chainId, replaces }, move);
  }
}

/** The commit that has the same author, author's date and message. */
export function findSource({ ledger }: PlanContext, header: CommitHeader): string | undefined {
  const same = ledger.byAuthor(authorKeyOf(header)).filter(({ sha }) => sha !== header.sha);
  const message = messageKeyOf(header);
  const exact = same.filter((commit) => commit.messageKey === message);
  if (exact.length > 0) return exact.at(-1)?.sha;
  return new Set(same.map((commit) => commit.chainId)).size === 1 ? same.at(-1)?.sha : undefined;
}

export function isKnown(context: PlanContext, sha: string): boolean {
  return context.ledger.find(sha)?.taken === true || context.isTold(sha);
}

/** A commit that git has thrown away already; what was made of it still belongs to its chain. */
function noteMissing({ ledger }: PlanContext, sha: string, chainId: string, taken: boolean): void {
  if (ledger.find(sha) !== undefined) return;
  const unknown = { parent: null, tree: '', authorKey: '', messageKey: '', patchKey: null };
  ledger.put({ sha, chainId, taken, state: 'replaced', ...unknown });
}

export function newWork(header: CommitHeader): Version {
  return { kind: header.parents.length > 1 ? 'merge' : 'commit', chainId: header.sha, replaces: [] };
}

async function revertOf(context: PlanContext, header: CommitHeader): Promise<Version | undefined> {
  if (!/^(?:Revert|Reapply) "/.test(header.message) || header.parents.length > 1) return undefined;
  const named = /This reverts commit ([0-9a-f]{7,64})/.exec(header.message)?.[1];
  if (named === undefined) return undefined;
  const found = await listRange({ from: [named], without: [], limit: 1 }, context.git);
  const sha = found?.[0]?.sha ?? (named.length >= 40 ? named : undefined);
  return sha === undefined ? undefined : { kind: 'revert', chainId: context.ledger.chainOf(sha), replaces: [sha] };
}

/** `merge --squash` names the commits whose changes it takes together, the newest first. */
function squashOf(context: PlanContext, header: CommitHeader): Version | undefined {
  if (!header.message.startsWith('Squashed commit of the following:')) return undefined;
  const named = [...header.message.matchAll(/^commit ([0-9a-f]{40,64})$/gm)]
    .flatMap((match) => match[1] ?? [])
    .reverse();
  const [first] = named.filter((sha) => isKnown(context, sha));
  if (first === undefined) return undefined;
  return { kind: 'squash', chainId: context.ledger.chainOf(first), replaces: named.slice(0, 1000) };
}

/** Words that one uses for any commit: that two have them does not make them one. */
const saysNothing =
  /^(?:wip|fix(?:es|ed)?|updates?|changes?|te?mp|tests?|save|commit|stuff|misc|cleanup|[.\-x]{0,10})$/i;

/** What was undone by a reset before and is now committed again, as one or in the same steps. */
function madeAgain({ ledger }: PlanContext, header: CommitHeader): Version | undefined {
  const parent = header.parents[0] ?? null;
  if (header.parents.length > 1) return undefined;
  for (const tip of ledger.byTree(header.tree).filter(({ state }) => state === 'setAside')) {
    const all: string[] = [];
    for (let at = ledger.find(tip.sha); at?.state === 'setAside' && all.length < 1000; ) {
      all.unshift(at.sha);
      if (at.parent === parent) break;
      at = at.parent === null ? undefined : ledger.find(at.parent);
    }
    const [first] = all;
    if (first === undefined || ledger.find(first)?.parent !== parent) continue;
    return { kind: all.length > 1 ? 'squash' : 'amend', chainId: ledger.chainOf(first), replaces: all };
  }
  if (saysNothing.test(header.message)) return undefined;
  const message = messageKeyOf(header);
  const again = ledger.setAsideOn(parent).find((commit) => commit.messageKey === message);
  return again && { kind: 'amend', chainId: again.chainId, replaces: [again.sha] };
}
