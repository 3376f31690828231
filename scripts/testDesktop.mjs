// npm run test:desktop: the suite of the extension host in the desktop VS Code, which is downloaded.
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, runNode } from './run.mjs';

install();
if (!runNode(['esbuild.mjs']).ok || !runNode(['scripts/package.mjs']).ok) process.exit(1);
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs');
process.exit(runNode(['--import', tsx, 'test/vscode/runOnDesktop.ts']).ok ? 0 : 1);
