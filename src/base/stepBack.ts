import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** So much nicer than its process, on a scale that ends at 19: an editor has 0, and what was started by `nice` has more. */
const steps = 10;
const nicest = 19;

/**
 * Lets the calling thread run only where others leave the processor idle, so that a scan never makes an editor's thread
 * wait. Only Linux knows priorities of single threads, by their ids; elsewhere, and where it is forbidden, nothing
 * happens. Never call it on a process's main thread.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    const threadId = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    if (threadId > 0 && threadId !== process.pid)
      setPriority(threadId, Math.min(nicest, getPriority(threadId) + steps));
  } catch (error) {
    // Without /proc or the right to be nicer, the thread keeps its priority: slower for others, wrong for nobody.
    if (!(error instanceof Error)) throw error;
  }
}
