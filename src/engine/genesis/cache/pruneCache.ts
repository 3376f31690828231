import { nextTurn } from '../../../base/nextTurn';
import type { CallRunner } from '../../requests/callRunner';
import type { Database } from '../../storage/database';
import { FactsPacker, openPack } from '../work/factsCodec';
import type { CacheIndex } from './cacheIndex';
import { type HeadEntry, packHeads, unpackHeads } from './packHeads';

export interface PruneOptions {
  readonly db: Database;
  readonly runner: Pick<CallRunner, 'commit'>;
  readonly projectId: string;
  /** Time for packs that are put together anew. */
  readonly now: number;
  readonly index: CacheIndex;
  /** False for the path of a file that is gone. */
  readonly isListed: (path: string) => boolean;
}

/** The cache may have this share of the size of the source, and this many bytes in any case. */
const maxShare = 0.1;
const minBytes = 4_000_000;

/** Each scan after a change leaves a pack of few files: when there are many, they are put together. */
const small = { files: 20, packs: 60 };
/** Packs that are read and written again in one transaction: about 10 ms. */
const slice = 10;

interface PackRow {
  readonly id: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Keeps the cache of a project small: when it is too big it forgets the oldest of what is not on disk any more, until the
 * rest fits. Facts of files as they are on disk now always stay.
 */
export async function pruneCache(options: PruneOptions): Promise<void> {
  const { db, projectId, index, isListed } = options;
  const sizes = `SELECT id, files, length(heads) + coalesce(length(facts), 0) AS bytes
    FROM scan_packs WHERE project_id = ? ORDER BY id`;
  const rows = db.all<PackRow>(sizes, [projectId]);
  const few = rows.filter((row) => row.files < small.files);
  if (few.length > small.packs)
    for (let start = 0; start < few.length; start += slice)
      await rewrite(few.slice(start, start + slice), () => true, options);
  const maxBytes = Math.max(minBytes, index.currentBytes(isListed) * maxShare);
  let over = rows.reduce((sum, row) => sum + row.bytes, 0) - maxBytes;
  for (const row of rows) {
    if (over <= 0) return;
    if (few.length <= small.packs || row.files >= small.files)
      over -= row.bytes - (await rewrite([row], (entry) => index.isCurrent(entry.inspection, isListed), options));
  }
}

/** Puts what is kept of some packs into a new one in their place; answers its size. */
async function rewrite(
  rows: readonly PackRow[],
  isKept: (entry: HeadEntry) => boolean,
  options: PruneOptions,
): Promise<number> {
  const { db, runner, projectId, now } = options;
  const kept = rows.map((row) => entriesOf(row, isKept, options));
  const [only] = rows;
  if (rows.length === 1 && kept[0]?.length === only?.files) return only?.bytes ?? 0;
  const packer = new FactsPacker();
  const entries = rows.flatMap((row, index) => moveFacts(row, kept[index] ?? [], packer, db));
  const heads = packHeads(entries);
  const facts = packer.pack()?.bytes ?? null;
  await runner.commit('repackFacts', () => {
    for (const { id } of rows) db.run('DELETE FROM scan_packs WHERE id = ?', [id]);
    if (entries.length === 0) return;
    const values = [projectId, now, entries.length, heads, facts];
    db.run('INSERT INTO scan_packs (project_id, added_at, files, heads, facts) VALUES (?, ?, ?, ?, ?)', values);
  });
  await nextTurn();
  return entries.length === 0 ? 0 : heads.length + (facts?.length ?? 0);
}

/** The entries of one pack that are still of use: what a later pack says otherwise of a file is left out. */
function entriesOf(
  row: PackRow,
  isKept: (entry: HeadEntry) => boolean,
  { db, index }: PruneOptions,
): readonly HeadEntry[] {
  const found = db.get<{ heads: Uint8Array }>('SELECT heads FROM scan_packs WHERE id = ?', [row.id]);
  if (found === undefined) return [];
  return unpackHeads(found.heads).flatMap(({ inspection, stamp, place }): HeadEntry[] => {
    const hasPlace = place !== undefined && index.isPlace(inspection, row.id, place);
    const hasStamp = stamp !== undefined && index.isStamp(inspection, stamp);
    const entry = { inspection, ...(hasStamp ? { stamp } : {}), ...(hasPlace ? { place } : {}) };
    if (index.isOutdated(inspection)) return [];
    return isKept(entry) && (hasPlace || hasStamp || !index.hasFacts(inspection)) ? [entry] : [];
  });
}

/** The same entries with the places of their facts in the new pack. */
function moveFacts(row: PackRow, entries: readonly HeadEntry[], packer: FactsPacker, db: Database): HeadEntry[] {
  const found = db.get<{ facts: Uint8Array | null }>('SELECT facts FROM scan_packs WHERE id = ?', [row.id]);
  const factsAt = found?.facts ? openPack(found.facts) : () => [];
  return entries.map(({ place: before, ...entry }) => {
    const place = before === undefined ? undefined : packer.add(entry.inspection.path, factsAt(before));
    return place === undefined ? entry : { ...entry, place };
  });
}
