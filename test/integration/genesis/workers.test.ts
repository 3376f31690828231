import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { FilesJob } from '../../../src/engine/genesis/work/jobs';
import { WorkerRunner, type WorkerRunnerOptions } from '../../../src/engine/genesis/work/workerRunner';
import { packagedGrammars } from '../../support/testParser';
import { ScanBench } from './scanBench';

describe('scan workers', function () {
  this.timeout(60_000);
  let base: string;
  let open: WorkerRunner[] = [];

  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'contox-workers-'));
    await build({
      entryPoints: [join(__dirname, 'hostileWorker.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outdir: base,
      logLevel: 'error',
      alias: {
        'web-tree-sitter': require.resolve('web-tree-sitter'),
        'jsonc-parser': require.resolve('jsonc-parser/lib/esm/main.js'),
      },
    });
  });
  afterEach(() => {
    for (const runner of open) runner.dispose();
    open = [];
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  function runnerWith(
    options: Omit<WorkerRunnerOptions, 'file'> = {},
    path = join(base, 'hostileWorker.js'),
  ): WorkerRunner {
    const grammarPrefix = packagedGrammars.grammar('').replace(/\.wasm$/, '');
    const file = { path, grammarRuntime: packagedGrammars.runtime, grammarPrefix, maxHeapMb: 64 };
    const runner = new WorkerRunner({ file, fileMs: 400, size: 2, ...options });
    open.push(runner);
    return runner;
  }

  function jobOf(name: string, files: Readonly<Record<string, string>>): FilesJob {
    const root = join(base, name);
    mkdirSync(root, { recursive: true });
    for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
    return {
      source: { kind: 'folder', root },
      files: Object.keys(files).map((path) => ({ path, bytes: 1, hash: '' })),
    };
  }

  const outcomes = async (runner: WorkerRunner, job: FilesJob) => {
    const { files, pack } = await runner.extract(job);
    return files.map(({ path, skipped }) => [path, skipped ?? (pack?.paths.includes(path) ? 'facts' : 'none')]);
  };

  it('leave out a file on which they get stuck or die, and finish the rest in order', async () => {
    const job = jobOf('bad', {
      'a.txt': 'fine',
      'b.txt': 'LOOP',
      'c.txt': 'fine',
      'd.txt': 'BACKTRACK',
      'e.txt': 'EXIT',
      'f.txt': 'fine',
    });
    assert.deepEqual(await outcomes(runnerWith(), job), [
      ['a.txt', 'facts'],
      ['b.txt', 'timed-out'],
      ['c.txt', 'facts'],
      ['d.txt', 'timed-out'],
      ['e.txt', 'unreadable'],
      ['f.txt', 'facts'],
    ]);
  });

  it('survive a file that needs more memory than there is, or more stack', async () => {
    const job = jobOf('greedy', { 'a.txt': 'RECURSE', 'b.txt': 'MEMORY', 'c.txt': 'fine' });
    const { files, pack } = await runnerWith({ fileMs: 30_000 }).extract(job);
    const [deep, greedy] = files;
    assert.match(deep?.problems?.[0] ?? '', /Maximum call stack/);
    assert.equal(greedy?.skipped, 'unreadable');
    assert.match(greedy?.failure ?? '', /memory/);
    assert.deepEqual(pack?.paths, ['c.txt']);
  });

  it('do not parse what is gone, a link or not text', async () => {
    const job = jobOf('odd', { 'a.txt': 'fine\0', 'b.txt': 'fine' });
    const files = [...job.files, { path: 'gone.txt', bytes: 1, hash: '' }];
    const { files: results } = await runnerWith().extract({ ...job, files });
    assert.deepEqual(
      results.map((file) => file.skipped),
      ['binary', undefined, 'missing'],
    );
  });

  it('are replaced after some thousand files, and end when nothing is to do', async () => {
    const runner = runnerWith({ filesPerWorker: 2, size: 1, idleMs: 1 });
    for (const name of ['one', 'two', 'three'])
      assert.deepEqual(
        (await outcomes(runner, jobOf(name, { 'a.txt': 'x', 'b.txt': 'y' }))).flat().includes('facts'),
        true,
      );
  });

  it('say so when they can not even start', async () => {
    const path = join(base, 'broken.js');
    writeFileSync(path, 'throw new Error("This worker is broken.");');
    await assert.rejects(runnerWith({}, path).extract(jobOf('any', { 'a.txt': 'x' })), /This worker is broken/);
  });

  it('let a scan end without the synthesizer that takes one down', async () => {
    const bench = await ScanBench.open({ openRunner: async () => runnerWith() });
    const { id, folder } = await bench.project('p');
    mkdirSync(folder);
    for (const name of ['a.ts', 'stuck.ts', 'kill-synthesizer.ts'])
      writeFileSync(join(folder, name), name === 'stuck.ts' ? 'LOOP' : 'fine');
    const { findings, overview } = await bench.scan(id);
    assert.deepEqual(findings.map((finding) => finding.files[0]).sort(), ['a.ts', 'kill-synthesizer.ts']);
    assert.deepEqual(overview.skipped, { 'timed-out': 1 });
    assert.ok(overview.problems.some(({ message }) => message.startsWith('hostile/dying was left out')));
    bench.dispose();
  });
});
