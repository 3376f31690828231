import type { Clock } from '../../base/clock';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { EngineChange } from '../engine';
import type { Database } from '../storage/database';
import { CallScope, mergeChanges } from './callScope';
import { RequestStore } from './requestStore';
import { isRuleError, isStoreError } from './toCallError';

/** One changing call that waits for its turn. */
export interface Job {
  readonly method: string;
  readonly requestId: string | undefined;
  readonly signal: AbortSignal | undefined;
  run(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Outcome {
  readonly scope: CallScope;
  settle(): void;
}

const hourMs = 3_600_000;
const rememberedMs = 24 * hourMs;

/** After a broken rule so many batches are run with a savepoint for each call: such calls come in rows. */
const carefulBatches = 8;

/**
 * Carries out calls together in one transaction. Rules are seldom broken, so the calls share it as it is, and when one
 * fails all are undone and run again, then each in a savepoint: to open one for every call costs as much as the call.
 */
export class CallBatch {
  /** Of the call that runs at this moment. */
  scope: CallScope | undefined;
  private readonly requests: RequestStore;
  private cleanedAt = 0;
  private careful = 0;

  constructor(
    private readonly parts: {
      readonly db: Database;
      readonly clock: Clock;
      readonly logger: Logger;
      readonly onDidCommit: (changes: readonly EngineChange[]) => void;
    },
  ) {
    this.requests = new RequestStore(parts.db);
  }

  /** Settles every job. A job that breaks the transaction is rejected alone, and the others are run again without it. */
  run(jobs: readonly Job[]): void {
    let todo = jobs.filter((job) => !rejectAborted(job));
    this.careful = Math.max(0, this.careful - 1);
    while (todo.length > 0) {
      const culprit = this.tryTogether(todo);
      if (!culprit) return;
      todo = todo.filter((job) => job !== culprit);
    }
  }

  /** The job to leave out of the next attempt, already rejected; `undefined` when all are settled. */
  private tryTogether(jobs: readonly Job[]): Job | undefined {
    const outcomes: Outcome[] = [];
    let running: Job | undefined;
    try {
      this.parts.db.transaction(() => {
        this.clean();
        for (running of jobs) outcomes.push(this.runOne(running));
        running = undefined;
      });
    } catch (error) {
      if (running && isRuleError(error) && jobs.length > 1) {
        this.careful = carefulBatches;
        return this.tryTogether(jobs);
      }
      if (running && !isStoreError(error)) {
        running.reject(error);
        return running;
      }
      for (const job of jobs) job.reject(error);
      return undefined;
    }
    for (const outcome of outcomes) outcome.settle();
    this.announce(outcomes.flatMap((outcome) => outcome.scope.changes));
    return undefined;
  }

  private runOne(job: Job): Outcome {
    const scope = new CallScope();
    const { careful } = this;
    this.scope = scope;
    try {
      const work = (): unknown => this.runOnce(job, scope);
      const value = careful > 0 ? this.parts.db.transaction(work) : work();
      return { scope, settle: () => job.resolve(value) };
    } catch (error) {
      // Only a broken rule is known to leave the transaction sound; SQLite may have ended it on any other error.
      if (careful === 0 || !isRuleError(error)) throw error;
      return { scope: new CallScope(), settle: () => job.reject(error) };
    } finally {
      this.scope = undefined;
    }
  }

  private runOnce(job: Job, scope: CallScope): unknown {
    const { requestId, method } = job;
    if (requestId === undefined) return job.run();
    const known = this.requests.find(requestId);
    if (known && known.method !== method)
      throw new EngineError('conflict', `The request id was already used for ${known.method}.`);
    if (known?.result === null) throw new EngineError('notFound', 'Project not found');
    if (known) return JSON.parse(known.result);
    const value = job.run();
    const result = JSON.stringify(value ?? null);
    this.requests.remember({ id: requestId, method, projectId: scope.projectId, result, at: this.parts.clock.now() });
    return value;
  }

  private clean(): void {
    const now = this.parts.clock.now();
    if (now - this.cleanedAt < hourMs) return;
    this.requests.deleteBefore(now - rememberedMs);
    this.cleanedAt = now;
  }

  private announce(changes: readonly EngineChange[]): void {
    if (changes.length === 0) return;
    try {
      this.parts.onDidCommit(mergeChanges(changes));
    } catch (error) {
      this.parts.logger.error('A listener of changes failed', error);
    }
  }
}

function rejectAborted(job: Job): boolean {
  if (job.signal?.aborted !== true) return false;
  job.reject(new EngineError('cancelled', 'The call was cancelled.'));
  return true;
}
