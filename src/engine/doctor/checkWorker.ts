import type { MessagePort } from 'node:worker_threads';
import { openDatabase } from '../storage/openDatabase';
import { answerAsWorker, askSnapshotWorker } from '../storage/snapshot/snapshotWorker';
import { checkContents } from './checkContents';
import type { Check } from './checks';

/** What a worker is started with that checks a copy of the store. */
export interface CheckWorkerStart {
  readonly distDir: string;
  readonly check: string;
}

/** Checks a copy of the store in a thread of its own; `undefined` where the program is not built, as in tests. */
export function checkInWorker(
  distDir: string,
  path: string,
  signal?: AbortSignal,
): Promise<readonly Check[]> | undefined {
  const start: CheckWorkerStart = { distDir, check: path };
  return askSnapshotWorker('contox-doctor', start, signal);
}

/** The other side. */
export function runCheckWorker(port: MessagePort, { distDir, check }: CheckWorkerStart): Promise<void> {
  return answerAsWorker(port, check, async () => {
    const db = await openDatabase(check, { distDir });
    try {
      return await checkContents(db);
    } finally {
      db.close();
    }
  });
}
