import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run as measureApi } from './api.bench';
import { makeCorpus } from './corpus';
import { measureBranches, measureFolder, measureHostile, measureKernel, type Row } from './scan.bench';
import { run as measureStorage } from './storage.bench';

const root = resolve(__dirname, '..', '..');

/** In the real VS Code: scan and rescan with the longest time that the extension host was blocked, and what capture costs. */
function measureEditor(folder: string): void {
  const args = [
    '--require',
    join(root, 'node_modules', 'tsx', 'dist', 'cjs', 'index.cjs'),
    join(root, 'test', 'vscode', 'runInHost.ts'),
  ];
  const command = [...args, join(root, 'contox.vsix'), '--suites', join(__dirname, 'editor'), '--folder', folder];
  const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8', cwd: root });
  const measured = [...stdout.matchAll(/@measured (.*)/g)].map(([, line]) => line);
  console.log(`in VS Code: ${measured.length > 0 ? measured.join('\n') : stdout}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repo: { type: 'string', multiple: true },
      runs: { type: 'string' },
      files: { type: 'string' },
      kernel: { type: 'string' },
      hostile: { type: 'boolean' },
      'scan-only': { type: 'boolean' },
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
    if (values.repo === undefined && folders[0]) rows.push(...(await measureBranches(folders[0], scratch)));
    if (values.hostile) rows.push(await measureHostile(scratch));
    if (values.kernel) rows.push(await measureKernel(resolve(values.kernel), scratch));
    for (const row of rows) {
      console.log(
        `${row.what.padEnd(46)} ${row.seconds.toFixed(2).padStart(7)} s  cpu ${row.cpuSeconds.toFixed(2).padStart(7)} s  peak ${String(row.peakMb).padStart(5)} MB  ${row.note}`,
      );
    }
    if (values['scan-only'] !== true) {
      console.table(await measureStorage());
      console.table(await measureApi());
    }
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
