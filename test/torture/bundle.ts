import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Folder of `sql-wasm.wasm`, for programs that are told where they were built. */
export const wasmDir = dirname(createRequire(__filename).resolve('sql.js/dist/sql-wasm.wasm'));

export interface Bundle {
  readonly file: string;
  dispose(): void;
}

/** Builds a program as the product is built, so that a process or worker starts in no time; paths begin in this folder. */
export async function bundle(entry: string): Promise<Bundle> {
  const file = join(tmpdir(), `contox-${process.pid}-${basename(entry, '.ts')}-${Date.now()}.js`);
  await build({
    entryPoints: [resolve(__dirname, entry)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return { file, dispose: () => rmSync(file, { force: true }) };
}
