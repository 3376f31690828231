import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { EngineError, isEngineError } from '../../base/engineError';
import { sha256 } from '../../base/sha256';
import type { Database } from '../storage/database';

/** A place in an event's payload whose value is kept as a blob. */
export interface BlobRefRow {
  /** JSON Pointer. */
  readonly pointer: string;
  /** 1: the blob is the JSON of the value; 0: it is the text itself. */
  readonly isJson: number;
  readonly hash: string;
}

/** Long texts under the hash of their content, compressed, each once in a chain. Triggers drop those no event names. */
export class BlobStore {
  constructor(private readonly db: Database) {}

  /** Adds a text where it is not there yet. */
  put(chainId: string, hash: string, text: string, now: number): void {
    if (this.db.get('SELECT 1 FROM blobs WHERE chain_id = ? AND hash = ?', [chainId, hash])) return;
    const bytes = Buffer.from(text, 'utf8');
    this.db.run('INSERT INTO blobs (chain_id, hash, bytes, created_at, data) VALUES (?, ?, ?, ?, ?)', [
      chainId,
      hash,
      bytes.length,
      now,
      deflateRawSync(bytes, { level: 3 }),
    ]);
  }

  /** Throws `notFound`, and `damaged` where the text is not the one that was put. */
  read(chainId: string, hash: string): string {
    const row = this.db.get<{ data: Uint8Array }>('SELECT data FROM blobs WHERE chain_id = ? AND hash = ?', [
      chainId,
      hash,
    ]);
    if (!row) throw new EngineError('notFound', 'Blob not found');
    const text = inflate(row.data);
    if (text === undefined || sha256(text) !== hash)
      throw new EngineError('damaged', `The text ${hash.slice(0, 12)} in the store is not what was stored.`);
    return text;
  }

  isDamaged(chainId: string, hash: string): boolean {
    try {
      this.read(chainId, hash);
      return false;
    } catch (error) {
      if (isEngineError(error, 'damaged')) return true;
      throw error;
    }
  }

  link(eventSeq: number, chainId: string, ref: BlobRefRow): void {
    this.db.run('INSERT INTO blob_refs (event_seq, pointer, is_json, chain_id, hash) VALUES (?, ?, ?, ?, ?)', [
      eventSeq,
      ref.pointer,
      ref.isJson,
      chainId,
      ref.hash,
    ]);
  }

  bytesOf(eventSeq: number): number {
    const row = this.db.get<{ bytes: number | null }>(
      `SELECT sum(bytes) AS bytes FROM blob_refs r JOIN blobs b ON b.chain_id = r.chain_id AND b.hash = r.hash
       WHERE event_seq = ?`,
      [eventSeq],
    );
    return row?.bytes ?? 0;
  }

  refsOf(eventSeq: number): BlobRefRow[] {
    return this.db.all<BlobRefRow>(
      'SELECT pointer, is_json AS isJson, hash FROM blob_refs WHERE event_seq = ? ORDER BY pointer',
      [eventSeq],
    );
  }
}

function inflate(data: Uint8Array): string | undefined {
  try {
    return inflateRawSync(data).toString('utf8');
  } catch {
    // Not a deflated text any more: the caller says that it is damaged.
    return undefined;
  }
}
