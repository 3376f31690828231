import type { ReflogPosition } from '../git/dir/readReflog';
import type { Database, SqlValue } from '../storage/database';

/** How far a work tree was read for a project. */
export interface CursorRow {
  readonly projectId: string;
  readonly gitDir: string;
  readonly commonDir: string;
  readonly head: string | null;
  readonly branch: string | null;
  readonly entryStart: number;
  readonly entryEnd: number;
  readonly entryHash: string;
  /** By the reflog's clock. */
  readonly headAt: number;
  readonly since: number;
}

/** One version of a commit that was seen; digests instead of what it says. */
export interface SeenCommit {
  readonly sha: string;
  readonly chainId: string;
  /** An event tells of it, or it is older than the capture. Else it was none of the project's work. */
  readonly taken: boolean;
  readonly state: 'current' | 'setAside' | 'replaced';
  readonly parent: string | null;
  readonly tree: string;
  /** Of author and author date, which stay when a commit is made anew. */
  readonly authorKey: string;
  readonly messageKey: string;
  readonly patchKey: string | null;
}

const cursorColumns = `project_id AS projectId, git_dir AS gitDir, common_dir AS commonDir, head, branch,
  entry_start AS entryStart, entry_end AS entryEnd, entry_hash AS entryHash, head_at AS headAt, since`;

const seenColumns = `sha, chain_id AS chainId, taken, state, parent, tree, author_key AS authorKey,
  message_key AS messageKey, patch_key AS patchKey`;

type SeenRow = Omit<SeenCommit, 'taken'> & { readonly taken: number };

/** SQL of what capture remembers. */
export class CaptureStore {
  constructor(private readonly db: Database) {}

  cursors(projectId: string): CursorRow[] {
    return this.db.all<CursorRow>(
      `SELECT ${cursorColumns} FROM capture_cursors WHERE project_id = ? ORDER BY git_dir`,
      [projectId],
    );
  }

  putCursor(row: CursorRow): void {
    const { projectId, gitDir, commonDir, head, branch, entryStart, entryEnd, entryHash, headAt, since } = row;
    this.db.run(
      `INSERT OR REPLACE INTO capture_cursors (project_id, git_dir, common_dir, head, branch, entry_start, entry_end,
         entry_hash, head_at, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [projectId, gitDir, commonDir, head, branch, entryStart, entryEnd, entryHash, headAt, since],
    );
  }

  /** A work tree that lies elsewhere now is not two. */
  removeCursor(projectId: string, gitDir: string): void {
    this.db.run('DELETE FROM capture_cursors WHERE project_id = ? AND git_dir = ?', [projectId, gitDir]);
  }

  find(projectId: string, sha: string): SeenCommit | undefined {
    return this.select(projectId, 'sha = ?', [sha])[0];
  }

  byAuthor(projectId: string, authorKey: string): SeenCommit[] {
    return this.select(projectId, 'author_key = ?', [authorKey]);
  }

  byPatch(projectId: string, patchKey: string): SeenCommit[] {
    return this.select(projectId, 'patch_key = ?', [patchKey]);
  }

  setAsideOn(projectId: string, parent: string | null): SeenCommit[] {
    return this.select(projectId, "state = 'setAside' AND parent IS ?", [parent]);
  }

  byTree(projectId: string, tree: string): SeenCommit[] {
    return this.select(projectId, 'tree = ?', [tree]);
  }

  put(projectId: string, commit: SeenCommit): void {
    const { sha, chainId, taken, state, parent, tree, authorKey, messageKey, patchKey } = commit;
    this.db.run(
      `INSERT OR REPLACE INTO captured_commits (project_id, sha, chain_id, taken, state, parent, tree, author_key,
         message_key, patch_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [projectId, sha, chainId, taken ? 1 : 0, state, parent, tree, authorKey, messageKey, patchKey],
    );
  }

  private select(projectId: string, condition: string, values: readonly SqlValue[]): SeenCommit[] {
    const rows = this.db.all<SeenRow>(
      `SELECT ${seenColumns} FROM captured_commits WHERE project_id = ? AND ${condition} ORDER BY sha LIMIT 200`,
      [projectId, ...values],
    );
    return rows.map((row) => ({ ...row, taken: row.taken === 1 }));
  }
}

export const positionOf = (row: CursorRow): ReflogPosition => ({
  start: row.entryStart,
  end: row.entryEnd,
  hash: row.entryHash,
});
