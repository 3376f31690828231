import type { Migration } from '../migrator';

const sessions = `
-- 1: it holds work that was followed as it happened, so it ends by itself.
ALTER TABLE sessions ADD COLUMN followed INTEGER NOT NULL DEFAULT 0;
-- 1: something happened in it that no session_save tells yet.
ALTER TABLE sessions ADD COLUMN unsaved INTEGER NOT NULL DEFAULT 0;
-- 1: its summary is a person's.
ALTER TABLE sessions ADD COLUMN edited INTEGER NOT NULL DEFAULT 0;
-- Until when it takes events whatever its start says, because sessions were merged into it.
ALTER TABLE sessions ADD COLUMN held_until INTEGER;
CREATE INDEX sessions_open ON sessions (started_at) WHERE followed = 1 AND status = 'active';
CREATE INDEX sessions_unsaved ON sessions (started_at) WHERE unsaved = 1;

-- When what the event tells of was over, and how much of what it tells.
ALTER TABLE session_events ADD COLUMN until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_events ADD COLUMN commits INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_events ADD COLUMN saves INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session_events ADD COLUMN runs INTEGER NOT NULL DEFAULT 0;
UPDATE session_events SET until = event_time;
UPDATE session_events SET commits =
  (SELECT json_array_length(payload, '$.commits') FROM events WHERE seq = event_seq AND event_type = 'git.digested')
  WHERE event_seq IN (SELECT seq FROM events WHERE event_type = 'git.digested' AND payload IS NOT NULL
    AND json_type(payload, '$.commits') = 'array');
`;

const life = `
-- Which window or program works on which project. A claim that was not renewed for an hour counts no more.
CREATE TABLE session_windows (
  window_id TEXT NOT NULL,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (window_id, project_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_windows_by_project ON session_windows (project_id, source, seen_at);

-- What was done in an open session and is in no event yet.
CREATE TABLE session_pending (
  session_id TEXT NOT NULL REFERENCES sessions(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (session_id, kind, name)
) STRICT, WITHOUT ROWID;
`;

export const sessionLife: Migration = {
  version: 6,
  name: 'sessionLife',
  up(db) {
    db.exec(sessions);
    db.exec(life);
  },
};
