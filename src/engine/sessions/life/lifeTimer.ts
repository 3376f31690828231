import type { Disposable } from '../../../base/disposable';
import { isEngineError } from '../../../base/engineError';
import { systemTimers } from '../../../base/timers';
import { settleSessions } from './completeSession';
import { endsAt, type LifeParts } from './lifeParts';

/** Timers stand still while a machine sleeps, and clocks are set: the end is looked for at least this often. */
const longestMs = 10 * 60_000;
/** What comes late comes in numbers: it is told of when it has come. */
const settleMs = 2_000;

/** Ends sessions at their time. One timer runs while a session is open or has something to tell, and none at rest. */
export class LifeTimer implements Disposable {
  private timer: Disposable | undefined;
  private readonly work: Disposable;
  private disposed = false;
  private planned = false;

  constructor(private readonly parts: LifeParts) {
    this.work = parts.didWork.event(() => this.planSoon());
    this.plan();
  }

  dispose(): void {
    this.disposed = true;
    this.work.dispose();
    this.timer?.dispose();
  }

  /** After the transaction that runs now. */
  private planSoon(): void {
    if (this.planned || this.disposed) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      this.plan();
    });
  }

  private plan(): void {
    this.timer?.dispose();
    this.timer = undefined;
    const wait = this.disposed ? undefined : this.waitMs();
    if (wait === undefined) return;
    this.timer = (this.parts.ports.timers ?? systemTimers).after(wait, () => void this.settle());
  }

  /** Until something has to be done; `undefined`: never, as it is. */
  private waitMs(): number | undefined {
    const { sessions, ports } = this.parts;
    const now = ports.clock.now();
    const waits = sessions.listOpen().map((row) => Math.min(Math.max(endsAt(this.parts, row) - now, 0), longestMs));
    if (sessions.listUnsaved(1).length > 0) waits.push(settleMs);
    return waits.length === 0 ? undefined : Math.min(...waits);
  }

  private async settle(): Promise<void> {
    try {
      await this.parts.runner.commit('sessions.settle', () => settleSessions(this.parts));
    } catch (error) {
      if (this.disposed || isEngineError(error, 'unavailable')) return;
      // The store can't be written: it is tried again later, and at the next start.
      this.parts.ports.logger.warn(`Sessions could not be ended and will be later: ${String(error)}`);
      this.timer = (this.parts.ports.timers ?? systemTimers).after(longestMs, () => void this.settle());
      return;
    }
    this.plan();
  }
}
