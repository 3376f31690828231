import { nextTurn } from '../../../base/nextTurn';

/** So long the engine's thread may work without looking at what else waits. */
const sliceMs = 10;

/** Gives way to others where work has taken long enough, told by the time and not by a count of unlike things. */
export class Breather {
  private since = performance.now();

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** Rejects with `cancelled` once the signal is aborted. */
  async breathe(): Promise<void> {
    if (performance.now() - this.since < sliceMs) return;
    await nextTurn(this.signal);
    this.since = performance.now();
  }
}
