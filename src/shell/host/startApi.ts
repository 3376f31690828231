import { join } from 'node:path';
import type { Logger } from '../../base/logger';
import { type RunningApi, startApiWorker } from '../../engine/api/worker/startApiWorker';
import { dataDirectory } from './startEngine';

/** Starts the thread that serves the API over the store of this window. */
export function startApi(extensionPath: string, logger: Logger, port: number): Promise<RunningApi> {
  const distDir = join(extensionPath, 'dist');
  const workerFile = join(distDir, 'engineWorker.js');
  return startApiWorker({ workerFile, dataDir: dataDirectory(), distDir, port, logger });
}
