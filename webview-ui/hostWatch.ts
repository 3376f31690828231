const PATIENCE_MS = 4000;

export interface WatchTimers {
  after(delayMs: number, work: () => void): () => void;
}

/**
 * Notices that nobody answers any more: an extension host that died leaves its panels behind as dead tabs. After
 * something was said and nothing was heard for a while, it asks once; without an answer the host is lost.
 */
export class HostWatch {
  private stop: (() => void) | undefined;
  private lost = false;

  constructor(
    private readonly ping: () => void,
    private readonly onChange: (lost: boolean) => void,
    private readonly timers: WatchTimers,
  ) {}

  said(): void {
    this.stop ??= this.timers.after(PATIENCE_MS, () => {
      this.ping();
      this.stop = this.timers.after(PATIENCE_MS, () => {
        this.stop = undefined;
        this.change(true);
      });
    });
  }

  heard(): void {
    this.stop?.();
    this.stop = undefined;
    this.change(false);
  }

  private change(lost: boolean): void {
    if (this.lost === lost) return;
    this.lost = lost;
    this.onChange(lost);
  }
}
