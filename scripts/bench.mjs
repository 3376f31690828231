// npm run bench [-- --repo folder … --runs n --kernel folder --hostile --editor]: speed and memory, peers beside us in the same run.
import { install } from './install.mjs';
import { program, runNode } from './run.mjs';

install();
if (!runNode(['scripts/package.mjs']).ok) process.exit(1);
const tsx = program('tsx/dist/cjs/index.cjs');
process.exit(runNode(['--require', tsx, 'test/bench/run.ts', ...process.argv.slice(2)]).ok ? 0 : 1);
