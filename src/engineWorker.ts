import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { ApiWorkerStart } from './engine/api/worker/apiWorkerMessages';
import { runApiWorker } from './engine/api/worker/runApiWorker';
import type { ConnectOptions } from './engine/connect';
import { createEngine } from './engine/createEngine';
import { type CheckWorkerStart, runCheckWorker } from './engine/doctor/checkWorker';
import { createGenesis } from './engine/genesis/createGenesis';
import { createNodePorts } from './engine/nodePorts';
import { portLogger, runEngineWorker } from './engine/rpc/runEngineWorker';
import type { WorkerStart } from './engine/rpc/workerMessages';
import { type CopyWorkerStart, runCopyWorker } from './engine/storage/backup/copyWorker';

// The thread that owns the store, or talks to the owner; see startEngineWorker. With `serve` it puts the API on the
// loopback network besides; see startApiWorker. With `check` or `copy` it reads a copy of the store only; see checkInWorker
// and copyInWorker.
if (parentPort) {
  const start = workerData as WorkerStart & Partial<ApiWorkerStart & CheckWorkerStart & CopyWorkerStart>;
  const { distDir, check, copy } = start;
  if (check !== undefined) void runCheckWorker(parentPort, { distDir, check });
  else if (copy !== undefined) void runCopyWorker(parentPort, { distDir, copy });
  else runEngine(parentPort, start);
}

function runEngine(port: MessagePort, { dataDir, distDir, serve }: WorkerStart & Partial<ApiWorkerStart>): void {
  const ports = createNodePorts({ dataDir, distDir, logger: portLogger(port) });
  const options: ConnectOptions = {
    dataDir,
    ports,
    openEngine: (store) => createEngine({ db: store.db, ports, storeState: store, createGenesis }),
  };
  void (serve ? runApiWorker(port, options, serve.port) : runEngineWorker(port, options));
}
