import { knownLibrary } from '../languages/knownLibraries';
import { roleOf } from '../languages/roleOf';

const grammar = /^(.+)\/[^/]+\/[^/]+\.(?:sublime-syntax|tmLanguage)$/;
const leastGrammars = 10;

/** Folders of an editor's packages, one for each language: who has so many has copied them, with all that makes and tests them. */
export function grammars(paths: readonly string[]): string[] {
  const packages = new Map<string, Set<string>>();
  for (const path of paths) {
    const folder = /[ex]$/.test(path) ? grammar.exec(path)?.[1] : undefined;
    if (folder === undefined) continue;
    packages.set(folder, (packages.get(folder) ?? new Set()).add(path.slice(0, path.lastIndexOf('/'))));
  }
  return [...packages].flatMap(([folder, own]) => (own.size >= leastGrammars ? [folder] : []));
}

/** Packages of other languages than libraries for pages have, which bear the name of one: they were written here. */
export function ownPackages(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const folder = /^(.+)\/(?:Cargo\.toml|go\.mod|pyproject\.toml|mix\.exs|pubspec\.yaml)$/.exec(path)?.[1];
    return folder !== undefined && knownLibrary.test(path) && !/(?:^|\/)vendors?\//.test(path) ? [folder] : [];
  });
}

/** A module of a package of Python that tells others its types: it helps their tests, and is none. */
export function givenHelpers(paths: readonly string[]): string[] {
  const typed = new Set(paths.flatMap((path) => /^((?:src\/)?\w{1,80})\/py\.typed$/.exec(path)?.[1] ?? []));
  if (typed.size === 0) return [];
  const helper = /^((?:src\/)?\w{1,80})\/test_?(?:utils?|helpers?|client|case|server)\.py$/;
  return paths.filter((path) => typed.has(helper.exec(path)?.[1] ?? ''));
}

const phpTest = /^((?:[^/]+\/)*?)(?:src|lib|tests?)\/(?:[^/]+\/){0,12}\w{1,80}Test\.php$/i;
/** So many tests lie in their own folder for each file of the sources that is only called like one. */
const leastApart = 5;

/** What the sources of a package of PHP call a test, where its own tests lie in a folder beside them. */
export function calledTests(paths: readonly string[]): string[] {
  const packages = new Map<string, { apart: number; called: string[] }>();
  for (const path of paths) {
    const folder = path.endsWith('Test.php') ? phpTest.exec(path)?.[1] : undefined;
    if (folder === undefined) continue;
    const known = packages.get(folder) ?? { apart: 0, called: [] };
    packages.set(folder, known);
    if (/^tests?\//i.test(path.slice(folder.length))) known.apart++;
    else if (roleOf(`${path.slice(0, path.lastIndexOf('/'))}/a.php`) === 'source') known.called.push(path);
  }
  return [...packages.values()].flatMap(({ apart, called }) => (apart >= called.length * leastApart ? called : []));
}

/** At most so many: distutils wants one in each folder of what it builds. */
const mostCalledSetup = 2;

/** A module of a package of Python that is called like what installs one. */
export function setupModules(paths: readonly string[]): string[] {
  const setups = paths.filter((path) => path.endsWith('/setup.py'));
  if (setups.length === 0) return [];
  const inPackage = new Set(paths.filter((path) => path.endsWith('/__init__.py')).map((path) => path.slice(0, -11)));
  const own = setups.filter(
    (path) => inPackage.has(path.slice(0, -8)) && roleOf(path.slice(0, -8) + 'a.py') === 'source',
  );
  return own.length <= mostCalledSetup ? own : [];
}

/** All headers of a library in one file, in a folder beside those that it is made of. */
export function packedHeaders(paths: readonly string[]): string[] {
  const packed = paths.flatMap(
    (path) =>
      /^((?:[^/]+\/){0,3})(single[-_](?:include|header)s?)\/.{1,200}\.h(?:h|pp|xx)?$/.exec(path)?.slice(1, 3) ?? [],
  );
  const [around, folder] = packed;
  if (around === undefined || folder === undefined) return [];
  return paths.some((path) => path.startsWith(`${around}include/`)) ? [around + folder] : [];
}
