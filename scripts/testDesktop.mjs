// npm run test:desktop: the suite of the extension host in the desktop VS Code, which is downloaded.
import { install } from './install.mjs';
import { program, runNode } from './run.mjs';

install();
if (!runNode(['scripts/package.mjs']).ok) process.exit(1);
const tsx = program('tsx/dist/cjs/index.cjs');
process.exit(runNode(['--require', tsx, 'test/vscode/runOnDesktop.ts']).ok ? 0 : 1);
