import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Stands for `import 'contox-suites'`: all suites of a folder, in one module. */
const suitesOf = (folder: string): Plugin => ({
  name: 'suites',
  setup(build) {
    build.onResolve({ filter: /^contox-suites$/ }, () => ({ path: 'contox-suites', namespace: 'suites' }));
    build.onLoad({ filter: /.*/, namespace: 'suites' }, () => ({
      contents: readdirSync(folder)
        .filter((name) => name.endsWith('.test.ts'))
        .map((name) => `require(${JSON.stringify(join(folder, name))});`)
        .join('\n'),
      resolveDir: folder,
    }));
  },
});

/** Bundles what runs inside the extension host; the file to name as `extensionTestsPath`. */
export async function buildSuites(folder = join(__dirname, 'suite')): Promise<string> {
  const outfile = join(__dirname, '.build', 'host.js');
  await build({
    entryPoints: [join(__dirname, 'host.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    plugins: [suitesOf(folder)],
    logLevel: 'warning',
  });
  return outfile;
}
