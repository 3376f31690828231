import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { packagedGrammars } from '../../support/testParser';

const root = join(__dirname, '..', '..', '..');

/** Opens parsers one after the other, as a worker does after many files; says what is left of the memory, in MB. */
const program = `
import { SyntaxParser } from '${join(root, 'src/engine/genesis/languages/parser')}';
const files = { runtime: '${packagedGrammars.runtime}', grammar: () => '${packagedGrammars.grammar('python')}' };
const text = 'import shop\\n';
async function main() {
  for (let opened = 0; opened < 2; opened++) {
    const parser = await SyntaxParser.open(files, { parseMs: 60_000 });
    const file = { path: 'a.py', text, language: 'python', languageName: 'Python', role: 'source' };
    for (const given of [text, text.repeat(76_000)]) {
      const source = parser.createSourceFile({ ...file, text: given });
      if (source.tree?.rootNode.namedChildCount !== given.length / text.length) throw new Error('Unread');
      if (given === text && source.query('(import_statement) @import').length !== 1) throw new Error('Unasked');
      source.dispose();
    }
    parser.dispose();
  }
  const parser = await SyntaxParser.open(files);
  for (let turn = 0; turn < 3; turn++) {
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
  console.log(process.memoryUsage().external / 2 ** 20);
  parser.dispose();
}
void main();
`;

describe('A parser that is opened again in the program', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-parser-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('reads files as the one before did, whose memory is let go', async () => {
    const plugins = join(root, 'scripts', 'bundlePlugins.mjs');
    const { asciiSources } = (await import(pathToFileURL(plugins).href)) as { asciiSources: Plugin };
    writeFileSync(join(folder, 'program.ts'), program);
    await build({
      entryPoints: [join(folder, 'program.ts')],
      outfile: join(folder, 'program.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      plugins: [asciiSources],
      alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
    });
    const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', join(folder, 'program.cjs')], {
      encoding: 'utf8',
    });
    assert.equal(stderr, '');
    assert.ok(Number(stdout) < 40, `${stdout} MB for a runtime that begins with 32`);
  });
});
