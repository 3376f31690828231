import type { Route } from '../../../../shared/inventory';
import { groups } from './groups';

/** Beginnings that say which version of an interface is meant, or that it is one. */
const addressing = /^(?:\/(?:api|rest|latest|v?\d{1,4}(?:\.\d{1,3})*))*$/i;
const version = /\/(?:latest|v?\d{1,4}(?:\.\d{1,3})*)(?:\/|$)/i;

/** So many routes that lie below the same several paths are those of a router that is put below each. */
const fewPlaces = 2;
const fewRoutes = 3;

/**
 * What stands at one place below several paths is one route, said by the shortest: versions of an interface, or a router that
 * is put below each of them.
 */
export function eachOnce(routes: readonly Route[]): Route[] {
  const places = groups(routes, ({ method, file, line, handler }) => `${method} ${file}:${line} ${handler ?? ''}`);
  const repeated = repeatedPlaces(places.map(([, some]) => some));
  const told = new Set(places.flatMap(([, some]) => (some.length === 1 ? some : oneOfEach(some, repeated))));
  return routes.filter((route) => told.has(route));
}

function oneOfEach(routes: readonly Route[], repeated: ReadonlySet<string>): Route[] {
  const kept: Route[] = [];
  const shortest = routes.toSorted((a, b) => a.path.length - b.path.length);
  const isRepeated = repeated.has(beginnings(routes.map(({ path }) => path)).join(' '));
  for (const route of isRepeated ? shortest.slice(0, 1) : shortest)
    if (!kept.some(({ path }) => isVersion(path, route.path))) kept.push(route);
  return kept;
}

/** Lists of beginnings that several routes share: those of a router that is put below each of them. */
function repeatedPlaces(places: readonly (readonly Route[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const routes of places) {
    if (routes.length < fewPlaces) continue;
    const paths = routes.map(({ path }) => path);
    if (new Set(paths).size < paths.length || sameEnd(paths) === 0) continue;
    const key = beginnings(paths).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= fewRoutes).map(([key]) => key));
}

/** How many parts the paths share at their ends. */
function sameEnd(paths: readonly string[]): number {
  const parts = paths.map((path) => path.split('/').reverse());
  const [first = []] = parts;
  const differs = first.findIndex((part, at) => parts.some((other) => other[at] !== part));
  return differs === -1 ? first.length : differs;
}

function beginnings(paths: readonly string[]): string[] {
  const end = sameEnd(paths);
  return paths
    .map((path) => {
      const parts = path.split('/');
      return parts.slice(0, parts.length - end).join('/');
    })
    .sort();
}

/** True if the paths differ in nothing but such a beginning, which says a version: `/api` alone makes another path. */
function isVersion(left: string, right: string): boolean {
  const [a, b] = [left.split('/'), right.split('/')];
  let same = 0;
  while (same < Math.min(a.length, b.length) - 1 && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  const starts = [a, b].map((parts) => parts.slice(0, parts.length - same).join('/'));
  return starts.every((start) => addressing.test(start)) && starts.some((start) => version.test(start));
}
