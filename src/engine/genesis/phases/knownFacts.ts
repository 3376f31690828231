import type { FileRecord } from '../scanModel';
import type { PlacedFacts } from '../work/jobs';
import type { FetchedFiles } from './fetchFiles';
import type { ScanTools } from './scanRequest';

/** Facts that were there before the scan, and by path the hash of the content that they were found in. */
export interface KnownFacts {
  readonly hashes: ReadonlyMap<string, string>;
  readonly facts: readonly PlacedFacts[];
}

export const noKnownFacts: KnownFacts = { hashes: new Map(), facts: [] };

/** Reads the facts of the files that did not change, for the time in which a worker looks at those that did. */
export async function readKnownFacts(files: FetchedFiles, tools: ScanTools): Promise<KnownFacts> {
  const unchanged = files.files.flatMap(({ analysed, inspection }) =>
    analysed && inspection.skipped === undefined ? [inspection] : [],
  );
  const facts: PlacedFacts[] = [];
  for await (const some of tools.cache.readFacts(unchanged)) facts.push(...some);
  return { hashes: new Map(unchanged.map(({ path, hash }) => [path, hash])), facts };
}

/** Of the records what is known, and the rest from the cache. */
export async function* readFacts(
  records: readonly FileRecord[],
  known: KnownFacts,
  tools: ScanTools,
): AsyncIterable<readonly PlacedFacts[]> {
  const analysed = records.filter((record) => record.skipped === undefined);
  const isKnown = (record: FileRecord): boolean => known.hashes.get(record.path) === record.hash;
  const asked = new Set(analysed.filter(isKnown).map((record) => record.path));
  yield known.facts.map(({ bytes, places }) => ({ bytes, places: places.filter(([path]) => asked.has(path)) }));
  yield* tools.cache.readFacts(analysed.filter((record) => !isKnown(record)));
}
