import type { Migration } from '../migrator';

const access = `
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('contox', 'contextSpine')),
  name TEXT NOT NULL,
  prefix TEXT NOT NULL,
  -- SHA-256 of the key in hex; the key itself is nowhere.
  hash TEXT NOT NULL UNIQUE,
  last_used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX api_keys_by_user ON api_keys (user_id, created_at, id);

-- Encrypted as project_secrets are. The one that counts has no end; one that was replaced verifies until then.
CREATE TABLE hmac_secrets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  sealed TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  valid_until INTEGER
) STRICT;
CREATE UNIQUE INDEX hmac_secrets_one_current ON hmac_secrets (project_id) WHERE valid_until IS NULL;
CREATE INDEX hmac_secrets_by_project ON hmac_secrets (project_id, id);

CREATE TABLE ingest_replays (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  signature_key TEXT NOT NULL,
  event_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (project_id, signature_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX ingest_replays_by_time ON ingest_replays (at);
`;

const sessions = `
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'completed', 'enriching', 'failed')),
  summary TEXT NOT NULL,
  -- Of the event that said it, so that one which comes late does not replace a newer one.
  summary_at INTEGER,
  head_commit TEXT,
  started_at INTEGER NOT NULL,
  last_event_at INTEGER,
  ended_at INTEGER,
  event_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_start ON sessions (project_id, source, started_at);
CREATE INDEX sessions_by_time ON sessions (project_id, started_at, id);
CREATE INDEX sessions_by_status ON sessions (project_id, status, started_at, id);

-- Instants at which somebody ended or began a session: no session reaches across one.
CREATE TABLE session_cuts (
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (project_id, source, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_events (
  event_seq INTEGER PRIMARY KEY REFERENCES events(seq) ON DELETE CASCADE,
  session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  event_time INTEGER NOT NULL
) STRICT;
CREATE INDEX session_events_by_session ON session_events (session_id, event_time, event_seq);

CREATE TABLE jobs (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'failed')),
  -- JSON: name, status and detail of each stage.
  stages TEXT NOT NULL,
  error TEXT,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  completed_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX jobs_by_session ON jobs (session_id, id);
CREATE INDEX jobs_by_project ON jobs (project_id);
CREATE UNIQUE INDEX jobs_one_open ON jobs (session_id) WHERE completed_at IS NULL;
CREATE INDEX jobs_open ON jobs (created_at, id) WHERE completed_at IS NULL;
`;

const items = `
CREATE TABLE items (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  type TEXT NOT NULL,
  facts TEXT NOT NULL,
  rationale TEXT,
  impact TEXT,
  -- JSON, as tags, evidence and merged_from.
  files TEXT NOT NULL,
  tags TEXT NOT NULL,
  schema_key TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'approved', 'deprecated')),
  confidence REAL NOT NULL,
  importance INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  session_id TEXT REFERENCES sessions(id) ON DELETE SET NULL,
  superseded_by TEXT,
  merged_from TEXT NOT NULL,
  source TEXT NOT NULL,
  -- What an enrichment made it from, so that doing it again makes no second one.
  origin TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX items_by_project ON items (project_id, created_at, id);
CREATE INDEX items_by_status ON items (project_id, status, created_at, id);
CREATE INDEX items_by_type ON items (project_id, type, created_at, id);
CREATE INDEX items_by_schema_key ON items (project_id, schema_key, created_at, id);
CREATE INDEX items_by_session ON items (session_id, created_at, id) WHERE session_id IS NOT NULL;
CREATE UNIQUE INDEX items_by_origin ON items (project_id, origin) WHERE origin IS NOT NULL;
`;

/** Long texts of events, each once for its chain, and the places in payloads from which they were taken. */
const blobs = `
CREATE TABLE blobs (
  chain_id TEXT NOT NULL REFERENCES event_chains(id) ON DELETE CASCADE,
  -- SHA-256 of the text's UTF-8 bytes, in hex.
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  -- Deflated.
  data BLOB NOT NULL,
  PRIMARY KEY (chain_id, hash)
) STRICT;

CREATE TABLE blob_refs (
  event_seq INTEGER NOT NULL REFERENCES events(seq) ON DELETE CASCADE,
  -- JSON Pointer into the payload.
  pointer TEXT NOT NULL,
  -- Whether the place held a text, or another value whose JSON the blob is.
  is_json INTEGER NOT NULL CHECK (is_json IN (0, 1)),
  chain_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (event_seq, pointer)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_refs_by_blob ON blob_refs (chain_id, hash);

-- A purge that empties an event takes its long texts too, and a text that no event names any more is not kept.
CREATE TRIGGER events_emptied AFTER UPDATE OF payload ON events WHEN NEW.payload IS NULL
BEGIN
  DELETE FROM blob_refs WHERE event_seq = NEW.seq;
END;
CREATE TRIGGER blob_refs_deleted AFTER DELETE ON blob_refs
WHEN NOT EXISTS (SELECT 1 FROM blob_refs WHERE chain_id = OLD.chain_id AND hash = OLD.hash)
BEGIN
  DELETE FROM blobs WHERE chain_id = OLD.chain_id AND hash = OLD.hash;
END;
`;

/** Reads of the whole log by the time of events; the first index answers any mixture of filters by itself. */
const timeline = `
CREATE INDEX events_timeline ON events (event_time, seq, event_type, source, record_time, chain_id);
CREATE INDEX events_timeline_by_type ON events (event_type, event_time, seq);
CREATE INDEX events_timeline_by_source ON events (source, event_time, seq);
CREATE INDEX events_by_record_time ON events (record_time);
CREATE INDEX entities_by_name ON entities (entity_type, external_id);
`;

export const api: Migration = {
  version: 3,
  name: 'api',
  up(db) {
    for (const part of [access, sessions, items, blobs, timeline]) db.exec(part);
  },
};
