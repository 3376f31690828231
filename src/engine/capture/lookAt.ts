import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError } from '../../base/engineError';
import { locateAround, type RepositoryLocation } from '../git/dir/locateRepository';
import type { ReflogEntry } from '../git/dir/parseReflog';
import { type HeadPosition, readHeadFile } from '../git/dir/readHeadFile';
import { readOwnEmails } from '../git/dir/readOwnEmails';
import { positionAfter, readReflog } from '../git/dir/readReflog';
import { type GitOptions, runGit } from '../git/runGit';
import { findCommit } from '../ingest/addCommits';
import type { CaptureParts, CaptureRequest } from './captureParts';
import { type CursorRow, positionOf } from './captureStore';
import { Ledger } from './plan/ledger';
import { planBranches, type ReadLogs } from './plan/planBranches';
import { isKnown } from './plan/planCommit';
import { PlanContext } from './plan/planContext';
import { planStep } from './plan/planSteps';
import { planUnknown, type UnknownMove } from './plan/planUnknown';
import { endOf, type Move, toMoves, toSteps } from './plan/steps';
import { cursorAtEnd, reflogOf, type StartPosition, startPosition } from './startPosition';

/** What happened in a work tree since the last time, and how far that was read. */
export interface Look {
  readonly place: RepositoryLocation;
  readonly git: GitOptions;
  readonly start: StartPosition;
  readonly context: PlanContext;
  /** To be kept together with what the context planned. */
  readonly cursor: CursorRow;
  /** There is more than was read. */
  readonly more: boolean;
  /** Reflogs of branches that were read with it. */
  readonly logs: ReadLogs;
}

const mostCommits = 500;
/** Entries of one look: months of work, or an accident. */
const mostMoves = 2_000;

/** Reads what git wrote down; changes nothing. */
export async function lookAt(parts: CaptureParts, request: CaptureRequest, signal?: AbortSignal): Promise<Look> {
  const { projectId, root } = request;
  const place = locateAround(root);
  if (place === undefined) throw notThere(root);
  const git = { cwd: place.root, signal };
  // Before the reflog: what it says of later moves is then not taken for a move without an entry.
  const head = await readHeadFile(place, git);
  const since = request.since === undefined ? undefined : Date.parse(request.since);
  const cursors = parts.capture.cursors(projectId);
  const start = startPosition({ projectId, place, head, cursors, since, skip: request.skip === true });
  const context = new PlanContext(place, git, newLedger(parts, projectId), {
    limit: mostCommits,
    headAt: start.cursor.headAt,
    since: start.cursor.since,
    findOwnEmails: once(() => readOwnEmails(git)),
  });
  // The first time, so that a git that is missing or does not trust the folder is told at once.
  if (start.state !== 'known') await runGit(['rev-parse', '--git-dir'], git);
  if (start.state === 'first')
    return { place, git, start, context, cursor: start.cursor, more: false, logs: new Map() };
  const reading = await follow(context, start, head);
  const logs = reading.more
    ? new Map()
    : await planBranches(context, head.branch, (path) => parts.branchLogs.get(`${projectId} ${path}`));
  return { place, git, start, context, ...reading, logs };
}

interface Followed {
  readonly cursor: CursorRow;
  readonly more: boolean;
}

/** Goes through what happened, step by step; a step that is not done whole is done again the next time. */
async function follow(context: PlanContext, start: StartPosition, head: HeadPosition): Promise<Followed> {
  const { entries, gapBefore } = newEntries(context, start);
  const moves = toMoves(entries, head.branch);
  const some = moves.slice(0, mostMoves);
  let cursor = start.cursor;
  if (gapBefore !== undefined) {
    const to = { ...cursor, head: gapBefore.new };
    if (!(await bridge(context, gapBefore))) return { cursor, more: true };
    cursor = to;
  }
  await context.prime(some.map((move) => move.new));
  const steps = toSteps(some, moves.length === some.length && rebaseGoesOn(context.place, some));
  for (const [index, step] of steps.entries()) {
    if (context.isFull && index > 0) return { cursor, more: true };
    await planStep(context, step);
    if (context.more) return { cursor, more: true };
    cursor = advance(cursor, endOf(step), context.place);
  }
  if (moves.length > some.length) return { cursor, more: true };
  const isHeld = endOf(steps.at(-1)) !== moves.at(-1);
  return isHeld ? { cursor, more: false } : finish(context, { cursor, start, head, moves });
}

