import type { Migration } from '../migrator';

/** Scans, newest ten of a project, and what the last good one concluded. */
const scans = `
CREATE TABLE scans (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  -- JSON of its status; \`ended_at\` is NULL while it runs.
  status TEXT NOT NULL,
  phase TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX scans_by_project ON scans (project_id, started_at, id);
CREATE UNIQUE INDEX scans_one_running ON scans (project_id) WHERE ended_at IS NULL;

CREATE TABLE scan_results (
  project_id TEXT PRIMARY KEY REFERENCES projects(id) ON DELETE CASCADE,
  -- The scan whose findings count, and the last one that came to these conclusions.
  findings_of TEXT NOT NULL,
  status TEXT NOT NULL,
  -- Equal digests, equal conclusions; '' where they are only part of them.
  digest TEXT NOT NULL,
  tech_stack TEXT NOT NULL,
  -- JSON, deflated.
  overview BLOB NOT NULL,
  inventory BLOB NOT NULL
) STRICT;

CREATE TABLE findings (
  row INTEGER PRIMARY KEY,
  scan_id TEXT NOT NULL,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  identity TEXT NOT NULL,
  layer TEXT NOT NULL,
  importance INTEGER NOT NULL,
  confidence REAL NOT NULL,
  rule TEXT NOT NULL,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  -- JSON.
  tags TEXT NOT NULL,
  evidence TEXT NOT NULL,
  schema_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (scan_id, id)
) STRICT;
CREATE INDEX findings_by_id ON findings (id);
CREATE INDEX findings_by_project ON findings (project_id, scan_id);

-- A finding keeps its id from scan to scan, and when it comes back.
CREATE TABLE finding_identities (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  identity TEXT NOT NULL,
  finding_id TEXT NOT NULL,
  schema_key TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (project_id, identity)
) STRICT, WITHOUT ROWID;
`;

/** A cache: it may be emptied at any time, and is when the program that filled it was another one. */
const cache = `
CREATE TABLE scan_caches (
  project_id TEXT PRIMARY KEY REFERENCES projects(id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE scan_facts (
  id INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  -- First 16 bytes of the SHA-1 of path and content hash.
  key BLOB NOT NULL,
  used_at INTEGER NOT NULL,
  -- JSON of what the content as a whole is.
  inspection TEXT NOT NULL,
  facts BLOB,
  UNIQUE (project_id, key)
) STRICT;

CREATE TABLE scan_file_states (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  -- Size, times and inode of the file when its content was the one that the facts are of.
  stamp TEXT NOT NULL,
  facts_id INTEGER NOT NULL REFERENCES scan_facts(id) ON DELETE CASCADE,
  PRIMARY KEY (project_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX scan_file_states_by_facts ON scan_file_states (facts_id);
`;

export const genesis: Migration = {
  version: 2,
  name: 'genesis',
  up(db) {
    db.exec(scans);
    db.exec(cache);
  },
};
