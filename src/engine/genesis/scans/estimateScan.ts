import type { EstimateScan, ScanEstimate, ScanStatus } from '../../../shared/genesis';
import { listBranches } from '../../git/repository';
import { chooseFiles } from '../listing/chooseFiles';
import { parseGitAttributes } from '../listing/gitAttributes';
import { listFiles } from '../listing/listFiles';

/** Without an earlier scan to learn from: what one core does in a second. */
const defaultBytesPerSecond = 4_000_000;
/** What a scan takes besides reading. */
const baseSeconds = 0.3;

/** Lists the folder and says what a scan of it would read and how long it may take. */
export async function estimateScan(
  root: string,
  params: EstimateScan & { readonly maxFiles: number },
  earlier: readonly ScanStatus[],
  signal: AbortSignal | undefined,
): Promise<ScanEstimate> {
  const tree = await listFiles({ root, branch: params.branch, signal });
  const options = { maxFiles: params.maxFiles, attributes: parseGitAttributes(''), changeCounts: new Map(), signal };
  const { chosen } = await chooseFiles(tree, options);
  const bytesSelected = chosen.reduce((sum, file) => sum + file.listed.bytes, 0);
  const seconds = secondsPerFile(earlier);
  const guess = seconds === undefined ? baseSeconds + bytesSelected / defaultBytesPerSecond : seconds * chosen.length;
  const branches = tree.commit === null ? [] : await listBranches({ cwd: root, signal });
  return {
    filesListed: tree.files.length,
    filesSelected: chosen.length,
    bytesSelected,
    seconds: Math.round(guess * 10) / 10,
    branches: [...new Set(branches.map((branch) => branch.name))],
    currentBranch: tree.branch,
  };
}

/** From the newest scan that read most of its files: an unchanged rescan says nothing of a first one. */
function secondsPerFile(earlier: readonly ScanStatus[]): number | undefined {
  const last = earlier.find(
    (scan) => scan.phase === 'complete' && scan.filesTotal >= 50 && scan.filesRead >= scan.filesTotal / 2,
  );
  if (last?.completedAt === undefined || last.completedAt === null) return undefined;
  return (Date.parse(last.completedAt) - Date.parse(last.startedAt)) / 1000 / last.filesTotal;
}
