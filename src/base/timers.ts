import type { Disposable } from './disposable';

/** Calls back later, on the same thread; beside `Clock` so that a test can let time pass without waiting. */
export interface Timers {
  /** Calls `work` once after so many milliseconds, or never once the answer is disposed. */
  after(ms: number, work: () => void): Disposable;
}

/** Longest delay that a timer of the platform knows; a longer one would fire at once. */
const longestMs = 2 ** 31 - 1;

/** None of these keeps the process alive. */
export const systemTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, Math.min(Math.max(ms, 0), longestMs));
    timer.unref();
    return { dispose: () => clearTimeout(timer) };
  },
};
