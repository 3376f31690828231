import type { Migration } from '../migrator';

/** Where events are sent, without secrets: rows have to be written whichever program owns the store. */
const sinks = `
CREATE TABLE delivery_sinks (
  kind TEXT PRIMARY KEY CHECK (kind IN ('contox', 'contextSpine')),
  url TEXT NOT NULL,
  dry_run INTEGER NOT NULL CHECK (dry_run IN (0, 1)),
  anonymize INTEGER NOT NULL CHECK (anonymize IN (0, 1)),
  -- Failures in a row that concern the server as a whole, and until when nothing is sent because of the last one.
  failures INTEGER NOT NULL DEFAULT 0,
  wait_until INTEGER,
  -- JSON of what only the user can cure; nothing is sent while it is there.
  refused TEXT,
  last_error TEXT,
  last_delivered_at INTEGER,
  clock_offset INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- A setting may name a project that is not in this store, so there is no reference.
CREATE TABLE delivery_projects (
  project_id TEXT NOT NULL,
  sink TEXT NOT NULL REFERENCES delivery_sinks(kind) ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  refused TEXT,
  PRIMARY KEY (project_id, sink)
) STRICT, WITHOUT ROWID;
`;

const ledger = `
CREATE TABLE deliveries (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  sink TEXT NOT NULL CHECK (sink IN ('contox', 'contextSpine')),
  event_seq INTEGER NOT NULL REFERENCES events(seq) ON DELETE CASCADE,
  -- '' for the whole event; '1', '2', '2.1' … for what an event that was too large was split into.
  part TEXT NOT NULL,
  event_id TEXT NOT NULL,
  event_type TEXT NOT NULL,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  -- What is sent in order: the session's id, or the project's for an event that is in no session.
  lane TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'dead', 'dryRun', 'withdrawn')),
  attempts INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  next_try_at INTEGER,
  delivered_at INTEGER,
  last_status INTEGER,
  last_error TEXT,
  -- The exact bytes of the first try and of every later one, deflated; NULL before it and once forgotten.
  body BLOB,
  bytes INTEGER NOT NULL DEFAULT 0,
  anonymized INTEGER NOT NULL DEFAULT 0 CHECK (anonymized IN (0, 1)),
  redactions TEXT NOT NULL DEFAULT '{}',
  UNIQUE (event_seq, sink, part)
) STRICT;
CREATE INDEX deliveries_queued ON deliveries (sink, lane, event_seq, part) WHERE state = 'queued';
CREATE INDEX deliveries_dead ON deliveries (sink, project_id) WHERE state = 'dead';
CREATE INDEX deliveries_by_project ON deliveries (project_id, seq);
CREATE INDEX deliveries_by_lane ON deliveries (lane, seq);
CREATE INDEX deliveries_with_body ON deliveries (seq) WHERE body IS NOT NULL AND state <> 'queued';

CREATE TABLE delivery_attempts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  delivery_seq INTEGER NOT NULL REFERENCES deliveries(seq) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  method TEXT NOT NULL,
  url TEXT NOT NULL,
  -- JSON, with secrets masked.
  headers TEXT NOT NULL,
  -- Whether it was made with the body that is kept.
  of_body INTEGER NOT NULL DEFAULT 1,
  status INTEGER,
  answer TEXT,
  error TEXT,
  -- NULL while the answer is awaited.
  duration_ms INTEGER
) STRICT;
CREATE INDEX delivery_attempts_by_delivery ON delivery_attempts (delivery_seq, id);
CREATE INDEX delivery_attempts_open ON delivery_attempts (id) WHERE duration_ms IS NULL;
`;

/** The session of an event is known a moment after the event, in the same transaction. */
const triggers = `
CREATE TRIGGER deliveries_placed AFTER INSERT ON session_events
BEGIN
  UPDATE deliveries SET lane = NEW.session_id WHERE event_seq = NEW.event_seq;
END;
CREATE TRIGGER deliveries_moved AFTER UPDATE OF session_id ON session_events
BEGIN
  UPDATE deliveries SET lane = NEW.session_id WHERE event_seq = NEW.event_seq;
END;

-- A purge takes what was to be sent, and of what was sent everything but that it was.
CREATE TRIGGER deliveries_emptied AFTER UPDATE OF payload ON events WHEN NEW.payload IS NULL
BEGIN
  UPDATE delivery_attempts SET answer = NULL
    WHERE delivery_seq IN (SELECT seq FROM deliveries WHERE event_seq = NEW.seq);
  UPDATE deliveries SET state = 'withdrawn', next_try_at = NULL
    WHERE event_seq = NEW.seq AND state IN ('queued', 'dead', 'dryRun');
  UPDATE deliveries SET body = NULL, redactions = '{}', last_error = NULL WHERE event_seq = NEW.seq;
END;
`;

export const outbox: Migration = {
  version: 7,
  name: 'outbox',
  up(db) {
    for (const part of [sinks, ledger, triggers]) db.exec(part);
  },
};
