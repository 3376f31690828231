import type { FileRecord } from '../scanModel';
import type { ImportGraph } from './importGraph';
import { folderOf } from './paths';

/** Called after what stands in for something in tests, or helps them: a folder by its whole name or its end, a file by a word. */
const supportName =
  /(?:^|[/_-]|[a-z\d])(?:tests?|testing|mocks?|fakes?|stubs?)\/|(?:^|\/)mock[a-z]{2,30}\/|(?:^|[/._-])(?:mocks?|fakes?|stubs?|dummy|test[-_]?(?:ing|utils?|helpers?|support|kit|lib|data|doubles?|fixtures?|factory|factories|server|suite|env|case|common))[/._-]/i;

/** What is compiled with the product and given with it, whoever uses it: the tests have folders and projects of their own. */
const compiled = /(?:^|\/)(?:lib\/.*\.ex|src\/main\/(?:java|kotlin|scala|groovy)\/.*)$|\.(?:cs|fs|vb)$/;

/** A library that is made for tests is served by tests alone, too: then nothing is told of it. */
const largestShare = 0.3;

/**
 * The files, with the role `test` where they are called after tests and nobody but tests imports them: what serves tests is
 * no part of the product, wherever it lies.
 */
export function withTestSupport(files: readonly FileRecord[], supports: ReadonlySet<string>): readonly FileRecord[] {
  return supports.size === 0
    ? files
    : files.map((file) => (supports.has(file.path) ? { ...file, role: 'test' } : file));
}

/** Paths of the files that are called after tests and that nobody but tests imports. */
export function testSupportIn(
  files: readonly FileRecord[],
  imports: Pick<ImportGraph, 'importersOf'>,
): ReadonlySet<string> {
  const product = files.filter(({ role, skipped }) => role === 'source' && skipped === undefined);
  const isGiven = givenByGo(
    product.map(({ path }) => path),
    imports,
  );
  const paths = files.map(({ path }) => path);
  const isPublic = givenByPython(paths);
  const isOfGem = givenByGems(paths);
  const isShipped = (path: string): boolean => compiled.test(path) || isGiven(path) || isPublic(path) || isOfGem(path);
  const supports = new Set(product.flatMap(({ path }) => (supportName.test(path) && !isShipped(path) ? [path] : [])));
  if (supports.size === 0) return supports;
  const tests = new Set(files.flatMap(({ path, role }) => (role === 'test' || role === 'fixture' ? [path] : [])));
  // What a part of the product imports is one itself, and so is what that imports.
  for (let size = 0; size !== supports.size; ) {
    size = supports.size;
    for (const path of supports) {
      const importers = imports.importersOf(path);
      if (importers.length === 0 || importers.some((one) => !tests.has(one) && !supports.has(one)))
        supports.delete(path);
    }
  }
  for (const path of reachedByName(supports, product, tests, imports)) supports.delete(path);
  return supports.size > product.length * largestShare ? new Set() : supports;
}

/** Fewer files beside one say nothing of how those of a folder are reached. */
const leastBeside = 3;

/** Files beside which most others are imported by no product either: a framework finds them there, by their names. */
function reachedByName(
  supports: ReadonlySet<string>,
  product: readonly FileRecord[],
  tests: ReadonlySet<string>,
  imports: Pick<ImportGraph, 'importersOf'>,
): string[] {
  const folders = new Map([...supports].map((path) => [folderOf(path), { all: 0, unused: 0 }]));
  for (const { path } of product) {
    const count = folders.get(folderOf(path));
    if (count === undefined || supports.has(path)) continue;
    count.all++;
    if (imports.importersOf(path).every((one) => tests.has(one))) count.unused++;
  }
  return [...supports].filter((path) => {
    const { all, unused } = folders.get(folderOf(path)) ?? { all: 0, unused: 0 };
    return all >= leastBeside && unused * 2 > all;
  });
}

/** Modules of a package of Python that tells others its types: those whose names begin with no underscore are there for them. */
function givenByPython(paths: readonly string[]): (path: string) => boolean {
  const typed = paths.flatMap((path) => /^(?:src\/)?\w{1,80}(?=\/py\.typed$)/.exec(path)?.[0] ?? []);
  return (path) =>
    path.endsWith('.py') &&
    typed.some((folder) => path.startsWith(`${folder}/`) && !/\/_/.test(path.slice(folder.length)));
}

/** What a gem gives to those who use it: the helpers for their tests, too. */
function givenByGems(paths: readonly string[]): (path: string) => boolean {
  const folders = paths.flatMap((path) => /^((?:[^/]+\/){0,3})[^/]+\.gemspec$/.exec(path)?.[1] ?? []);
  return (path) => path.endsWith('.rb') && folders.some((folder) => path.startsWith(`${folder}lib/`));
}

/**
 * Packages of a library in Go: those that are not internal are there for others, whose tests some of them help. A program
 * at the top is imported by nobody.
 */
function givenByGo(paths: readonly string[], imports: Pick<ImportGraph, 'importersOf'>): (path: string) => boolean {
  const atTop = paths.filter((path) => /^[^/]+\.go$/.test(path));
  const isLibrary =
    atTop.some((path) => imports.importersOf(path).length > 0) &&
    !atTop.some((path) => /^(?:main|tools?)\.go$/.test(path));
  return (path) => isLibrary && path.endsWith('.go') && !/(?:^|\/)(?:internal|cmd)\//.test(path);
}
