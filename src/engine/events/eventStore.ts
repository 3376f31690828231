import type { Database, SqlValue } from '../storage/database';
import type { EventEnvelope } from './eventHash';

/** A chain's end. `projectId` is `null` for the chain of the workspace itself. */
export interface ChainHead {
  readonly id: string;
  readonly projectId: string | null;
  readonly length: number;
  readonly headHash: string;
  readonly lastRecordAt: number;
}

/** One row of the log; `payload`, `entityRefs` and `salt` are `null` once purged. */
export interface EventRow extends EventEnvelope {
  readonly seq: number;
  readonly payload: string | null;
  readonly entityRefs: string | null;
  readonly salt: Uint8Array | null;
  readonly hash: string;
}

export type NewEventRow = Omit<EventRow, 'seq'>;

export const eventColumns = `seq, id, chain_id AS chainId, chain_seq AS chainSeq, event_type AS eventType,
  event_time AS eventTime, record_time AS recordTime, source, authority, idempotency_key AS idempotencyKey,
  payload, entity_refs AS entityRefs, salt, payload_hash AS payloadHash, prev_hash AS prevHash, hash`;

const insertEvent = `INSERT INTO events (id, chain_id, chain_seq, event_type, event_time, record_time, source, authority,
  idempotency_key, payload, entity_refs, salt, payload_hash, prev_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`;

/** SQL of the log: chains and their events. Rows of events are only ever added; a purge empties three columns. */
export class EventStore {
  private workspace: string | undefined;

  constructor(private readonly db: Database) {}

  /** Made with the store and never changed. */
  workspaceId(): string {
    this.workspace ??= this.db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'workspaceId'")?.value;
    return this.workspace ?? '';
  }

  addChain(projectId: string, headHash: string, now: number): void {
    this.db.run('INSERT INTO event_chains (id, project_id, length, head_hash, last_record_at) VALUES (?, ?, 0, ?, ?)', [
      projectId,
      projectId,
      headHash,
      now,
    ]);
  }

  findChain(id: string): ChainHead | undefined {
    return this.db.get<ChainHead>(
      `SELECT id, project_id AS projectId, length, head_hash AS headHash, last_record_at AS lastRecordAt
       FROM event_chains WHERE id = ?`,
      [id],
    );
  }

  /** Adds an event at the end of its chain; its number in the whole log. */
  add(row: NewEventRow): number {
    const { id, chainId, chainSeq, eventType, eventTime, recordTime, source, authority, idempotencyKey } = row;
    const { payload, entityRefs, salt, payloadHash, prevHash, hash } = row;
    const head: SqlValue[] = [id, chainId, chainSeq, eventType, eventTime, recordTime, source, authority];
    const rest: SqlValue[] = [idempotencyKey, payload, entityRefs, salt, payloadHash, prevHash, hash];
    const added = this.db.get<{ seq: number }>(insertEvent, [...head, ...rest]);
    this.db.run('UPDATE event_chains SET length = ?, head_hash = ?, last_record_at = ? WHERE id = ?', [
      chainSeq,
      hash,
      recordTime,
      chainId,
    ]);
    return added?.seq ?? 0;
  }

  /** The number in the whole log, which no other event ever gets, of an event of a chain. */
  seqOf(chainId: string, chainSeq: number): number | undefined {
    return this.db.get<{ seq: number }>('SELECT seq FROM events WHERE chain_id = ? AND chain_seq = ?', [
      chainId,
      chainSeq,
    ])?.seq;
  }

  hasSeq(seq: number): boolean {
    return this.db.get('SELECT 1 FROM events WHERE seq = ?', [seq]) !== undefined;
  }

  find(id: string): EventRow | undefined {
    return this.db.get<EventRow>(`SELECT ${eventColumns} FROM events WHERE id = ?`, [id]);
  }

  findByKey(chainId: string, source: string, idempotencyKey: string): EventRow | undefined {
    return this.db.get<EventRow>(
      `SELECT ${eventColumns} FROM events WHERE chain_id = ? AND source = ? AND idempotency_key = ?`,
      [chainId, source, idempotencyKey],
    );
  }

  /** The events of a chain after a number, oldest first, at most `limit`. */
  eachAfter(chainId: string, after: number, limit: number, visit: (row: EventRow) => void): void {
    this.db.each<EventRow>(
      `SELECT ${eventColumns} FROM events WHERE chain_id = ? AND chain_seq > ? ORDER BY chain_seq LIMIT ?`,
      [chainId, after, limit],
      visit,
    );
  }

  /** Leaves a tombstone: the row without what it said. */
  empty(seq: number): void {
    this.db.run('UPDATE events SET payload = NULL, entity_refs = NULL, salt = NULL WHERE seq = ?', [seq]);
    this.db.run('DELETE FROM event_entities WHERE event_seq = ?', [seq]);
  }
}