/** Where HEAD is now, if the reflog does not say how it came there. */
async function finish(
  context: PlanContext,
  reached: { cursor: CursorRow; start: StartPosition; head: HeadPosition; moves: readonly Move[] },
): Promise<Followed> {
  const { cursor, start, head, moves } = reached;
  const known = [start.cursor.head, cursor.head, ...moves.map((move) => move.new)];
  if (start.state === 'appeared' && moves.length === 0)
    return { cursor: cursorAtEnd(cursor, context.place, head), more: false };
  if (start.state === 'appeared' || known.includes(head.commit))
    return { cursor: { ...cursor, head: cursor.head ?? head.commit, branch: head.branch }, more: false };
  const hasLog = existsSync(reflogOf(context.place)) && moves.length > 0;
  const done = await bridge(context, {
    old: cursor.head,
    new: head.commit,
    at: cursor.headAt,
    branch: head.branch ?? 'HEAD',
    maySwitch: hasLog || cursor.branch !== head.branch,
    fromNothing: cursor.head === null,
  });
  const committedAt = context.header(head.commit)?.committedAt ?? 0;
  const headAt = Math.max(cursor.headAt, committedAt);
  return done
    ? { cursor: { ...cursor, head: head.commit, branch: head.branch, headAt }, more: false }
    : { cursor, more: true };
}

/** Whether all of it was planned. */
async function bridge(context: PlanContext, move: UnknownMove): Promise<boolean> {
  await planUnknown(context, move);
  return !context.more;
}

/** The entries after the cursor; and a move that no entry tells of, where the cursor's own is not there any more. */
function newEntries(
  context: PlanContext,
  { cursor, state, from }: StartPosition,
): { entries: readonly ReflogEntry[]; gapBefore?: UnknownMove } {
  const { state: found, entries } = readReflog(reflogOf(context.place), positionOf(cursor));
  if (state === 'appeared') return { entries: entries.filter((entry) => entry.at >= from) };
  const { head, headAt } = cursor;
  const trusted = cursor.entryEnd > 0 || head === null || entries[0]?.old === head;
  if (found === 'absent' || (found === 'found' && trusted)) return { entries };
  const follows = entries.findIndex((entry) => entry.old === head && entry.at >= headAt);
  // git counts seconds: of the one of the cursor, what nobody took yet came after it.
  const isAfter = (entry: ReflogEntry): boolean =>
    entry.at > headAt ||
    (entry.at === headAt && entry.new !== null && entry.new !== head && !isKnown(context, entry.new));
  const at = follows >= 0 ? follows : entries.findIndex(isAfter);
  const first = at < 0 ? undefined : entries[at];
  if (first === undefined) return { entries: [] };
  const rest = entries.slice(at);
  if (first.old === head || first.old === null) return { entries: rest };
  const branch = cursor.branch ?? 'HEAD';
  const gapBefore = { old: head, new: first.old, at: first.at, branch, maySwitch: true, fromNothing: head === null };
  return { entries: rest, gapBefore };
}

function advance(cursor: CursorRow, move: Move | undefined, place: RepositoryLocation): CursorRow {
  if (move === undefined) return cursor;
  const { start, end, hash } = positionAfter(reflogOf(place), move);
  const headAt = Math.max(cursor.headAt, move.at);
  return { ...cursor, head: move.new, branch: move.branch, entryStart: start, entryEnd: end, entryHash: hash, headAt };
}

/** One backend of git says that it begins before it leaves any other trace. */
const beginsMs = 10_000;

/** A rebase that stopped for its user; `git am` keeps its state in a folder of the same name. */
function rebaseGoesOn({ gitDir }: RepositoryLocation, moves: readonly Move[]): boolean {
  if (existsSync(join(gitDir, 'rebase-merge')) || existsSync(join(gitDir, 'rebase-apply', 'rebasing'))) return true;
  const last = moves.at(-1);
  return last?.verb === 'rebaseStart' && Math.abs(Date.now() - last.at) < beginsMs;
}

function newLedger({ capture, events }: CaptureParts, projectId: string): Ledger {
  return new Ledger(capture, projectId, (sha) => {
    const row = findCommit(events.store, projectId, sha);
    if (row === undefined) return undefined;
    const { chain } = row.payload === null ? {} : (JSON.parse(row.payload) as { chain?: unknown });
    return { chainId: typeof chain === 'string' ? chain : sha };
  });
}

function notThere(root: string): EngineError {
  const gone = !existsSync(root);
  const message = gone
    ? `The folder ${root} does not exist any more, so nothing of it can be captured.`
    : `${root} is not inside a git repository.`;
  return new EngineError('notFound', message, { data: { reason: gone ? 'no-folder' : 'no-repository' } });
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= read();
    return answer;
  };
}
