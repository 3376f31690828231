import type { Migration } from '../migrator';

/**
 * How much happened in each session, kept as it happens: to add it up for a page of sessions means to read every event in
 * them. Triggers do it, so that it holds whatever moves events. A session in which nothing is counted has no row.
 */
const work = `
CREATE TABLE session_work (
  session_id TEXT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
  commits INTEGER NOT NULL,
  saves INTEGER NOT NULL,
  runs INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO session_work SELECT session_id, sum(commits), sum(saves), sum(runs) FROM session_events
  WHERE commits + saves + runs > 0 GROUP BY session_id;
`;

const add = `INSERT INTO session_work VALUES (NEW.session_id, NEW.commits, NEW.saves, NEW.runs)
    ON CONFLICT (session_id) DO UPDATE SET commits = commits + excluded.commits, saves = saves + excluded.saves,
      runs = runs + excluded.runs;`;
const remove = `UPDATE session_work SET commits = commits - OLD.commits, saves = saves - OLD.saves, runs = runs - OLD.runs
    WHERE session_id = OLD.session_id;`;
const counts = (row: 'NEW' | 'OLD'): string => `${row}.commits + ${row}.saves + ${row}.runs > 0`;

const triggers = `
CREATE TRIGGER session_work_added AFTER INSERT ON session_events WHEN ${counts('NEW')}
BEGIN
  ${add}
END;
CREATE TRIGGER session_work_removed AFTER DELETE ON session_events WHEN ${counts('OLD')}
BEGIN
  ${remove}
END;
CREATE TRIGGER session_work_moved AFTER UPDATE OF session_id, commits, saves, runs ON session_events
WHEN ${counts('OLD')} OR ${counts('NEW')}
BEGIN
  ${remove}
  ${add}
END;
`;

export const sessionWork: Migration = {
  version: 11,
  name: 'sessionWork',
  up(db) {
    db.exec(work);
    db.exec(triggers);
  },
};
