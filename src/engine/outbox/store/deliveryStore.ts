import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DeliveryState, ListDeliveries, SinkKind } from '../../../shared/delivery';
import { newId } from '../../../shared/ids';
import type { Database, SqlValue } from '../../storage/database';

/** One event on its way to one server, without its body. Times are milliseconds. */
export interface DeliveryRow {
  readonly seq: number;
  readonly id: string;
  readonly sink: SinkKind;
  readonly eventSeq: number;
  /** `''`, or which of the pieces of a split event it is. */
  readonly part: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly projectId: string;
  /** The session's id, or the project's for an event that is in no session. */
  readonly lane: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** Since the last time that somebody asked for a retry. */
  readonly failures: number;
  readonly createdAt: number;
  readonly nextTryAt: number | null;
  readonly deliveredAt: number | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly bytes: number;
}

/** What is to be sent, once it is written down. */
export interface StoredBody {
  readonly bytes: Buffer;
  readonly redactions: Readonly<Record<string, number>>;
  readonly anonymized: boolean;
}

type Changes = Partial<
  Pick<
    DeliveryRow,
    'part' | 'state' | 'attempts' | 'failures' | 'nextTryAt' | 'deliveredAt' | 'lastStatus' | 'lastError'
  >
>;

const columns = `seq, id, sink, event_seq AS eventSeq, part, event_id AS eventId, event_type AS eventType,
  project_id AS projectId, lane, state, attempts, failures, created_at AS createdAt, next_try_at AS nextTryAt,
  delivered_at AS deliveredAt, last_status AS lastStatus, last_error AS lastError, bytes`;

const columnOf: Readonly<Record<keyof Changes, string>> = {
  part: 'part',
  state: 'state',
  attempts: 'attempts',
  failures: 'failures',
  nextTryAt: 'next_try_at',
  deliveredAt: 'delivered_at',
  lastStatus: 'last_status',
  lastError: 'last_error',
};

/** The idempotency key of a delivery: the event's id, with the piece's number where it was split. */
export const keyOf = ({ eventId, part }: Pick<DeliveryRow, 'eventId' | 'part'>): string =>
  part === '' ? eventId : `${eventId}.${part}`;

type NewDelivery = Pick<DeliveryRow, 'sink' | 'eventSeq' | 'part' | 'eventId' | 'eventType' | 'projectId' | 'lane'>;

/** SQL of the outbox and ledger. */
export class DeliveryStore {
  constructor(private readonly db: Database) {}

  /** Queues an event; nothing happens where it was queued for the server before. */
  add(row: NewDelivery, now: number): boolean {
    const { sink, eventSeq, part, eventId, eventType, projectId, lane } = row;
    const added = this.db.run(
      `INSERT INTO deliveries (id, sink, event_seq, part, event_id, event_type, project_id, lane, state, created_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'queued', ?9 WHERE ?4 <> '' OR NOT EXISTS
         (SELECT 1 FROM deliveries WHERE event_seq = ?3 AND sink = ?2)`,
      [newId('dlv', now), sink, eventSeq, part, eventId, eventType, projectId, lane, now],
    );
    return added > 0;
  }

  find(id: string): DeliveryRow | undefined {
    return this.db.get<DeliveryRow>(`SELECT ${columns} FROM deliveries WHERE id = ?`, [id]);
  }

  findBySeq(seq: number): DeliveryRow | undefined {
    return this.db.get<DeliveryRow>(`SELECT ${columns} FROM deliveries WHERE seq = ?`, [seq]);
  }

  findPart(sink: SinkKind, eventSeq: number, part: string): DeliveryRow | undefined {
    return this.db.get<DeliveryRow>(`SELECT ${columns} FROM deliveries WHERE event_seq = ? AND sink = ? AND part = ?`, [
      eventSeq,
      sink,
      part,
    ]);
  }

