import { setFlagsFromString } from 'node:v8';

/** V8 of Node.js 20. Later ones may know the flags no more, and complain of them to whoever runs the command. */
const isKnown = /^11\./.test(process.versions.v8);

/**
 * Lets a function run about ten times as long as usual before it is compiled to its fastest form, and takes less of what it
 * calls into it. A scan runs for seconds, in workers that each compile everything for themselves, on cores that have nothing
 * to spare: a quarter of its processor time went into functions that were then hardly called any more. The whole process is
 * meant, so it has to be the program's own.
 *
 * Expressions go the other way: a scan tries nearly all of them on thousands of files, so they are compiled once, to their
 * fastest form, and not to a slow one before.
 */
export function compileLess(): void {
  if (!isKnown) return;
  setFlagsFromString('--interrupt-budget=700000 --no-regexp-tier-up');
  setFlagsFromString('--max-inlined-bytecode-size=200 --max-inlined-bytecode-size-cumulative=400');
}

/** In MB of objects that stay: what a thread that begins may hold before all of it is searched for garbage. */
const searchedFromMb = 64;
/** By how much, in percent, that may grow until the next search. */
const growth = 40;

/**
 * Lets every thread collect its memory by itself: what it hands to others takes the cores from workers that are busy, and
 * at the end it waits for them. `youngMb` is the room for new objects (of which there are two) that a thread begins with.
 *
 * All of a thread's objects are searched for garbage seldom, and in one go: nobody waits for a worker's next step, and in
 * pieces each write to an object has to be told to the search, which garbage outlives meanwhile. Functions that were not
 * called for two searches stay compiled: the next file may be of their language.
 */
export function collectAlone(youngMb: number): void {
  if (!isKnown) return;
  const helpers = ['parallel-scavenge', 'concurrent-marking', 'parallel-compaction', 'parallel-pointer-update'];
  setFlagsFromString(helpers.map((name) => `--no-${name}`).join(' '));
  setFlagsFromString(`--min-semi-space-size=${youngMb}`);
  setFlagsFromString('--no-incremental-marking --no-flush-bytecode');
  setFlagsFromString(`--initial-old-space-size=${searchedFromMb} --heap-growing-percent=${growth}`);
}

/**
 * Whether the room for new objects may grow. That of a thread that only hands work to others grew to 32 MB while it started
 * and made its lists, and stayed so. V8 lets it grow again with every thread that begins.
 */
export function letRoomGrow(grows: boolean): void {
  if (isKnown) setFlagsFromString(`--semi-space-growth-factor=${grows ? 2 : 1}`);
}

/**
 * Loads WASM that is compiled in its quick form only. Of SQLite a scan needs little: to compile its largest functions once
 * more, one of them with 35 MB of memory, took up to a tenth of the processor time of a scan, and a scan is no slower
 * without. WASM that is loaded later, such as the parser's, is compiled as usual.
 */
export async function loadQuickly<T>(load: () => Promise<T>): Promise<T> {
  if (!isKnown) return load();
  // The second one counts for functions that are compiled when they are called; the first one overrules it elsewhere.
  setFlagsFromString('--no-wasm-dynamic-tiering');
  setFlagsFromString('--no-wasm-tier-up');
  try {
    return await load();
  } finally {
    setFlagsFromString('--wasm-dynamic-tiering');
  }
}
