import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine';
import { startEngineWorker } from '../../engine/rpc/workerEngine';
import { defaultDataDir } from '../../engine/storage/defaultDataDir';
import { type OpenEngineOptions, openEngine, stderrLogger } from '../openEngine';

/**
 * A server runs for long beside other programs, and what its calls leave behind is little. The less V8 may take, the sooner
 * it looks for garbage: with 4 GB it lets four times lie what is in use, with 1 GB half as much again.
 */
const memory = { newMb: 8, oldMb: 1_024 };

/**
 * The engine in a thread of its own, so that requests are read and answered while it works; in this one where the program
 * is not built. `dispose` closes the store.
 */
export async function openServed(options: OpenEngineOptions): Promise<Engine & { dispose(): Promise<void> }> {
  const { distDir, stderr, dataDir = defaultDataDir() } = options;
  const workerFile = join(distDir, 'engineWorker.js');
  if (distDir === '' || !existsSync(workerFile)) return openEngine(options);
  return startEngineWorker({ workerFile, distDir, dataDir, logger: stderrLogger(stderr), memory });
}
