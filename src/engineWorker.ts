import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from './engine/createEngine';
import { createGenesis } from './engine/genesis/createGenesis';
import { createNodePorts } from './engine/nodePorts';
import { portLogger, runEngineWorker } from './engine/rpc/runEngineWorker';
import type { WorkerStart } from './engine/rpc/workerMessages';

// The thread that owns the store, or talks to the owner; see startEngineWorker.
if (parentPort) {
  const { dataDir, distDir } = workerData as WorkerStart;
  const ports = createNodePorts({ dataDir, distDir, logger: portLogger(parentPort) });
  void runEngineWorker(parentPort, {
    dataDir,
    ports,
    openEngine: (store) => createEngine({ db: store.db, ports, storeState: store, createGenesis }),
  });
}
