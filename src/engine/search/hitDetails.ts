import type { SearchHit, SearchKind } from '../../shared/search';
import type { Database } from '../storage/database';

type Details = Partial<Pick<SearchHit, 'state' | 'schemaKey' | 'contextId' | 'type'>>;

/** What the index does not hold, because it changes without the text. */
const queries: Readonly<Record<SearchKind, string>> = {
  context: 'SELECT state, schema_key AS schemaKey FROM contexts WHERE id = ?',
  entry: `SELECT e.context_id AS contextId, c.schema_key AS schemaKey
    FROM context_entries e JOIN contexts c ON c.id = e.context_id WHERE e.id = ?`,
  item: 'SELECT status AS state, schema_key AS schemaKey FROM items WHERE id = ?',
  finding: `SELECT f.schema_key AS schemaKey FROM findings f
    JOIN scan_results r ON r.project_id = f.project_id AND r.findings_of = f.scan_id WHERE f.id = ?`,
  session: 'SELECT 1 AS found FROM sessions WHERE id = ?',
  event: 'SELECT event_type AS type FROM events WHERE id = ?',
};

/** `undefined` for what is not there any more. */
export function readDetails(
  db: Database,
  { kind, ref }: { readonly kind: SearchKind; readonly ref: string },
): Details | undefined {
  const row = db.get<Details & { found?: number }>(queries[kind], [ref]);
  if (!row) return undefined;
  const { found: _found, ...details } = row;
  return details;
}
