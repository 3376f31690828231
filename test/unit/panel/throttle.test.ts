import assert from 'node:assert/strict';
import { Throttle, type Timers } from '../../../src/shell/panel/throttle';

/** Time that only moves when told to. */
class HandTimers implements Timers {
  private at = 0;
  private waiting: { readonly due: number; readonly work: () => void }[] = [];

  now(): number {
    return this.at;
  }

  after(delayMs: number, work: () => void): () => void {
    const entry = { due: this.at + delayMs, work };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((each) => each !== entry);
    };
  }

  async pass(ms: number): Promise<void> {
    this.at += ms;
    const due = this.waiting.filter((each) => each.due <= this.at);
    this.waiting = this.waiting.filter((each) => each.due > this.at);
    for (const { work } of due) work();
    await turn();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('throttle', () => {
  it('runs at once, then after the pause, once for many requests', async () => {
    const timers = new HandTimers();
    let runs = 0;
    const throttle = new Throttle(async () => void runs++, 500, timers);
    throttle.request();
    await turn();
    assert.equal(runs, 1);
    for (let i = 0; i < 10; i++) throttle.request();
    await timers.pass(499);
    assert.equal(runs, 1);
    await timers.pass(1);
    assert.equal(runs, 2);
    await timers.pass(5000);
    assert.equal(runs, 2);
  });

  it('does not run twice at once and does not lose what came meanwhile', async () => {
    const timers = new HandTimers();
    const ends: (() => void)[] = [];
    const throttle = new Throttle(() => new Promise((resolve) => ends.push(resolve)), 100, timers);
    throttle.request();
    throttle.request();
    assert.equal(ends.length, 1);
    ends[0]?.();
    await turn();
    await timers.pass(100);
    assert.equal(ends.length, 2);
  });

  it('pauses longer after work that took long', async () => {
    const timers = new HandTimers();
    let runs = 0;
    const throttle = new Throttle(
      async () => {
        runs++;
        await timers.pass(300);
      },
      500,
      timers,
    );
    throttle.request();
    await turn();
    throttle.request();
    await timers.pass(1199);
    assert.equal(runs, 1);
    await timers.pass(1);
    assert.equal(runs, 2);
  });

  it('is silent after its end', async () => {
    const timers = new HandTimers();
    let runs = 0;
    const throttle = new Throttle(async () => void runs++, 100, timers);
    throttle.request();
    await turn();
    throttle.request();
    throttle.dispose();
    await timers.pass(1000);
    throttle.request();
    assert.equal(runs, 1);
  });
});
