import type { Evidence } from '../../../../shared/genesis';
import type { Route } from '../../../../shared/inventory';
import { markdownCode } from '../../markdownText';
import type { FindingDraft } from '../../scanModel';
import { counted, evidenceList } from '../dependencies/findings/lists';
import { asidePath } from '../entryPoints/paths/asidePath';
import { prefixOf } from '../entryPoints/paths/prefixOf';
import type { SaidPrefixes } from '../entryPoints/run/routers/saidPrefixes';
import { eachOnce } from './eachOnce';
import { groups } from './groups';
import { isTrial, leftOut, titleOf } from './titles';
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
  count === 0 ? '' : `; the full path${count === 1 ? ' of one more was' : 's of others were'} not found`;

const unreadSentence = (count: number): string =>
  count === 0
    ? ''
    : ` At ${count === 1 ? 'one more place a route is registered whose path' : 'other places routes are registered whose paths'} could not be read.`;

/** What developers start by hand, beside what the product serves; below its source such a folder is a part of it, or of a path. */
const byHand = /^(?:(?!(?:src|app|pages|routes|server|lib|internal)\/)[^/]+\/){0,6}(?:scripts?|hack|contrib)\//;

/** Routes of the product; of a framework that only servers of developers use, those. */
function ofProduct(routes: readonly Route[]): readonly Route[] {
  const served = routes.filter(({ file }) => !byHand.test(file));
  return served.length > 0 ? served : routes;
}

/** With this share below it a beginning is that of most. */
const mostShare = 0.6;
const fewRoutes = 4;
const mostShown = 20;

const isWritten = ({ declared }: Route): boolean => declared === 'explicit';

/** Parts of a path, behind what most begin with, that is told before longer ones. */
const longestNamed = 4;
const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** A line with more paths than a resource has says of none of them what it is called. */
const mostOfLine = 5;
const lineOf = ({ file, line }: Route): string => `${file}:${line}`;

const mounted = /(?:[.:]Engine|\.UI\.app|[.:]Web)$/;

/** Those of the file with the most first, and before what a server answers beside what it is there for. */
function mainFirst(files: readonly (readonly [string, readonly Route[]])[], top = '/'): readonly Route[] {
  const hasWords = (path: string): boolean => /[A-Za-z]/.test(path.replace(/\{[^{}]*\}/g, ''));
  const written = new Set(files.flatMap(([file, some]) => (some.some(isWritten) ? [file] : [])));
  const routes = files.flatMap(([, some]) => some);
  const lines = new Map(
    groups(routes, lineOf).map(([line, some]) => [line, new Set(some.map(({ path }) => path)).size]),
  );
  const rank = (route: Route): number =>
    rankOf(route) +
    Number(!isWritten(route) && written.has(route.file)) * 2 +
    Number((lines.get(lineOf(route)) ?? 0) > mostOfLine) * 3;
  const rankOf = ({ method, path, handler }: Route): number =>
    Number(!path.startsWith(top)) * 3 +
    Number(partsOf(path.replace(top, '')).length > longestNamed || path.split('{').length > 2) * 2 +
    // What an application of another is put below says nothing of this one.
    Number(method === 'ANY' && mounted.test(handler ?? '')) * 3 +
    Number(/^(?:WS|OPTIONS|HEAD)$/.test(method) || /\*\}|\.\w{1,5}$/.test(path)) * 3 +
    Number(isTrial(path) || asidePath.test(path) || !hasWords(path)) * 4;
  const ranks = new Map(routes.map((route) => [route, rank(route)]));
  return routes.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** One finding a framework: which routes there are, under which beginning, with which methods, in which files. */
export function routeOverviews(routes: readonly Route[], unread: Unread = {}, said: SaidPrefixes = {}): FindingDraft[] {
  return groups(distinct(ofProduct(routes)), (route) => route.framework).map(([framework, all]): FindingDraft => {
    const known = eachOnce(all.filter((route) => route.prefix === undefined));
    const lost = all.filter((route) => route.prefix !== undefined).length;
    const versions = known.length + lost < all.length ? ' What lies below several paths is counted once.' : '';
    // Where most are lost, those few that are not would stand for all.
    const isLost = lost > known.length;
    const own = isLost ? all : known;
    const files = groups(own, (route) => route.file);
    const methods = groups(own, (route) => route.method).map(([method]) => method);
    const top = isLost ? undefined : beginningOf(own);
    const missed = unread[framework] ?? 0;
    const isLittle = lost * 50 < own.length;
    const after = isLost
      ? `; ${known.length === 0 ? 'their full paths' : 'the full paths of most'} were not found`
      : missed * 10 >= own.length && missed > 1
        ? '; others could not be read'
        : lostOthers(isLittle ? 0 : lost);
    const under =
      top === undefined || after.includes('read') ? '' : `${top.isWhole ? '' : ', mostly'} under ${top.path}`;
    const ordered = mainFirst(files, top?.path);
    const head =
      framework === 'OpenAPI'
        ? {
            one: 'operation',
            many: 'operations',
            behind: ` in ${counted(files.length, 'OpenAPI document')}${under}`,
            after,
          }
        : { one: `${framework} route`, many: `${framework} routes`, behind: under, after };
    const rows = files.slice(0, 25).map(([file, some]) => {
      const shown = some.slice(0, 4).map((route) => markdownCode(nameOf(route), 90));
      return `- ${markdownCode(file, 160)}: ${shown.join(', ')}${some.length > 4 ? ' and others' : ''}`;
    });
    return {
      layer: 'entryPoints',
      rule: 'entry-points/routes',
      key: framework,
      title: titleOf(head, own.length, ordered.map(nameOf)),
      content: `${methods.length === 1 ? 'Method' : 'Methods, the most frequent first'}: ${methods.join(', ')}.${versions}${isLittle && lost > 0 ? ' The full paths of a few others were not found.' : ''}${unreadSentence(missed)}\n\n${rows.join('\n')}${files.length > 25 ? `${leftOut(files.length, 25)} files; the inventory lists every route that was found.` : ''}`,
      importance: own.length >= fewRoutes ? 4 : 3,
      confidence: 0.95,
      tags: ['routes', 'http', framework.toLowerCase()],
      evidence: evidenceList(
        [
          ...(top === undefined ? [] : placesOf(said, framework, top.path)),
          ...ordered.slice(0, 3).map(placeOf),
          ...files.flatMap(([, some]) => some.slice(0, 1).map(placeOf)),
          ...own.map(placeOf),
        ],
        mostShown,
      ),
    };
  });
}

/** The beginning that all of them have, or most; a parameter is no place that one could go to. */
function beginningOf(routes: readonly Route[]): { readonly path: string; readonly isWhole: boolean } | undefined {
  const [[path] = ['/']] = groups(routes, (route) => prefixOf(route.path));
  if (path === '/' || path.startsWith('/{') || routes.length < fewRoutes) return undefined;
  const under = routes.filter((route) => route.path === path || route.path.startsWith(`${path}/`)).length;
  return under < routes.length * mostShare ? undefined : { path, isWhole: under === routes.length };
}
