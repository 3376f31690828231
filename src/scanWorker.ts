import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from './base/stepBack';
import { analyzers } from './engine/genesis/analyzers/index';
import { serveScanWork } from './engine/genesis/work/serveScanWork';
import type { WorkerSettings } from './engine/genesis/work/workProtocol';

if (parentPort === null) throw new Error('The scan worker is started by the engine.');
stepBack();
void serveScanWork(parentPort, workerData as WorkerSettings, analyzers);
