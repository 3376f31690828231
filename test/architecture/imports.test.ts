import assert from 'node:assert/strict';
import { dirname, join, relative, sep } from 'node:path';
import { importsOf, repositoryRoot, sourceFiles } from './sources';

const files = sourceFiles('src').concat(sourceFiles('webview-ui'));

/** Folders in the order of who may import whom: each only itself and those named. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'src/base': ['src/base'],
  'src/shared': ['src/shared', 'src/base'],
  'src/engine': ['src/engine', 'src/shared', 'src/base'],
  'src/cli': ['src/cli', 'src/engine', 'src/shared', 'src/base'],
  'src/shell': ['src/shell', 'src/engine', 'src/shared', 'src/base'],
  'webview-ui': ['webview-ui', 'src/shared'],
};

/** Third parties with one owner each; a path that ends with `/` is a folder. */
const owners: Readonly<Record<string, readonly string[]>> = {
  vscode: ['src/shell/', 'src/extension.ts'],
  'sql.js': ['src/engine/storage/'],
  'simple-git': ['src/engine/git/'],
  openai: ['src/engine/llm/'],
  'web-tree-sitter': ['src/engine/genesis/'],
  zod: ['src/shared/', 'src/engine/rpc/', 'src/engine/projects/', 'src/cli/'],
  'node:http': ['src/engine/api/', 'src/engine/outbox/http/'],
  'node:https': ['src/engine/outbox/http/'],
  'node:tls': ['src/engine/outbox/http/'],
  lit: ['webview-ui/'],
  dompurify: ['webview-ui/'],
};

function target(file: string, specifier: string): string {
  return relative(repositoryRoot, join(repositoryRoot, dirname(file), specifier))
    .split(sep)
    .join('/');
}

const inFolder = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

describe('imports', () => {
  it('there is something to look at', () => assert.ok(files.length > 50, `${files.length} files`));

  for (const [folder, allowed] of Object.entries(layers)) {
    it(`${folder} imports ${allowed.join(', ')} only`, () => {
      const wrong = files
        .filter((file) => inFolder(file, folder))
        .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
        .filter(({ specifier }) => specifier.startsWith('.'))
        .filter(({ file, specifier }) => !allowed.some((other) => inFolder(target(file, specifier), other)));
      assert.deepEqual(wrong, []);
    });
  }

  for (const [name, places] of Object.entries(owners)) {
    it(`${name} is imported in ${places.join(', ')} only`, () => {
      const wrong = files
        .filter((file) => importsOf(file).some((specifier) => specifier === name || specifier.startsWith(`${name}/`)))
        .filter((file) => !places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place)));
      assert.deepEqual(wrong, []);
    });
  }

  it('the webview reaches VS Code in bridge.ts only', () => {
    const callers = sourceFiles('webview-ui').filter((file) => importsOf.text(file).includes('acquireVsCodeApi('));
    assert.deepEqual(callers, ['webview-ui/bridge.ts']);
  });

  it('no module imports itself through others', () => {
    assert.deepEqual(findCycle(), []);
  });
});

/** A cycle of value imports between files of src, or an empty list. Type imports vanish when built, so they don't count. */
function findCycle(): string[] {
  const known = new Set(files);
  const edges = new Map(
    files.map((file) => [
      file,
      importsOf
        .values(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => target(file, specifier))
        .flatMap((path) =>
          [`${path}.ts`, `${path}/index.ts`, path].filter((candidate) => known.has(candidate)).slice(0, 1),
        ),
    ]),
  );
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of edges.get(file) ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of files) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
