import type { Evidence } from '../../../../shared/genesis';
import type { Route } from '../../../../shared/inventory';
import { markdownCode } from '../../markdownText';
import type { FindingDraft } from '../../scanModel';
import { counted, shortTitle } from '../dependencies/findings/lists';
import { prefixOf } from '../entryPoints/paths/prefixOf';
import type { SaidPrefixes } from '../entryPoints/run/routers/saidPrefixes';
import { eachOnce } from './eachOnce';
import { groups } from './groups';
import type { Unread } from './toldRoutes';

const placeOf = ({ file, line }: Route): Evidence => ({ path: file, startLine: line, endLine: line });

/** Where the prefix is said below which most of them lie. */
const placesOf = (said: SaidPrefixes, framework: string, prefix = ''): Evidence[] =>
  (said[`${framework} ${prefix}`] ?? []).map(({ file, line }) => ({ path: file, startLine: line, endLine: line }));

/** Variants of a build and constraints declare one route several times. */
function distinct(routes: readonly Route[]): Route[] {
  return [
    ...new Map(
      routes.toReversed().map((route) => [`${route.framework} ${route.method} ${route.path} ${route.file}`, route]),
    ).values(),
  ].reverse();
}

const nameOf = ({ method, path, prefix }: Route): string => `${method} ${prefix === undefined ? path : `…${path}`}`;

/** Routes whose whole path nobody knows are no part of the count. */
const lostOthers = (count: number): string =>
  count === 0
    ? ''
    : count === 1
      ? '; the full path of one more was not found'
      : `; the full paths of ${count} more were not found`;

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
export function routeOverviews(routes: readonly Route[], unread: Unread = {}, said: SaidPrefixes = {}): FindingDraft[] {
  // A client has a document of what it calls as well.
  const isAnswered = routes.some(({ framework }) => framework !== 'OpenAPI');
  return groups(distinct(ofProduct(routes)), (route) => route.framework).map(([framework, all]): FindingDraft => {
    const known = eachOnce(all.filter((route) => route.prefix === undefined));
    const lost = all.filter((route) => route.prefix !== undefined).length;
    const versions = known.length + lost < all.length ? ' What lies below several paths is counted once.' : '';
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
          `${
            top && top[0] !== '/' && !top[0].startsWith('/{') && share >= 0.3 && own.length >= 4
              ? `, ${share === 1 ? 'all' : under} under ${top[0]}`
              : ''
          }${lostOthers(lost)}`;
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
      content: `Methods: ${methods.join(', ')}.${versions}${unreadSentence(missed)}\n\n${rows.join('\n')}${files.length > 25 ? `\n\n… and ${files.length - 25} more files; the inventory lists every route.` : ''}`,
      importance: own.length >= 4 ? 4 : 3,
      confidence: 0.95,
      tags: ['routes', 'http', framework.toLowerCase()],
      evidence: [
        ...(where.includes(' under ') ? placesOf(said, framework, top?.[0]) : []),
        ...files.slice(0, 20).flatMap(([, some]) => (some[0] ? [placeOf(some[0])] : [])),
      ],
    };
  });
}
