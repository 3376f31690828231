import { setFlagsFromString } from 'node:v8';

/** V8 of Node.js 20. Later ones may know the flags no more, and complain of them to whoever runs the command. */
const knownTo = /^11\./;

/**
 * Lets a function run about six times as long as usual before it is compiled to its fastest form. A scan runs for seconds,
 * in workers that each compile everything for themselves, on cores that have nothing to spare: a quarter of its processor
 * time went into functions that were then hardly called any more. The whole process is meant, so it has to be the program's own.
 *
 * Expressions go the other way: a scan tries nearly all of them on thousands of files, so they are compiled once, to their
 * fastest form, and not to a slow one before.
 */
export function compileLess(): void {
  if (knownTo.test(process.versions.v8)) setFlagsFromString('--interrupt-budget=400000 --no-regexp-tier-up');
}
