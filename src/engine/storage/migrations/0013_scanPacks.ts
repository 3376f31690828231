import type { Migration } from '../migrator';

/**
 * The cache of scans in packs: files that were analysed together are one row instead of two for each, since what is known
 * of a small file takes more room alone than the file. What was cached before is dropped; the next scan makes it again.
 */
export const scanPacks: Migration = {
  version: 13,
  name: 'scanPacks',
  up(db) {
    db.exec(`
DROP TABLE scan_file_states;
DROP TABLE scan_facts;

CREATE TABLE scan_packs (
  id INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  added_at INTEGER NOT NULL,
  -- How many files it tells of, what it knows of each, and the facts of those that have some.
  files INTEGER NOT NULL,
  heads BLOB NOT NULL,
  facts BLOB
) STRICT;
CREATE INDEX scan_packs_by_project ON scan_packs (project_id, id);
`);
  },
};
