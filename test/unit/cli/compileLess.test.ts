import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** (module (func (export "<name>") (param i32) (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))) */
const countdown = (name: string): string =>
  `0061736d0100000001050160017f000302010007050101${Buffer.from(name).toString('hex')}00000a10010e0003402000` +
  '41016b22000d000b0b';

const program = `
  const { loadQuickly } = require(${JSON.stringify(join(__dirname, '..', '..', '..', 'src', 'cli', 'compileLess'))});
  const load = async (hex) => new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(hex, 'hex'))).exports;
  const run = (count) => {
    for (let times = 0; times < 20; times++) count(2_000_000);
  };
  loadQuickly(() => load('${countdown('q')}')).then(async ({ q }) => {
    run(q);
    console.log('---');
    run((await load('${countdown('u')}')).u);
  });
`;

describe('loadQuickly', () => {
  it('spares what it loads, and nothing else, the second compilation', function () {
    if (!process.versions.v8.startsWith('11.')) this.skip();
    const tsx = require.resolve('tsx/cjs');
    const args = ['--trace-wasm-compilation-times', '--require', tsx, '-e', program];
    const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const [quickly = '', usually = ''] = stdout.split('---');
    assert.match(quickly, /using Liftoff/);
    assert.doesNotMatch(quickly, /using TurboFan/);
    assert.match(usually, /using TurboFan/);
  });
});
