import type { Migration } from '../migrator';

export const snapshots: Migration = {
  version: 4,
  name: 'snapshots',
  up(db) {
    db.exec(`
-- Results of scans that later ones replaced, to compare with. The newest few of each project.
CREATE TABLE scan_snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  -- JSON of the scan's status.
  status TEXT NOT NULL,
  -- JSON, deflated.
  findings BLOB NOT NULL,
  inventory BLOB NOT NULL
) STRICT;
CREATE INDEX scan_snapshots_by_project ON scan_snapshots (project_id, id);
`);
  },
};
