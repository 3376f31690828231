import { parentPort, workerData } from 'node:worker_threads';
import { offerCollection } from './base/offerCollection';
import { stepBack } from './base/stepBack';
import { analyzers } from './engine/genesis/analyzers/index';
import { serveScanWork } from './engine/genesis/work/serveScanWork';
import type { WorkerSettings } from './engine/genesis/work/workProtocol';

if (parentPort === null) throw new Error('The scan worker is started by the engine.');
const settings = workerData as WorkerSettings;
if (settings.stepsBack) stepBack();
if (settings.collects) offerCollection();
let keepCode: () => void = () => undefined;
void serveScanWork(parentPort, settings, analyzers, () => keepCode());

/** Sets what is called once most of what a scan needs was compiled. */
export function keepCodeBy(keep: () => void): void {
  keepCode = keep;
}
