import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import { EngineError } from '../../../base/engineError';
import { fromWireError, toWireError, type WireError } from '../../rpc/wireError';
import { toFileError } from '../fileError';

type WorkerAnswer<T> = { readonly done: T } | { readonly failed: WireError };

/**
 * Does something long with a copy of the store in a thread of its own, which is built into the same file as the engine's
 * and tells by `start` what is wanted; `undefined` where the program is not built, as in tests.
 */
export function askSnapshotWorker<T>(
  name: string,
  start: { readonly distDir: string },
  signal?: AbortSignal,
): Promise<T> | undefined {
  const file = join(start.distDir, 'engineWorker.js');
  if (start.distDir === '' || !existsSync(file)) return undefined;
  const worker = new Worker(file, { workerData: start, name });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<T>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new EngineError('cancelled', 'The work on a copy of the store was cancelled.')));
    worker.on('message', (answer: WorkerAnswer<T>) =>
      'done' in answer ? resolve(answer.done) : reject(fromWireError(answer.failed)),
    );
  }).finally(() => signal?.removeEventListener('abort', stop));
}

/** The other side: with its answer the thread ends. */
export async function answerAsWorker(port: MessagePort, path: string, work: () => Promise<unknown>): Promise<void> {
  const send = (answer: WorkerAnswer<unknown>): void => port.postMessage(answer);
  try {
    send({ done: await work() });
  } catch (error) {
    send({ failed: toWireError(toFileError(error, path)) });
  }
  port.close();
}
