import type { CacheEntry } from '../cache/scanCache';
import type { ContentSource } from '../listing/fileTree';
import type { InspectedFile } from '../work/jobs';
import { eachConcurrently } from './batches';
import type { Chunk } from './buildChunks';
import { type FetchedFile, jobOf } from './fetchFiles';
import type { ScanProgress } from './scanProgress';
import type { ScanTools } from './scanRequest';

/**
 * Extracts the facts of every file that the cache has none of, and puts them there, chunk by chunk. Answers what the
 * files turned out to be, by path: one may have changed since it was fetched.
 */
export async function analyze(
  chunks: readonly Chunk[],
  source: ContentSource,
  tools: ScanTools,
): Promise<ReadonlyMap<string, InspectedFile>> {
  const { progress, cache, runner } = tools;
  const inspections = new Map<string, InspectedFile>();
  let processed = 0;
  const work = eachConcurrently(chunks, tools, async (chunk) => {
    const job = jobOf(
      source,
      chunk.map((file) => file.chosen),
    );
    const { files, pack } = await runner.extract(job, tools.signal);
    const entries = files.flatMap((file, index) => entryOf(file, chunk[index]));
    await cache.remember(entries, pack);
    for (const inspection of files) inspections.set(inspection.path, inspection);
    countRead(chunk, progress);
    processed++;
    progress.step(processed / chunks.length, { chunksProcessed: processed });
  });
  // What was analysed before a cancel is not analysed again by the next scan.
  await work.finally(() => cache.flush());
  return inspections;
}

/** Files that were fetched before they are analysed were counted then. */
function countRead(files: readonly FetchedFile[], progress: ScanProgress): void {
  const { filesProcessed, filesRead } = progress.current;
  const unread = files.filter((file) => file.inspection.hash === '').length;
  progress.count({ filesProcessed: filesProcessed + unread, filesRead: filesRead + unread });
}

/** Only what another look at the same content would give again is worth remembering. */
function entryOf(file: InspectedFile, fetched: FetchedFile | undefined): CacheEntry[] {
  const { failure, ...inspection } = file;
  if (failure !== undefined) return [];
  // The stamp belongs to the content that was there when the file was fetched, or to the first one that was read.
  const fetchedHash = fetched?.inspection.hash ?? '';
  const stamp = fetchedHash === '' || fetchedHash === file.hash ? fetched?.stamp : undefined;
  return [{ inspection, ...(stamp === undefined ? {} : { stamp }) }];
}
