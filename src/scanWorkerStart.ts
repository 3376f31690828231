import { join } from 'node:path';
import { loadWithKeptCode } from './base/keptCode';

// Begins a scan worker with the code that an earlier one compiled.
const { exports, keep } = loadWithKeptCode(join(__dirname, 'scanWorker.js'));
(exports as typeof import('./scanWorker')).keepCodeBy(keep);
