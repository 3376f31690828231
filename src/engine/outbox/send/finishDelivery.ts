import type { DeliveryParts } from '../deliveryParts';
import type { WireAnswer } from '../http/transport';
import type { TransportError, TransportFault } from '../http/transportError';
import { mostTriesKept } from '../store/attemptStore';
import type { DeliveryRow } from '../store/deliveryStore';
import type { Failure, SinkRow } from '../store/sinkStore';
import { backoffMs, parseHttpDate } from './backoff';
import type { BegunDelivery } from './beginDelivery';
import { cures, faultCures } from './cures';
import { divideBody } from './divideBody';
import { judgeAnswer, type Reason, type Verdict } from './judgeAnswer';

export interface Exchange {
  /** Instants by this machine's clock. */
  readonly sentAt: number;
  readonly endedAt: number;
  readonly durationMs: number;
  readonly result: { readonly answer: WireAnswer } | { readonly error: TransportError };
}

const longestExcerpt = 2_000;
/** So many failures in a row, of whatever bodies, are the server's. */
const mostOwnFailures = 8;
/** So often one event is tried at which the server fails, before it is set aside and those behind it go on … */
const mostOwnTries = 10;
/** … and so long, where the server took others meanwhile, so that it is the event; */
const hopelessMs = 3_600_000;
/** … or so long where it took nothing, so that it may be the server. */
const hopelessAloneMs = 24 * hopelessMs;
/** A clock that is wrong again and again is not cured by measuring it. */
const mostClockTries = 3;
/** A `Date` header has whole seconds, and a request takes some. */
const clockGrainSeconds = 5;

/** Writes down how a request ended and what follows from it, in the caller's transaction. */
export function finishDelivery(parts: DeliveryParts, begun: BegunDelivery, exchange: Exchange): void {
  const { result, endedAt, durationMs } = exchange;
  const answer = 'answer' in result ? result.answer : undefined;
  const verdict = 'answer' in result ? judgeAnswer(begun.place.sink, result.answer, endedAt) : judgeFault(result.error);
  const message = verdict.kind === 'delivered' ? null : tell(parts, verdict.message);
  parts.attempts.end(begun.attemptId, {
    status: answer?.status ?? null,
    answer: answer === undefined ? null : tell(parts, answer.text).slice(0, longestExcerpt),
    error: message,
    durationMs,
  });
  const row = parts.deliveries.findBySeq(begun.seq);
  const config = parts.sinks.find(begun.place.sink.kind);
  // The project was deleted meanwhile, or the server is not configured any more.
  if (row) {
    const lastStatus = answer?.status ?? null;
    parts.deliveries.update(row.seq, { attempts: row.attempts + 1, lastStatus, lastError: message });
    if (row.attempts >= mostTriesKept) parts.attempts.trim(row.seq);
  }
  // Said by a server that is no longer configured, it is true all the same.
  if (row && !config && verdict.kind === 'delivered')
    parts.deliveries.update(row.seq, { state: 'delivered', deliveredAt: endedAt, nextTryAt: null });
  if (row && config) new Ending(parts, begun, row, config, exchange).apply(verdict);
}

/** No secret of anybody is in what is kept of the other side's words. */
const tell = (parts: DeliveryParts, text: string): string => parts.redactor.redact(parts.secrets.mask(text)).text;

/** These concern the way to the server; the others may have to do with one body. */
const faultsOfTheWay: ReadonlySet<TransportFault> = new Set(['dns', 'offline', 'refused', 'tls', 'proxy', 'proxyAuth']);

function judgeFault({ fault, message }: TransportError): Verdict {
  const scope = faultsOfTheWay.has(fault) ? 'sink' : 'delivery';
  return { kind: 'later', scope, message, cure: faultCures[fault] };
}

class Ending {
  private readonly now: number;

  constructor(
    private readonly parts: DeliveryParts,
    private readonly begun: BegunDelivery,
    private readonly row: DeliveryRow,
    private readonly config: SinkRow,
    private readonly exchange: Exchange,
  ) {
    this.now = exchange.endedAt;
  }

  apply(verdict: Verdict): void {
    if (verdict.kind === 'delivered') this.delivered();
    else if (verdict.kind === 'later') this.later(verdict);
    else if (verdict.kind === 'refused') this.refused(verdict);
    else if (verdict.kind === 'clock') this.correctClock(verdict);
    else if (verdict.kind === 'tooLarge') this.divide(verdict);
    else this.bury(verdict);
  }

  private delivered(): void {
    const { deliveries, sinks, queue } = this.parts;
    const { kind, lastError } = this.config;
    deliveries.update(this.row.seq, { state: 'delivered', deliveredAt: this.now, nextTryAt: null, lastError: null });
    sinks.noteDelivered(kind, this.now);
    const { failures, waitUntil } = this.config;
    // What is dead still needs somebody; all other errors are over.
    const settled = lastError === null || queue.counts(kind).dead > 0 ? lastError : null;
    if (failures > 0 || waitUntil !== null || settled !== lastError)
      this.update({ failures: 0, waitUntil: null, lastError: settled });
  }

