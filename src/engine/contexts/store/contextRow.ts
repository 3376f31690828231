import type { Context, ContextState, ContextSummary, ContextType } from '../../../shared/context';
import type { Database } from '../../storage/database';

/** A context without its content, as it lies in the store. Times are milliseconds. */
export interface SummaryRow {
  readonly id: string;
  readonly projectId: string;
  readonly parentContextId: string | null;
  readonly schemaKey: string;
  readonly name: string;
  readonly description: string;
  readonly state: ContextState;
  readonly tier: number;
  readonly contextType: ContextType;
  readonly version: number;
  readonly order: number;
  readonly entryCount: number;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** What the tree shows of a context. */
export type TreeRow = Omit<SummaryRow, 'projectId' | 'description'>;

export interface ContextRow extends SummaryRow {
  readonly content: string;
  readonly contentHash: string;
  /** Who wrote the current content. */
  readonly source: string;
  /** 1 once a person set tier, type, order or parent. */
  readonly arranged: number;
  /** The journal's newest compaction that is in force. */
  readonly blockSeq: number | null;
}

type Columns<R> = Readonly<Record<keyof R, string>>;

export const treeColumns: Columns<TreeRow> = {
  id: 'id',
  parentContextId: 'parent_id',
  schemaKey: 'schema_key',
  name: 'name',
  state: 'state',
  tier: 'tier',
  contextType: 'context_type',
  version: 'version',
  order: 'sort_order',
  entryCount: 'entry_count',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

export const summaryColumns: Columns<SummaryRow> = {
  ...treeColumns,
  projectId: 'project_id',
  description: 'description',
};

export const contextColumns: Columns<ContextRow> = {
  ...summaryColumns,
  content: 'content',
  contentHash: 'content_hash',
  source: 'source',
  arranged: 'arranged',
  blockSeq: 'block_seq',
};

/** `column AS "field"` for each, as the list of a SELECT. */
export function selectList(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([field, column]) => `${column} AS "${field}"`)
    .join(', ');
}

/** Adds a row to a table; the columns are those of the table's record. */
export function insertRow<R extends object>(db: Database, table: string, columns: Columns<R>, row: R): void {
  const fields = Object.keys(columns) as (keyof R & string)[];
  db.run(
    `INSERT INTO ${table} (${fields.map((field) => columns[field]).join(', ')})
     VALUES (${fields.map(() => '?').join(', ')})`,
    fields.map((field) => row[field] as string | number | null),
  );
}

export function toSummary(row: SummaryRow): ContextSummary {
  return {
    id: row.id,
    projectId: row.projectId,
    name: row.name,
    description: row.description,
    schemaKey: row.schemaKey,
    parentContextId: row.parentContextId,
    state: row.state,
    tier: row.tier,
    contextType: row.contextType,
    version: row.version,
    order: row.order,
    entryCount: row.entryCount,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}

export function toContext(row: ContextRow): Context {
  return { ...toSummary(row), content: row.content, source: row.source };
}
