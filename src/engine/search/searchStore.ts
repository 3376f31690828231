import type { SearchKind } from '../../shared/search';
import type { Database } from '../storage/database';

/** A text of the index. */
export interface SearchDoc {
  readonly projectId: string;
  readonly kind: SearchKind;
  readonly ref: string;
  readonly at: number;
  readonly hash: string;
  readonly title: string;
  readonly body: string;
  /** Of most texts that are put again nothing has changed: then nobody asks. */
  readonly parts: () => string;
}

/** A row that fits, with what its rank is made of. */
export interface Candidate {
  readonly docId: number;
  readonly kind: SearchKind;
  readonly ref: string;
  readonly at: number;
  readonly info: Uint8Array;
}

export interface Queued {
  readonly kind: SearchKind;
  readonly ref: string;
}

/** SQL of the index. */
export class SearchStore {
  constructor(private readonly db: Database) {}

  /** What waits to be taken in, or out. */
  queued(limit: number): Queued[] {
    return this.db.all<Queued>('SELECT kind, ref FROM search_queue LIMIT ?', [limit]);
  }

  unqueue({ kind, ref }: Queued): void {
    this.db.run('DELETE FROM search_queue WHERE kind = ? AND ref = ?', [kind, ref]);
  }

  /** The number of the last event that was looked at. */
  searchedSeq(): number {
    return Number(this.db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'searchedSeq'")?.value ?? 0);
  }

  setSearchedSeq(seq: number): void {
    this.db.run("UPDATE meta SET value = ? WHERE key = 'searchedSeq'", [String(seq)]);
  }

  hasEventsAfter(seq: number): boolean {
    return this.db.get('SELECT 1 FROM events WHERE seq > ? LIMIT 1', [seq]) !== undefined;
  }

  /** How many texts are not in the index yet, about: events of which nothing is indexed count, too. */
  countMissing(): number {
    const counted = this.db.get<{ missing: number }>(
      `SELECT (SELECT count(*) FROM search_queue) +
        max(0, coalesce((SELECT max(seq) FROM events), 0) - ?) AS missing`,
      [this.searchedSeq()],
    );
    return counted?.missing ?? 0;
  }

  remove({ kind, ref }: Queued): void {
    this.db.run('DELETE FROM search_docs WHERE kind = ? AND ref = ?', [kind, ref]);
  }

  /** Adds a document, in place of the one that was there. */
  put(doc: SearchDoc): void {
    const { projectId, kind, ref, at, hash, title, body, parts } = doc;
    const known = this.db.get<{ id: number; hash: string }>(
      'SELECT id, hash FROM search_docs WHERE kind = ? AND ref = ?',
      [kind, ref],
    );
    if (known?.hash === hash) {
      this.db.run('UPDATE search_docs SET at = ? WHERE id = ?', [at, known.id]);
      return;
    }
    if (known) this.remove(doc);
    const added = this.db.get<{ id: number }>(
      'INSERT INTO search_docs (project_id, kind, ref, at, hash) VALUES (?, ?, ?, ?, ?) RETURNING id',
      [projectId, kind, ref, at, hash],
    );
    this.db.run('INSERT INTO search_text (docid, title, body, parts) VALUES (?, ?, ?, ?)', [
      added?.id ?? null,
      title,
      body,
      parts(),
    ]);
  }

  /** The documents of some kinds that match, those that came last first. */
  match(query: {
    readonly projectId: string;
    readonly kinds: readonly SearchKind[];
    readonly match: string;
    readonly limit: number;
  }): Candidate[] {
    const { projectId, kinds, match, limit } = query;
    return this.db.all<Candidate>(
      `SELECT d.id AS docId, d.kind, d.ref, d.at, matchinfo(search_text, 'pcnalx') AS info
       FROM search_text JOIN search_docs d ON d.id = search_text.docid
       WHERE search_text MATCH ? AND d.project_id = ? AND d.kind IN (${kinds.map(() => '?').join(', ')})
       ORDER BY search_text.docid DESC LIMIT ?`,
      [match, projectId, ...kinds, limit],
    );
  }

  text(docId: number): { title: string; body: string } {
    return (
      this.db.get<{ title: string; body: string }>('SELECT title, body FROM search_text WHERE docid = ?', [docId]) ?? {
        title: '',
        body: '',
      }
    );
  }
}
