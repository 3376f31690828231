import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const lines = Array.from({ length: 400 }, (_none, index) => `library ${index} \\ é | 大 | backend`);
const plugins = join(__dirname, '..', '..', '..', 'scripts', 'bundlePlugins.mjs');

describe('Long tables in bundles', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'contox-tables-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are packed there, and hold what they hold in the sources', async () => {
    const sources = join(folder, 'genesis');
    mkdirSync(sources);
    const text = lines.join('\n');
    writeFileSync(join(sources, 'table.json'), JSON.stringify({ text }));
    writeFileSync(
      join(sources, 'tables.ts'),
      `import table from './table.json';
export const inJson: string = table.text;
export const inCode = \`${text.replaceAll('\\', '\\\\')}\` as const;
export const asWritten = String.raw\`${'\\d'.repeat(600)}\`;
`,
    );
    const outfile = join(folder, 'bundle.cjs');
    const { asciiSources } = (await import(pathToFileURL(plugins).href)) as { asciiSources: Plugin };
    await build({
      entryPoints: [join(sources, 'tables.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      plugins: [asciiSources],
    });
    const { inJson, inCode, asWritten } = require(outfile) as Record<'inJson' | 'inCode' | 'asWritten', string>;
    assert.equal(inJson, text);
    assert.equal(inCode, text);
    assert.equal(asWritten, '\\d'.repeat(600));
    assert.ok(statSync(outfile).size < text.length);
  });
});