  private later(verdict: Reason & { readonly scope: 'delivery' | 'sink'; readonly waitMs?: number }): void {
    const { config, now } = this;
    if (verdict.scope === 'delivery' && this.isHopeless()) {
      const message = `${verdict.message}. It was tried ${this.row.failures + 1} times and is set aside`;
      this.bury({ message, cure: cures.dead });
      return;
    }
    const alreadyWaits = config.waitUntil !== null && config.waitUntil > now;
    // Requests that were under way when the first one failed count as that one.
    const failures = config.failures + (alreadyWaits ? 0 : 1);
    const ofSink = verdict.scope === 'sink' || failures > mostOwnFailures;
    const ownFailures = this.row.failures + 1;
    const turns = verdict.scope === 'sink' ? failures : failures - mostOwnFailures;
    const waitMs = verdict.waitMs ?? backoffMs(ofSink ? turns : ownFailures, this.parts.random);
    const until = alreadyWaits && verdict.waitMs === undefined && ofSink ? (config.waitUntil ?? now) : now + waitMs;
    const waitUntil = ofSink ? Math.max(until, alreadyWaits ? (config.waitUntil ?? 0) : 0) : config.waitUntil;
    this.requeue({ failures: ownFailures, nextTryAt: ofSink ? waitUntil : until });
    this.update({ failures, waitUntil, lastError: this.failure(verdict) });
  }

  /** One event that a server can't take, whatever it answers, must not hold up its session for ever. */
  private isHopeless(): boolean {
    const tries = this.row.failures + 1;
    if (tries < mostOwnTries) return false;
    const since = this.parts.attempts.beganAt(this.row.seq, tries) ?? this.now;
    const { lastDeliveredAt } = this.config;
    const tookOthers = lastDeliveredAt !== null && lastDeliveredAt > since;
    return this.now - since >= (tookOthers ? hopelessMs : hopelessAloneMs);
  }

  private refused(verdict: Reason & { readonly scope: 'project' | 'sink' }): void {
    const { sinks } = this.parts;
    const failure = this.failure(verdict);
    this.requeue({ nextTryAt: null });
    if (verdict.scope === 'project') sinks.refuseProject(this.config.kind, this.row.projectId, failure);
    this.update({ lastError: failure, ...(verdict.scope === 'sink' ? { refused: failure } : {}) });
  }

  /** With the time that the server itself tells, the next signature is in its window. */
  private correctClock(verdict: Reason): void {
    const { result, sentAt, endedAt } = this.exchange;
    const serverTime = 'answer' in result ? parseHttpDate(result.answer.headers.date) : undefined;
    const offset = serverTime === undefined ? undefined : Math.round((serverTime - (sentAt + endedAt) / 2) / 1000);
    const explains = offset !== undefined && Math.abs(offset - this.config.clockOffset) > clockGrainSeconds;
    const { sink } = this.begun.place;
    if (!explains || this.row.failures >= mostClockTries) {
      // The time in a body stays what it is; that of a signature is another one with each try.
      if (sink.kind === 'contox') this.later({ ...verdict, scope: 'sink' });
      else this.bury(verdict);
      return;
    }
    if (sink.kind !== 'contox' && this.row.state === 'queued') this.parts.deliveries.forgetBody(this.row.seq);
    const side = offset > 0 ? 'ahead of' : 'behind';
    const message = `The clock of the server is ${Math.abs(offset)} s ${side} that of this machine; Contox signs by it`;
    this.requeue({ failures: this.row.failures + 1, nextTryAt: null });
    this.update({ clockOffset: offset, lastError: this.failure({ message, cure: cures.clock }) });
  }

  private divide(verdict: Reason): void {
    const { parts, row, begun } = this;
    const body = parts.deliveries.body(row.seq);
    if (row.state !== 'queued' || (body && divideBody(parts, begun.place.sink, row, body))) return;
    this.bury(verdict);
  }

  private bury(verdict: Reason): void {
    if (this.row.state === 'queued') this.parts.deliveries.update(this.row.seq, { state: 'dead', nextTryAt: null });
    this.update({ lastError: this.failure(verdict), failures: 0, waitUntil: null });
  }

  /** What was withdrawn while it was under way is not queued again. */
  private requeue(changes: { readonly failures?: number; readonly nextTryAt: number | null }): void {
    if (this.row.state === 'queued') this.parts.deliveries.update(this.row.seq, changes);
  }

  private failure({ message, cure }: Reason): Failure {
    return { message: tell(this.parts, message), cure, at: this.now };
  }

  private update(changes: Partial<SinkRow>): void {
    this.parts.sinks.update(this.config.kind, { ...this.config, ...changes });
  }
}
