import { nextTurn } from '../../../base/nextTurn';
import type { CallRunner } from '../../requests/callRunner';
import type { Database } from '../../storage/database';
import type { ListedFile } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import type { FactsPack } from '../work/factsCodec';
import type { PlacedFacts } from '../work/jobs';
import { CacheIndex, type PackOfFacts, withPlaces } from './cacheIndex';
import { type HeadEntry, packHeads, unpackHeads } from './packHeads';
import { pruneCache } from './pruneCache';
import type { CacheEntry, FileKey, ScanCache } from './scanCache';

export interface SqlCacheOptions {
  readonly db: Database;
  readonly runner: Pick<CallRunner, 'commit'>;
  readonly projectId: string;
  /** Of the scan. */
  readonly now: number;
}

/** Packs that are read before the thread does something else: 5 to 10 ms. */
const slice = 16;

/** So many files wait at most until they are written: this thread waits for the disk meanwhile, and workers wait for it. */
const mostWaiting = 1_000;

interface Remembered {
  readonly entries: readonly HeadEntry[];
  readonly facts: FactsPack | undefined;
  readonly pack: PackOfFacts;
}

/**
 * The cache of one project, for one scan. Files that were analysed together are one row: what is known of each, and the
 * facts of all, packed. Nothing of a row is ever changed by what is learned later; the later row counts.
 */
export class SqlScanCache implements ScanCache {
  private waiting: Remembered[] = [];
  private waitingFiles = 0;
  private writing: Promise<void> = Promise.resolve();
  private listed: ReadonlySet<string> | undefined;
  /** Read when it is asked for: a scan of what did not change needs none of it. */
  private reading: Promise<CacheIndex> | undefined;

  private constructor(private readonly options: SqlCacheOptions) {}

