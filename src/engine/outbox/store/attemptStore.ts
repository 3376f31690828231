import type { Database } from '../../storage/database';

export interface NewAttempt {
  readonly deliverySeq: number;
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** With secrets masked. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface AttemptEnd {
  readonly status: number | null;
  /** The beginning of what the server said, without secrets. */
  readonly answer: string | null;
  readonly error: string | null;
  readonly durationMs: number;
}

export interface AttemptRow extends Omit<NewAttempt, 'headers'>, Omit<AttemptEnd, 'durationMs'> {
  readonly headers: string;
  readonly durationMs: number | null;
}

/** A signature in the ledger, and the delivery whose body it is of. */
export interface SignedAttempt {
  readonly attemptId: number;
  readonly deliveryId: string;
  readonly deliverySeq: number;
  readonly headers: string;
}

/** So many tries of one delivery are kept, the newest ones: more than there are in two days. */
export const mostTriesKept = 60;

const columns =
  'delivery_seq AS deliverySeq, at, method, url, headers, status, answer, error, duration_ms AS durationMs';

/** SQL of the requests that left. Each is written down before it leaves. */
export class AttemptStore {
  constructor(private readonly db: Database) {}

  begin({ deliverySeq, at, method, url, headers }: NewAttempt): number {
    const begun = this.db.get<{ id: number }>(
      'INSERT INTO delivery_attempts (delivery_seq, at, method, url, headers) VALUES (?, ?, ?, ?, ?) RETURNING id',
      [deliverySeq, at, method, url, JSON.stringify(headers)],
    );
    return begun?.id ?? 0;
  }

  end(id: number, { status, answer, error, durationMs }: AttemptEnd): void {
    this.db.run('UPDATE delivery_attempts SET status = ?, answer = ?, error = ?, duration_ms = ? WHERE id = ?', [
      status,
      answer,
      error,
      Math.max(0, Math.round(durationMs)),
      id,
    ]);
  }

  /** When the first of the last so many tries began, of those that are kept. */
  beganAt(deliverySeq: number, tries: number): number | undefined {
    const found = this.db.get<{ at: number | null }>(
      `SELECT min(at) AS at FROM
         (SELECT at FROM delivery_attempts WHERE delivery_seq = ? ORDER BY id DESC LIMIT ?)`,
      [deliverySeq, tries],
    );
    return found?.at ?? undefined;
  }

  /** Oldest first. */
  list(deliverySeq: number): AttemptRow[] {
    return this.db.all<AttemptRow>(`SELECT ${columns} FROM delivery_attempts WHERE delivery_seq = ? ORDER BY id`, [
      deliverySeq,
    ]);
  }

  /** Forgets the oldest tries of a delivery that has very many. */
  trim(deliverySeq: number): void {
    this.db.run(
      `DELETE FROM delivery_attempts WHERE delivery_seq = ?1 AND id <=
         (SELECT id FROM delivery_attempts WHERE delivery_seq = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)`,
      [deliverySeq, mostTriesKept],
    );
  }

  /** The body of a delivery is about to be replaced. */
  outdate(deliverySeq: number): void {
    this.db.run('UPDATE delivery_attempts SET of_body = 0 WHERE delivery_seq = ?', [deliverySeq]);
  }

  hasOpen(): boolean {
    return this.db.get('SELECT 1 FROM delivery_attempts WHERE duration_ms IS NULL LIMIT 1') !== undefined;
  }

  /** Those of a program that ended in the middle of them. */
  closeOpen(error: string): void {
    this.db.run('UPDATE delivery_attempts SET error = ?, duration_ms = 0 WHERE duration_ms IS NULL', [error]);
  }

  /** Of a project, requests whose body is kept, in the order of their ids. */
  signed(projectId: string, after: number, limit: number): SignedAttempt[] {
    return this.db.all<SignedAttempt>(
      `SELECT a.id AS attemptId, d.id AS deliveryId, d.seq AS deliverySeq, a.headers FROM delivery_attempts a
       JOIN deliveries d ON d.seq = a.delivery_seq
       WHERE d.project_id = ? AND d.sink = 'contox' AND d.body IS NOT NULL AND a.of_body = 1 AND a.id > ?
       ORDER BY a.id LIMIT ?`,
      [projectId, after, limit],
    );
  }
}
