import type { Migration } from '../migrator';

/**
 * Where events went that were answered with a session and are in another one now: an earlier event came late and the
 * sessions are cut anew, or sessions were merged. A merged one is gone, so `from_id` names none.
 */
export const sessionMoves: Migration = {
  version: 10,
  name: 'sessionMoves',
  up(db) {
    db.exec(`
CREATE TABLE session_moves (
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  PRIMARY KEY (from_id, to_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_moves_by_target ON session_moves (to_id);
CREATE INDEX session_moves_by_project ON session_moves (project_id);
`);
  },
};
