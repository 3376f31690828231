import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ScanResults } from '../../src/shared/genesis';
import { run as measureApi } from './api.bench';
import { makeCorpus } from './corpus';
import { type Measured, measureNode, median } from './measure';
import { run as measureStorage } from './storage.bench';

const root = resolve(__dirname, '..', '..');
const cli = join(root, 'dist', 'cli.js');

interface Row {
  readonly what: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly note: string;
}

async function medianOf(runs: number, what: string, once: () => Promise<Measured & { note?: string }>): Promise<Row> {
  const measured: (Measured & { note?: string })[] = [];
  for (let run = 0; run < runs; run++) measured.push(await once());
  return {
    what,
    seconds: median(measured.map((run) => run.seconds)),
    cpuSeconds: median(measured.map((run) => run.cpuSeconds)),
    peakMb: median(measured.map((run) => run.peakMb)),
    note: measured.at(-1)?.note ?? '',
  };
}

async function scan(folder: string, data: string, ...flags: string[]): Promise<Measured & { note: string }> {
  const measured = await measureNode([cli, 'scan', folder, '--json', '--data', data, ...flags]);
  const { scan: status, summary, overview } = JSON.parse(measured.output) as ScanResults;
  const note = `${overview.filesListed} files, ${status.filesRead} read, ${summary.totalFindings} findings, scan ${summary.scanDuration.toFixed(2)} s`;
  return { ...measured, note };
}

/** Appends a comment to three sources, and takes it away again. */
async function withThreeChanged<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(?:ts|js|py|rb|go|java|php|rs|cs)$/.test(path) && !path.includes('.git/'),
  );
  const changed = sources
    .slice(0, 3)
    .map((path) => ({ file: join(folder, path), text: readFileSync(join(folder, path)) }));
  for (const { file } of changed) appendFileSync(file, '\n');
  try {
    return await work();
  } finally {
    for (const { file, text } of changed) writeFileSync(file, text);
  }
}

async function measureFolder(name: string, folder: string, runs: number, scratch: string): Promise<Row[]> {
  const data = join(scratch, `data-${name}`);
  const repomix = join(root, 'node_modules', 'repomix', 'bin', 'repomix.cjs');
  const cold = (): Promise<Measured & { note: string }> => {
    rmSync(data, { recursive: true, force: true });
    return scan(folder, data);
  };
  // One warm-up, so that everyone meets the same file cache.
  await measureNode([join(__dirname, 'readAll.cjs'), folder]);
  return [
    await medianOf(runs, `${name}: bare read of all files`, () =>
      measureNode([join(__dirname, 'readAll.cjs'), folder]),
    ),
    await medianOf(runs, `${name}: repomix`, () =>
      measureNode([repomix, folder, '--output', join(scratch, 'out.xml'), '--quiet']),
    ),
    await medianOf(runs, `${name}: Contox, first scan`, cold),
    await medianOf(runs, `${name}: Contox, nothing changed`, () => scan(folder, data)),
    await medianOf(runs, `${name}: Contox, 3 files changed`, () =>
      withThreeChanged(folder, () => scan(folder, data, '--selective')),
    ),
  ];
}

/** Activation, scan and rescan in the real VS Code, with the longest time that the extension host's thread was blocked. */
function measureEditor(folder: string): void {
  const args = [
    '--require',
    join(root, 'node_modules', 'tsx', 'dist', 'cjs', 'index.cjs'),
    join(root, 'test', 'vscode', 'runInHost.ts'),
  ];
  const command = [...args, join(root, 'contox.vsix'), '--suites', join(__dirname, 'editor'), '--folder', folder];
  const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8', cwd: root });
  console.log(`in VS Code: ${/@measured (.*)/.exec(stdout)?.[1] ?? stdout}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repo: { type: 'string', multiple: true },
      runs: { type: 'string' },
      files: { type: 'string' },
      editor: { type: 'boolean' },
    },
  });
  const scratch = mkdtempSync(join(tmpdir(), 'contox-bench-'));
  const runs = Number(values.runs ?? 3);
  try {
    const files = Number(values.files ?? 5000);
    const folders = values.repo?.map((folder) => resolve(folder)) ?? [makeCorpus(join(scratch, 'corpus'), files)];
    const rows: Row[] = [];
    for (const folder of folders)
      rows.push(...(await measureFolder(folder.split('/').at(-1) ?? folder, folder, runs, scratch)));
    for (const row of rows) {
      console.log(
        `${row.what.padEnd(46)} ${row.seconds.toFixed(2).padStart(7)} s  cpu ${row.cpuSeconds.toFixed(2).padStart(7)} s  peak ${String(row.peakMb).padStart(5)} MB  ${row.note}`,
      );
    }
    console.table(await measureStorage());
    console.table(await measureApi());
    if (values.editor && folders[0]) measureEditor(folders[0]);
    mkdirSync(join(root, 'artifacts'), { recursive: true });
    writeFileSync(join(root, 'artifacts', 'bench.json'), JSON.stringify(rows, null, 2));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
