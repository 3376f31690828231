import { newId } from '../../../shared/ids';
import type { Migration } from '../migrator';

/** The log. A chain belongs to a project, or, without one, to the workspace itself. */
const log = `
CREATE TABLE event_chains (
  id TEXT PRIMARY KEY,
  project_id TEXT UNIQUE REFERENCES projects(id) ON DELETE CASCADE,
  -- Number of events and hash of the newest one: they show when events were cut off at the end.
  length INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  last_record_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  chain_id TEXT NOT NULL REFERENCES event_chains(id) ON DELETE CASCADE,
  chain_seq INTEGER NOT NULL,
  event_type TEXT NOT NULL,
  event_time INTEGER NOT NULL,
  record_time INTEGER NOT NULL,
  source TEXT NOT NULL,
  authority TEXT NOT NULL CHECK (authority IN ('source_of_truth', 'observed', 'derived', 'asserted')),
  idempotency_key TEXT,
  -- Canonical JSON, and the salt of its hash; all three are NULL once the payload was purged.
  payload TEXT,
  entity_refs TEXT,
  salt BLOB,
  payload_hash TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (chain_id, chain_seq)
) STRICT;
CREATE INDEX events_by_type ON events (chain_id, event_type, chain_seq);
CREATE INDEX events_by_source ON events (chain_id, source, chain_seq);
CREATE INDEX events_by_time ON events (chain_id, event_time);
CREATE UNIQUE INDEX events_by_idempotency_key ON events (chain_id, source, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  chain_id TEXT NOT NULL REFERENCES event_chains(id) ON DELETE CASCADE,
  entity_type TEXT NOT NULL,
  external_id TEXT NOT NULL,
  first_seen_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  UNIQUE (chain_id, entity_type, external_id)
) STRICT;

CREATE TABLE event_entities (
  entity_id INTEGER NOT NULL REFERENCES entities(id) ON DELETE CASCADE,
  event_seq INTEGER NOT NULL REFERENCES events(seq) ON DELETE CASCADE,
  PRIMARY KEY (entity_id, event_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_entities_by_event ON event_entities (event_seq);
`;

const projects = `
CREATE TABLE projects (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'private')),
  status TEXT NOT NULL CHECK (status IN ('active', 'archived')),
  ai_tier TEXT CHECK (ai_tier IN ('small', 'medium')),
  repo_url TEXT,
  github_username TEXT,
  repo_auth_method TEXT,
  deep_enrich_enabled INTEGER NOT NULL CHECK (deep_enrich_enabled IN (0, 1)),
  local_path TEXT,
  -- What a folder is recognised by: the repository's first commit, its remote, and the folder's path inside it.
  root_commit TEXT,
  remote TEXT,
  repository_path TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX projects_by_creation ON projects (created_at, id);
CREATE INDEX projects_by_root_commit ON projects (root_commit) WHERE root_commit IS NOT NULL;

CREATE TABLE project_folders (
  path TEXT NOT NULL,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  opened_at INTEGER NOT NULL,
  PRIMARY KEY (path, project_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_folders_by_project ON project_folders (project_id);

-- Encrypted values only (AES-256-GCM); the key is not in this file.
CREATE TABLE project_secrets (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sealed TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (project_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL COLLATE NOCASE UNIQUE,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'member')),
  joined_at INTEGER NOT NULL,
  PRIMARY KEY (project_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_user ON members (user_id);
CREATE UNIQUE INDEX members_one_owner ON members (project_id) WHERE role = 'owner';
`;

const contexts = `
CREATE TABLE contexts (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  parent_id TEXT REFERENCES contexts(id) ON DELETE CASCADE,
  schema_key TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'deprecated')),
  tier INTEGER NOT NULL CHECK (tier IN (1, 2, 3)),
  context_type TEXT NOT NULL CHECK (context_type IN ('system', 'reference', 'memory')),
  version INTEGER NOT NULL,
  sort_order INTEGER NOT NULL,
  source TEXT NOT NULL,
  -- Whether a person set tier, type, order or parent: then no machine changes them any more.
  arranged INTEGER NOT NULL CHECK (arranged IN (0, 1)),
  -- The journal's newest compaction; entries up to it are not live any more.
  block_seq INTEGER,
  entry_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  -- Last, so that what only lists contexts never reads the pages of long texts.
  content TEXT NOT NULL,
  UNIQUE (project_id, schema_key)
) STRICT;
CREATE INDEX contexts_by_parent ON contexts (parent_id, schema_key);
CREATE INDEX contexts_by_state ON contexts (project_id, state, schema_key);

CREATE TABLE context_versions (
  id TEXT PRIMARY KEY,
  context_id TEXT NOT NULL REFERENCES contexts(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  content TEXT NOT NULL,
  source TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('current', 'past', 'draft')),
  reason TEXT NOT NULL CHECK (reason IN ('create', 'update', 'populate', 'compact', 'restore')),
  block_seq INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (context_id, version)
) STRICT;
CREATE UNIQUE INDEX context_versions_one_current ON context_versions (context_id) WHERE status = 'current';
CREATE UNIQUE INDEX context_versions_one_draft ON context_versions (context_id) WHERE status = 'draft';

-- Immutable. A compaction is an entry too (is_block = 1): it stands for all entries with a smaller seq.
CREATE TABLE context_entries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  context_id TEXT NOT NULL REFERENCES contexts(id) ON DELETE CASCADE,
  is_block INTEGER NOT NULL CHECK (is_block IN (0, 1)),
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  entry_type TEXT NOT NULL,
  tags TEXT NOT NULL,
  source TEXT NOT NULL,
  idempotency_key TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX context_entries_by_context ON context_entries (context_id, seq);
CREATE UNIQUE INDEX context_entries_by_key ON context_entries (context_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

CREATE TABLE context_links (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL,
  from_schema_key TEXT NOT NULL,
  to_schema_key TEXT NOT NULL,
  link_type TEXT NOT NULL CHECK (link_type IN ('see-also', 'depends-on', 'child-of', 'related')),
  reason TEXT,
  confidence REAL,
  created_at INTEGER NOT NULL,
  UNIQUE (project_id, from_schema_key, to_schema_key, link_type),
  FOREIGN KEY (project_id, from_schema_key) REFERENCES contexts(project_id, schema_key) ON DELETE CASCADE,
  FOREIGN KEY (project_id, to_schema_key) REFERENCES contexts(project_id, schema_key) ON DELETE CASCADE
) STRICT;
CREATE INDEX context_links_by_target ON context_links (project_id, to_schema_key);
CREATE INDEX context_links_by_creation ON context_links (project_id, created_at, id);
`;

const requests = `
-- Answers of changing calls, so that a repeated call does not run twice. Kept for a day.
CREATE TABLE requests (
  id TEXT PRIMARY KEY,
  method TEXT NOT NULL,
  -- Not a foreign key: the id of a call outlives its project, its answer (NULL then) does not.
  project_id TEXT,
  result TEXT,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_by_time ON requests (at);
CREATE INDEX requests_by_project ON requests (project_id) WHERE project_id IS NOT NULL;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  up(db) {
    // In the order of their references.
    for (const part of [projects, log, contexts, requests]) db.exec(part);
    const now = Date.now();
    const workspaceId = newId('ws', now);
    db.run("INSERT INTO meta (key, value) VALUES ('workspaceId', ?)", [workspaceId]);
    db.run('INSERT INTO event_chains (id, length, head_hash, last_record_at) VALUES (?, 0, ?, ?)', [
      workspaceId,
      '0'.repeat(64),
      now,
    ]);
  },
};
