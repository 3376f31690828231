import { createHash } from 'node:crypto';
import { byPath, type ScanProblem } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import type { FileRecord, GitFacts } from '../scanModel';
import type { InspectedFile } from '../work/jobs';
import type { FetchedFiles } from './fetchFiles';
import type { FetchedTree } from './fetchTree';
import type { KnownFacts } from './knownFacts';
import type { ListingMark } from './listingMark';
import type { ScanRequest, ScanTools } from './scanRequest';

/** What is known of the code base before conclusions are drawn. */
export interface ScanFacts {
  /** All listed files, in the order of their paths. */
  readonly records: readonly FileRecord[];
  readonly problems: readonly ScanProblem[];
  /** Equal for two scans that must come to the same conclusions. */
  readonly digest: string;
  readonly git: () => Promise<GitFacts | undefined>;
  /** To know the same listing by; absent where another look at it may come to something else. */
  readonly mark: ListingMark | undefined;
  /** Facts that were read before they are needed. */
  readonly known: Promise<KnownFacts>;
}

export function gatherFacts(
  request: ScanRequest,
  fetched: { readonly tree: FetchedTree; readonly files: FetchedFiles },
  analysed: ReadonlyMap<string, InspectedFile>,
  tools: ScanTools,
): Omit<ScanFacts, 'known'> {
  const problems: ScanProblem[] = [...fetched.tree.tree.problems];
  let failed = false;
  const records: FileRecord[] = fetched.files.files.map(({ chosen, inspection }) => {
    const last = analysed.get(chosen.path) ?? inspection;
    const said = [...(last.failure === undefined ? [] : [last.failure]), ...(last.problems ?? [])];
    failed ||= last.failure !== undefined;
    problems.push(...said.map((message) => ({ path: chosen.path, message })));
    return recordOf(last);
  });
  for (const { path, language, languageName, role, listed, reason } of fetched.tree.choice.leftOut)
    records.push({ path, language, languageName, role, bytes: listed.bytes, lines: 0, hash: '', skipped: reason });
  records.sort(byPath);
  const { commit, branch } = fetched.tree.tree;
  const { listing } = fetched.tree;
  const hash = createHash('sha1').update(
    JSON.stringify([tools.runner.fingerprint, request.name, request.securityAudit, commit, branch, problems]),
  );
  for (const record of records)
    hash.update(`\0${record.path}\0${record.hash}\0${record.role}\0${record.skipped ?? ''}`);
  const digest = hash.digest('hex');
  const files = fetched.tree.choice.chosen.length;
  const mark = listing === undefined || failed ? undefined : { listing, facts: digest, files };
  return { records, problems, digest, git: fetched.tree.git, mark };
}

function recordOf(inspection: Inspection): FileRecord {
  const { path, language, languageName, role, bytes, lines, hash, skipped } = inspection;
  return { path, language, languageName, role, bytes, lines, hash, ...(skipped === undefined ? {} : { skipped }) };
}
