import type { CliCommand } from '../command';
import { openEngine } from '../openEngine';
import { ProgressPrinter } from './progressPrinter';
import { runScanCall } from './runScanCall';
import { parseScanArguments } from './scanArguments';
import { scanReport } from './scanReport';

const help = `Usage: contox scan <folder> [options]

Reads the code of a folder on this machine and says what is true about it: what it is built with, its entry points, data
model, dependencies, conventions and risks, each with the lines that show it.

Options:
  --json            print {scan, findings, techStack, summary, inventory, overview} as JSON
  --no-json         print a summary to read (this is what happens without --json)
  --branch <name>   read another branch than the checked-out one; nothing is checked out
  --max-files <n>   analyse the n most telling files at most (1 to 5000)
  --selective       fail where there is no earlier scan to build on
  --no-security     leave the security audit out
  --data <folder>   keep the results there and not in your own memory of Contox
  --help            print this

Exit codes: 0 scanned, 1 the scan failed or was cancelled, 2 the command line is wrong.
`;

export const scanCommand: CliCommand = {
  name: 'scan',
  summary: 'say what is true about the code in a folder',
  help,
  async run(args, streams) {
    const options = parseScanArguments(args);
    const engine = await openEngine({ ...streams, dataDir: options.dataDir });
    const progress = new ProgressPrinter(streams.stderr);
    try {
      const results = await runScanCall(engine, options, progress, streams.signal);
      progress.end();
      const { phase } = results.scan;
      // A page about nothing would only hide why there is nothing.
      if (!options.json && phase !== 'complete' && results.findings.length === 0) return 1;
      const inventory = await engine.getScanInventory({ projectId: results.scan.projectId });
      const text = options.json ? `${JSON.stringify({ ...results, inventory })}\n` : scanReport(results, inventory);
      await written(streams.stdout, text);
      return phase === 'complete' ? 0 : 1;
    } finally {
      progress.end();
      await engine.dispose();
    }
  },
};

/** Resolves when a pipe has taken all of it: a report may be larger than what fits into one. */
function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
