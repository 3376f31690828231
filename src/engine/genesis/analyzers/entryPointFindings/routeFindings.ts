import type { Evidence } from '../../../../shared/genesis';
import type { Route } from '../../../../shared/inventory';
import { markdownCode } from '../../markdownText';
import type { FindingDraft } from '../../scanModel';
import { counted, shortTitle } from '../dependencies/findings/lists';
import type { Unread } from './toldRoutes';

const placeOf = ({ file, line }: Route): Evidence => ({ path: file, startLine: line, endLine: line });

function groups<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const own = found.get(keyOf(item));
    if (own) own.push(item);
    else found.set(keyOf(item), [item]);
  }
  return [...found].sort((a, b) => b[1].length - a[1].length);
}

/** `/api/v1` of `/api/v1/users/{id}`: leading parts that address the API, and else the first part. */
export function prefixOf(path: string): string {
  const parts = path.split('/').filter(Boolean);
  const addressing = parts.findIndex((part) => !/^(?:api|rest|v\d{1,3}|public|internal|admin)$/i.test(part));
  const count = addressing > 0 ? addressing : addressing < 0 ? parts.length : 1;
  return `/${parts.slice(0, count).join('/')}`;
}

/** Variants of a build and constraints declare one route several times. */
function distinct(routes: readonly Route[]): Route[] {
  return [
    ...new Map(
      routes.toReversed().map((route) => [`${route.framework} ${route.method} ${route.path} ${route.file}`, route]),
    ).values(),
  ].reverse();
}

/** Beginnings that say which version of an interface is meant, or that it is one. */
const addressing = /^(?:\/(?:api|rest|latest|v?\d{1,4}(?:\.\d{1,3})*))*$/i;
const version = /\/(?:latest|v?\d{1,4}(?:\.\d{1,3})*)(?:\/|$)/i;

/** What stands at one place under several versions of the interface is one route: the shortest path says it. */
function withoutVersions(routes: readonly Route[]): Route[] {
  const places = groups(routes, ({ method, file, line, handler }) => `${method} ${file}:${line} ${handler ?? ''}`);
  const told = new Set(places.flatMap(([, some]) => (some.length === 1 ? some : oneOfEach(some))));
  return routes.filter((route) => told.has(route));
}

function oneOfEach(routes: readonly Route[]): Route[] {
  const kept: Route[] = [];
  for (const route of routes.toSorted((a, b) => a.path.length - b.path.length))
    if (!kept.some(({ path }) => isVersion(path, route.path))) kept.push(route);
  return kept;
}

/** True if the paths differ in nothing but such a beginning, which says a version: `/api` alone makes another path. */
function isVersion(left: string, right: string): boolean {
  const [a, b] = [left.split('/'), right.split('/')];
  let same = 0;
  while (same < Math.min(a.length, b.length) - 1 && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  const starts = [a, b].map((parts) => parts.slice(0, parts.length - same).join('/'));
  return starts.every((start) => addressing.test(start)) && starts.some((start) => version.test(start));
}

const nameOf = ({ method, path, prefix }: Route): string => `${method} ${prefix === undefined ? path : `…${path}`}`;

/** Routes whose whole path nobody knows are no part of the count. */
function lostSentence(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? ' One more is declared whose full path was not found.'
    : ` ${count} more are declared whose full paths were not found.`;
}

const unreadSentence = (count: number): string =>
  count === 0
    ? ''
    : count === 1
      ? ' At one more place a route is registered whose path could not be read.'
      : ` At ${count} more places routes are registered whose paths could not be read.`;

/** What developers start by hand, beside what the product serves; below its source such a folder is a part of it, or of a path. */
const byHand = /^(?:(?!(?:src|app|pages|routes|server|lib|internal)\/)[^/]+\/){0,6}(?:scripts?|hack|contrib)\//;

/** Routes of the product; of a framework that only servers of developers use, those. */
function ofProduct(routes: readonly Route[]): readonly Route[] {
  const served = routes.filter(({ file }) => !byHand.test(file));
  return served.length > 0 ? served : routes;
}

/** One finding a framework: how many routes, in which files, under which prefixes, with which methods. */
export function routeOverviews(routes: readonly Route[], unread: Unread = {}): FindingDraft[] {
  // A client has a document of what it calls as well.
  const isAnswered = routes.some(({ framework }) => framework !== 'OpenAPI');
  return groups(distinct(ofProduct(routes)), (route) => route.framework).map(([framework, all]): FindingDraft => {
    const known = withoutVersions(all.filter((route) => route.prefix === undefined));
    const lost = all.filter((route) => route.prefix !== undefined).length;
    const versions = known.length + lost < all.length ? ' Versions of one path are counted once.' : '';
    // Where most are lost, those few that are not would stand for all.
    const isLost = lost > known.length;
    const own = isLost ? all : known;
    const files = groups(own, (route) => route.file);
    const prefixes = groups(own, (route) => prefixOf(route.path));
    const methods = groups(own, (route) => route.method).map(([method, some]) => `${method} ${some.length}`);
    const [top] = prefixes;
    // Counted by what is printed: what goes on below it counts as well.
    const under = own.filter(({ path }) => top && (path === top[0] || path.startsWith(`${top[0]}/`))).length;
    const share = under / own.length;
    const missed = unread[framework] ?? 0;
    const where = isLost
      ? `; ${known.length === 0 ? 'their full paths' : `the full paths of ${lost}`} were not found`
      : missed * 10 >= own.length && missed > 1
        ? `; ${missed} more could not be read`
        : // A parameter is no place that one could go to.
          top && top[0] !== '/' && !top[0].startsWith('/{') && share >= 0.3 && own.length >= 4
          ? `, ${share === 1 ? 'all' : under} under ${top[0]}`
          : '';
    const word = own.length === 1 ? 'route' : 'routes';
    const title =
      framework === 'OpenAPI'
        ? `${counted(own.length, 'operation')} found in ${counted(files.length, 'OpenAPI document')}${where}${isAnswered ? '' : '; no code that answers them was found'}`
        : `${own.length} ${framework} ${word} found in ${counted(files.length, 'file')}${where}`;
    const rows = files.slice(0, 25).map(([file, some]) => {
      const shown = some.slice(0, 4).map((route) => markdownCode(nameOf(route), 90));
      return `- ${markdownCode(file, 160)}: ${shown.join(', ')}${some.length > 4 ? ` and ${some.length - 4} more` : ''}`;
    });
    return {
      layer: 'entryPoints',
      rule: 'entry-points/routes',
      key: framework,
      title: shortTitle(title),
      content: `Methods: ${methods.join(', ')}.${versions}${isLost ? '' : lostSentence(lost)}${unreadSentence(missed)}\n\n${rows.join('\n')}${files.length > 25 ? `\n\n… and ${files.length - 25} more files; the inventory lists every route.` : ''}`,
      importance: own.length >= 4 ? 4 : 3,
      confidence: 0.95,
      tags: ['routes', 'http', framework.toLowerCase()],
      evidence: files.slice(0, 20).flatMap(([, some]) => (some[0] ? [placeOf(some[0])] : [])),
    };
  });
}
