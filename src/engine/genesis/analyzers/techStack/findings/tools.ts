import type { Ecosystem } from '../../dependencies/manifestFacts';
import type { StackEntry } from '../stack';
import { techRules } from '../techRule';

/** Known by files alone: whose packages these build, install or check. */
const byFile: Readonly<Record<string, Ecosystem>> = {
  npm: 'npm',
  Yarn: 'npm',
  pnpm: 'npm',
  Rush: 'npm',
  Pipenv: 'pypi',
  PDM: 'pypi',
  Poetry: 'pypi',
  uv: 'pypi',
  Bundler: 'gem',
  Rake: 'gem',
  CodeClimate: 'gem',
  Composer: 'composer',
  Gradle: 'maven',
  Maven: 'maven',
  sbt: 'maven',
  NuGet: 'nuget',
  Cargo: 'cargo',
  Clippy: 'cargo',
  rustfmt: 'cargo',
  Mix: 'hex',
  'Swift Package Manager': 'swift',
  SwiftLint: 'swift',
  'golangci-lint': 'golang',
  GoReleaser: 'golang',
};

const registries: ReadonlySet<string> = new Set<Ecosystem>([
  'npm',
  'pypi',
  'gem',
  'composer',
  'maven',
  'nuget',
  'cargo',
  'hex',
  'swift',
  'golang',
  'pub',
]);

/** By the name of a tool the packages that it comes as, or works on; none for what serves every language. */
const homes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  techRules
    .filter(({ category }) => category === 'tooling')
    .map(({ name, matchers }) => {
      const kinds = matchers.flatMap(({ parts }) => parts.map((part) => part.slice(0, part.indexOf(':'))));
      const own = byFile[name];
      return [name, new Set(own === undefined ? kinds.filter((kind) => registries.has(kind)) : [own])];
    }),
);

/** Of each sort of tools so many are told before the next ones of any. */
const ofEachSort = 2;

/**
 * What installs and builds, what bundles, what checks and what ships it in turns, and what only helps those who work on it
 * behind; last what serves another language than the product's.
 */
export function toolsInOrder(
  tools: readonly StackEntry[],
  languages: ReadonlySet<Ecosystem | undefined>,
): readonly StackEntry[] {
  const isForeign = ({ name }: StackEntry): boolean => {
    const own = homes.get(name) ?? new Set();
    return own.size > 0 && ![...own].some((one) => languages.has(one as Ecosystem));
  };
  const seen = new Map<number, number>();
  const placed = [...tools]
    .sort((a, b) => Number(isForeign(a)) - Number(isForeign(b)))
    .map((entry) => {
      const before = seen.get(entry.rank) ?? 0;
      seen.set(entry.rank, before + 1);
      const isLast = entry.rank > shipping || isForeign(entry);
      return { entry, round: isLast ? Number.MAX_SAFE_INTEGER : Math.floor(before / ofEachSort) };
    });
  return placed
    .sort(
      (a, b) =>
        a.round - b.round || Number(isForeign(a.entry)) - Number(isForeign(b.entry)) || a.entry.rank - b.entry.rank,
    )
    .map(({ entry }) => entry);
}

/** The last sort that says how the product is made. */
const shipping = 4;
