import './cli/beforeAll';
import { join } from 'node:path';
import { loadWithKeptCode } from './base/keptCode';

// Begins the command line with the code that an earlier scan compiled.
const { exports, keep } = loadWithKeptCode(join(__dirname, 'cliProgram.js'));
(exports as typeof import('./cli')).keepCodeBy(keep);
