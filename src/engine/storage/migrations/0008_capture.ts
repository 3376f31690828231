import type { Migration } from '../migrator';

/** How far the reflog of a work tree was read. One row for each work tree that a project captures. */
const cursors = `
CREATE TABLE capture_cursors (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  -- The work tree's own git directory, and the one that it shares with others.
  git_dir TEXT NOT NULL,
  common_dir TEXT NOT NULL,
  -- Where HEAD was: commit and branch; NULL before the first commit, and when detached.
  head TEXT,
  branch TEXT,
  -- The last entry that was read: where it lies in the file, and the SHA-256 of its line. An end of 0: none was.
  entry_start INTEGER NOT NULL,
  entry_end INTEGER NOT NULL,
  entry_hash TEXT NOT NULL,
  -- By the reflog's own clock.
  head_at INTEGER NOT NULL,
  -- Since when the work tree is captured, by the clock of this machine.
  since INTEGER NOT NULL,
  PRIMARY KEY (project_id, git_dir)
) STRICT, WITHOUT ROWID;

-- Every version of a commit that was seen. What it was about is in the log alone; here are only digests to know it by.
CREATE TABLE captured_commits (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  sha TEXT NOT NULL,
  -- The first version of the same logical commit.
  chain_id TEXT NOT NULL,
  -- 1: an event tells of it, or it is older than the capture; 0: it was seen, and was none of the project's work.
  taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('current', 'setAside', 'replaced')),
  parent TEXT,
  tree TEXT NOT NULL,
  author_key TEXT NOT NULL,
  message_key TEXT NOT NULL,
  patch_key TEXT,
  PRIMARY KEY (project_id, sha)
) STRICT, WITHOUT ROWID;
CREATE INDEX captured_commits_by_author ON captured_commits (project_id, author_key);
CREATE INDEX captured_commits_by_patch ON captured_commits (project_id, patch_key) WHERE patch_key IS NOT NULL;
CREATE INDEX captured_commits_set_aside ON captured_commits (project_id, parent) WHERE state = 'setAside';
CREATE INDEX captured_commits_by_tree ON captured_commits (project_id, tree);
`;

export const capture: Migration = {
  version: 8,
  name: 'capture',
  up: (db) => db.exec(cursors),
};
