import type { Engine } from '../../engine/engine';
import type { ScanResults } from '../../shared/genesis';
import type { CliCommand } from '../command';
import { openEngine } from '../openEngine';
import { plainText } from '../plainText';
import { reportFindings } from './findingReports';
import { ProgressPrinter } from './progressPrinter';
import { runScanCall } from './runScanCall';
import { parseScanArguments, type ScanArguments } from './scanArguments';
import { scanReport } from './scanReport';

const help = `Usage: contox scan <folder> [options]

Reads the code of a folder on this machine and says what is true about it: what it is built with, its entry points, data
model, dependencies, conventions and risks, each with the lines that show it.

Options:
  --json            print {scan, findings, techStack, summary, inventory, overview} as JSON
  --no-json         print a summary to read (this is what happens without --json)
  --branch <name>   read another branch than the checked-out one; nothing is checked out
  --diff <ref>      say what changed since a branch, tag or commit, as Markdown for a pull request; with --json the
                    comparison is a further member, diff
  --sarif <file>    write the findings there in SARIF 2.1.0, for code scanning services
  --sbom <file>     write the dependencies there as a CycloneDX 1.6 bill of materials
  --baseline write  put all open findings of security into .contox/ignore.json, to be reviewed and committed
  --baseline check  end with 1 where a finding of security (from medium on) is not in that file
  --max-files <n>   analyse the n most telling files at most (1 to 5000)
  --selective       fail where there is no earlier scan to build on
  --no-security     leave the security audit out
  --data <folder>   keep the results there and not in your own memory of Contox
  --help            print this

Exit codes: 0 scanned, 1 the scan failed, was cancelled or did not hold the baseline, 2 the command line is wrong.
`;

/** After so many most of what a scan needs was called. */
const manyFiles = 500;

export const scanCommand: CliCommand = {
  name: 'scan',
  summary: 'say what is true about the code in a folder',
  help,
  async run(args, streams) {
    const options = parseScanArguments(args);
    const engine = await openEngine({
      ...streams,
      dataDir: options.dataDir,
      scans: options.selective ? 'changes' : 'all',
      folder: options.folder,
    });
    const progress = new ProgressPrinter(streams.stderr);
    try {
      const scanned = await runScanCall(engine, options, progress, streams.signal);
      progress.end();
      const { phase } = scanned.scan;
      // A page about nothing would only hide why there is nothing.
      if (!options.json && phase !== 'complete' && scanned.findings.length === 0) return 1;
      const { results, clean } = await reportFindings(engine, scanned, options, (text) => progress.say(text));
      await written(streams.stdout, await describe(engine, results, options));
      if (scanned.scan.filesRead >= manyFiles) streams.onSeenMuch?.();
      return phase === 'complete' && clean ? 0 : 1;
    } finally {
      progress.end();
      await engine.dispose();
    }
  },
};

async function describe(engine: Engine, results: ScanResults, options: ScanArguments): Promise<string> {
  const { projectId } = results.scan;
  const { maxFiles, securityAudit } = options;
  const diff =
    options.diff === undefined
      ? undefined
      : await engine.compareScans({ projectId, base: options.diff, maxFiles, securityAudit });
  if (diff !== undefined && !options.json) return plainText(diff.markdown);
  const inventory = await engine.getScanInventory({ projectId });
  if (options.json) return `${JSON.stringify({ ...results, inventory, ...(diff === undefined ? {} : { diff }) })}\n`;
  return scanReport(results, inventory);
}

/** Resolves when a pipe has taken all of it: a report may be larger than what fits into one. */
function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
