import { createHash } from 'node:crypto';
import { nextTurn } from '../../../base/nextTurn';
import type { CallRunner } from '../../requests/callRunner';
import type { Database } from '../../storage/database';
import type { ListedFile } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import { packInspection, unpackInspection } from './inspectionText';
import { pruneCache } from './pruneCache';
import type { CacheEntry, FileKey, ScanCache } from './scanCache';

export interface SqlCacheOptions {
  readonly db: Database;
  readonly runner: Pick<CallRunner, 'commit'>;
  readonly projectId: string;
  /** Of the scan; entries that many scans did not use are the first to go. */
  readonly now: number;
}

/** Rows that are read or written before the thread does something else: 10 to 20 ms. */
const slice = 400;

/** No path is greater. */
const endOfPaths = '\u{10FFFF}';

/** The cache may have this share of the size of the source, and this many bytes in any case. */
const maxShare = 0.1;
const minBytes = 4_000_000;

/** The cache of one project, for one scan. What is remembered is written in groups: one wait for the disk for many. */
export class SqlScanCache implements ScanCache {
  private waiting: CacheEntry[] = [];
  private writing: Promise<void> = Promise.resolve();
  private readonly gone: string[] = [];
  private sourceBytes = 0;

  private constructor(private readonly options: SqlCacheOptions) {}

  /** Empties what another program left. */
  static async open(options: SqlCacheOptions, fingerprint: string): Promise<SqlScanCache> {
    const { db, runner, projectId } = options;
    const known = db.get<{ fingerprint: string }>('SELECT fingerprint FROM scan_caches WHERE project_id = ?', [
      projectId,
    ]);
    if (known?.fingerprint !== fingerprint) {
      const some = 'DELETE FROM scan_facts WHERE id IN (SELECT id FROM scan_facts WHERE project_id = ? LIMIT ?)';
      while ((await runner.commit('emptyCache', () => db.run(some, [projectId, slice]))) > 0) await nextTurn();
      await runner.commit('openCache', () => {
        db.run('DELETE FROM scan_conclusions WHERE project_id = ?', [projectId]);
        db.run('INSERT OR REPLACE INTO scan_caches (project_id, fingerprint) VALUES (?, ?)', [projectId, fingerprint]);
      });
    }
    return new SqlScanCache(options);
  }

  isEmpty(): boolean {
    const { db, projectId } = this.options;
    return db.get('SELECT 1 FROM scan_facts WHERE project_id = ? LIMIT 1', [projectId]) === undefined;
  }

  lastAddedAt(): number {
    const { db, projectId } = this.options;
    const newest = 'SELECT used_at AS at FROM scan_facts WHERE project_id = ? ORDER BY id DESC LIMIT 1';
    return db.get<{ at: number }>(newest, [projectId])?.at ?? 0;
  }

