import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import { type EngineInput, type EngineMethod, type EngineParams, engineCalls } from '../../shared/engineCalls';
import type { CallOptions, Engine, EngineChange } from '../engine';
import type { Database } from '../storage/database';
import { CallBatch, type Job } from './callBatch';
import { type ParamsSchema, parseParams } from './parseParams';
import { toCallError } from './toCallError';

export type ResultOf<M extends EngineMethod> = Engine[M] extends (...args: never[]) => Promise<infer R> ? R : never;
export type CallOf<M extends EngineMethod> = (params: EngineInput<M>, options?: CallOptions) => Promise<ResultOf<M>>;

/** So many calls share one commit at most, so that the thread comes up for air. */
const batchSize = 200;
/** So many turns of the event loop a call waits for others at most. */
const mostTurns = 4;

/**
 * Runs the calls of the facade. Changing calls of one turn of the event loop share one transaction, hence one wait for
 * the disk: each runs in a savepoint of its own, and its promise resolves after the commit.
 */
export class CallRunner implements Disposable {
  private readonly queue: Job[] = [];
  private readonly batch: CallBatch;
  private scheduled = false;
  private disposed = false;

  constructor(
    private readonly parts: {
      readonly db: Database;
      readonly clock: Clock;
      readonly logger: Logger;
      readonly onDidCommit: (changes: readonly EngineChange[]) => void;
    },
  ) {
    this.batch = new CallBatch(parts);
  }

  /** A call that changes nothing. */
  read<M extends EngineMethod>(
    method: M,
    work: (params: EngineParams<M>, options: CallOptions) => ResultOf<M> | Promise<ResultOf<M>>,
  ): CallOf<M> {
    return (params, options = {}) =>
      this.guard(method, async () => {
        checkSignal(options.signal);
        return work(parseCall(method, params), options);
      });
  }

  /**
   * A changing call. `work` is a synchronous rule; it runs inside the transaction and must not start anything outside. A
   * call that `repeats` answers the same again by itself, so its request id needs not be remembered.
   */
  write<M extends EngineMethod>(
    method: M,
    work: (params: EngineParams<M>) => ResultOf<M>,
    repeats: (params: EngineParams<M>) => boolean = () => false,
  ): CallOf<M> {
    return (raw, options = {}) =>
      this.guard(method, async () => {
        checkSignal(options.signal);
        const params = parseCall(method, raw);
        const { signal } = options;
        return this.enqueue(method, () => work(params), repeats(params) ? (signal ? { signal } : {}) : options);
      });
  }

  /** A changing call that first has to look at the world (git, files, keys): `prepare` does, before the transaction. */
  writeAfter<M extends EngineMethod, F>(
    method: M,
    prepare: (params: EngineParams<M>, options: CallOptions) => F | Promise<F>,
    work: (params: EngineParams<M>, facts: F) => ResultOf<M>,
  ): CallOf<M> {
    return (raw, options = {}) =>
      this.guard(method, async () => {
        checkSignal(options.signal);
        const params = parseCall(method, raw);
        const preparing = prepare(params, options);
        // Without a promise there is no turn to wait for, so calls keep the order in which they were made.
        const facts = preparing instanceof Promise ? await preparing : preparing;
        return this.enqueue(method, () => work(params, facts), options);
      });
  }

  /** Runs synchronous work of the engine's own in the next batch; resolves after the commit. */
  commit<T>(name: string, work: () => T, options: CallOptions = {}): Promise<T> {
    return this.guard(name, () => this.enqueue(name, work, options));
  }

  /** Names the project that the running call belongs to. Every rule that writes to a project does. */
  touch(projectId: string): void {
    if (this.batch.scope) this.batch.scope.projectId = projectId;
  }

  /** Announces a change: after the commit when a call is running, at once otherwise. */
  announce(change: EngineChange): void {
    if (this.batch.scope) this.batch.scope.changes.push(change);
    else this.parts.onDidCommit([change]);
  }

  /** What was accepted before is still carried out; later calls are refused. */
  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    while (this.queue.length > 0) this.flush();
  }

  private async guard<T>(method: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toCallError(error, method, this.parts.logger);
    }
  }

  private enqueue<T>(method: string, run: () => T, options: CallOptions): Promise<T> {
    if (this.disposed) return Promise.reject(new EngineError('unavailable', 'The engine has been closed.'));
    return new Promise<T>((resolve, reject) => {
      const settle = (value: unknown): void => resolve(value as T);
      this.queue.push({ method, run, resolve: settle, reject, signal: options.signal, requestId: options.requestId });
      this.schedule();
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.flushLater(this.queue.length, mostTurns);
  }

  /** While each turn of the event loop brings further calls, they are waited for: a commit costs as much as ten calls. */
  private flushLater(seen: number, turns: number): void {
    setImmediate(() => {
      const { length } = this.queue;
      if (length > seen && length < batchSize && turns > 0) {
        this.flushLater(length, turns - 1);
        return;
      }
      this.scheduled = false;
      this.flush();
      if (this.queue.length > 0) this.schedule();
    });
  }

  private flush(): void {
    this.batch.run(this.queue.splice(0, batchSize));
  }
}

function parseCall<M extends EngineMethod>(method: M, params: unknown): EngineParams<M> {
  return parseParams(engineCalls[method].params as ParamsSchema<EngineParams<M>>, params);
}

function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new EngineError('cancelled', 'The call was cancelled.');
}
