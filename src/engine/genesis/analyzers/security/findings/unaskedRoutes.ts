import type { Route } from '../../../../../shared/inventory';
import type { ScanModel } from '../../../scanModel';
import { routesConclusion } from '../../entryPoints/routesSynthesizer';
import { withMarks } from '../placeMark';
import { hasLogins, type KnownRecords, keyOf, knownRecords } from '../records/knownRecords';
import { languageGroup } from '../rules/access/requestFilters';
import type { WeaknessPlace } from '../weakness';
import { isGuard } from './openRoutes';
import type { Placed } from './places';

type PlacedWeakness = Placed<WeaknessPlace>;

/** Who is not signed in yet, other services, and what everybody may see. */
const forAll =
  /log-?_?(?:in|out)|sign-?_?(?:in|up|out)|regist|password|reset|forgot|verif|confirm|activat|refresh|oauth|callback|hook|health|ping|status|public|captcha|token|csrf|contact|subscri|\bauth\b|feedback|search|version|upload|metrics|docs|swagger/i;
const ofAdministrators = /(?:^|\/)(?:admin|internal|debug|manage|management|superuser|backoffice)(?:\/|$|[_-])/i;

/** So many routes ask, and what is left open is the lesser part, where a route without is an oversight. */
const leastAsked = 3;
/** Annotations stand above the line of a route, or below it. */
const annotationsAbove = 3;

interface SeenRoute {
  readonly route: Route;
  readonly isAsked: boolean;
}

/** The entity that an address ends with: `/api/users/{id}` means `user`. */
const lastNamed = ({ path }: Route): string =>
  keyOf(path.split('/').findLast((part) => part !== '' && !part.startsWith('{')) ?? '');

function isGrave(route: Route, records: KnownRecords): boolean {
  if (forAll.test(route.path.replace(/\{\w*\}/g, ''))) return false;
  if (ofAdministrators.test(route.path)) return true;
  const record = records.get(lastNamed(route));
  if (/^(?:PUT|PATCH|DELETE)$/.test(route.method)) return record !== undefined;
  return route.method === 'GET' && record?.password !== undefined && !route.path.includes('{');
}

/** Routes of a file by their lines, each with whether a line of its own, or something on the way to it, asks. */
function seenRoutes(routes: readonly Route[], asking: readonly number[]): SeenRoute[] {
  const ordered = routes.toSorted((a, b) => a.line - b.line);
  return ordered.map((route) => {
    const next = ordered.find(({ line }) => line > route.line)?.line ?? Number.POSITIVE_INFINITY;
    const isOwn = (line: number): boolean => line >= route.line - annotationsAbove && line < next;
    const isAsked = (route.middleware ?? []).some(isGuard) || asking.some(isOwn);
    return { route, isAsked };
  });
}

/** Routes whose handler is written where they are registered, or right below their annotation. */
const isInPlace = ({ handler, file }: Route): boolean =>
  !/\.[cm]?[jt]sx?$/.test(file) || handler === undefined || /\.(?:controller|resolver)\.[jt]s$/.test(file);

/** Routes that change or list what matters and ask nobody, in an application with logins. */
export function unaskedRoutes(places: readonly PlacedWeakness[], model: ScanModel): PlacedWeakness[] {
  const askingBy = new Map(
    places.flatMap(({ file, place }) =>
      place.rule === 'asks-who-calls' ? [[file.path, (place.what ?? '').split(' ').map(Number)] as const] : [],
    ),
  );
  if (askingBy.size === 0) return [];
  const records = knownRecords(model);
  if (!hasLogins(records)) return [];
  const everybody = new Set(
    places.flatMap(({ file, place }) => (place.rule === 'everybody-is-asked' ? [languageGroup(file.language)] : [])),
  );
  const { routes } = model.recall(routesConclusion.name, routesConclusion.derive);
  const byFile = new Map<string, Route[]>();
  for (const route of routes)
    if (askingBy.has(route.file) && route.declared !== 'document')
      byFile.set(route.file, [...(byFile.get(route.file) ?? []), route]);
  const seen = [...byFile].flatMap(([path, own]) => seenRoutes(own, askingBy.get(path) ?? []));
  const asked = seen.filter(({ isAsked }) => isAsked).length;
  const open = seen.filter(({ route, isAsked }) => !isAsked && isInPlace(route) && isGrave(route, records));
  const told = asked >= leastAsked && open.length <= asked ? open : open.filter(({ route }) => isGravest(route));
  const known = new Set(
    places.flatMap(({ file, place }) =>
      /^open-(?:admin-)?route$/.test(place.rule) ? [`${file.path}:${place.line}`] : [],
    ),
  );
  return told.flatMap(({ route: { file: path, line, method, path: address } }) => {
    const file = model.byPath.get(path);
    if (file === undefined || everybody.has(languageGroup(file.language)) || known.has(`${path}:${line}`)) return [];
    const what = `${method} ${address}: ${asked} others look at who calls`;
    const place: WeaknessPlace = { rule: 'open-admin-route', line, endLine: line, what, possible: true };
    return withMarks([place], () => `${method} ${address}`).map((marked) => ({ file, place: marked }));
  });
}

/** What nobody leaves open on purpose, even where no route asks. */
const isGravest = ({ method, path }: Route): boolean => method === 'DELETE' || ofAdministrators.test(path);
