import type { ContextEntry } from '../../../shared/context';
import type { Database } from '../../storage/database';
import { insertRow, selectList } from '../store/contextRow';

export interface EntryRow {
  /** Order of the journal, over all contexts. */
  readonly seq: number;
  readonly id: string;
  readonly contextId: string;
  /** 1 for a compaction, which stands for all entries before it. */
  readonly isBlock: number;
  readonly title: string;
  readonly content: string;
  readonly entryType: string;
  /** A JSON array of texts. */
  readonly tags: string;
  readonly source: string;
  readonly idempotencyKey: string | null;
  readonly createdAt: number;
}

const newColumns: Readonly<Record<keyof Omit<EntryRow, 'seq'>, string>> = {
  id: 'id',
  contextId: 'context_id',
  isBlock: 'is_block',
  title: 'title',
  content: 'content',
  entryType: 'entry_type',
  tags: 'tags',
  source: 'source',
  idempotencyKey: 'idempotency_key',
  createdAt: 'created_at',
};
const selected = `SELECT ${selectList({ seq: 'seq', ...newColumns })} FROM context_entries`;
/** The block in force and what was added after it; all that was added where there is none. */
const live = 'context_id = ?1 AND (seq = ?2 OR (is_block = 0 AND seq > ifnull(?2, 0)))';

/** SQL of the journals of contexts. An entry never changes; which ones are live follows from the block in force. */
export class EntryStore {
  constructor(private readonly db: Database) {}

  add(row: Omit<EntryRow, 'seq'>): EntryRow {
    insertRow(this.db, 'context_entries', newColumns, row);
    const seq = this.db.get<{ seq: number }>('SELECT seq FROM context_entries WHERE id = ?', [row.id])?.seq ?? 0;
    return { ...row, seq };
  }

  findByKey(contextId: string, idempotencyKey: string): EntryRow | undefined {
    return this.db.get<EntryRow>(`${selected} WHERE context_id = ? AND idempotency_key = ?`, [
      contextId,
      idempotencyKey,
    ]);
  }

  /** The journal as it is read, oldest first. */
  listLive(contextId: string, blockSeq: number | null): EntryRow[] {
    return this.db.all<EntryRow>(`${selected} WHERE ${live} ORDER BY seq`, [contextId, blockSeq]);
  }

  countLive(contextId: string, blockSeq: number | null): number {
    const counted = this.db.get<{ count: number }>(`SELECT count(*) AS count FROM context_entries WHERE ${live}`, [
      contextId,
      blockSeq,
    ]);
    return counted?.count ?? 0;
  }

  /** All that was ever added, oldest first, without the compactions. */
  listAdded(contextId: string): EntryRow[] {
    return this.db.all<EntryRow>(`${selected} WHERE context_id = ? AND is_block = 0 ORDER BY seq`, [contextId]);
  }

  /** What was added to all journals of a project between two instants, both inclusive, oldest first. */
  addedBetween(projectId: string, from: number, to: number): EntryRow[] {
    return this.db.all<EntryRow>(
      `${selected} WHERE context_id IN (SELECT id FROM contexts WHERE project_id = ?) AND is_block = 0
         AND created_at >= ? AND created_at <= ? ORDER BY seq`,
      [projectId, from, to],
    );
  }
}

export function toEntry(row: EntryRow): ContextEntry {
  return {
    id: row.id,
    contextId: row.contextId,
    title: row.title,
    content: row.content,
    entryType: row.entryType,
    tags: JSON.parse(row.tags) as string[],
    source: row.source,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}
