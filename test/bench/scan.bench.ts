import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/engine/storage/openDatabase';
import type { ScanResults } from '../../src/shared/genesis';
import { makeHostileFolder } from '../support/hostileFolder';
import { type Measured, measureNode, median } from './measure';
import { writeParsedFiles } from './parsedFiles';

const root = join(__dirname, '..', '..');
const cli = join(process.env['CONTOX_DIST'] ?? join(root, 'dist'), 'cli.js');

export interface Row {
  readonly what: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly note: string;
}

type Once = (run: number) => Promise<Measured & { readonly note?: string }>;

async function medianOf(runs: number, what: string, once: Once): Promise<Row> {
  const measured: (Measured & { readonly note?: string })[] = [];
  for (let run = 0; run < runs; run++) measured.push(await once(run));
  return {
    what,
    seconds: median(measured.map((run) => run.seconds)),
    cpuSeconds: median(measured.map((run) => run.cpuSeconds)),
    peakMb: median(measured.map((run) => run.peakMb)),
    note: measured.at(-1)?.note ?? '',
  };
}

export async function scan(
  folder: string,
  data: string,
  ...flags: string[]
): Promise<Measured & { readonly note: string }> {
  const measured = await measureNode([cli, 'scan', folder, '--json', '--data', data, ...flags]);
  const { scan: status, summary, overview } = JSON.parse(measured.output) as ScanResults;
  const note = `${overview.filesListed} files, ${status.filesRead} read, ${summary.totalFindings} findings, scan ${summary.scanDuration.toFixed(2)} s`;
  return { ...measured, note };
}

const source = /\.(?:ts|tsx|js|py|rb|go|java|php|rs|cs)$/;

/** Appends to three sources, far from each other, and takes it away again. */
async function withThreeChanged<T>(folder: string, text: string, work: () => Promise<T>): Promise<T> {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => source.test(path) && !path.includes('.git/'),
  );
  const changed = [0.2, 0.5, 0.8].map((share) => {
    const file = join(folder, sources[Math.floor(sources.length * share)] ?? '');
    return { file, text: readFileSync(file) };
  });
  for (const { file } of changed) appendFileSync(file, text);
  try {
    return await work();
  } finally {
    for (const change of changed) writeFileSync(change.file, change.text);
  }
}

async function cacheShare(data: string, sourceBytes: number): Promise<string> {
  const db = await openDatabase(join(data, 'contox.db'));
  try {
    const sum = 'SELECT sum(coalesce(length(facts), 0) + length(heads)) AS bytes FROM scan_packs';
    const concluded = 'SELECT coalesce(sum(length(packed)), 0) AS bytes FROM scan_conclusions';
    const bytes = [sum, concluded].reduce((all, query) => all + (db.get<{ bytes: number }>(query)?.bytes ?? 0), 0);
    return `cache ${(bytes / 1e6).toFixed(2)} MB of ${(sourceBytes / 1e6).toFixed(1)} MB (${((100 * bytes) / sourceBytes).toFixed(1)} %)`;
  } finally {
    db.close();
  }
}

/** Contox and its peers on one folder, all in the same run. */
export async function measureFolder(name: string, folder: string, runs: number, scratch: string): Promise<Row[]> {
  const data = join(scratch, `data-${name}`);
  const list = join(scratch, `parsed-${name}.json`);
  const repomix = join(root, 'node_modules', 'repomix', 'bin', 'repomix.cjs');
  const sourceBytes = await writeParsedFiles(folder, list);
  // One warm-up, so that everyone meets the same file cache.
  await measureNode([join(__dirname, 'readAll.cjs'), folder]);
  const peers = [
    await medianOf(runs, `${name}: bare read of all files`, () =>
      measureNode([join(__dirname, 'readAll.cjs'), folder]),
    ),
    await medianOf(runs, `${name}: bare parse`, async () => {
      const measured = await measureNode([join(__dirname, 'bareParse.cjs'), list]);
      return { ...measured, note: measured.output.trim() };
    }),
    await medianOf(runs, `${name}: repomix`, () =>
      measureNode([repomix, folder, '--output', join(scratch, 'out.xml'), '--quiet']),
    ),
  ];
  const first = await medianOf(runs, `${name}: Contox, first scan`, async () => {
    rmSync(data, { recursive: true, force: true });
    return scan(folder, data);
  });
  const share = await cacheShare(data, sourceBytes);
  const again = [
    await medianOf(runs, `${name}: Contox, nothing changed`, () => scan(folder, data)),
    // Each time to something else: of what an earlier run has seen the answer would be known.
    await medianOf(runs, `${name}: Contox, 3 files changed`, (run) =>
      withThreeChanged(folder, '\n'.repeat(run + 1), () => scan(folder, data, '--selective')),
    ),
  ];
  return [...peers, { ...first, note: `${first.note}, ${share}, ${ratios(first, peers)}` }, ...again];
}

function ratios(first: Row, peers: readonly Row[]): string {
  return peers
    .slice(1)
    .map((peer) => `${(first.seconds / peer.seconds).toFixed(2)}× ${peer.what.replace(/^.*: /, '')}`)
    .join(', ');
}

/** A distribution's kernel sources, if they are here: too many files for one scan, which has to choose and to end. */
export async function measureKernel(folder: string, scratch: string): Promise<Row> {
  return medianOf(1, 'Linux: Contox, first scan', () => scan(folder, join(scratch, 'data-linux')));
}

/** A line of 100 MB, 50,000 files in one folder, and texts that make careless expressions go back and forth for hours. */
export async function measureHostile(scratch: string): Promise<Row> {
  const folder = join(scratch, 'hostile');
  mkdirSync(folder);
  const server = makeHostileFolder(folder, { lineBytes: 100_000_000, textBytes: 300_000, files: 50_000 });
  try {
    return await medianOf(1, 'hostile folder', () => scan(folder, join(scratch, 'data-hostile')));
  } finally {
    server.close();
  }
}

/** What it costs to come back to a branch that was scanned before. */
export async function measureBranches(folder: string, scratch: string): Promise<Row[]> {
  const data = join(scratch, 'data-branches');
  const git = (...args: string[]) => spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).stdout.trim();
  const home = git('rev-parse', '--abbrev-ref', 'HEAD');
  await scan(folder, data);
  return withThreeChanged(folder, '\n', async () => {
    git('checkout', '-q', '-b', 'contox-bench');
    git('-c', 'user.name=b', '-c', 'user.email=b@localhost', 'commit', '-q', '-a', '-m', 'Change three files');
    const there = await medianOf(1, 'branch B: 3 files differ', () => scan(folder, data));
    git('checkout', '-q', home);
    const back = await medianOf(1, 'back on A', () => scan(folder, data));
    git('branch', '-q', '-D', 'contox-bench');
    return [there, back];
  });
}
