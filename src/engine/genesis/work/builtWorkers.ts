import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { WorkerFile } from './scanWorkerThread';

/** More workers would take more memory than a scan is worth: each holds its own grammars and trees. */
const mostWorkers = 3;

/**
 * Leaves a core to the editor where there are three. Of two cores a scan uses both: the system shares them fairly with the
 * editor's one busy thread, and the scan takes half the time.
 */
export function handsForScans(): number {
  const cores = availableParallelism();
  return Math.max(1, Math.min(mostWorkers, cores > 2 ? cores - 1 : cores));
}

/** The files of a built program in `distDir`. */
export function builtWorkerFile(distDir: string): WorkerFile {
  const start = `${distDir}/scanWorkerStart.js`;
  return {
    path: `${distDir}/scanWorker.js`,
    ...(existsSync(start) ? { start } : {}),
    grammarRuntime: `${distDir}/web-tree-sitter.wasm`,
    grammarPrefix: `${distDir}/grammars/`,
  };
}
