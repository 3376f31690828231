import { writeFile } from 'node:fs/promises';
import type { Engine } from '../../engine/engine';
import type { ScanResults } from '../../shared/genesis';
import { plainText } from '../plainText';
import type { ScanArguments } from './scanArguments';

/** What a baseline does not cover stops a pipeline from this importance on: medium. */
const stopsFrom = 3;

export interface FindingReports {
  /** As they are after what was asked for. */
  readonly results: ScanResults;
  /** False where `--baseline check` found something that the file does not cover. */
  readonly clean: boolean;
}

/** Writes the baseline and the files for other programs, and checks against the baseline, where the command line asks for it. */
export async function reportFindings(
  engine: Engine,
  results: ScanResults,
  options: ScanArguments,
  say: (text: string) => void,
): Promise<FindingReports> {
  const { projectId } = results.scan;
  let current = results;
  if (options.baseline === 'write') {
    const { path, entries } = await engine.writeBaseline({ projectId });
    say(`${entries} places of findings are in ${path} now; review and commit it.`);
    current = { ...(await engine.getScanResults({ projectId })), scan: results.scan };
  }
  if (options.sarif !== undefined) {
    const { text } = await engine.exportFindings({ projectId, format: 'sarif' });
    await writeFile(options.sarif, text);
  }
  if (options.sbom !== undefined) {
    const { text } = await engine.exportSbom({ projectId });
    await writeFile(options.sbom, text);
  }
  if (options.baseline !== 'check') return { results: current, clean: true };
  const uncovered = current.findings.filter(
    (finding) => finding.layer === 'security' && finding.importance >= stopsFrom,
  );
  for (const { title, evidence } of uncovered) {
    const [first] = evidence;
    say(plainText(`Not in the baseline: ${title}${first === undefined ? '' : ` (${first.path}:${first.startLine})`}`));
  }
  return { results: current, clean: uncovered.length === 0 };
}
