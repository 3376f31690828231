import { existsSync } from 'node:fs';
import { beginEarly } from '../engine/genesis/work/builtWorkers';
import { defaultDataDir } from '../engine/storage/defaultDataDir';
import { storeFiles } from '../engine/storage/storeFiles';
import { loadQuicklyFromNow } from './compileLess';
import { parseScanArguments } from './scan/scanArguments';

// Imported for what it does, before the rest of the program: the workers of a first scan start while that is loaded.
const [, , command, ...args] = process.argv;
if (command === 'scan' && isFirst()) {
  // As long as SQLite is not there yet: the workers' first WASM took 27 MB more in its fastest form, and no less time.
  loadQuicklyFromNow();
  beginEarly(__dirname);
}

/** What is wrong with the command line is said later. */
function isFirst(): boolean {
  try {
    const { dataDir = defaultDataDir() } = parseScanArguments(args);
    return !args.includes('--help') && !args.includes('-h') && !existsSync(storeFiles(dataDir).database);
  } catch {
    return false;
  }
}
