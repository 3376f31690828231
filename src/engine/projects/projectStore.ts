import type { Project } from '../../shared/project';
import type { Database, SqlValue } from '../storage/database';

/** A project as it lies in the store: what the API shows, and what its folder is recognised by. */
export interface ProjectRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly visibility: Project['visibility'];
  readonly status: Project['status'];
  readonly aiTier: Project['aiTier'];
  readonly repoUrl: string | null;
  readonly githubUsername: string | null;
  readonly repoAuthMethod: string | null;
  readonly deepEnrichEnabled: number;
  readonly localPath: string | null;
  readonly rootCommit: string | null;
  readonly remote: string | null;
  /** The folder's path inside its repository, `''` for the whole of it. */
  readonly repositoryPath: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

interface ShownRow extends ProjectRow {
  readonly memberCount: number;
  readonly hasGithubToken: number;
}

/** Column of each field, in the order of the table. */
const columns: Readonly<Record<keyof ProjectRow, string>> = {
  id: 'id',
  name: 'name',
  description: 'description',
  visibility: 'visibility',
  status: 'status',
  aiTier: 'ai_tier',
  repoUrl: 'repo_url',
  githubUsername: 'github_username',
  repoAuthMethod: 'repo_auth_method',
  deepEnrichEnabled: 'deep_enrich_enabled',
  localPath: 'local_path',
  rootCommit: 'root_commit',
  remote: 'remote',
  repositoryPath: 'repository_path',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};
const fields = Object.keys(columns) as (keyof ProjectRow)[];
const selected = fields.map((field) => `p.${columns[field]} AS ${field}`).join(', ');
const shown = `${selected},
  (SELECT count(*) FROM members WHERE project_id = p.id) AS memberCount,
  EXISTS (SELECT 1 FROM project_secrets WHERE project_id = p.id AND name = 'githubToken') AS hasGithubToken`;

/** SQL of projects. */
export class ProjectStore {
  constructor(private readonly db: Database) {}

  add(row: ProjectRow): void {
    this.db.run(
      `INSERT INTO projects (${Object.values(columns).join(', ')}) VALUES (${fields.map(() => '?').join(', ')})`,
      fields.map((field) => row[field]),
    );
  }

  /** Changes what is given. */
  update(id: string, changes: Partial<ProjectRow>): void {
    const changed = fields.filter((field) => changes[field] !== undefined);
    const values: SqlValue[] = changed.map((field) => changes[field] ?? null);
    const assignments = changed.map((field) => `${columns[field]} = ?`).join(', ');
    this.db.run(`UPDATE projects SET ${assignments} WHERE id = ?`, [...values, id]);
  }

  delete(id: string): void {
    this.db.run('DELETE FROM projects WHERE id = ?', [id]);
  }

  /** Without what is counted of it. */
  findStatus(id: string): Pick<ProjectRow, 'name' | 'status'> | undefined {
    return this.db.get('SELECT name, status FROM projects WHERE id = ?', [id]);
  }

  find(id: string): Project | undefined {
    const row = this.db.get<ShownRow>(`SELECT ${shown} FROM projects p WHERE id = ?`, [id]);
    return row && toProject(row);
  }

  list(): Project[] {
    return this.db.all<ShownRow>(`SELECT ${shown} FROM projects p ORDER BY created_at, id`).map(toProject);
  }

  ids(limit: number): string[] {
    return this.db
      .all<{ id: string }>('SELECT id FROM projects ORDER BY created_at, id LIMIT ?', [limit])
      .map((row) => row.id);
  }

  findRow(id: string): ProjectRow | undefined {
    return this.db.get<ProjectRow>(`SELECT ${selected} FROM projects p WHERE id = ?`, [id]);
  }

  /** Projects that were opened in this folder, the latest first. */
  rowsInFolder(path: string): ProjectRow[] {
    return this.db.all<ProjectRow>(
      `SELECT ${selected} FROM projects p JOIN project_folders f ON f.project_id = p.id
       WHERE f.path = ? ORDER BY f.opened_at DESC, p.id DESC`,
      [path],
    );
  }

  /** Projects of the same place in the same repository, the oldest first. */
  rowsOfRepository(rootCommit: string, remote: string | null, repositoryPath: string): ProjectRow[] {
    return this.db.all<ProjectRow>(
      `SELECT ${selected} FROM projects p WHERE root_commit = ? AND remote IS ? AND repository_path = ?
       ORDER BY created_at, id`,
      [rootCommit, remote, repositoryPath],
    );
  }

  /** Folders of this machine in which the project was opened. */
  foldersOf(id: string): string[] {
    return this.db
      .all<{ path: string }>('SELECT path FROM project_folders WHERE project_id = ? ORDER BY path', [id])
      .map((row) => row.path);
  }

  addFolder(id: string, path: string, now: number): void {
    this.db.run(
      `INSERT INTO project_folders (path, project_id, opened_at) VALUES (?, ?, ?)
       ON CONFLICT (path, project_id) DO UPDATE SET opened_at = excluded.opened_at`,
      [path, id, now],
    );
  }

  removeFolder(id: string, path: string): void {
    this.db.run('DELETE FROM project_folders WHERE project_id = ? AND path = ?', [id, path]);
  }

  /** Encrypted text only. */
  putSecret(id: string, name: string, sealed: string, now: number): void {
    this.db.run(
      `INSERT INTO project_secrets (project_id, name, sealed, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (project_id, name) DO UPDATE SET sealed = excluded.sealed, created_at = excluded.created_at`,
      [id, name, sealed, now],
    );
  }

  findSecret(id: string, name: string): string | undefined {
    return this.db.get<{ sealed: string }>('SELECT sealed FROM project_secrets WHERE project_id = ? AND name = ?', [
      id,
      name,
    ])?.sealed;
  }

  removeSecret(id: string, name: string): void {
    this.db.run('DELETE FROM project_secrets WHERE project_id = ? AND name = ?', [id, name]);
  }
}

function toProject(row: ShownRow): Project {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    visibility: row.visibility,
    status: row.status,
    aiTier: row.aiTier,
    repoUrl: row.repoUrl,
    githubUsername: row.githubUsername,
    repoAuthMethod: row.repoAuthMethod,
    hasGithubToken: row.hasGithubToken === 1,
    deepEnrichEnabled: row.deepEnrichEnabled === 1,
    memberCount: row.memberCount,
    localPath: row.localPath,
    createdAt: new Date(row.createdAt).toISOString(),
    updatedAt: new Date(row.updatedAt).toISOString(),
  };
}
