import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly ms?: number | undefined;
  readonly error?: string;
}

/**
 * VS Code calls this inside the extension host. The suites are bundled in, mocha itself is not. Results go to the file
 * named in `CONTOX_TEST_RESULT`, which is the only thing the runner believes.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, reporter: 'spec' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('contox-suites');
  const outcomes: Outcome[] = [];
  console.log('@@begin'); // The runner prints what the console says between the two marks.
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => outcomes.push({ title: test.fullTitle(), state: 'passed', ms: test.duration }));
    runner.on('pending', (test) => outcomes.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error) =>
      outcomes.push({ title: test.fullTitle(), state: 'failed', error: error?.stack ?? String(error) }),
    );
  });
  console.log('@@end');
  const file = process.env['CONTOX_TEST_RESULT'];
  if (file) writeFileSync(file, JSON.stringify(outcomes));
  const failed = outcomes.filter((outcome) => outcome.state === 'failed').length;
  if (failed > 0) throw new Error(`${failed} test(s) failed`);
}
