import type { Database } from '../storage/database';

/** SQL of the secrets that sign a project's requests; encrypted text only. */
export class HmacSecretStore {
  constructor(private readonly db: Database) {}

  current(projectId: string): string | undefined {
    return this.db.get<{ sealed: string }>(
      'SELECT sealed FROM hmac_secrets WHERE project_id = ? AND valid_until IS NULL',
      [projectId],
    )?.sealed;
  }

  /** Those that verify at an instant, the newest first. */
  validAt(projectId: string, at: number): string[] {
    return this.db
      .all<{ sealed: string }>(
        `SELECT sealed FROM hmac_secrets WHERE project_id = ? AND (valid_until IS NULL OR valid_until > ?)
         ORDER BY id DESC`,
        [projectId, at],
      )
      .map((row) => row.sealed);
  }

  /** Makes a secret the current one; the one before it verifies until `previousUntil`. */
  put(projectId: string, sealed: string, now: number, previousUntil: number): void {
    this.db.run('DELETE FROM hmac_secrets WHERE project_id = ? AND valid_until <= ?', [projectId, now]);
    this.db.run('UPDATE hmac_secrets SET valid_until = ? WHERE project_id = ? AND valid_until IS NULL', [
      previousUntil,
      projectId,
    ]);
    this.db.run('INSERT INTO hmac_secrets (project_id, sealed, created_at) VALUES (?, ?, ?)', [projectId, sealed, now]);
  }
}
