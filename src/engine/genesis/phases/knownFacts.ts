import type { FileRecord } from '../scanModel';
import type { FetchedFiles } from './fetchFiles';
import type { ScanTools } from './scanRequest';

/** Facts that were there before the scan, by path, each with the hash of the content they were found in. */
export type KnownFacts = ReadonlyMap<string, { readonly hash: string; readonly facts: Uint8Array | undefined }>;

/** Reads the facts of the files that did not change, for the time in which a worker looks at those that did. */
export async function readKnownFacts(files: FetchedFiles, tools: ScanTools): Promise<KnownFacts> {
  const unchanged = files.files.flatMap(({ analysed, inspection }) =>
    analysed && inspection.skipped === undefined ? [inspection] : [],
  );
  const facts = await tools.cache.readFacts(unchanged);
  return new Map(unchanged.map(({ path, hash }, index) => [path, { hash, facts: facts[index] }]));
}

/** Parallel to the records: what is known, and the rest from the cache. */
export async function readFacts(
  records: readonly FileRecord[],
  known: KnownFacts,
  tools: ScanTools,
): Promise<(Uint8Array | undefined)[]> {
  const isKnown = (record: FileRecord): boolean => known.get(record.path)?.hash === record.hash;
  const missing = records.filter((record) => record.skipped === undefined && !isKnown(record));
  const read = missing.length === 0 ? [] : await tools.cache.readFacts(missing);
  const byPath = new Map(missing.map(({ path }, index) => [path, read[index]]));
  return records.map((record) =>
    record.skipped === undefined && isKnown(record) ? known.get(record.path)?.facts : byPath.get(record.path),
  );
}
