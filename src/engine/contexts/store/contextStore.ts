import type { ContextState } from '../../../shared/context';
import type { Database, SqlValue } from '../../storage/database';
import { TouchedContexts } from '../tree/touchedContexts';
import {
  type ContextRow,
  contextColumns,
  insertRow,
  type SummaryRow,
  selectList,
  summaryColumns,
  type TreeRow,
  treeColumns,
} from './contextRow';

const whole = `SELECT ${selectList(contextColumns)} FROM contexts`;
const summary = `SELECT ${selectList(summaryColumns)} FROM contexts`;
const treeMembers = Object.entries(treeColumns)
  .map(([field, column]) => `'${field}', ${column}`)
  .join(', ');

export interface ContextFilter {
  readonly projectId: string;
  readonly parentId?: string | undefined;
  readonly state?: ContextState | undefined;
  /** Only schema keys after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** SQL of contexts. */
export class ContextStore {
  readonly touched = new TouchedContexts();

  constructor(private readonly db: Database) {}

  add(row: ContextRow): void {
    insertRow(this.db, 'contexts', contextColumns, row);
    this.touched.add(row.id);
  }

  /** Changes what is given. */
  update(id: string, changes: Partial<ContextRow>): void {
    const fields = (Object.keys(contextColumns) as (keyof ContextRow)[]).filter(
      (field) => changes[field] !== undefined,
    );
    const values: SqlValue[] = fields.map((field) => changes[field] ?? null);
    const assignments = fields.map((field) => `${contextColumns[field]} = ?`).join(', ');
    this.db.run(`UPDATE contexts SET ${assignments} WHERE id = ?`, [...values, id]);
    this.touched.add(id);
  }

  /** Removes a context and all that is below it. */
  delete(id: string): void {
    this.db.run('DELETE FROM contexts WHERE id = ?', [id]);
    this.touched.addAll();
  }

  find(id: string): ContextRow | undefined {
    return this.db.get<ContextRow>(`${whole} WHERE id = ?`, [id]);
  }

  findByKey(projectId: string, schemaKey: string): ContextRow | undefined {
    return this.db.get<ContextRow>(`${whole} WHERE project_id = ? AND schema_key = ?`, [projectId, schemaKey]);
  }

  hasKey(projectId: string, schemaKey: string): boolean {
    return (
      this.db.get('SELECT 1 FROM contexts WHERE project_id = ? AND schema_key = ?', [projectId, schemaKey]) !==
      undefined
    );
  }

  /** By schema key, so that a context comes after those that its key names. */
  list(filter: ContextFilter): SummaryRow[] {
    const conditions = ['project_id = ?'];
    const values: SqlValue[] = [filter.projectId];
    const add = (sql: string, value: string | undefined): void => {
      if (value === undefined) return;
      conditions.push(sql);
      values.push(value);
    };
    add('parent_id = ?', filter.parentId);
    add('state = ?', filter.state);
    add('schema_key > ?', filter.after);
    return this.db.all<SummaryRow>(`${summary} WHERE ${conditions.join(' AND ')} ORDER BY schema_key LIMIT ?`, [
      ...values,
      filter.limit,
    ]);
  }

  /**
   * All contexts of a project, or some, in no order. They come as one JSON text: to fetch ten thousand rows one by one, or to
   * have SQLite sort them, takes twice as long.
   */
  listForTree(projectId: string, ids?: readonly string[]): TreeRow[] {
    const some = ids ? ' AND id IN (SELECT value FROM json_each(?))' : '';
    const found = this.db.get<{ rows: string }>(
      `SELECT json_group_array(json_object(${treeMembers})) AS rows FROM contexts WHERE project_id = ?${some}`,
      [projectId, ...(ids ? [JSON.stringify(ids)] : [])],
    );
    return JSON.parse(found?.rows ?? '[]') as TreeRow[];
  }

  countBelow(id: string): number {
    const counted = this.db.get<{ count: number }>(
      `WITH RECURSIVE below(id) AS (SELECT id FROM contexts WHERE parent_id = ?
         UNION ALL SELECT contexts.id FROM contexts JOIN below ON contexts.parent_id = below.id)
       SELECT count(*) AS count FROM below`,
      [id],
    );
    return counted?.count ?? 0;
  }

  /** Whether `id` is `ancestorId` itself or lies below it. */
  isWithin(id: string, ancestorId: string): boolean {
    return (
      this.db.get(
        `WITH RECURSIVE up(id) AS (SELECT ? UNION SELECT parent_id FROM contexts JOIN up ON contexts.id = up.id
           WHERE parent_id IS NOT NULL)
         SELECT 1 FROM up WHERE id = ?`,
        [id, ancestorId],
      ) !== undefined
    );
  }
}
