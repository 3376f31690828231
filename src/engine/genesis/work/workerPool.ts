import type { Disposable } from '../../../base/disposable';
import { EngineError } from '../../../base/engineError';
import { ScanWorkerThread, type WorkerFile } from './scanWorkerThread';

export interface PoolOptions {
  readonly file: WorkerFile;
  readonly size: number;
  /** Idle workers end after this time. */
  readonly idleMs: number;
  /** The memory of WASM grows and never shrinks: after so many files a worker is replaced. */
  readonly filesPerWorker: number;
}

/** Some scan workers, started when there is work and ended when there is none. */
export class WorkerPool implements Disposable {
  private readonly idle: ScanWorkerThread[] = [];
  private readonly busy = new Set<ScanWorkerThread>();
  private readonly waiting: { resolve(worker: ScanWorkerThread): void; reject(error: unknown): void }[] = [];
  private idleTimer: NodeJS.Timeout | undefined;
  private disposed = false;

  constructor(private readonly options: PoolOptions) {}

  /** Starts workers until there are so many; `roomy` ones have few files to do. */
  fill(count: number, roomy = false): void {
    if (this.disposed) return;
    const wanted = Math.min(count, this.options.size);
    while (this.idle.length + this.busy.size < wanted) this.idle.push(new ScanWorkerThread(this.options.file, roomy));
    this.endLater();
  }

  /** So many can be had without waiting. */
  get free(): number {
    return this.disposed ? 0 : Math.max(0, this.options.size - this.busy.size - this.waiting.length);
  }

  /** A worker of one's own, to be given back. */
  acquire(): Promise<ScanWorkerThread> {
    if (this.disposed) return Promise.reject(closed());
    clearTimeout(this.idleTimer);
    if (this.idle.length === 0 && this.busy.size >= this.options.size)
      return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
    return Promise.resolve(this.take());
  }

  /** Ends the workers that have nothing to do, for the memory that they hold. */
  endIdle(): void {
    for (const worker of this.idle.splice(0)) worker.dispose();
  }

  /** A worker that is lost or worn out is replaced when the next one is asked for. */
  release(worker: ScanWorkerThread): void {
    this.busy.delete(worker);
    if (this.disposed || worker.isLost || worker.filesDone >= this.options.filesPerWorker) worker.dispose();
    else this.idle.push(worker);
    const next = this.waiting.shift();
    if (next !== undefined) next.resolve(this.take());
    else if (this.busy.size === 0) this.endLater();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.idleTimer);
    for (const worker of [...this.idle.splice(0), ...this.busy]) worker.dispose();
    for (const { reject } of this.waiting.splice(0)) reject(closed());
  }

  private take(): ScanWorkerThread {
    let worker = this.idle.pop();
    while (worker?.isLost === true) worker = this.idle.pop();
    worker ??= new ScanWorkerThread(this.options.file);
    this.busy.add(worker);
    return worker;
  }

  private endLater(): void {
    clearTimeout(this.idleTimer);
    this.idleTimer = setTimeout(() => this.endIdle(), this.options.idleMs);
    this.idleTimer.unref();
  }
}

function closed(): EngineError {
  return new EngineError('cancelled', 'The scan workers were stopped.');
}
