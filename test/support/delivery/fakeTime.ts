import type { Clock } from '../../../src/base/clock';
import type { Disposable } from '../../../src/base/disposable';
import type { Timers } from '../../../src/base/timers';

/** A clock that stands still until a test moves it, and the timers that go by it. */
export class FakeTime implements Clock, Timers {
  private readonly waiting = new Set<{ at: number; work: () => void }>();

  constructor(public at = Date.UTC(2026, 0, 5, 9)) {}

  now(): number {
    return this.at;
  }

  get timers(): number {
    return this.waiting.size;
  }

  after(ms: number, work: () => void): Disposable {
    const timer = { at: this.at + Math.round(ms), work };
    this.waiting.add(timer);
    return { dispose: () => void this.waiting.delete(timer) };
  }

  /** When the next timer is due. */
  get nextAt(): number | undefined {
    const times = [...this.waiting].map(({ at }) => at);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /** Moves on to the next timer and runs what is due; false where there is none. */
  toNext(): boolean {
    const next = this.nextAt;
    if (next !== undefined) this.pass(Math.max(0, next - this.at));
    return next !== undefined;
  }

  pass(ms: number): void {
    this.at += ms;
    for (const timer of [...this.waiting])
      if (timer.at <= this.at) {
        this.waiting.delete(timer);
        timer.work();
      }
  }
}
