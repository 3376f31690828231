import { knownLibrary } from '../languages/knownLibraries';

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
