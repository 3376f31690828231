import type { Migration } from '../migrator';

/**
 * Full text. A document of the index belongs to a context, an entry, an item, a finding, a session or an event, named by
 * `kind` and `ref`. What changes is put into the queue by triggers, hence in the transaction of the change; events are
 * only ever added, so for them the number of the last one in the index is enough. A search first brings the index up to
 * date. What is deleted or purged leaves the index at once.
 */
const tables = `
CREATE TABLE search_docs (
  id INTEGER PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('context', 'entry', 'item', 'finding', 'session', 'event')),
  ref TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- SHA-256 of the text, so that the same text is not taken in again.
  hash TEXT NOT NULL,
  UNIQUE (kind, ref)
) STRICT;
CREATE INDEX search_docs_by_project ON search_docs (project_id, kind);

-- \`parts\` are the pieces of names such as parseHttpHeader, so that they are found by each.
CREATE VIRTUAL TABLE search_text USING fts4(title, body, parts, tokenize=unicode61 "remove_diacritics=2", order=desc);

CREATE TRIGGER search_docs_deleted AFTER DELETE ON search_docs
BEGIN
  DELETE FROM search_text WHERE docid = OLD.id;
END;

CREATE TABLE search_queue (
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  PRIMARY KEY (kind, ref)
) STRICT, WITHOUT ROWID;
`;

interface Watched {
  readonly table: string;
  readonly kind: string;
  /** Columns whose change makes the text another one. */
  readonly columns: string;
}

const watched: readonly Watched[] = [
  { table: 'contexts', kind: 'context', columns: 'name, description, content, schema_key' },
  { table: 'context_entries', kind: 'entry', columns: 'title, content' },
  { table: 'items', kind: 'item', columns: 'title, facts, rationale, impact, files, tags, schema_key' },
  { table: 'sessions', kind: 'session', columns: 'summary, started_at' },
];

const triggersOf = ({ table, kind, columns }: Watched): string => `
CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table}
BEGIN
  INSERT OR IGNORE INTO search_queue VALUES ('${kind}', NEW.id);
END;
CREATE TRIGGER search_${table}_changed AFTER UPDATE OF ${columns} ON ${table}
BEGIN
  INSERT OR IGNORE INTO search_queue VALUES ('${kind}', NEW.id);
END;
CREATE TRIGGER search_${table}_deleted AFTER DELETE ON ${table}
BEGIN
  DELETE FROM search_docs WHERE kind = '${kind}' AND ref = OLD.id;
  DELETE FROM search_queue WHERE kind = '${kind}' AND ref = OLD.id;
END;
`;

/** Findings count when the results of a project name their scan, and those of the scan before it count no more. */
const queueFindings = `
  INSERT OR IGNORE INTO search_queue SELECT 'finding', id FROM findings WHERE scan_id = NEW.findings_of;
  INSERT OR IGNORE INTO search_queue SELECT kind, ref FROM search_docs
    WHERE project_id = NEW.project_id AND kind = 'finding';
`;
const others = `
CREATE TRIGGER search_results_added AFTER INSERT ON scan_results
BEGIN ${queueFindings} END;
CREATE TRIGGER search_results_changed AFTER UPDATE OF findings_of ON scan_results
BEGIN ${queueFindings} END;

CREATE TRIGGER search_findings_forgotten AFTER DELETE ON finding_identities
BEGIN
  DELETE FROM search_queue WHERE kind = 'finding' AND ref = OLD.finding_id;
END;

CREATE TRIGGER search_events_emptied AFTER UPDATE OF payload ON events WHEN NEW.payload IS NULL
BEGIN
  DELETE FROM search_docs WHERE kind = 'event' AND ref = NEW.id;
END;
CREATE TRIGGER search_events_deleted AFTER DELETE ON events
BEGIN
  DELETE FROM search_docs WHERE kind = 'event' AND ref = OLD.id;
END;
`;

/** What is there already. Events follow by themselves. */
const fill = `
${watched.map(({ table, kind }) => `INSERT INTO search_queue SELECT '${kind}', id FROM ${table};`).join('\n')}
INSERT OR IGNORE INTO search_queue SELECT 'finding', f.id FROM findings f JOIN scan_results r ON r.findings_of = f.scan_id;
INSERT INTO meta (key, value) VALUES ('searchedSeq', '0');
`;

export const search: Migration = {
  version: 5,
  name: 'search',
  up(db) {
    for (const part of [tables, ...watched.map(triggersOf), others, fill]) db.exec(part);
  },
};
