export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

export interface RowCursor {
  next(): SqlRow | undefined;
  close(): void;
}

/**
 * What the stores need of a SQL database; synchronous, so that no transaction is ever held across an `await`.
 * Statements are prepared once and kept. Errors are `EngineError` (`full`, `readOnly`, `damaged`, `internal`; `conflict`
 * for a broken UNIQUE or FOREIGN KEY constraint).
 */
export interface Database {
  /** Runs statements without parameters or results. */
  exec(sql: string): void;
  /** Runs one statement; the number of changed rows. */
  run(sql: string, params?: readonly SqlValue[]): number;
  get<R extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): R | undefined;
  all<R extends object = SqlRow>(sql: string, params?: readonly SqlValue[]): R[];
  /** Steps through the rows without holding them all. */
  each<R extends object = SqlRow>(sql: string, params: readonly SqlValue[], row: (value: R) => void): void;
  /** Rows to be taken one by one, over several turns if need be; on the live store that would hold up its log. */
  openCursor(sql: string, params: readonly SqlValue[]): RowCursor;
  /** Commits when `work` returns, rolls back when it throws; a nested call is a savepoint. `work` must not be async. */
  transaction<T>(work: () => T): T;
  close(): void;
}
