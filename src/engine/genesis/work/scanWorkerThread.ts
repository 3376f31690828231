import { isMainThread, Worker } from 'node:worker_threads';
import type { Disposable } from '../../../base/disposable';
import { type WorkAnswer, type WorkerSettings, type WorkRequest, WorkWatch } from './workProtocol';

export interface WorkerFile {
  /** The built scan worker. */
  readonly path: string;
  /** A program that starts it with code that was compiled before; without one it is started itself. */
  readonly start?: string;
  readonly grammarRuntime: string;
  readonly grammarPrefix: string;
  /** Old space of the worker: a file that needs more costs that worker and not the editor. */
  readonly maxHeapMb?: number;
}

/** The worker was stopped or died while it was busy. */
export class WorkerLost extends Error {
  constructor(
    readonly why: 'stalled' | 'died',
    /** Place of the file that it was busy with; -1 for none. */
    readonly index: number,
    message: string,
  ) {
    super(message);
  }
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  readonly timer: NodeJS.Timeout;
}

/** How often a busy worker is looked at. */
const lookMs = 100;

/** A worker that does nothing at all for so long does not even start. */
const startMs = 60_000;

const defaultHeapMb = 512;

/**
 * Three times what is left for new objects, by V8's count: 4 MB, or 2 MB in an editor, whose memory is not the scan's alone.
 * Objects of a few files are of no use after them; half the room is to be collected twice as often, for 3 % of the time.
 */
const newObjectsMb = isMainThread ? 12 : 6;

/** Few files and many facts: what is made then stays, and to move it again and again took a tenth of the time. */
const roomyMb = 48;

/** One scan worker. It ends when it is lost or disposed; then a new one has to be made. */
export class ScanWorkerThread implements Disposable {
  private readonly watch = new WorkWatch();
  private readonly worker: Worker;
  private pending: Pending | undefined;
  private lost: string | undefined;
  /** Files it has parsed so far. */
  filesDone = 0;

  /** `roomy`: for conclusions from what is known already, more than for files. */
  constructor(file: WorkerFile, roomy = false) {
    const { grammarRuntime, grammarPrefix } = file;
    // An editor runs the engine in a thread; a program whose main thread it is was started to scan, and someone waits.
    const stepsBack = !isMainThread;
    const collects = 'gc' in globalThis;
    const settings: WorkerSettings = { grammarRuntime, grammarPrefix, stepsBack, collects, watch: this.watch.memory };
    this.watch.begin(-1);
    this.worker = new Worker(file.start ?? file.path, {
      workerData: settings,
      resourceLimits: {
        maxOldGenerationSizeMb: file.maxHeapMb ?? defaultHeapMb,
        maxYoungGenerationSizeMb: roomy ? roomyMb : newObjectsMb,
      },
    });
    this.worker.on('message', (answer: WorkAnswer) => this.settle(answer));
    this.worker.on('error', (error) => this.end('died', error.message));
    this.worker.on('exit', () => this.end('died', 'The scan worker ended.'));
    this.worker.unref();
  }

  get isLost(): boolean {
    return this.lost !== undefined;
  }

  /** Sends one request; `limitMs` is for each file or step of it. Rejects with `WorkerLost` when the limit is passed. */
  send(request: WorkRequest, limitMs: number): Promise<unknown> {
    if (this.lost !== undefined) return Promise.reject(new WorkerLost('died', -1, this.lost));
    if (this.pending !== undefined) return Promise.reject(new Error('The scan worker is busy.'));
    this.watch.begin(-1);
    this.worker.ref();
    return new Promise((resolve, reject) => {
      const timer = setInterval(() => this.look(limitMs), lookMs);
      this.pending = { resolve, reject, timer };
      this.worker.postMessage(request);
    });
  }

  dispose(): void {
    this.end('died', 'The scan worker was stopped.');
  }

  private look(limitMs: number): void {
    const limit = this.watch.index < 0 ? startMs : limitMs;
    if (this.watch.elapsedMs > limit) this.end('stalled', `It took longer than ${limit / 1000} s.`);
  }

  private settle(answer: WorkAnswer): void {
    const pending = this.take();
    if (pending === undefined) return;
    if ('error' in answer) pending.reject(new Error(answer.error));
    else pending.resolve(answer.value);
  }

  private end(why: 'stalled' | 'died', message: string): void {
    if (this.lost !== undefined) return;
    this.lost = message;
    const { index } = this.watch;
    void this.worker.terminate();
    this.take()?.reject(new WorkerLost(why, index, message));
  }

  private take(): Pending | undefined {
    const { pending } = this;
    this.pending = undefined;
    if (pending !== undefined) clearInterval(pending.timer);
    this.worker.unref();
    return pending;
  }
}
