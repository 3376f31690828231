import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { WorkerRunner } from '../../../src/engine/genesis/work/workerRunner';
import { git } from '../../support/gitFolder';
import { makeHostileFolder } from '../../support/hostileFolder';
import { packagedGrammars } from '../../support/testParser';
import { ScanBench } from './scanBench';

describe('a folder that does harm to who reads it without care', function () {
  this.timeout(120_000);
  let base: string;
  let bench: ScanBench;

  before(async () => {
    base = mkdtempSync(join(tmpdir(), 'contox-hostile-'));
    await build({
      entryPoints: [join(__dirname, '../../../src/scanWorker.ts')],
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
    const grammarPrefix = packagedGrammars.grammar('').replace(/\.wasm$/, '');
    const file = { path: join(base, 'scanWorker.js'), grammarRuntime: packagedGrammars.runtime, grammarPrefix };
    bench = await ScanBench.open({ openRunner: async () => new WorkerRunner({ file, size: 2 }) });
  });
  after(() => {
    bench.dispose();
    rmSync(base, { recursive: true, force: true });
  });

  it('is scanned to the end, with and without git, and what was skipped is said', async () => {
    const { id, folder } = await bench.project('hostile');
    mkdirSync(folder);
    const server = makeHostileFolder(folder, { lineBytes: 3_000_000, textBytes: 10_000, files: 300 });
    try {
      for (const withGit of [false, true]) {
        if (withGit) git(folder, 'init', '-q', '-b', 'main');
        const { overview, scan } = await bench.scan(id);
        const { routes } = await bench.engine.getScanInventory({ projectId: id });
        assert.deepEqual(
          routes.filter((route) => route.file === 'tame.ts').map((route) => `${route.method} ${route.path}`),
          ['GET /tame'],
        );
        const skipped = new Map(overview.skippedFiles.map(({ path, reason }) => [path, reason]));
        assert.equal(skipped.get('line.js'), 'too-large');
        assert.equal(skipped.get('odd/nul.ts'), 'binary');
        for (const link of ['loop-a', 'loop-b', 'myself', 'elsewhere'])
          assert.equal(skipped.get(link), 'symlink', link);
        assert.ok(![...skipped.keys()].some((path) => path.startsWith('elsewhere/')), 'no link is followed');
        assert.deepEqual(
          [...skipped].filter(([, reason]) => reason === 'timed-out'),
          [],
          'nothing takes so long that it must be killed',
        );
        assert.ok(overview.problems.some(({ message }) => message.includes('not UTF-8')));
        assert.deepEqual(
          overview.problems.filter(
            ({ path, message }) =>
              /left out|regular expression/.test(message) || (path === '' && /^\S+: /.test(message)),
          ),
          [],
          'no layer is lost',
        );
        assert.equal(scan.error, null);
      }
    } finally {
      server.close();
    }
  });
});
