// Builds everything that the .vsix ships into dist/: extension, engine worker, scan worker, CLI, webview, and copies the
// WASM files and grammars. `--watch` rebuilds; the size budget fails the build.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build, context } from 'esbuild';
import { asciiSources } from './scripts/bundlePlugins.mjs';

const require = createRequire(import.meta.url);
const root = import.meta.dirname ?? dirname(new URL(import.meta.url).pathname);
// Elsewhere for a build of one's own beside the one that others use.
const dist = resolve(process.env.CONTOX_DIST ?? join(root, 'dist'));
const watch = process.argv.includes('--watch');

/** Largest size in bytes, minified; the extension's is what the host must load before it can activate. */
const budgets = {
  'extension.js': 300_000,
  'engineWorker.js': 1_500_000,
  'scanWorker.js': 3_000_000,
  'scanWorkerStart.js': 10_000,
  'cli.js': 10_000,
  'cliProgram.js': 2_000_000,
  'webview/panel.js': 700_000,
};

const grammars = ['bash', 'c-sharp', 'go', 'java', 'javascript', 'php', 'python', 'ruby', 'rust', 'tsx', 'typescript'];

const node = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: !watch,
  keepNames: true,
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  outdir: dist,
  plugins: [asciiSources],
  alias: {
    // Its ES module asks for import.meta.url, which a CommonJS bundle does not have.
    'web-tree-sitter': require.resolve('web-tree-sitter'),
    // Its main file requires its parts through a function that the bundler can not follow.
    'jsonc-parser': require.resolve('jsonc-parser/lib/esm/main.js'),
    // Of the same code as ES modules, which a browser is given, only what is used is taken.
    yaml: join(dirname(require.resolve('yaml/package.json')), 'browser', 'dist', 'index.js'),
  },
};
const targets = [
  { ...node, entryPoints: { extension: 'src/extension.ts' }, external: ['vscode'] },
  // Without `vscode` as an external: an import of it that leaks in here breaks the build.
  { ...node, entryPoints: { engineWorker: 'src/engineWorker.ts' } },
  // Here functions are made by the million, and to give each its name again takes longer than many of them run.
  { ...node, keepNames: false, entryPoints: { scanWorker: 'src/scanWorker.ts' } },
  { ...node, entryPoints: { scanWorkerStart: 'src/scanWorkerStart.ts' } },
  { ...node, entryPoints: { cliProgram: 'src/cli.ts' } },
  { ...node, entryPoints: { cli: 'src/cliStart.ts' }, banner: { js: '#!/usr/bin/env node' } },
  {
    ...node,
    plugins: [],
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    tsconfig: 'webview-ui/tsconfig.json',
    entryPoints: { panel: 'webview-ui/panel.ts' },
    outdir: join(dist, 'webview'),
    loader: { '.ttf': 'file', '.css': 'css' },
    assetNames: '[name]',
  },
];

function copyAssets() {
  mkdirSync(join(dist, 'grammars'), { recursive: true });
  const wasm = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
  for (const name of grammars)
    copyFileSync(join(wasm, `tree-sitter-${name}.wasm`), join(dist, 'grammars', `${name}.wasm`));
  copyFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(dist, 'web-tree-sitter.wasm'));
  copyFileSync(require.resolve('sql.js/dist/sql-wasm.wasm'), join(dist, 'sql-wasm.wasm'));
}

function checkBudgets() {
  const over = Object.entries(budgets).filter(([file, max]) => statSync(join(dist, file)).size > max);
  for (const [file, max] of over)
    console.error(`dist/${file} has ${statSync(join(dist, file)).size} bytes, its budget is ${max}`);
  if (over.length > 0) process.exit(1);
}

if (watch) {
  copyAssets();
  for (const target of targets) await (await context(target)).watch();
} else {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  copyAssets();
  const results = await Promise.all(targets.map((target) => build(target)));
  writeFileSync(join(dist, 'meta.json'), JSON.stringify(results.map((result) => result.metafile)));
  checkBudgets();
  for (const file of readdirSync(dist))
    if (file.endsWith('.js')) console.log(`dist/${file} ${Math.round(statSync(join(dist, file)).size / 1000)} kB`);
}
