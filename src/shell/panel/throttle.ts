import type { Disposable } from '../../base/disposable';

export interface Timers {
  now(): number;
  /** Runs the work once, later; the result takes it back. */
  after(delayMs: number, work: () => void): () => void;
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  after(delayMs, work) {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
};

/**
 * Runs work on request, never twice at once and with a pause between runs: at least `intervalMs`, and four times what
 * the last run took, so that slow answers can't fill the host's event loop. A request during the pause is not lost.
 */
export class Throttle implements Disposable {
  private running = false;
  private wanted = false;
  private disposed = false;
  private readyAt = Number.NEGATIVE_INFINITY;
  private cancel: (() => void) | undefined;

  /** `work` must not reject. */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly intervalMs: number,
    private readonly timers: Timers = systemTimers,
  ) {}

  request(): void {
    if (this.disposed) return;
    this.wanted = true;
    if (this.running || this.cancel) return;
    const wait = this.readyAt - this.timers.now();
    if (wait <= 0) void this.run();
    else
      this.cancel = this.timers.after(wait, () => {
        this.cancel = undefined;
        void this.run();
      });
  }

  private async run(): Promise<void> {
    this.running = true;
    this.wanted = false;
    const startedAt = this.timers.now();
    await this.work();
    this.running = false;
    const endedAt = this.timers.now();
    this.readyAt = endedAt + Math.max(this.intervalMs, 4 * (endedAt - startedAt));
    if (this.wanted) this.request();
  }

  dispose(): void {
    this.disposed = true;
    this.cancel?.();
    this.cancel = undefined;
  }
}
