import assert from 'node:assert/strict';
import { UsageError } from '../../../src/cli/command';
import { parseServeArguments } from '../../../src/cli/serve/serveArguments';

describe('the command line of contox serve', () => {
  it('has a default for everything', () => {
    const usual = { port: 0, dataDir: undefined, printKey: false, rateLimit: undefined, plan: 'starter' };
    assert.deepEqual(parseServeArguments([]), usual);
  });

  it('takes what is said', () => {
    const args = ['--port', '4700', '--data', '/d', '--print-key', '--rate-limit', '5', '--plan', 'pro'];
    assert.deepEqual(parseServeArguments(args), {
      port: 4700,
      dataDir: '/d',
      printKey: true,
      rateLimit: 5,
      plan: 'pro',
    });
  });

  const wrong = [
    ['x'],
    ['--port'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', '1e3'],
    ['--rate-limit', '0'],
    ['--plan', 'x'],
  ];
  for (const args of wrong)
    it(`refuses ${args.join(' ')}`, () => assert.throws(() => parseServeArguments(args), UsageError));
});
