import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine';
import { startEngineWorker } from '../../engine/rpc/workerEngine';
import { defaultDataDir } from '../../engine/storage/defaultDataDir';
import { type OpenEngineOptions, openEngine, stderrLogger } from '../openEngine';

/** A server runs for long beside other programs; what its calls leave behind is little. */
const newSpaceMb = 8;

/**
 * The engine in a thread of its own, so that requests are read and answered while it works; in this one where the program
 * is not built. `dispose` closes the store.
 */
export async function openServed(options: OpenEngineOptions): Promise<Engine & { dispose(): Promise<void> }> {
  const { distDir, stderr, dataDir = defaultDataDir() } = options;
  const workerFile = join(distDir, 'engineWorker.js');
  if (distDir === '' || !existsSync(workerFile)) return openEngine(options);
  return startEngineWorker({ workerFile, distDir, dataDir, logger: stderrLogger(stderr), newSpaceMb });
}
