import { collectAlone, compileLess, letRoomGrow } from './compileLess';

/** What a scan worker has at most: V8 gives new objects three such rooms, `newObjectsMb` of `scanWorkerThread.ts`. */
const youngMb = 4;

// Imported for what it does, before all else: to load the program makes many new objects, and compiles.
compileLess();
if (process.argv[2] === 'scan') {
  collectAlone(youngMb);
  letRoomGrow(false);
}