  async findUnchanged(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Inspection>> {
    const found = new Map<string, Inspection>();
    let from = '';
    for (const some of slicesOf(files)) {
      const stamps = new Map(some.map((file) => [file.path, file.stamp]));
      const last = some.at(-1)?.path ?? '';
      const to = last === files.at(-1)?.path ? endOfPaths : last;
      this.options.db.each<{ path: string; stamp: string; inspection: string }>(
        `SELECT s.path, s.stamp, f.inspection FROM scan_file_states s JOIN scan_facts f ON f.id = s.facts_id
           WHERE s.project_id = ? AND s.path > ? AND s.path <= ?`,
        [this.options.projectId, from, to],
        (row) => {
          const stamp = stamps.get(row.path);
          if (stamp === row.stamp) found.set(row.path, unpackInspection(row.path, row.inspection));
          else if (stamp === undefined) this.gone.push(row.path);
        },
      );
      from = last;
      for (const file of some) this.sourceBytes += file.bytes;
      await nextTurn();
    }
    return found;
  }

  async findKnown(keys: readonly FileKey[]): Promise<ReadonlyMap<string, Inspection>> {
    await this.flush();
    const found = new Map<string, Inspection>();
    const { db, projectId } = this.options;
    for (const some of slicesOf(keys)) {
      for (const key of some) {
        const row = db.get<{ inspection: string }>(
          'SELECT inspection FROM scan_facts WHERE project_id = ? AND key = ?',
          [projectId, keyBytes(key)],
        );
        if (row !== undefined) found.set(key.path, unpackInspection(key.path, row.inspection));
      }
      await nextTurn();
    }
    return found;
  }

  async remember(entries: readonly CacheEntry[]): Promise<void> {
    this.waiting.push(...entries);
    if (this.waiting.length >= slice) await this.flush();
  }

  async readFacts(keys: readonly FileKey[]): Promise<(Uint8Array | undefined)[]> {
    await this.flush();
    const { db, projectId } = this.options;
    const facts: (Uint8Array | undefined)[] = [];
    for (const some of slicesOf(keys)) {
      for (const key of some) {
        const query = 'SELECT facts FROM scan_facts WHERE project_id = ? AND key = ?';
        facts.push(db.get<{ facts: Uint8Array | null }>(query, [projectId, keyBytes(key)])?.facts ?? undefined);
      }
      await nextTurn();
    }
    return facts;
  }

  readConclusions(): ReadonlyMap<string, Uint8Array> {
    const { db, projectId } = this.options;
    const query = 'SELECT name, packed FROM scan_conclusions WHERE project_id = ?';
    const rows = db.all<{ name: string; packed: Uint8Array }>(query, [projectId]);
    return new Map(rows.map((row) => [row.name, row.packed]));
  }

  async keepConclusions(conclusions: ReadonlyMap<string, Uint8Array>): Promise<void> {
    if (conclusions.size === 0) return;
    const { db, runner, projectId } = this.options;
    const write = 'INSERT OR REPLACE INTO scan_conclusions (project_id, name, packed) VALUES (?, ?, ?)';
    await runner.commit('keepConclusions', () => {
      for (const [name, packed] of conclusions) db.run(write, [projectId, name, packed]);
    });
  }

  /** Writes what waits; resolves when all of it is on disk. */
  async flush(): Promise<void> {
    const entries = this.waiting;
    this.waiting = [];
    for (const some of slicesOf(entries)) {
      this.writing = this.writing.then(() => this.options.runner.commit('rememberFiles', () => this.write(some)));
    }
    await this.writing;
  }

  /** Forgets what is of no use any more; after a scan that went to its end. */
  async prune(): Promise<void> {
    await pruneCache({ ...this.options, gone: this.gone, maxBytes: Math.max(minBytes, this.sourceBytes * maxShare) });
  }

  private write(entries: readonly CacheEntry[]): void {
    const { db, projectId, now } = this.options;
    for (const { inspection, facts, stamp } of entries) {
      const id = db.get<{ id: number }>(
        `INSERT INTO scan_facts (project_id, key, used_at, inspection, facts) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (project_id, key) DO UPDATE SET used_at = excluded.used_at,
             inspection = excluded.inspection, facts = coalesce(excluded.facts, facts) RETURNING id`,
        [projectId, keyBytes(inspection), now, packInspection(inspection), facts ?? null],
      )?.id;
      if (stamp === undefined || id === undefined) continue;
      db.run(
        `INSERT INTO scan_file_states (project_id, path, stamp, facts_id) VALUES (?, ?, ?, ?)
           ON CONFLICT (project_id, path) DO UPDATE SET stamp = excluded.stamp, facts_id = excluded.facts_id`,
        [projectId, inspection.path, stamp, id],
      );
    }
  }
}

function* slicesOf<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += slice) yield items.slice(start, start + slice);
}

function keyBytes(key: FileKey): Uint8Array {
  return new Uint8Array(createHash('sha1').update(`${key.hash}\0${key.path}`).digest().subarray(0, 16));
}
