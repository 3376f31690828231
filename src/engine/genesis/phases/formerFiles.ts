import { differing, marksOf } from '../recall/changes';
import { marksName } from '../recall/replays';
import type { FileRecord } from '../scanModel';
import type { FormerFiles } from '../work/jobs';
import type { ScanTools } from './scanRequest';

/** Where more files changed, hardly any conclusion stays. */
const mostChanged = 200;

/** What is known of the files that changed since conclusions were drawn last, as they were then. */
export async function readFormerFiles(
  records: readonly FileRecord[],
  recalled: ReadonlyMap<string, Uint8Array>,
  { cache }: Pick<ScanTools, 'cache'>,
): Promise<FormerFiles | undefined> {
  const marks = recalled.get(marksName);
  const current = marksOf(records);
  if (marks === undefined || marks.length !== current.length) return undefined;
  const changed = differing(Buffer.from(marks), current);
  if (changed.size > mostChanged) return undefined;
  const keys = [...changed].map(([place, mark]) => ({ path: records[place]?.path ?? '', mark }));
  const files = (await cache.findFormer?.(keys)) ?? [];
  const facts = [];
  for await (const some of cache.readFacts(files)) facts.push(...some);
  return { files: files.map(({ path, hash, bytes, lines }) => ({ path, hash, bytes, lines })), facts };
}
