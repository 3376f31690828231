import { randomBytes } from 'node:crypto';
import type { Clock } from '../../base/clock';
import { EngineError } from '../../base/engineError';
import { historySource } from '../../shared/capture';
import { newId } from '../../shared/ids';
import type { EntityRef, LogEvent } from '../../shared/store';
import type { Database } from '../storage/database';
import { type Authority, authorityOf } from './authority';
import { EntityStore } from './entityStore';
import { encodeBody, firstHash, hashEvent, hashPayload } from './eventHash';
import { type ChainHead, type EventRow, EventStore, type NewEventRow } from './eventStore';
import { toLogEvent } from './toLogEvent';

/** An event before the log took it. */
export interface NewEvent {
  /** Without one the event is of the workspace. */
  readonly projectId?: string;
  /** `noun.happened`, for example `context.updated`. */
  readonly type: string;
  /** Who says so: `person`, `genesis`, `git` … */
  readonly source: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly refs?: readonly EntityRef[];
  /** When it happened, if that was not now. */
  readonly at?: number;
  readonly idempotencyKey?: string;
  readonly authority?: Authority;
}

/** Takes note of events in the transaction in which they are written. */
export interface EventIntake {
  take(row: EventRow): void;
}

/** The log of all that happens. Everything here runs in the caller's transaction, beside the change that it reports. */
export class EventLog {
  readonly store: EventStore;
  private readonly entities: EntityStore;
  private isReceiving = false;

  constructor(
    db: Database,
    private readonly clock: Clock,
    private readonly intake?: EventIntake,
  ) {
    this.store = new EventStore(db);
    this.entities = new EntityStore(db);
  }

  append(event: NewEvent): LogEvent {
    return this.show(this.appendRow(event));
  }

  /** As `append`, for what goes on working with the row: its number in the whole log is known here only. */
  appendRow(event: NewEvent): EventRow {
    const now = this.clock.now();
    const chainId = event.projectId ?? this.store.workspaceId();
    const head = this.openChain(chainId, event.projectId, now);
    const row = buildRow(event, head, now);
    const seq = this.store.add(row);
    this.entities.link(chainId, seq, row.recordTime, event.refs ?? []);
    const written = { ...row, seq };
    // The past of a repository is sent when somebody says so, session by session.
    if (!this.isReceiving && event.source !== historySource) this.intake?.take(written);
    return written;
  }

  /** What `work` writes came from another Contox: it is not sent on, else two that know each other would never end. */
  receive<T>(work: () => T): T {
    const before = this.isReceiving;
    this.isReceiving = true;
    try {
      return work();
    } finally {
      this.isReceiving = before;
    }
  }

  show(row: EventRow): LogEvent {
    return toLogEvent(row, this.store.workspaceId(), this.clock.now());
  }

  /**
   * As `append`, but the same idempotency key from the same source answers the first event, and another body under that
   * key is a `conflict`.
   */
  appendOnce(event: NewEvent & { readonly idempotencyKey: string }): { event: LogEvent; created: boolean } {
    const { row, created } = this.appendRowOnce(event);
    return { event: this.show(row), created };
  }

  appendRowOnce(event: NewEvent & { readonly idempotencyKey: string }): { row: EventRow; created: boolean } {
    const chainId = event.projectId ?? this.store.workspaceId();
    const known = this.store.findByKey(chainId, event.source, event.idempotencyKey);
    if (!known) return { row: this.appendRow(event), created: true };
    const { payload, entityRefs } = encodeBody(event.payload ?? {}, event.refs ?? []);
    // Of a purged event only the rest can be compared.
    const sameBody = known.salt === null || hashPayload(payload, entityRefs, known.salt) === known.payloadHash;
    const sameTime = event.at === undefined || event.at === known.eventTime;
    if (!sameBody || !sameTime || known.eventType !== event.type)
      throw new EngineError('conflict', 'The idempotency key was already used for another event');
    return { row: known, created: false };
  }

  /** Drops the entities that only purged events named. */
  forgetUnusedEntities(chainId: string): void {
    this.entities.deleteUnused(chainId);
  }

  private openChain(chainId: string, projectId: string | undefined, now: number): ChainHead {
    const found = this.store.findChain(chainId);
    if (found) return found;
    if (projectId === undefined) throw new EngineError('damaged', 'The store has no log of its own.');
    this.store.addChain(projectId, firstHash, now);
    return { id: chainId, projectId, length: 0, headHash: firstHash, lastRecordAt: now };
  }
}

function buildRow(event: NewEvent, head: ChainHead, now: number): NewEventRow {
  const body = encodeBody(event.payload ?? {}, event.refs ?? []);
  const salt = randomBytes(16);
  // A clock that was set back must not bring disorder into the log: what was known at an instant is a prefix of it.
  const recordTime = Math.max(now, head.lastRecordAt);
  const envelope = {
    id: newId('evt', recordTime),
    chainId: head.id,
    chainSeq: head.length + 1,
    eventType: event.type,
    eventTime: event.at ?? now,
    recordTime,
    source: event.source,
    authority: event.authority ?? authorityOf(event.source),
    idempotencyKey: event.idempotencyKey ?? null,
    payloadHash: hashPayload(body.payload, body.entityRefs, salt),
    prevHash: head.headHash,
  };
  return { ...envelope, ...body, salt, hash: hashEvent(envelope) };
}
