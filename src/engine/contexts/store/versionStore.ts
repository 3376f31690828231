import type { ContextVersion } from '../../../shared/context';
import type { Database } from '../../storage/database';
import { insertRow, selectList } from './contextRow';

export interface VersionRow extends Omit<ContextVersion, 'createdAt'> {
  /** The compaction that was in force when the version was made. */
  readonly blockSeq: number | null;
  readonly createdAt: number;
}

const columns: Readonly<Record<keyof VersionRow, string>> = {
  id: 'id',
  contextId: 'context_id',
  version: 'version',
  name: 'name',
  description: 'description',
  content: 'content',
  source: 'source',
  status: 'status',
  reason: 'reason',
  blockSeq: 'block_seq',
  createdAt: 'created_at',
};
const selected = `SELECT ${selectList(columns)} FROM context_versions`;

/** SQL of the versions of contexts. A context has one current version and at most one draft, a machine's proposal. */
export class VersionStore {
  constructor(private readonly db: Database) {}

  add(row: VersionRow): void {
    insertRow(this.db, 'context_versions', columns, row);
  }

  /** Newest first. */
  list(contextId: string): VersionRow[] {
    return this.db.all<VersionRow>(`${selected} WHERE context_id = ? ORDER BY version DESC`, [contextId]);
  }

  find(contextId: string, version: number): VersionRow | undefined {
    return this.db.get<VersionRow>(`${selected} WHERE context_id = ? AND version = ?`, [contextId, version]);
  }

  findDraft(contextId: string): VersionRow | undefined {
    return this.db.get<VersionRow>(`${selected} WHERE context_id = ? AND status = 'draft'`, [contextId]);
  }

  latest(contextId: string): number {
    const row = this.db.get<{ latest: number | null }>(
      'SELECT max(version) AS latest FROM context_versions WHERE context_id = ?',
      [contextId],
    );
    return row?.latest ?? 0;
  }

  retire(contextId: string, status: 'current' | 'draft'): void {
    this.db.run("UPDATE context_versions SET status = 'past' WHERE context_id = ? AND status = ?", [contextId, status]);
  }
}

export function toVersion(row: VersionRow): ContextVersion {
  const { id, contextId, version, name, description, content, source, status, reason } = row;
  const createdAt = new Date(row.createdAt).toISOString();
  return { id, contextId, version, name, description, content, source, status, reason, createdAt };
}
