import { Worker } from 'node:worker_threads';
import { Emitter } from '../../base/emitter';
import { EngineError } from '../../base/engineError';
import type { Logger } from '../../base/logger';
import type { Engine, EngineChange } from '../engine';
import { ChannelLink } from './channelLink';
import { engineClient, type LinkSource } from './engineClient';
import type { EngineLink } from './engineLink';
import { portChannel } from './portChannel';
import { fromWireError } from './wireError';
import { parseWorkerMessage, shutDown, type WorkerStart } from './workerMessages';

export interface EngineWorkerOptions extends WorkerStart {
  /** The built `engineWorker.js`. */
  readonly workerFile: string;
  readonly logger: Logger;
  /** Bounds the memory for new and for old objects, in megabytes; absent: the usual one of V8. */
  readonly memory?: { readonly newMb: number; readonly oldMb: number };
  /** Added to the environment of the engine. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface WorkerEngine extends Engine {
  /** Lets the worker close the store and end; it is ended by force after five seconds. */
  dispose(): Promise<void>;
}

/** A worker that ends so often within the window has a fault that another start does not cure. */
const mostCrashes = 5;
const crashWindowMs = 60_000;
const patienceMs = 5000;

/**
 * Runs the engine in a worker thread, started at once and again when it crashes; calls without an answer are made again
 * then. Where the worker can't get at the store, calls are rejected with its reason, and the next call tries again.
 */
export function startEngineWorker(options: EngineWorkerOptions): WorkerEngine {
  const links = new WorkerLinks(options);
  links.start();
  return { ...engineClient(links), dispose: () => links.dispose() };
}

class WorkerLinks implements LinkSource {
  private readonly changes = new Emitter<EngineChange>();
  readonly onDidChange = this.changes.event;
  private link: Promise<EngineLink> | undefined;
  private worker: Worker | undefined;
  private crashes: number[] = [];
  private disposed = false;

  constructor(private readonly options: EngineWorkerOptions) {}

  take(): Promise<EngineLink> {
    if (this.link) return this.link;
    const link = this.startWorker();
    this.link = link;
    // A failed start is over with its error: the next call begins a new one.
    link.catch(() => this.forget(link));
    return link;
  }

  /** As `take`, for nobody: a failure is in the log, and the next call sees whether it lasts. */
  start(): void {
    this.take().catch((error: unknown) => this.options.logger.error('The engine could not start', error));
  }

  async dispose(): Promise<void> {
    const { worker } = this;
    this.disposed = true;
    if (!worker) return;
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage(shutDown);
    const impatient = setTimeout(() => void worker.terminate(), patienceMs);
    await gone;
    clearTimeout(impatient);
    this.changes.dispose();
  }

  private async startWorker(): Promise<EngineLink> {
    this.checkStart();
    const { workerFile, dataDir, distDir, memory, environment } = this.options;
    const env = { ...process.env, ...environment };
    const limits = memory && { maxYoungGenerationSizeMb: memory.newMb, maxOldGenerationSizeMb: memory.oldMb };
    const workerData: WorkerStart = { dataDir, distDir };
    return this.linkTo(
      new Worker(workerFile, { workerData, env, name: 'contox-engine', ...(limits && { resourceLimits: limits }) }),
    );
  }

  private forget(link: Promise<EngineLink> | undefined): void {
    if (this.link === link) this.link = undefined;
  }

  private linkTo(worker: Worker): Promise<EngineLink> {
    const { logger } = this.options;
    this.worker = worker;
    worker.on('error', (error) => logger.error('The engine crashed', error));
    const channel = portChannel(worker);
    const link = new ChannelLink(channel, (change) => this.changes.fire(change));
    let state: 'starting' | 'ready' | 'failed' = 'starting';
    return new Promise((resolve, reject) => {
      channel.onMessage((value) => {
        const message = parseWorkerMessage(value);
        if (!message) return;
        if ('log' in message) logger[message.log.level](message.log.message);
        else if ('failed' in message) {
          state = 'failed';
          reject(fromWireError(message.failed));
        } else {
          state = 'ready';
          resolve(link);
          // What changed before, or while there was no worker, is not known.
          this.changes.fire({ kind: 'projects' });
        }
      });
      channel.onClose(() => {
        reject(new EngineError('unavailable', 'The engine ended while it started. The log says why.'));
        if (this.worker !== worker) return;
        this.worker = undefined;
        if (state === 'failed' || this.disposed) return;
        this.crashes.push(Date.now());
        this.forget(this.link);
        if (state === 'ready') this.start();
      });
    });
  }

  private checkStart(): void {
    if (this.disposed) throw new EngineError('unavailable', 'Contox has been closed.');
    const now = Date.now();
    this.crashes = this.crashes.filter((at) => now - at < crashWindowMs);
    if (this.crashes.length >= mostCrashes)
      throw new EngineError(
        'unavailable',
        `The engine ended ${mostCrashes} times within a minute. The log says why; reload the window to try again.`,
      );
  }
}
