import type { ContextLink } from '../../../shared/context';
import type { Database } from '../../storage/database';
import { insertRow, selectList } from '../store/contextRow';

export type LinkRow = Omit<ContextLink, 'createdAt'> & { readonly createdAt: number };

const columns: Readonly<Record<keyof LinkRow, string>> = {
  id: 'id',
  projectId: 'project_id',
  fromSchemaKey: 'from_schema_key',
  toSchemaKey: 'to_schema_key',
  linkType: 'link_type',
  reason: 'reason',
  confidence: 'confidence',
  createdAt: 'created_at',
};
const selected = `SELECT ${selectList(columns)} FROM context_links`;

/** SQL of the links between contexts. A link goes with either of its ends. */
export class LinkStore {
  constructor(private readonly db: Database) {}

  add(row: LinkRow): void {
    insertRow(this.db, 'context_links', columns, row);
  }

  list(projectId: string): LinkRow[] {
    return this.db.all<LinkRow>(`${selected} WHERE project_id = ? ORDER BY created_at, id`, [projectId]);
  }

  find(id: string): LinkRow | undefined {
    return this.db.get<LinkRow>(`${selected} WHERE id = ?`, [id]);
  }

  findSame(link: LinkRow): LinkRow | undefined {
    return this.db.get<LinkRow>(
      `${selected} WHERE project_id = ? AND from_schema_key = ? AND to_schema_key = ? AND link_type = ?`,
      [link.projectId, link.fromSchemaKey, link.toSchemaKey, link.linkType],
    );
  }

  remove(id: string): void {
    this.db.run('DELETE FROM context_links WHERE id = ?', [id]);
  }
}

export function toLink(row: LinkRow): ContextLink {
  return { ...row, createdAt: new Date(row.createdAt).toISOString() };
}
