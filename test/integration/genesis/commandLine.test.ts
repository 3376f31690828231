import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ScanResults } from '../../../src/shared/genesis';
import type { Inventory } from '../../../src/shared/inventory';
import { makeGitFolder, writeFiles } from '../../support/gitFolder';
import { packagedGrammars } from '../../support/testParser';

const root = join(__dirname, '..', '..', '..');

/** The command line and its scan worker as the build makes them, in a folder of their own. */
async function buildProgram(dist: string): Promise<void> {
  mkdirSync(join(dist, 'grammars'), { recursive: true });
  for (const name of ['typescript', 'javascript', 'python'])
    copyFileSync(packagedGrammars.grammar(name), join(dist, 'grammars', `${name}.wasm`));
  copyFileSync(packagedGrammars.runtime, join(dist, 'web-tree-sitter.wasm'));
  copyFileSync(require.resolve('sql.js/dist/sql-wasm.wasm'), join(dist, 'sql-wasm.wasm'));
  await build({
    entryPoints: { cli: join(root, 'src/cli.ts'), scanWorker: join(root, 'src/scanWorker.ts') },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outdir: dist,
    logLevel: 'error',
    alias: {
      'web-tree-sitter': require.resolve('web-tree-sitter'),
      'jsonc-parser': require.resolve('jsonc-parser/lib/esm/main.js'),
    },
  });
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Output = ScanResults & { readonly inventory: Inventory };

describe('contox scan', function () {
  this.timeout(60_000);
  let base: string;
  let folder: string;

  before(async () => {
    base = realpathSync(mkdtempSync(join(tmpdir(), 'contox-command-')));
    await buildProgram(join(base, 'dist'));
    folder = makeGitFolder(join(base, 'shop'), {
      'package.json': '{"name":"shop","version":"1.0.0","dependencies":{"express":"4.19.2"}}',
      'src/index.js':
        "const app = require('express')();\napp.get('/users/:id', (req, res) => res.json({}));\napp.listen(1);\n",
      'tools/run.py': 'import os\nprint(os.environ["SHOP_URL"])\n',
    });
  });
  after(() => rmSync(base, { recursive: true, force: true }));

  function contox(...args: string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
    const child = spawn(process.execPath, [join(base, 'dist', 'cli.js'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const texts = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      texts.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      texts.err += chunk.toString();
    });
    return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, ...texts }))) };
  }

  const scan = async (...args: string[]): Promise<Output> => {
    const { code, out, err } = await contox('scan', folder, '--json', '--data', join(base, 'data'), ...args).ended;
    assert.equal(code, 0, err);
    return JSON.parse(out) as Output;
  };

  it('prints what is true about a folder, and reads nothing again that did not change', async () => {
    const first = await scan();
    assert.deepEqual(Object.keys(first).sort(), [
      'findings',
      'ignored',
      'inventory',
      'overview',
      'scan',
      'summary',
      'techStack',
    ]);
    assert.equal(first.scan.phase, 'complete');
    assert.equal(first.summary.filesAnalyzed, 3);
    assert.ok(first.inventory.routes.some((route) => route.method === 'GET' && route.path === '/users/{id}'));
    assert.ok(first.inventory.dependencies.some((dependency) => dependency.name === 'express'));
    writeFiles(folder, { 'src/index.js': "require('express')().post('/orders', () => {});\n" });
    const changed = await scan('--selective');
    assert.equal(changed.scan.projectId, first.scan.projectId);
    assert.deepEqual(
      changed.inventory.routes.map((route) => `${route.method} ${route.path}`),
      ['POST /orders'],
    );
  });

  it('prints a page for people without --json', async () => {
    const { code, out, err } = await contox('scan', folder, '--data', join(base, 'data')).ended;
    assert.equal(code, 0, err);
    assert.match(out, /^3 files on main at [0-9a-f]{7}, \d+ findings, [\d.]+ s\n/);
    assert.match(err, /Listing files/);
  });

  it('ends with 1 where the scan can not be done, and says why', async () => {
    const branch = await contox('scan', folder, '--branch', 'nope', '--json', '--data', join(base, 'data')).ended;
    assert.equal(branch.code, 1);
    assert.match(branch.err, /Branch nope not found/);
    const selective = await contox('scan', folder, '--selective', '--data', join(base, 'other')).ended;
    assert.equal(selective.code, 1);
    assert.match(selective.err, /No previous scan for selective mode/);
  });

  it('holds a baseline: what is known stays quiet, what is new ends with 1', async () => {
    const shop = makeGitFolder(join(base, 'flawed'), {
      'a.js': "app.get('/', (req, res) => db.query('select * from a where b = ' + req.query.b));\n",
    });
    const data = join(base, 'baseline');
    const baseline = (what: string) => contox('scan', shop, '--baseline', what, '--data', data).ended;
    const before = await baseline('check');
    assert.deepEqual([before.code, /Not in the baseline: SQL is put together/.test(before.err)], [1, true]);
    const sarif = join(base, 'flawed.sarif');
    const written = await contox('scan', shop, '--baseline', 'write', '--sarif', sarif, '--data', data).ended;
    assert.equal(written.code, 0, written.err);
    assert.match(written.out, /^Ignored \(1\)\n {2}SQL is put together.*: Known on /m);
    const log = JSON.parse(readFileSync(sarif, 'utf8')) as { runs: { results: { suppressions?: unknown[] }[] }[] };
    assert.equal(log.runs[0]?.results.filter((result) => result.suppressions?.length === 1).length, 1);
    assert.equal((await baseline('check')).code, 0);
    writeFiles(shop, {
      'b.js': "app.get('/b', (req, res) => db.query('select * from c where d = ' + req.query.d));\n",
    });
    assert.equal((await baseline('check')).code, 1);
  });

  it('shares one store between two that run at once', async () => {
    const other = makeGitFolder(join(base, 'other-shop'), { 'a.js': 'export const a = 1;\n' });
    const data = join(base, 'shared');
    const both = [folder, other].map((path) => contox('scan', path, '--json', '--data', data).ended);
    for (const { code, out, err } of await Promise.all(both)) {
      assert.equal(code, 0, err);
      assert.equal((JSON.parse(out) as Output).scan.phase, 'complete');
    }
  });
});
