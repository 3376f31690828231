import { join } from 'node:path';
import type { Logger } from '../../base/logger';
import { gitVariable } from '../../engine/git/gitProgram';
import { startEngineWorker, type WorkerEngine } from '../../engine/rpc/workerEngine';
import { defaultDataDir } from '../../engine/storage/defaultDataDir';
import { settings } from '../settings';
import { gitFromSetting } from './gitSetting';

/** Folder of the store: the setting, else the environment's or the platform's. */
export function dataDirectory(): string {
  return settings.dataDirectory() ?? defaultDataDir();
}

/** Starts the worker thread that owns the store or talks to its owner. */
export function startEngine(extensionPath: string, logger: Logger): WorkerEngine {
  const distDir = join(extensionPath, 'dist');
  const git = gitFromSetting(settings.gitPath());
  return startEngineWorker({
    workerFile: join(distDir, 'engineWorker.js'),
    dataDir: dataDirectory(),
    distDir,
    logger,
    ...(git === undefined ? {} : { environment: { [gitVariable]: git } }),
  });
}
