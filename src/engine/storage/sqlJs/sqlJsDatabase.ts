import type { Database as RawDatabase } from 'sql.js';
import { EngineError } from '../../../base/engineError';
import type { Database, RowCursor, SqlRow, SqlValue } from '../database';
import { type DatabaseSource, noCheckpoints, usualCheckpoints } from './databaseSource';
import { isUnsound, toEngineError } from './sqlError';
import { type PreparedStatement, StatementCache } from './statementCache';

interface Connection {
  readonly raw: RawDatabase;
  readonly statements: StatementCache;
}

/**
 * A database of sql.js. After an I/O error the connection is closed and opened again, so that SQLite recovers from its
 * log: what was committed is there, and of the transaction in which it happened nothing can be committed any more.
 */
export class SqlJsDatabase implements Database {
  private connection: Connection | undefined;
  private depth = 0;
  /** On which the running transaction is; a new connection knows nothing of it. */
  private began: Connection | undefined;
  private broken: EngineError | undefined;
  private closed = false;
  private holds = 0;
  /** Whether SQLite ever called the file damaged. */
  sawDamage = false;

  constructor(private readonly source: DatabaseSource) {
    try {
      this.connection = this.connect();
    } catch (error) {
      source.release();
      throw error;
    }
  }

  /** Whether a returned commit survives a loss of power. */
  get durable(): boolean {
    return this.source.durable;
  }

  exec(sql: string): void {
    this.use(({ raw, statements }) => {
      raw.run(sql);
      statements.forgetColumns();
    });
    this.keep();
  }

  run(sql: string, params: readonly SqlValue[] = []): number {
    const changed = this.use((connection) =>
      withStatement(connection, sql, params, (statement) => {
        while (statement.raw.step());
        return statement.writes ? connection.raw.getRowsModified() : 0;
      }),
    );
    this.keep();
    return changed;
  }