  /** Empties what another program left. */
  static async open(options: SqlCacheOptions, fingerprint: string): Promise<SqlScanCache> {
    const { db, runner, projectId } = options;
    const known = db.get<{ fingerprint: string }>('SELECT fingerprint FROM scan_caches WHERE project_id = ?', [
      projectId,
    ]);
    if (known?.fingerprint !== fingerprint) {
      const some = 'DELETE FROM scan_packs WHERE id IN (SELECT id FROM scan_packs WHERE project_id = ? LIMIT ?)';
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
    const any = 'SELECT 1 AS found FROM scan_packs WHERE project_id = ? LIMIT 1';
    return this.waiting.length === 0 && db.get(any, [projectId]) === undefined;
  }

  prepare(): void {
    this.openIndex().catch(() => undefined);
  }

  lastAddedAt(): number {
    const { db, projectId } = this.options;
    const newest = 'SELECT added_at AS at FROM scan_packs WHERE project_id = ? ORDER BY id DESC LIMIT 1';
    return db.get<{ at: number }>(newest, [projectId])?.at ?? 0;
  }

  async lastKnown(): Promise<(path: string) => Inspection | undefined> {
    const index = await this.openIndex();
    return (path) => index.lastOf(path);
  }

  async findUnchanged(files: readonly ListedFile[]): Promise<ReadonlyMap<string, Inspection>> {
    this.listed = new Set(files.map((file) => file.path));
    return (await this.openIndex()).findUnchanged(files);
  }

  async findKnown(keys: readonly FileKey[]): Promise<ReadonlyMap<string, Inspection>> {
    return keys.length === 0 ? new Map() : (await this.openIndex()).findKnown(keys);
  }

  async findFormer(keys: readonly { readonly path: string; readonly mark: string }[]): Promise<readonly Inspection[]> {
    return keys.length === 0 ? [] : (await this.openIndex()).findFormer(keys);
  }

  async remember(entries: readonly CacheEntry[], facts?: FactsPack): Promise<void> {
    if (entries.length === 0) return;
    const pack: PackOfFacts = { id: undefined };
    const placed = withPlaces(entries, facts);
    const index = await this.openIndex();
    for (const entry of placed) index.add(entry, pack);
    this.waiting.push({ entries: placed, facts, pack });
    this.waitingFiles += entries.length;
    if (this.waitingFiles >= mostWaiting) await this.flush();
  }

  async *readFacts(keys: readonly FileKey[]): AsyncIterable<readonly PlacedFacts[]> {
    await this.flush();
    const { db } = this.options;
    const wanted = keys.length === 0 ? [] : [...(await this.openIndex()).findFacts(keys)];
    for (let start = 0; start < wanted.length; start += slice) {
      const lost: FileKey[] = [];
      const found = wanted.slice(start, start + slice).flatMap(([pack, places]): PlacedFacts[] => {
        const query = 'SELECT facts FROM scan_packs WHERE id = ?';
        const bytes = db.get<{ facts: Uint8Array | null }>(query, [pack.id ?? null])?.facts ?? undefined;
        if (bytes !== undefined) return [{ bytes, places }];
        const paths = new Set(places.map(([path]) => path));
        lost.push(...keys.filter((key) => paths.has(key.path)));
        return [];
      });
      yield found;
      if (lost.length > 0) yield* this.readMoved(lost);
      await nextTurn();
    }
  }

  readConclusion(name: string): Uint8Array | undefined {
    const { db, projectId } = this.options;
    const query = 'SELECT packed FROM scan_conclusions WHERE project_id = ? AND name = ?';
    return db.get<{ packed: Uint8Array }>(query, [projectId, name])?.packed;
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
    const remembered = this.waiting;
    this.waiting = [];
    this.waitingFiles = 0;
    if (remembered.length > 0)
      this.writing = this.writing.then(() => this.options.runner.commit('rememberFiles', () => this.write(remembered)));
    await this.writing;
  }

  /** Forgets what is of no use any more; after a scan that went to its end. */
  async prune(): Promise<void> {
    const { listed, reading } = this;
    // Where nothing was looked for, nothing was learned.
    if (reading === undefined) return;
    await pruneCache({ ...this.options, index: await reading, isListed: (path) => listed?.has(path) ?? true });
  }

  private openIndex(): Promise<CacheIndex> {
    this.reading ??= readIndex(this.options);
    return this.reading;
  }

  /** Another scan of the project came to its end meanwhile and put the packs together anew. */
  private async *readMoved(keys: readonly FileKey[]): AsyncIterable<readonly PlacedFacts[]> {
    const { db } = this.options;
    this.reading = readIndex(this.options);
    for (const [pack, places] of (await this.reading).findFacts(keys)) {
      const row = db.get<{ facts: Uint8Array | null }>('SELECT facts FROM scan_packs WHERE id = ?', [pack.id ?? null]);
      if (row?.facts) yield [{ bytes: row.facts, places }];
    }
  }

  private write(remembered: readonly Remembered[]): void {
    const { db, projectId, now } = this.options;
    for (const { entries, facts, pack } of remembered) {
      pack.id = db.get<{ id: number }>(
        'INSERT INTO scan_packs (project_id, added_at, files, heads, facts) VALUES (?, ?, ?, ?, ?) RETURNING id',
        [projectId, now, entries.length, packHeads(entries), facts?.bytes ?? null],
      )?.id;
    }
  }
}

async function readIndex({ db, projectId }: SqlCacheOptions): Promise<CacheIndex> {
  const index = new CacheIndex();
  const some = 'SELECT id, heads FROM scan_packs WHERE project_id = ? AND id > ? ORDER BY id LIMIT ?';
  let last = 0;
  for (;;) {
    const rows = db.all<{ id: number; heads: Uint8Array }>(some, [projectId, last, slice]);
    for (const { id, heads } of rows) {
      const pack = { id };
      for (const entry of unpackHeads(heads)) index.add(entry, pack);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < slice) return index;
    await nextTurn();
  }
}
