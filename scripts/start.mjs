// npm start [-- folder]: builds, then opens a real VS Code with the extension on the folder. The desktop one where `code`
// is on the PATH or can be downloaded, else the server build in a browser, whose address is printed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { install } from './install.mjs';
import { program, root, runNode } from './run.mjs';

install();
const folder = resolve(process.argv[2] ?? '.');
if (!runNode(['scripts/package.mjs']).ok) process.exit(1);

const windows = process.platform === 'win32';
const desktop = spawnSync('code', ['--version'], { shell: windows });
if (desktop.status === 0 && !process.env.CONTOX_START_SERVER) {
  // A profile of its own: the user's settings and extensions stay out of it.
  const profile = mkdtempSync(join(tmpdir(), 'contox-start-'));
  const args = ['--extensionDevelopmentPath', root, '--user-data-dir', profile, '--new-window', folder];
  process.exit(spawnSync('code', args, { stdio: 'inherit', shell: windows }).status ?? 1);
}
const tsx = program('tsx/dist/cjs/index.cjs');
const opened = runNode(['--require', tsx, 'test/support/editor/openEditor.ts', folder]);
process.exit(opened.ok ? 0 : 1);
