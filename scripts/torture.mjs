// npm run torture [-- --kills n --points n --transactions n --windows n --seed n]: crashes the store at length.
import { install } from './install.mjs';
import { program, runNode } from './run.mjs';

install();
const tsx = program('tsx/dist/cjs/index.cjs');
process.exit(runNode(['--require', tsx, 'test/torture/main.ts', ...process.argv.slice(2)]).ok ? 0 : 1);
