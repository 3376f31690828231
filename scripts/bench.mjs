// npm run bench [-- --repo folder …]: speed and memory, peers beside us in the same run.
import { join } from 'node:path';
import { install } from './install.mjs';
import { root, runNode } from './run.mjs';

install();
if (!runNode(['esbuild.mjs']).ok) process.exit(1);
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs');
process.exit(runNode(['--import', tsx, 'test/bench/run.ts', ...process.argv.slice(2)]).ok ? 0 : 1);
