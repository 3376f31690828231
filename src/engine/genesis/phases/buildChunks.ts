import { splitBySize } from '../work/splitBySize';
import type { FetchedFile, FetchedFiles } from './fetchFiles';
import type { ScanTools } from './scanRequest';

/** Files that are analysed together; a folder's files stay side by side. */
export type Chunk = readonly FetchedFile[];

/** About a tenth of a second of work: small enough to show progress and to stop soon, big enough to be worth a message. */
const limits = { maxFiles: 40, maxBytes: 400_000 };

/** Divides the files that hold text and whose facts are not known into chunks: few of them are one worker's work. */
export function buildChunks(fetched: FetchedFiles, tools: ScanTools): Chunk[] {
  const files = fetched.files.filter((file) => !file.analysed && file.inspection.skipped === undefined);
  const chunks = splitBySize(files, (file) => file.inspection.bytes, limits);
  tools.progress.step(1, { chunksTotal: chunks.length });
  return chunks;
}
