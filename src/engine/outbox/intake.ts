import type { Clock } from '../../base/clock';
import type { SinkKind } from '../../shared/delivery';
import type { EventRow } from '../events/eventStore';
import type { Database } from '../storage/database';
import { sinkOf } from './sinks/allSinks';
import { DeliveryStore } from './store/deliveryStore';
import { SinkStore } from './store/sinkStore';

type Queueable = Pick<EventRow, 'seq' | 'id' | 'eventType' | 'chainId'>;

/** Queues events for the servers that take their project, in the transaction in which they are written. */
export class OutboxIntake {
  /** Called inside the transaction. */
  onDidQueue: (() => void) | undefined;
  private readonly takers = new Map<string, readonly SinkKind[]>();
  private readonly sinks: SinkStore;
  private readonly deliveries: DeliveryStore;

  constructor(
    db: Database,
    private readonly clock: Clock,
  ) {
    this.sinks = new SinkStore(db);
    this.deliveries = new DeliveryStore(db);
  }

  /** For how many servers it was queued. */
  take(event: Queueable, lane = event.chainId): number {
    const takers = this.takersOf(event.chainId).filter((kind) => this.queue(kind, event, lane));
    if (takers.length > 0) this.onDidQueue?.();
    return takers.length;
  }

  /** Other servers are configured. */
  forgetTakers(): void {
    this.takers.clear();
  }

  private takersOf(projectId: string): readonly SinkKind[] {
    const known = this.takers.get(projectId) ?? this.sinks.takersOf(projectId);
    this.takers.set(projectId, known);
    return known;
  }

  private queue(sink: SinkKind, { seq, id, eventType, chainId }: Queueable, lane: string): boolean {
    if (!sinkOf[sink].carries(eventType)) return false;
    const row = { sink, eventSeq: seq, part: '', eventId: id, eventType, projectId: chainId, lane };
    return this.deliveries.add(row, this.clock.now());
  }
}
