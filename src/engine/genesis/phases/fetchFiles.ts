import type { CacheEntry } from '../cache/scanCache';
import type { ChosenFile } from '../listing/chooseFiles';
import type { ContentSource } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import { isSameLook, lookOf } from '../listing/sureOnly';
import type { InspectedFile } from '../work/jobs';
import { splitBySize } from '../work/splitBySize';
import { eachConcurrently } from './batches';
import type { FetchedTree } from './fetchTree';
import type { ScanTools } from './scanRequest';
import { trustedStamp } from './trustedStamp';

/** A chosen file, looked at as a whole. */
export interface FetchedFile {
  readonly chosen: ChosenFile;
  /** In a first scan only what its name tells: its content is looked at once, when it is analysed. */
  readonly inspection: InspectedFile;
  /** Its facts are in the cache. */
  readonly analysed: boolean;
  /** To remember it by; absent where it can't be trusted. */
  readonly stamp?: string;
}

export interface FetchedFiles {
  /** In the order of the paths. */
  readonly files: readonly FetchedFile[];
}

const batch = { maxFiles: 200, maxBytes: 4_000_000 };

/** Finds out what each chosen file is: from the cache where the file did not change, else by reading it. */
export async function fetchFiles(fetched: FetchedTree, tools: ScanTools): Promise<FetchedFiles> {
  const { cache, progress } = tools;
  if (cache.isEmpty()) {
    void fetched.git();
    return { files: fetched.choice.chosen.map((chosen) => unread(chosen, fetched.listedAt)) };
  }
  const { chosen } = fetched.choice;
  const { source } = fetched.tree;
  const listed = chosen.map((file) => file.listed);
  const found = await (source.kind === 'folder' ? cache.findUnchanged(listed) : cache.findKnown(listed));
  // What was found in a file depends on its role as well.
  const unchanged = new Map(
    chosen.flatMap((file): [string, Inspection][] => {
      const same = found.get(file.path);
      return same === undefined || !isSameLook(same, file) ? [] : [[file.path, same]];
    }),
  );
  const changed = chosen.filter((file) => !unchanged.has(file.path));
  let processed = chosen.length - changed.length;
  progress.step(processed / Math.max(1, chosen.length), { filesProcessed: processed });
  if (changed.length > 0) void fetched.git();
  const inspected = new Map<string, InspectedFile>();
  await eachConcurrently(
    splitBySize(changed, (file) => file.listed.bytes, batch),
    tools,
    async (files) => {
      for (const file of await tools.runner.inspect(jobOf(source, files), tools.signal)) inspected.set(file.path, file);
      processed += files.length;
      const filesRead = progress.current.filesRead + files.length;
      progress.step(processed / chosen.length, { filesProcessed: processed, filesRead });
    },
  );
  return merge(fetched, unchanged, inspected, tools);
}

/** No content can be known before: to read it once more, only to find its hash, would be for nothing. */
function unread(chosen: ChosenFile, listedAt: number): FetchedFile {
  const { path, language, languageName, role, listed } = chosen;
  const description = { path, language, languageName, role, ...lookOf(chosen) };
  const inspection = { ...description, bytes: listed.bytes, lines: 0, hash: '' };
  const stamp = trustedStamp(listed, listedAt);
  return { chosen, analysed: false, inspection, ...(stamp === undefined ? {} : { stamp }) };
}

export function jobOf(source: ContentSource, files: readonly ChosenFile[]) {
  const toRead = ({ listed: { path, bytes, hash }, role, seen, ...look }: ChosenFile) => ({
    path,
    bytes,
    hash,
    ...lookOf(look),
    ...(look.told === undefined && seen !== true ? { named: role } : {}),
  });
  return { source, files: files.map(toRead) };
}

async function merge(
  fetched: FetchedTree,
  unchanged: ReadonlyMap<string, Inspection>,
  inspected: ReadonlyMap<string, InspectedFile>,
  tools: ScanTools,
): Promise<FetchedFiles> {
  const known = await tools.cache.findKnown([...inspected.values()]);
  const learned: CacheEntry[] = [];
  const files = fetched.choice.chosen.flatMap((chosen): FetchedFile[] => {
    const same = unchanged.get(chosen.path);
    if (same !== undefined) return [{ chosen, inspection: same, analysed: true }];
    const looked = inspected.get(chosen.path);
    if (looked === undefined) return [];
    const last = known.get(chosen.path);
    const before = last !== undefined && isSameLook(last, chosen) ? last : undefined;
    const inspection = before ?? looked;
    const stamp = looked.failure === undefined ? trustedStamp(chosen.listed, fetched.listedAt) : undefined;
    const entry = { inspection, ...(stamp === undefined ? {} : { stamp }) };
    // Nothing will be extracted from these, so all that can be known of them is known now.
    const done = before !== undefined || (looked.skipped !== undefined && looked.failure === undefined);
    if (done) learned.push(entry);
    return [{ chosen, analysed: done, ...entry }];
  });
  await tools.cache.remember(learned);
  return { files };
}
