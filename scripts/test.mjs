// npm test [-- suite …]: every suite, the real VS Code included. Ends with a count, and fails where a suite did not run.

import { install } from './install.mjs';
import { program, runNode } from './run.mjs';

install();
const tsx = ['--require', program('tsx/dist/cjs/index.cjs')];
const mocha = [program('mocha/bin/mocha.js'), '--config', '.mocharc.json', '--exit', '--reporter', 'json'];

/** Counts of a mocha run from its JSON report, which comes after whatever else the tests printed. */
function mochaSuite(name, files) {
  const { ok, output, seconds } = runNode([...mocha, ...files], { capture: true });
  const report = parseReport(output);
  for (const failure of report.failures ?? [])
    console.log(`\nFAILED ${failure.fullTitle}\n${failure.err?.stack ?? ''}`);
  return {
    name,
    ok: ok && (report.stats?.passes ?? 0) > 0,
    seconds,
    passed: report.stats?.passes ?? 0,
    failed: report.stats?.failures ?? 0,
    skipped: report.stats?.pending ?? 0,
  };
}

function parseReport(output) {
  const start = output.indexOf('{\n  "stats"');
  if (start < 0) {
    console.log(output.slice(-4000));
    return {};
  }
  return JSON.parse(output.slice(start));
}

/** Counts of a program that ends with "N passed, N failed, N skipped". */
function programSuite(name, args) {
  const { ok, output, seconds } = runNode(args, { capture: true });
  process.stdout.write(output);
  const counts = [...output.matchAll(/(\d+) passed, (\d+) failed(?:, (\d+) skipped)?/g)].at(-1);
  const [passed, failed, skipped] = [1, 2, 3].map((group) => Number(counts?.[group] ?? 0));
  return { name, ok: ok && passed > 0, seconds, passed, failed, skipped };
}

const suites = {
  unit: (name) => mochaSuite(name, ['test/unit/**/*.test.ts']),
  integration: (name) => mochaSuite(name, ['test/integration/**/*.test.ts', '--timeout', '120000']),
  contract: (name) => mochaSuite(name, ['test/contract/**/*.test.ts', '--timeout', '60000']),
  architecture: (name) => mochaSuite(name, ['test/architecture/**/*.test.ts']),
  vscode: (name) => programSuite(name, [...tsx, 'test/vscode/runInHost.ts', 'contox.vsix']),
  ui: (name) => mochaSuite(name, ['test/ui/**/*.test.ts', '--timeout', '180000']),
};

const wanted = process.argv.slice(2);
if (!runNode(['scripts/package.mjs']).ok) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const results = Object.entries(suites)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, suite]) => suite(name));
console.log('');
for (const { name, ok, seconds, passed, failed, skipped } of results) {
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name}: passed ${passed}, failed ${failed}, skipped ${skipped} (${seconds.toFixed(1)} s)`,
  );
}
const sum = (field) => results.reduce((total, result) => total + result[field], 0);
// A suite that did not run, or ended badly without a failed test, counts as a failure of its own.
const broken = results.filter((result) => !result.ok && result.failed === 0).length;
const failed = sum('failed') + broken;
console.log(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`);
process.exit(failed > 0 ? 1 : 0);
