import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';

describe('the way from the editor to its engine', () => {
  it('brings neither schemas nor the store into the bundle that the editor has to load', async () => {
    const { metafile } = await build({
      entryPoints: [join(__dirname, '../../../src/engine/rpc/workerEngine.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      minify: true,
      write: false,
      metafile: true,
      outdir: 'unused',
    });
    const inputs = Object.keys(metafile.inputs).filter((path) => /node_modules|storage\//.test(path));
    assert.deepEqual(inputs, []);
    const [output] = Object.values(metafile.outputs);
    assert.ok(output && output.bytes < 10_000, `${output?.bytes} bytes`);
  });
});
