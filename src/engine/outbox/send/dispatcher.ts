import type { Disposable } from '../../../base/disposable';
import { isEngineError } from '../../../base/engineError';
import { systemTimers } from '../../../base/timers';
import type { DeliveryParts } from '../deliveryParts';
import type { Transport } from '../http/transport';
import { toTransportError } from '../http/transportError';
import { sinkOf } from '../sinks/allSinks';
import type { Sink } from '../sinks/sink';
import type { LaneHead } from '../store/queueStore';
import type { SinkRow } from '../store/sinkStore';
import { openPseudonyms } from '../wire/pseudonyms';
import { isDue } from './backoff';
import { type BegunDelivery, beginDelivery } from './beginDelivery';
import { cures } from './cures';
import { type Exchange, finishDelivery } from './finishDelivery';

/** So many sessions are sent at the same time. */
const mostLanes = 4;
/** A server that failed is asked by one request only until it takes one. */
const lanesAfterFailure = 1;
/** A lane gives way to others after so many. */
const mostInTurn = 50;
/** After this the queue is looked at again in any case: clocks are set, machines sleep. */
const longestSleepMs = 3_600_000;
/** The store may be full for a while. */
const storeRetryMs = 60_000;

/** Sends what waits for one server: each lane in order, several lanes at a time. At rest it holds no timer and no socket. */
export class Dispatcher implements Disposable {
  /** By lane, the delivery that is under way. */
  private readonly active = new Map<string, number>();
  private readonly abort = new AbortController();
  private readonly sink: Sink;
  private readonly transport: Transport;
  private timer: Disposable | undefined;
  private isScheduled = false;
  private isPreparing = false;
  private storeFailed = false;

  constructor(
    private readonly parts: DeliveryParts,
    kind: Sink['kind'],
    /** Something changed that the status tells. */
    private readonly onDidChange: () => void,
    private readonly onRest: () => void,
  ) {
    this.sink = sinkOf[kind];
    this.transport = parts.host.newTransport();
  }

  get isSending(): boolean {
    return this.active.size > 0;
  }

  /** Looks at the queue in the next turn, hence after the transaction that is running. */
  wake(): void {
    if (this.isScheduled || this.abort.signal.aborted) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      void this.pump();
    });
  }

  /** What is under way is broken off; it is sent again at the next start, under the same key. */
  dispose(): void {
    this.abort.abort();
    this.timer?.dispose();
    this.transport.rest();
  }

  private async pump(): Promise<void> {
    if (this.abort.signal.aborted || this.isPreparing) return;
    this.timer?.dispose();
    this.timer = undefined;
    try {
      const config = this.parts.sinks.find(this.sink.kind);
      if (config?.anonymize === true && config.refused === null && !this.parts.host.pseudonyms) await this.prepare();
      if (this.abort.signal.aborted) return;
      if (config) this.start(config);
    } catch (error) {
      this.failed(error);
    }
    if (this.active.size === 0) {
      this.transport.rest();
      this.onRest();
    }
    this.onDidChange();
  }

  /** Where there is no key for pseudonyms, nothing leaves under names instead. */
  private async prepare(): Promise<void> {
    const { host, ports, runner, sinks } = this.parts;
    this.isPreparing = true;
    try {
      host.pseudonyms = await openPseudonyms(ports.secrets);
    } catch (error) {
      if (!isEngineError(error)) throw error;
      const refused = { message: error.message, cure: cures.keys, at: ports.clock.now() };
      await runner.commit('refuseDelivery', () => {
        const config = sinks.find(this.sink.kind);
        if (config) sinks.update(this.sink.kind, { ...config, refused, lastError: refused });
      });
    } finally {
      this.isPreparing = false;
    }
  }

  private start(config: SinkRow): void {
    const now = this.parts.ports.clock.now();
    if (config.anonymize && !this.parts.host.pseudonyms) return;
    if (config.refused !== null && !config.dryRun) return;
    const heads = this.parts.queue.heads(this.sink.kind).filter((head) => this.mayStart(head, config));
    const waits = !config.dryRun && !isDue(config.waitUntil, now);
    const most = config.failures > 0 ? lanesAfterFailure : mostLanes;
    const due = waits ? [] : heads.filter((head) => isDue(head.nextTryAt, now));
    if (due.length > 0) this.parts.host.onStep('queued');
    for (const head of due.slice(0, Math.max(0, most - this.active.size))) {
      this.active.set(head.lane, head.seq);
      void this.runLane(head.lane);
    }
    if (this.active.size === 0 && heads.length > 0) this.sleep(heads, waits ? (config.waitUntil ?? now) : now);
  }

  /** A session may get another event's lane while that event is under way. */
  private mayStart(head: LaneHead, config: SinkRow): boolean {
    if (this.active.has(head.lane) || [...this.active.values()].includes(head.seq)) return false;
    return config.dryRun || this.parts.secrets.find(this.sink.kind, head.projectId) !== undefined;
  }

  private sleep(heads: readonly LaneHead[], from: number): void {
    const now = this.parts.ports.clock.now();
    const next = Math.min(...heads.map(({ nextTryAt }) => Math.max(nextTryAt ?? now, from)));
    this.wakeIn(Math.min(Math.max(next - now, 1), longestSleepMs));
  }

  private wakeIn(ms: number): void {
    this.timer?.dispose();
    this.timer = (this.parts.ports.timers ?? systemTimers).after(ms, () => this.wake());
  }

  private async runLane(lane: string): Promise<void> {
    const { runner, host } = this.parts;
    try {
      let begun = await runner.commit('beginDelivery', () => this.begin(lane));
      for (let sent = 1; begun; sent++) {
        host.onStep('begun');
        const current: BegunDelivery = begun;
        const exchange = await this.exchange(current);
        host.onStep('answered');
        begun = await runner.commit('endDelivery', () => {
          finishDelivery(this.parts, current, exchange);
          return sent < mostInTurn ? this.begin(lane) : undefined;
        });
        host.onStep('ended');
        this.onDidChange();
      }
      this.storeFailed = false;
    } catch (error) {
      this.failed(error);
    }
    this.active.delete(lane);
    if (this.storeFailed) return;
    this.wake();
  }

  private begin(lane: string): BegunDelivery | undefined {
    const begun = this.abort.signal.aborted ? undefined : beginDelivery(this.parts, this.sink, lane);
    if (begun) this.active.set(lane, begun.seq);
    return begun;
  }

  private async exchange({ request }: BegunDelivery): Promise<Exchange> {
    const { ports, host } = this.parts;
    const sentAt = ports.clock.now();
    const startedAt = performance.now();
    const sending = this.transport.post(request, host.proxy, this.abort.signal);
    host.onStep('sent');
    const result = await sending.then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error: toTransportError(error) }),
    );
    return { sentAt, endedAt: ports.clock.now(), durationMs: performance.now() - startedAt, result };
  }

  /** Without its store nothing is sent: it could not be told what was. */
  private failed(error: unknown): void {
    if (this.abort.signal.aborted) return;
    const { logger } = this.parts.ports;
    this.storeFailed = true;
    if (!isEngineError(error)) logger.error('A delivery failed', error);
    else logger.warn(`Deliveries have to wait: ${error.message}`);
    this.wakeIn(storeRetryMs);
  }
}
