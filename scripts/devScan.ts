// Runs the real scan over a folder in this one process, without a store and without a build, and prints what the
// analyzers of this checkout say: npx tsx scripts/devScan.ts <folder> [--layer x] [--inventory routes] [--max-files n] [--json] [--times]
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { headOf } from '../src/engine/genesis/analyzers/code/testHeads';
import { analyzers } from '../src/engine/genesis/analyzers/index';
import { MemoryScanCache } from '../src/engine/genesis/cache/memoryScanCache';
import type { Extractor } from '../src/engine/genesis/extractor';
import { runScan, type ScanOutcome } from '../src/engine/genesis/phases/runScan';
import { ScanProgress } from '../src/engine/genesis/phases/scanProgress';
import type { Analyzer } from '../src/engine/genesis/scanModel';
import { openInProcessRunner } from '../src/engine/genesis/work/inProcessRunner';
import type { Inventory } from '../src/shared/inventory';

const packages = createRequire(join(process.cwd(), 'package.json'));
const grammarFolder = join(dirname(packages.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

const spentMs = new Map<string, number>();

/** Time of the processor, not of the clock: it says the same on a busy machine. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timed<T>(name: string, work: () => T): T {
  const started = processorMs();
  try {
    return work();
  } finally {
    spentMs.set(name, (spentMs.get(name) ?? 0) + processorMs() - started);
  }
}

/** The same analyzer with a stopwatch; parsing is counted by itself, except that of heads and of what few extractors read. */
function withTimes(analyzer: Analyzer): Analyzer {
  const extractors = analyzer.extractors.map(
    (extractor): Extractor<unknown> => ({
      ...extractor,
      extract(file) {
        if (extractor.id === 'code' && headOf(file) === undefined) timed('parse', () => file.tree);
        return timed(`extractor ${extractor.id}`, () => extractor.extract(file));
      },
    }),
  );
  const synthesizers = analyzer.synthesizers.map((synthesizer) => ({
    ...synthesizer,
    run: (...args: Parameters<typeof synthesizer.run>) =>
      timed(`synthesizer ${synthesizer.id}`, () => synthesizer.run(...args)),
  }));
  return { ...analyzer, extractors, synthesizers };
}

async function scan(folder: string): Promise<ScanOutcome> {
  const runner = await openInProcessRunner({
    analyzers: process.argv.includes('--times') ? analyzers.map(withTimes) : analyzers,
    grammars: {
      runtime: packages.resolve('web-tree-sitter/web-tree-sitter.wasm'),
      grammar: (name) => join(grammarFolder, `tree-sitter-${name}.wasm`),
    },
  });
  let outcome: ScanOutcome | undefined;
  const progress = new ScanProgress(Date.now, () => undefined);
  const request = {
    root: folder,
    name: basename(folder),
    branch: option('branch'),
    maxFiles: Number(option('max-files') ?? 5000),
    securityAudit: true,
  };
  const tools = { runner, cache: new MemoryScanCache(), progress, signal: new AbortController().signal };
  await runScan(request, tools, {
    knows: () => false,
    keep: async () => undefined,
    preserve: async () => undefined,
    assemble: async (found) => {
      outcome = found;
    },
  });
  const { filesTotal, chunksTotal, phaseMs } = progress.current;
  const rss = Math.round(process.resourceUsage().maxRSS / 1024);
  console.error(`${filesTotal} files, ${chunksTotal} chunks, peak ${rss} MB, ${JSON.stringify(phaseMs)}`);
  for (const [name, ms] of [...spentMs].sort((a, b) => b[1] - a[1]))
    console.error(`${ms.toFixed(0).padStart(8)} ms ${name}`);
  if (outcome === undefined) throw new Error('The scan came to no end.');
  return outcome;
}

async function main(): Promise<void> {
  const { conclusions, overview } = await scan(resolve(process.argv[2] ?? '.'));
  const inventory = JSON.parse(inflateRawSync(conclusions.inventory ?? '{}').toString()) as Inventory;
  const layer = option('layer');
  const findings = conclusions.findings.filter((finding) => layer === undefined || finding.layer === layer);
  const part = option('inventory');
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ findings, techStack: conclusions.techStack, inventory, overview }, null, 2));
    return;
  }
  if (part !== undefined) {
    console.table(Object.entries(inventory).find(([name]) => name === part)?.[1] ?? []);
    return;
  }
  console.table(conclusions.techStack.map(({ name, version, category }) => ({ name, version, category })));
  for (const { layer: own, importance, title, rule, evidence } of findings) {
    const [first] = evidence;
    console.log(`${own.padEnd(12)} ${importance} ${title}\n             ${rule}  ${first?.path}:${first?.startLine}`);
  }
  for (const [name, rows] of Object.entries(inventory)) console.log(`inventory.${name}: ${(rows as unknown[]).length}`);
  const { languages, skipped, problems } = overview;
  console.log(languages.map((share) => `${share.language} ${share.files}`).join(', '), skipped);
  for (const problem of problems.slice(0, 30)) console.log(`problem ${problem.path}: ${problem.message}`);
}

void main();
