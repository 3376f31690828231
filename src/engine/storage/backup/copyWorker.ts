import type { MessagePort } from 'node:worker_threads';
import { copyDatabase } from '../openDatabase';
import { answerAsWorker, askSnapshotWorker } from '../snapshot/snapshotWorker';

/** What a worker is started with that writes a backup of a copy of the store. */
export interface CopyWorkerStart {
  readonly distDir: string;
  readonly copy: { readonly from: string; readonly to: string };
}

/** Writes all of a database into a new file in a thread of its own; `undefined` where the program is not built. */
export function copyInWorker(
  distDir: string,
  copy: CopyWorkerStart['copy'],
  signal: AbortSignal,
): Promise<void> | undefined {
  const start: CopyWorkerStart = { distDir, copy };
  return askSnapshotWorker('contox-backup', start, signal);
}

/** The other side. */
export function runCopyWorker(port: MessagePort, { distDir, copy }: CopyWorkerStart): Promise<void> {
  return answerAsWorker(port, copy.from, () => copyDatabase(copy.from, copy.to, { distDir }));
}
