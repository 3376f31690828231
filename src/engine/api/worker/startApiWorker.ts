import { Worker } from 'node:worker_threads';
import { EngineError } from '../../../base/engineError';
import type { Logger } from '../../../base/logger';
import { fromWireError } from '../../rpc/wireError';
import { shutDown } from '../../rpc/workerMessages';
import type { ApiWorkerMessage, ApiWorkerStart } from './apiWorkerMessages';

export interface ApiWorkerOptions {
  /** The built `engineWorker.js`. */
  readonly workerFile: string;
  readonly dataDir: string;
  readonly distDir: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly logger: Logger;
}

export interface RunningApi {
  readonly url: string;
  /** Resolves when it no longer serves, for whatever reason. */
  readonly ended: Promise<void>;
  /** Lets requests in flight end. */
  stop(): Promise<void>;
}

const patienceMs = 12_000;

/** Serves the API from a thread of its own, so that requests never hold up the editor. Rejects where it can not. */
export function startApiWorker(options: ApiWorkerOptions): Promise<RunningApi> {
  const { workerFile, dataDir, distDir, port, logger } = options;
  const workerData: ApiWorkerStart = { dataDir, distDir, serve: { port } };
  const worker = new Worker(workerFile, { workerData, name: 'contox-api' });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('error', (error) => logger.error('The API server crashed', error));
  const stop = async (): Promise<void> => {
    worker.postMessage(shutDown);
    const impatient = setTimeout(() => void worker.terminate(), patienceMs);
    await ended;
    clearTimeout(impatient);
  };
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ApiWorkerMessage) => {
      if ('log' in message) logger[message.log.level](message.log.message);
      else if ('failed' in message) reject(fromWireError(message.failed));
      else resolve({ url: message.url, ended, stop });
    });
    void ended.then(() => reject(new EngineError('unavailable', 'The API server ended while it started.')));
  });
}
