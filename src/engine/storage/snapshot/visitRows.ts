import { nextTurn } from '../../../base/nextTurn';
import type { Database, SqlRow, SqlValue } from '../database';

/** So long a slice of rows may take. */
const sliceMs = 8;

/**
 * Visits the rows of a query in slices, between which others have their turn. `db` must be a copy that nobody writes to:
 * else what is read would not be of one instant.
 */
export async function visitRows(
  db: Database,
  query: { readonly sql: string; readonly values: readonly SqlValue[]; readonly signal?: AbortSignal | undefined },
  visit: (row: SqlRow) => void,
): Promise<void> {
  const cursor = db.openCursor(query.sql, query.values);
  try {
    let until = Date.now() + sliceMs;
    for (let row = cursor.next(); row; row = cursor.next()) {
      visit(row);
      if (Date.now() < until) continue;
      await nextTurn(query.signal);
      until = Date.now() + sliceMs;
    }
  } finally {
    cursor.close();
  }
}
