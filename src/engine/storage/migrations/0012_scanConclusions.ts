import type { Migration } from '../migrator';

/** What is dear to find out about a code base, with hashes of what it follows from; a cache as `scan_facts` is one. */
const conclusions = `
CREATE TABLE scan_conclusions (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- JSON, deflated.
  packed BLOB NOT NULL,
  PRIMARY KEY (project_id, name)
) STRICT, WITHOUT ROWID;
`;

export const scanConclusions: Migration = {
  version: 12,
  name: 'scanConclusions',
  up(db) {
    db.exec(conclusions);
  },
};
