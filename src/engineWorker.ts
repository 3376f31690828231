import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from './base/clock';
import { createEngine } from './engine/createEngine';
import { createGenesis } from './engine/genesis/createGenesis';
import { identifyRepository } from './engine/git/identifyRepository';
import { portLogger, runEngineWorker } from './engine/rpc/runEngineWorker';
import type { WorkerStart } from './engine/rpc/workerMessages';

// The thread that owns the store, or talks to the owner; see startEngineWorker.
if (parentPort) {
  const { dataDir, distDir } = workerData as WorkerStart;
  const ports = { clock: systemClock, logger: portLogger(parentPort), distDir, identify: identifyRepository };
  void runEngineWorker(parentPort, {
    dataDir,
    ports,
    openEngine: (store) => createEngine({ db: store.db, ports, storeState: store, createGenesis }),
  });
}
