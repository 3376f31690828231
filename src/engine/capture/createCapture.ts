import type { Disposable } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import type { CaptureResult } from '../../shared/capture';
import type { Engine } from '../engine';
import { ReplayStore } from '../ingest/replayStore';
import type { ItemParts } from '../items/itemParts';
import type { SessionParts } from '../sessions/sessionParts';
import type { CaptureParts, CaptureRequest } from './captureParts';
import { type CapturePlan, planCapture, storeCapture, sum } from './captureRepository';
import { CaptureStore } from './captureStore';
import { findRepositories } from './find/findRepositories';
import { digestHistory } from './history/digestHistory';
import { InTurn } from './inTurn';

type CaptureCalls = Pick<Engine, 'findRepositories' | 'captureRepository' | 'digestHistory'>;

/** Parts of a long capture that one call writes; the rest is for the next call. */
const mostRounds = 10;

/** Turns what happens in repositories into events. */
export function createCapture(base: SessionParts & ItemParts): Disposable & { calls: CaptureCalls } {
  const { runner } = base;
  const parts: CaptureParts = {
    ...base,
    replays: new ReplayStore(base.db),
    capture: new CaptureStore(base.db),
    branchLogs: new Map(),
  };
  // Two captures of one repository, of two windows, would both find the same commits.
  const turns = new InTurn();
  const capture = runner.writeAfter(
    'captureRepository',
    (params, { signal }) => planRounds(parts, params, signal),
    (params, { plan, done }) => together([...done, storeCapture(parts, params, plan)]),
  );
  const digest = runner.read('digestHistory', (params, options) => digestHistory(parts, params, options));
  return {
    calls: {
      findRepositories: runner.read('findRepositories', ({ folder }, { signal }) => findRepositories(folder, signal)),
      captureRepository: (params, options) =>
        turns.run(params.projectId, () => capture(params as CaptureRequest, options)),
      // As with captures: two readings of one past would both find the same commits.
      digestHistory: (params, options) => turns.run(params.projectId, () => digest(params, options)),
    },
    dispose: () => undefined,
  };
}

/** All but the last part is written at once, each with how far it was read. */
async function planRounds(
  parts: CaptureParts,
  request: CaptureRequest,
  signal?: AbortSignal,
): Promise<{ plan: CapturePlan; done: CaptureResult[] }> {
  const done: CaptureResult[] = [];
  let plan = await planCapture(parts, request, signal);
  while (plan.result.more && done.length < mostRounds) {
    const round = plan;
    done.push(await parts.runner.commit('captureRepository', () => storeCapture(parts, request, round)));
    plan = await planCapture(parts, request, signal);
  }
  return { plan, done };
}

function together(results: readonly CaptureResult[]): CaptureResult {
  const [last] = results.slice(-1);
  if (last === undefined) throw new EngineError('internal', 'A capture has no result.');
  const state = results.map((result) => result.state).find((one) => one !== 'unchanged') ?? 'unchanged';
  return {
    state,
    commits: results.flatMap((result) => result.commits),
    eventIds: results.flatMap((result) => result.eventIds),
    sessionId: results.map((result) => result.sessionId).findLast((id) => id !== null) ?? null,
    passedOver: sum(results.map((result) => result.passedOver)),
    redactions: sum(results.map((result) => result.redactions)),
    more: last.more,
  };
}
