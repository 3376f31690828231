import type { Database } from '../storage/database';

export interface RememberedCall {
  readonly method: string;
  /** JSON, or `null` when the answer was forgotten with its project. */
  readonly result: string | null;
}

/** The answers of changing calls by request id. */
export class RequestStore {
  constructor(private readonly db: Database) {}

  find(id: string): RememberedCall | undefined {
    return this.db.get<RememberedCall>('SELECT method, result FROM requests WHERE id = ?', [id]);
  }

  remember(call: { id: string; method: string; projectId: string | null; result: string; at: number }): void {
    this.db.run('INSERT INTO requests (id, method, project_id, result, at) VALUES (?, ?, ?, ?, ?)', [
      call.id,
      call.method,
      call.projectId,
      call.result,
      call.at,
    ]);
  }

  /** The ids stay, so that a late retry still has no effect; what was answered is gone. */
  forgetAnswersOf(projectId: string): void {
    this.db.run('UPDATE requests SET project_id = NULL, result = NULL WHERE project_id = ?', [projectId]);
  }

  deleteBefore(at: number): void {
    this.db.run('DELETE FROM requests WHERE at < ?', [at]);
  }
}
