import type { Migration } from '../migrator';

/**
 * Every ingest writes here, and a commit costs what it touches of pages. Rows lie beside each other by the second of
 * their signature and hold numbers only, so those of one commit share a page or two. What an event was answered with
 * follows from the event. Of the indexes of the log those go that no read needs: others serve it as well.
 */
const tables = `
DROP TABLE ingest_replays;
CREATE TABLE ingest_replays (
  -- Of the signature, in Unix seconds.
  second INTEGER NOT NULL,
  key BLOB NOT NULL,
  event_seq INTEGER NOT NULL,
  PRIMARY KEY (second, key)
) STRICT, WITHOUT ROWID;

DROP INDEX events_by_time;
DROP INDEX events_by_source;
`;

export const ingestSpeed: Migration = {
  version: 9,
  name: 'ingestSpeed',
  up(db) {
    db.exec(tables);
  },
};
