import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** (module (func (export "<name>") (param i32) (loop (br_if 0 (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))) */
const countdown = (name: string): string =>
  `0061736d0100000001050160017f000302010007050101${Buffer.from(name).toString('hex')}00000a10010e0003402000` +
  '41016b22000d000b0b';

const flags = JSON.stringify(join(__dirname, '..', '..', '..', 'src', 'cli', 'compileLess'));

const program = `
  const { loadQuickly } = require(${flags});
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

/** Prints how much room for new objects there is, in MB, where it may not grow, where it may, and where a worker begins. */
const roomProgram = `
  const { collectAlone, letRoomGrow } = require(${flags});
  const { getHeapSpaceStatistics } = require('node:v8');
  const { Worker } = require('node:worker_threads');
  const room = (when) => {
    const kept = [];
    for (let at = 0; at < 300_000; at++) kept.push([at]);
    const space = getHeapSpaceStatistics().find((one) => one.space_name === 'new_space');
    console.log(when, Math.round(space.space_size / 1e6));
  };
  letRoomGrow(false);
  room('small');
  letRoomGrow(true);
  room('grown');
  collectAlone(4);
  const worker = new Worker('const { getHeapSpaceStatistics } = require("node:v8"); console.log("worker", Math.round(getHeapSpaceStatistics().find((one) => one.space_name === "new_space").space_size / 1e6));', { eval: true, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb: 12 } });
`;

/** Prints how often a worker searched all of its objects for garbage while it made some 30 MB that stay. */
const searchProgram = `
  const { collectAlone } = require(${flags});
  const { Worker } = require('node:worker_threads');
  const count = (when) => new Promise((end) => {
    const worker = new Worker(\`
      const { constants, PerformanceObserver } = require('node:perf_hooks');
      const whole = [constants.NODE_PERFORMANCE_GC_MAJOR, constants.NODE_PERFORMANCE_GC_INCREMENTAL];
      let searches = 0;
      new PerformanceObserver((list) => {
        for (const { detail } of list.getEntries()) if (whole.includes(detail.kind)) searches++;
      }).observe({ entryTypes: ['gc'] });
      const kept = [];
      for (let at = 0; at < 300_000; at++) kept.push([at, at, at, at]);
      setTimeout(() => console.log('\${when}', searches, kept.length), 50);
    \`.replace('\${when}', when), { eval: true, execArgv: [] });
    worker.once('exit', end);
  });
  count('before').then(() => { collectAlone(4); return count('after'); });
`;

function runNode(program: string, ...args: string[]): string {
  const tsx = require.resolve('tsx/cjs');
  return spawnSync(process.execPath, [...args, '--require', tsx, '-e', program], { encoding: 'utf8' }).stdout;
}

describe('Flags of a scan', () => {
  it('bound the room for new objects, and give workers all of it at once', function () {
    if (!process.versions.v8.startsWith('11.')) this.skip();
    const rooms = Object.fromEntries(
      runNode(roomProgram)
        .trim()
        .split('\n')
        .map((line) => line.split(' ')),
    );
    const sizes = { small: Number(rooms.small), grown: Number(rooms.grown), worker: Number(rooms.worker) };
    assert.ok(sizes.small <= 5 && sizes.grown >= 16 && sizes.worker >= 4, JSON.stringify(rooms));
  });

  it('let a worker keep what it makes for some time before all of it is searched for garbage', function () {
    if (!process.versions.v8.startsWith('11.')) this.skip();
    const lines = runNode(searchProgram).trim().split('\n');
    const [before, after] = ['before', 'after'].map((when) =>
      Number(lines.find((line) => line.startsWith(`${when} `))?.split(' ')[1]),
    );
    assert.ok((before ?? 0) > 0 && after === 0, lines.join('; '));
  });
});

describe('loadQuickly', () => {
  it('spares what it loads, and nothing else, the second compilation', function () {
    if (!process.versions.v8.startsWith('11.')) this.skip();
    const stdout = runNode(program, '--trace-wasm-compilation-times');
    const [quickly = '', usually = ''] = stdout.split('---');
    assert.match(quickly, /using Liftoff/);
    assert.doesNotMatch(quickly, /using TurboFan/);
    assert.match(usually, /using TurboFan/);
  });
});
