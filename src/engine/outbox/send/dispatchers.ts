import type { Disposable } from '../../../base/disposable';
import { systemTimers } from '../../../base/timers';
import type { SinkKind } from '../../../shared/delivery';
import type { DeliveryParts } from '../deliveryParts';
import { deliveryStatus } from '../deliveryStatus';
import { sinkKinds } from '../sinks/allSinks';
import { Dispatcher } from './dispatcher';

/** While much is sent, the status is told so often. */
const tellMs = 250;
/** The ledger is tidied up after work, and not more often. */
const tidyMs = 3_600_000;

/** One dispatcher for each kind of server, and what they tell. */
export class Dispatchers implements Disposable {
  private readonly byKind: ReadonlyMap<SinkKind, Dispatcher>;
  private told = JSON.stringify({ sinks: [] });
  private toldAt = Number.NEGATIVE_INFINITY;
  private telling: Disposable | undefined;
  private tidiedAt = Number.NEGATIVE_INFINITY;
  private isDisposed = false;

  constructor(
    private readonly parts: DeliveryParts,
    private readonly tidy: () => void,
  ) {
    const make = (kind: SinkKind): Dispatcher =>
      new Dispatcher(
        parts,
        kind,
        () => this.tellSoon(),
        () => this.rest(),
      );
    this.byKind = new Map(sinkKinds.map((kind) => [kind, make(kind)]));
  }

  isSending(kind: SinkKind): boolean {
    return this.byKind.get(kind)?.isSending === true;
  }

  wake(): void {
    for (const dispatcher of this.byKind.values()) dispatcher.wake();
  }

  dispose(): void {
    this.isDisposed = true;
    this.telling?.dispose();
    for (const dispatcher of this.byKind.values()) dispatcher.dispose();
  }

  /** At once after a pause; in between after the rest of the interval, so that the last change is told too. */
  private tellSoon(): void {
    if (this.isDisposed || this.telling) return;
    const since = performance.now() - this.toldAt;
    if (since >= tellMs) {
      this.tell();
      return;
    }
    this.telling = (this.parts.ports.timers ?? systemTimers).after(Math.ceil(tellMs - since), () => {
      this.telling = undefined;
      if (!this.isDisposed) this.tell();
    });
  }

  private tell(): void {
    this.toldAt = performance.now();
    const status = deliveryStatus(this.parts, (kind) => this.isSending(kind));
    const text = JSON.stringify(status);
    if (text === this.told) return;
    this.told = text;
    this.parts.emit({ kind: 'delivery', status });
  }

  private rest(): void {
    if ([...this.byKind.values()].some((dispatcher) => dispatcher.isSending)) return;
    const now = performance.now();
    if (now - this.tidiedAt < tidyMs || !this.hasLedger()) return;
    this.tidiedAt = now;
    this.tidy();
  }

  private hasLedger(): boolean {
    return this.parts.db.get('SELECT 1 FROM deliveries LIMIT 1') !== undefined;
  }
}
