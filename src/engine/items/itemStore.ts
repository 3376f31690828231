import type { Item, ItemStatus, ItemType } from '../../shared/item';
import type { Database, SqlValue } from '../storage/database';

/** An item as it lies in the store: lists as JSON, times as milliseconds. */
export interface ItemRow {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly type: ItemType;
  readonly facts: string;
  readonly rationale: string | null;
  readonly impact: string | null;
  readonly files: string;
  readonly tags: string;
  readonly schemaKey: string;
  readonly status: ItemStatus;
  readonly confidence: number;
  readonly importance: number;
  readonly evidence: string;
  readonly sessionId: string | null;
  readonly supersededBy: string | null;
  readonly mergedFrom: string;
  readonly source: string;
  readonly origin: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

const columns: Readonly<Record<keyof ItemRow, string>> = {
  id: 'id',
  projectId: 'project_id',
  title: 'title',
  type: 'type',
  facts: 'facts',
  rationale: 'rationale',
  impact: 'impact',
  files: 'files',
  tags: 'tags',
  schemaKey: 'schema_key',
  status: 'status',
  confidence: 'confidence',
  importance: 'importance',
  evidence: 'evidence',
  sessionId: 'session_id',
  supersededBy: 'superseded_by',
  mergedFrom: 'merged_from',
  source: 'source',
  origin: 'origin',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
const fields = Object.keys(columns) as (keyof ItemRow)[];
const selected = `SELECT ${fields.map((field) => `${columns[field]} AS "${field}"`).join(', ')} FROM items`;

export interface ItemCondition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** SQL of items. */
export class ItemStore {
  constructor(private readonly db: Database) {}

  add(row: ItemRow): void {
    this.db.run(
      `INSERT INTO items (${Object.values(columns).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`,
      fields.map((field) => row[field]),
    );
  }

  /** Changes what is given. */
  update(id: string, changes: Partial<ItemRow>): void {
    const changed = fields.filter((field) => changes[field] !== undefined);
    const values: SqlValue[] = changed.map((field) => changes[field] ?? null);
    const assignments = changed.map((field) => `${columns[field]} = ?`).join(', ');
    this.db.run(`UPDATE items SET ${assignments} WHERE id = ?`, [...values, id]);
  }

  delete(id: string): void {
    this.db.run('DELETE FROM items WHERE id = ?', [id]);
  }

  find(id: string): ItemRow | undefined {
    return this.db.get<ItemRow>(`${selected} WHERE id = ?`, [id]);
  }

  findByOrigin(projectId: string, origin: string): ItemRow | undefined {
    return this.db.get<ItemRow>(`${selected} WHERE project_id = ? AND origin = ?`, [projectId, origin]);
  }

  /** The newest first. */
  list(conditions: readonly ItemCondition[], limit: number): ItemRow[] {
    return this.db.all<ItemRow>(
      `${selected} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ORDER BY created_at DESC, id DESC LIMIT ?`,
      [...conditions.flatMap(({ values }) => values), limit],
    );
  }

  ofSession(sessionId: string): ItemRow[] {
    return this.db.all<ItemRow>(`${selected} WHERE session_id = ? ORDER BY created_at, id`, [sessionId]);
  }

  /** Those that count: drafts and approved ones of a type, the oldest first. */
  live(projectId: string, type: ItemType): ItemRow[] {
    return this.db.all<ItemRow>(
      `${selected} WHERE project_id = ? AND type = ? AND status <> 'deprecated' ORDER BY created_at, id`,
      [projectId, type],
    );
  }
}

export function toItem(row: ItemRow): Item {
  const { source: _source, origin: _origin, files, tags, evidence, mergedFrom, createdAt, updatedAt, ...plain } = row;
  return {
    ...plain,
    files: JSON.parse(files) as string[],
    tags: JSON.parse(tags) as string[],
    evidence: JSON.parse(evidence) as Item['evidence'],
    mergedFrom: JSON.parse(mergedFrom) as string[],
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
  };
}
