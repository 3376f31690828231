// The engine's worker with a fault: the first project of the name `crash` is stored, and the thread ends before it answers.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../../src/base/clock';
import { createEngine } from '../../../src/engine/createEngine';
import { portLogger, runEngineWorker } from '../../../src/engine/rpc/runEngineWorker';
import type { WorkerStart } from '../../../src/engine/rpc/workerMessages';

if (parentPort) {
  const { dataDir, distDir } = workerData as WorkerStart;
  const ports = { clock: systemClock, logger: portLogger(parentPort), distDir };
  void runEngineWorker(parentPort, {
    dataDir,
    ports,
    openEngine(store) {
      const engine = createEngine({ db: store.db, ports, storeState: store });
      return {
        ...engine,
        async createProject(params, options) {
          const project = await engine.createProject(params, options);
          const crashed = join(dataDir, 'crashed');
          if (params.name === 'crash always' || (params.name === 'crash' && !existsSync(crashed))) {
            writeFileSync(crashed, '');
            process.exit(1);
          }
          return project;
        },
      };
    },
  });
}
