// npm run package: builds and packs contox.vsix; fails over the size budget.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { program, root, runNode } from './run.mjs';

const budget = 8_000_000;
install();
if (!runNode(['esbuild.mjs']).ok) process.exit(1);
const vsce = [program('@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', 'contox.vsix'];
const packed = runNode(vsce, { capture: true });
if (!packed.ok) {
  console.error(packed.output.slice(-3000));
  process.exit(1);
}
const bytes = statSync(join(root, 'contox.vsix')).size;
console.log(`contox.vsix ${(bytes / 1e6).toFixed(2)} MB (budget ${budget / 1e6} MB)`);
if (bytes > budget) process.exit(1);