  list(query: ListDeliveries, before: number | undefined, limit: number): DeliveryRow[] {
    const used: [sql: string, value: SqlValue | undefined][] = [
      ['project_id = ?', query.projectId],
      ['lane = ?', query.sessionId],
      ['sink = ?', query.sink],
      ['state = ?', query.state],
      ['seq < ?', before],
    ];
    const given = used.filter((pair): pair is [string, SqlValue] => pair[1] !== undefined);
    const where = given.length === 0 ? '' : `WHERE ${given.map(([sql]) => sql).join(' AND ')}`;
    return this.db.all<DeliveryRow>(`SELECT ${columns} FROM deliveries ${where} ORDER BY seq DESC LIMIT ?`, [
      ...given.map(([, value]) => value),
      limit,
    ]);
  }

  update(seq: number, changes: Changes): void {
    const fields = (Object.keys(changes) as (keyof Changes)[]).filter((field) => changes[field] !== undefined);
    this.db.run(`UPDATE deliveries SET ${fields.map((field) => `${columnOf[field]} = ?`).join(', ')} WHERE seq = ?`, [
      ...fields.map((field) => changes[field] ?? null),
      seq,
    ]);
  }

  body(seq: number): StoredBody | undefined {
    const row = this.db.get<{ body: Uint8Array | null; redactions: string; anonymized: number }>(
      'SELECT body, redactions, anonymized FROM deliveries WHERE seq = ?',
      [seq],
    );
    if (!row?.body) return undefined;
    const redactions = JSON.parse(row.redactions) as Record<string, number>;
    return { bytes: inflateRawSync(row.body), redactions, anonymized: row.anonymized === 1 };
  }

  setBody(seq: number, { bytes, redactions, anonymized }: StoredBody): void {
    this.db.run('UPDATE deliveries SET body = ?, bytes = ?, redactions = ?, anonymized = ? WHERE seq = ?', [
      deflateRawSync(bytes, { level: 3 }),
      bytes.length,
      JSON.stringify(redactions),
      Number(anonymized),
      seq,
    ]);
  }

  /** What was written down for other settings is made anew, where it has not been delivered. */
  forgetUnsentBodies(sink: SinkKind): void {
    this.db.run(
      `UPDATE delivery_attempts SET of_body = 0 WHERE delivery_seq IN
         (SELECT seq FROM deliveries WHERE sink = ? AND state IN ('queued', 'dead', 'dryRun') AND part = '')`,
      [sink],
    );
    this.db.run(
      "UPDATE deliveries SET body = NULL WHERE sink = ? AND state IN ('queued', 'dead', 'dryRun') AND part = ''",
      [sink],
    );
  }

  /** What waits because of one server has no reason to wait for another one. */
  endWaiting(sink: SinkKind): void {
    this.db.run("UPDATE deliveries SET next_try_at = NULL, failures = 0 WHERE sink = ? AND state = 'queued'", [sink]);
  }

  /** It is made anew when it is sent next. */
  forgetBody(seq: number): void {
    this.db.run('UPDATE delivery_attempts SET of_body = 0 WHERE delivery_seq = ?', [seq]);
    this.db.run('UPDATE deliveries SET body = NULL WHERE seq = ?', [seq]);
  }

  /** Queues what is dead again and ends the waiting of the rest; how many there are. */
  retry(query: { readonly sink?: SinkKind | undefined; readonly projectId?: string | undefined }): number {
    const used: [sql: string, value: SqlValue | undefined][] = [
      ['sink = ?', query.sink],
      ['project_id = ?', query.projectId],
    ];
    const given = used.filter((pair): pair is [string, SqlValue] => pair[1] !== undefined);
    return this.db.run(
      `UPDATE deliveries SET state = 'queued', next_try_at = NULL, failures = 0
       WHERE state IN ('queued', 'dead') ${given.map(([sql]) => `AND ${sql}`).join(' ')}`,
      given.map(([, value]) => value),
    );
  }

  /** The same for one, also where a dry run ended with it. */
  retryOne(id: string): number {
    return this.db.run(
      `UPDATE deliveries SET state = 'queued', next_try_at = NULL, failures = 0
       WHERE id = ? AND state IN ('queued', 'dead', 'dryRun')`,
      [id],
    );
  }
}
