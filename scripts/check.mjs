// npm run check: format and lint, types, dead code, architecture. Fast, no browser.
import { install } from './install.mjs';
import { program, runNode, runSteps } from './run.mjs';

install();
const tsc = program('typescript/bin/tsc');
const mocha = [program('mocha/bin/mocha.js'), '--config', '.mocharc.json'];
const failed = runSteps([
  ['biome', () => runNode([program('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'])],
  ['types of extension and tests', () => runNode([tsc, '-p', '.'])],
  ['types of the webview', () => runNode([tsc, '-p', 'webview-ui'])],
  ['dead code', () => runNode([program('knip/bin/knip.js'), '--no-progress', '--treat-config-hints-as-errors'])],
  ['architecture', () => runNode([...mocha, 'test/architecture/**/*.test.ts'])],
]);
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exit(1);
}