  get<R extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): R | undefined {
    let writes = false;
    const row = this.use((connection) =>
      withStatement(connection, sql, params, (statement) => {
        writes = statement.writes;
        const first = statement.raw.step() ? readRow<R>(statement) : undefined;
        // A statement that changes something commits when it has run to its end, and only a step tells of a failure.
        if (writes) while (first && statement.raw.step());
        return first;
      }),
    );
    if (writes) this.keep();
    return row;
  }

  all<R extends object = SqlRow>(sql: string, params: readonly SqlValue[] = []): R[] {
    let writes = false;
    const rows = this.use((connection) =>
      withStatement(connection, sql, params, (statement) => {
        writes = statement.writes;
        const found: R[] = [];
        while (statement.raw.step()) found.push(readRow<R>(statement));
        return found;
      }),
    );
    if (writes) this.keep();
    return rows;
  }

  each<R extends object = SqlRow>(sql: string, params: readonly SqlValue[], row: (value: R) => void): void {
    let thrown: { readonly error: unknown } | undefined;
    this.use((connection) =>
      withStatement(connection, sql, params, (statement) => {
        while (!thrown && statement.raw.step()) {
          const value = readRow<R>(statement);
          try {
            row(value);
          } catch (error) {
            // The caller's own error leaves as it is and is not taken for one of the database.
            thrown = { error };
          }
        }
      }),
    );
    if (thrown) throw thrown.error;
  }

  openCursor(sql: string, params: readonly SqlValue[]): RowCursor {
    const statement = this.use(({ statements }) => statements.takeOwn(sql));
    if (params.length > 0) this.use(() => statement.raw.bind(params as SqlValue[]));
    return {
      next: () => this.use(() => (statement.raw.step() ? readRow<SqlRow>(statement) : undefined)),
      close: () => void statement.raw.free(),
    };
  }

  /** The log is only added to, and not carried over into the file, until the result is called: `false` where it was. */
  holdLog(): () => boolean {
    this.holds += 1;
    this.exec(noCheckpoints);
    const held = this.connection;
    return () => {
      this.holds -= 1;
      if (this.closed || this.connection !== held) return false;
      if (this.holds === 0) this.exec(usualCheckpoints);
      return true;
    };
  }

  transaction<T>(work: () => T): T {
    const savepoint = this.depth === 0 ? undefined : `level${this.depth}`;
    this.control(savepoint ? `SAVEPOINT ${savepoint}` : 'BEGIN IMMEDIATE');
    if (!savepoint) this.began = this.connection;
    this.depth += 1;
    let result: T;
    try {
      result = work();
      refusePromise(result);
    } catch (error) {
      this.depth -= 1;
      this.rollBack(savepoint);
      throw error;
    }
    this.depth -= 1;
    this.commit(savepoint);
    return result;
  }

  /** Writes a copy of the whole database into a new file at `path`; not inside a transaction. */
  copyTo(path: string): void {
    this.use(({ raw }) => this.source.copyTo(raw, path));
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    try {
      this.connection?.raw.close();
    } catch (error) {
      throw toEngineError(error, this.source.takeFailure());
    } finally {
      this.connection = undefined;
      this.source.release();
    }
  }

  private commit(savepoint: string | undefined): void {
    if (!savepoint && this.broken) {
      const { broken } = this;
      this.reconnect();
      throw broken;
    }
    try {
      this.control(savepoint ? `RELEASE ${savepoint}` : 'COMMIT');
    } catch (error) {
      // For example a deferred foreign key: the transaction is still open.
      this.rollBack(savepoint);
      throw error;
    }
    if (!savepoint) this.keep();
  }

  private rollBack(savepoint: string | undefined): void {
    if (savepoint) {
      if (!this.broken) this.control(`ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
    } else if (this.broken) this.reconnect();
    else if (this.connection && this.connection === this.began) {
      try {
        this.connection.raw.run('ROLLBACK');
      } catch {
        // SQLite had rolled back by itself; a new connection is a known state.
        this.reconnect();
      }
    }
  }

  private control(sql: string): void {
    this.use(({ raw }) => raw.run(sql));
  }

  /** Outside a transaction each statement is a commit of its own. */
  private keep(): void {
    if (this.depth > 0 || !this.source.committed || !this.connection) return;
    try {
      this.source.committed(this.connection.raw);
    } catch (error) {
      this.reconnect();
      throw toEngineError(error, error);
    }
  }

  private use<T>(work: (connection: Connection) => T): T {
    if (this.closed) throw new EngineError('unavailable', 'The store is closed.');
    if (this.broken && this.depth > 0) throw this.broken;
    this.connection ??= this.connect();
    try {
      return work(this.connection);
    } catch (error) {
      const failure = toEngineError(error, this.source.takeFailure());
      if (failure.code === 'damaged') this.sawDamage = true;
      if (isUnsound(error)) {
        if (this.depth > 0) this.broken = failure;
        else this.reconnect();
      }
      throw failure;
    }
  }

  private connect(): Connection {
    this.source.takeFailure();
    try {
      const raw = this.source.open();
      return { raw, statements: new StatementCache(raw) };
    } catch (error) {
      throw toEngineError(error, this.source.takeFailure());
    }
  }

  /** Where opening fails, too, the next call tries again: the disk may be back by then. */
  private reconnect(): void {
    this.broken = undefined;
    const old = this.connection;
    this.connection = undefined;
    try {
      old?.raw.close();
      this.connection = this.connect();
    } catch {
      this.source.takeFailure();
    }
  }
}

function withStatement<T>(
  { statements }: Connection,
  sql: string,
  params: readonly SqlValue[],
  work: (statement: PreparedStatement) => T,
): T {
  const statement = statements.take(sql);
  try {
    if (params.length > 0) statement.raw.bind(params as SqlValue[]);
    return work(statement);
  } finally {
    statements.giveBack(sql, statement);
  }
}

function readRow<R extends object>(statement: PreparedStatement): R {
  statement.columns ??= statement.raw.getColumnNames();
  const values = statement.raw.get();
  const row: SqlRow = {};
  statement.columns.forEach((column, index) => {
    row[column] = values[index] ?? null;
  });
  return row as R;
}

function refusePromise(value: unknown): void {
  if (!(value instanceof Promise)) return;
  value.catch(() => undefined);
  throw new EngineError('internal', 'The work of a transaction must not be async.');
}
