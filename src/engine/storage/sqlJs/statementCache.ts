import type { Database as RawDatabase, Statement } from 'sql.js';

/** A prepared statement that is not in use. */
export interface PreparedStatement {
  readonly raw: Statement;
  /** Column names; read at the first row and again after the schema changed. */
  columns: string[] | undefined;
  /** Whether it may change something, so that it must be run to its end. */
  readonly writes: boolean;
}

const writing = /^\s*(insert|update|delete|replace|with)\b/i;

/** Keeps statements prepared, the least recently used of them dropped beyond the bound. */
export class StatementCache {
  private readonly idle = new Map<string, PreparedStatement>();

  constructor(
    private readonly db: RawDatabase,
    private readonly bound = 256,
  ) {}

  /** Takes a statement out of the cache or prepares one; a statement in use is thereby never used twice at once. */
  take(sql: string): PreparedStatement {
    const found = this.idle.get(sql);
    if (found) {
      this.idle.delete(sql);
      return found;
    }
    return this.takeOwn(sql);
  }

  /** Prepares one that is nobody else's and is not given back. */
  takeOwn(sql: string): PreparedStatement {
    return { raw: this.db.prepare(sql), columns: undefined, writes: writing.test(sql) };
  }

  giveBack(sql: string, statement: PreparedStatement): void {
    statement.raw.reset();
    const other = this.idle.get(sql);
    if (other) other.raw.free();
    this.idle.delete(sql);
    this.idle.set(sql, statement);
    if (this.idle.size <= this.bound) return;
    const [oldest] = this.idle;
    if (!oldest) return;
    this.idle.delete(oldest[0]);
    oldest[1].raw.free();
  }

  /** After a change of the schema `SELECT *` may have other columns. */
  forgetColumns(): void {
    for (const statement of this.idle.values()) statement.columns = undefined;
  }
}
