import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import { EngineError } from '../../base/engineError';
import { fromWireError, toWireError, type WireError } from '../rpc/wireError';
import { toFileError } from '../storage/fileError';
import { openDatabase } from '../storage/openDatabase';
import { checkContents } from './checkContents';
import type { Check } from './checks';

/** What a worker is started with that checks a copy of the store; it is built into the same file as the engine's. */
export interface CheckWorkerStart {
  readonly distDir: string;
  readonly check: string;
}

type CheckWorkerMessage = { readonly checks: readonly Check[] } | { readonly failed: WireError };

/** Checks a copy of the store in a thread of its own; `undefined` where the program is not built, as in tests. */
export function checkInWorker(
  distDir: string,
  path: string,
  signal?: AbortSignal,
): Promise<readonly Check[]> | undefined {
  const file = join(distDir, 'engineWorker.js');
  if (distDir === '' || !existsSync(file)) return undefined;
  const workerData: CheckWorkerStart = { distDir, check: path };
  const worker = new Worker(file, { workerData, name: 'contox-doctor' });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  return new Promise<readonly Check[]>((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => reject(new EngineError('cancelled', 'The check was cancelled.')));
    worker.on('message', (message: CheckWorkerMessage) =>
      'checks' in message ? resolve(message.checks) : reject(fromWireError(message.failed)),
    );
  }).finally(() => signal?.removeEventListener('abort', stop));
}

/** The other side. */
export async function runCheckWorker(port: MessagePort, { distDir, check }: CheckWorkerStart): Promise<void> {
  const send = (message: CheckWorkerMessage): void => port.postMessage(message);
  try {
    const db = await openDatabase(check, { distDir });
    try {
      send({ checks: await checkContents(db) });
    } finally {
      db.close();
    }
  } catch (error) {
    send({ failed: toWireError(toFileError(error, check)) });
  }
  port.close();
}
