import { existsSync } from 'node:fs';
import { beginEarly } from '../engine/genesis/work/builtWorkers';
import { defaultDataDir } from '../engine/storage/defaultDataDir';
import { storeFiles } from '../engine/storage/storeFiles';
import { parseScanArguments } from './scan/scanArguments';

// Imported for what it does, before the rest of the program: the workers of a first scan start while that is loaded.
const [, , command, ...args] = process.argv;
if (command === 'scan' && isFirst()) beginEarly(__dirname);

/** What is wrong with the command line is said later. */
function isFirst(): boolean {
  try {
    const { dataDir = defaultDataDir() } = parseScanArguments(args);
    return !args.includes('--help') && !args.includes('-h') && !existsSync(storeFiles(dataDir).database);
  } catch {
    return false;
  }
}
