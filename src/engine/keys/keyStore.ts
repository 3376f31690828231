import type { KeyKind } from '../../shared/key';
import type { Database } from '../storage/database';

export interface KeyRow {
  readonly id: string;
  readonly userId: string;
  readonly kind: KeyKind;
  readonly name: string;
  readonly prefix: string;
  readonly lastUsedAt: number | null;
  readonly createdAt: number;
}

const selected = `SELECT id, user_id AS userId, kind, name, prefix, last_used_at AS lastUsedAt, created_at AS createdAt
  FROM api_keys`;

/** SQL of API keys; of the key itself it sees the hash only. */
export class KeyStore {
  constructor(private readonly db: Database) {}

  add(row: KeyRow, hash: string): void {
    const { id, userId, kind, name, prefix, createdAt } = row;
    this.db.run(
      'INSERT INTO api_keys (id, user_id, kind, name, prefix, hash, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, userId, kind, name, prefix, hash, createdAt],
    );
  }

  /** Another key under the same id. */
  replace(id: string, prefix: string, hash: string): void {
    this.db.run('UPDATE api_keys SET prefix = ?, hash = ? WHERE id = ?', [prefix, hash, id]);
  }

  find(id: string): KeyRow | undefined {
    return this.db.get<KeyRow>(`${selected} WHERE id = ?`, [id]);
  }

  findByHash(hash: string): KeyRow | undefined {
    return this.db.get<KeyRow>(`${selected} WHERE hash = ?`, [hash]);
  }

  /** The oldest first. */
  list(): KeyRow[] {
    return this.db.all<KeyRow>(`${selected} ORDER BY created_at, id`);
  }

  delete(id: string): void {
    this.db.run('DELETE FROM api_keys WHERE id = ?', [id]);
  }

  setLastUsed(id: string, at: number): void {
    this.db.run('UPDATE api_keys SET last_used_at = ? WHERE id = ?', [at, id]);
  }
}
