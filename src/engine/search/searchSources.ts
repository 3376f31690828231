import type { SearchKind } from '../../shared/search';
import type { Database } from '../storage/database';

/** What is said of a thing, before it is a document of the index. */
export interface SourceText {
  readonly projectId: string;
  readonly title: string;
  readonly body: string;
  readonly at: number;
}

/** Each reads one row; without a row, or a text worth finding, there is no document. Events come another way. */
const queries: Readonly<Record<Exclude<SearchKind, 'event'>, string>> = {
  context: `SELECT project_id AS projectId, name AS title, updated_at AS at,
      description || char(10) || content || char(10) || schema_key AS body
    FROM contexts WHERE id = ?`,
  entry: `SELECT c.project_id AS projectId, e.title, e.content AS body, e.created_at AS at
    FROM context_entries e JOIN contexts c ON c.id = e.context_id WHERE e.id = ? AND e.is_block = 0`,
  item: `SELECT project_id AS projectId, title, updated_at AS at, facts || char(10) || coalesce(rationale, '') ||
      char(10) || coalesce(impact, '') || char(10) || files || char(10) || tags || char(10) || schema_key AS body
    FROM items WHERE id = ?`,
  finding: `SELECT f.project_id AS projectId, f.title, f.created_at AS at, f.content || char(10) || f.tags AS body
    FROM findings f JOIN scan_results r ON r.project_id = f.project_id AND r.findings_of = f.scan_id
    WHERE f.id = ?`,
  session: `SELECT project_id AS projectId, source || ' ' || date(started_at / 1000, 'unixepoch') AS title,
      summary AS body, started_at AS at
    FROM sessions WHERE id = ? AND summary <> ''`,
};

export function readSource(db: Database, kind: SearchKind, ref: string): SourceText | undefined {
  return kind === 'event' ? undefined : db.get<SourceText>(queries[kind], [ref]);
}
