import type { CapturedCommit, CaptureResult } from '../../shared/capture';
import { Payloads } from '../blobs/payloads';
import { readRemote } from '../git/repository';
import { ingest } from '../ingest/ingest';
import type { CaptureParts, CaptureRequest } from './captureParts';
import type { CursorRow, SeenCommit } from './captureStore';
import { buildDigests, type DigestEvent } from './digest/buildDigests';
import { describePlanned, describePolicy, type Told } from './digest/describePlanned';
import { lookAt } from './lookAt';
import type { ReadLogs } from './plan/planBranches';
import type { Planned } from './plan/planContext';

/** What a look at a repository comes to, ready to be written in one transaction. */
export interface CapturePlan {
  readonly cursor: CursorRow;
  /** The cursor that was read; `undefined` the first time. */
  readonly read: CursorRow | undefined;
  readonly movedFrom: string | undefined;
  readonly seen: readonly SeenCommit[];
  readonly digests: readonly DigestEvent[];
  readonly logs: ReadLogs;
  readonly result: Omit<CaptureResult, 'eventIds' | 'sessionId'>;
}

/** Reads what happened; changes nothing. */
export async function planCapture(
  parts: CaptureParts,
  request: CaptureRequest,
  signal?: AbortSignal,
): Promise<CapturePlan> {
  const { localPath } = parts.projects.get(request.projectId);
  const { start, context, cursor, more, place, git, logs } = await lookAt(parts, request, signal);
  const told =
    context.planned.length === 0
      ? []
      : await describePlanned(context, describePolicy(place.root, localPath, request.policy));
  const remote = told.length === 0 ? null : await readRemote(git);
  const commits = told.map(toCaptured);
  const first = start.state !== 'known' && told.length === 0;
  return {
    cursor,
    read:
      start.state === 'known' || request.skip === true
        ? parts.capture.cursors(request.projectId).find(isOf(start.movedFrom ?? cursor.gitDir))
        : undefined,
    movedFrom: start.movedFrom,
    seen: context.ledger.changes(),
    logs,
    digests: buildDigests(told, { root: place.root, remote, from: start.cursor.head }),
    result: {
      state: told.length > 0 ? 'captured' : first ? 'first' : 'unchanged',
      commits,
      passedOver: context.passedOver,
      redactions: sum(told.map((one) => ('redactions' in one ? one.redactions : {}))),
      more,
    },
  };
}

const isOf =
  (gitDir: string) =>
  (cursor: CursorRow): boolean =>
    cursor.gitDir === gitDir;

/**
 * Writes the events and how far was read, together: whoever is stopped before has lost nothing, and whoever is stopped
 * after does nothing twice.
 */
export function storeCapture(parts: CaptureParts, request: CaptureRequest, plan: CapturePlan): CaptureResult {
  const { projectId, source } = request;
  parts.projects.getWritable(projectId);
  const { capture } = parts;
  const now = capture.cursors(projectId).find(isOf(plan.movedFrom ?? plan.cursor.gitDir));
  const result = { ...plan.result, eventIds: [] as string[], sessionId: null as string | null };
  // Another process was faster: what it wrote is read the next time.
  if (JSON.stringify(now) !== JSON.stringify(plan.read))
    return { ...result, state: 'unchanged', commits: [], more: true };
  const counts: Record<string, number>[] = [];
  const counting = countingParts(parts, counts);
  for (const { payload, at } of plan.digests) {
    const occurredAt = new Date(at).toISOString();
    const ingested = ingest(
      { ...parts, payloads: counting },
      { projectId, event: 'git_digest', payload, source, occurredAt },
      'source_of_truth',
    );
    result.eventIds.push(ingested.eventId);
    result.sessionId = ingested.sessionId;
  }
  for (const commit of plan.seen) capture.put(projectId, commit);
  if (plan.movedFrom !== undefined) capture.removeCursor(projectId, plan.movedFrom);
  capture.putCursor(plan.cursor);
  for (const [path, stamp] of plan.logs) parts.branchLogs.set(`${projectId} ${path}`, stamp);
  return { ...result, redactions: sum([result.redactions, ...counts]) };
}

/** The way of a payload into the log, with the secrets counted that were found on it. */
function countingParts({ db, events, ports, redactor }: CaptureParts, counts: Record<string, number>[]): Payloads {
  return new Payloads({
    db,
    events,
    ports,
    redactor: {
      redact(text) {
        const redaction = redactor.redact(text);
        counts.push(redaction.counts);
        return redaction;
      },
    },
  });
}

function toCaptured(one: Told | Planned): CapturedCommit {
  const kind = one.type === 'setAside' ? 'reset' : one.kind;
  const [subject = ''] = one.header.message.split('\n', 1);
  return { sha: one.header.sha, kind, chainId: one.chainId, subject: subject.slice(0, 1000) };
}

/** Counts by their names, together. */
export function sum(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of all) for (const [name, count] of Object.entries(one)) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}
