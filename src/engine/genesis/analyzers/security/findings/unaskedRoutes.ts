import type { Route } from '../../../../../shared/inventory';
import { asideRoles } from '../../../fileRoles';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { routesConclusion } from '../../entryPoints/routesSynthesizer';
import { type HandlerUnits, handlerUnits } from '../handlers/handlerUnits';
import { withMarks } from '../placeMark';
import {
  hasLogins,
  type KnownRecord,
  type KnownRecords,
  keyOf,
  knownAs,
  knownRecords,
  peopleSignIn,
} from '../records/knownRecords';
import { languageGroup } from '../rules/access/requestFilters';
import type { WeaknessPlace } from '../weakness';
import { asksForMore } from './openRecords';
import { isGuard } from './openRoutes';
import type { Placed } from './places';

type PlacedWeakness = Placed<WeaknessPlace>;

/** Who is not signed in yet, other services, and what everybody may see. */
const forAll =
  /log-?_?(?:in|out)|sign-?_?(?:in|up|out)|regist|password|reset|forgot|verif|confirm|activat|refresh|oauth|callback|hook|health|ping|status|public|captcha|token|csrf|contact|subscri|\bauth\b|feedback|search|version|upload|metrics|docs|swagger/i;
const ofAdministrators = /(?:^|\/)(?:admin|internal|debug|manage|management|superuser|backoffice)(?:\/|$|[_-])/i;

/** So many routes ask, and what is left open is the lesser part, where a route without is an oversight. */
const leastAsked = 3;

interface SeenRoute {
  readonly route: Route;
  readonly isAsked: boolean;
}

/** The entity that an address names last: `/api/users/{id}` and `/api/user/delete` mean `user`. */
function lastNamed({ path }: Route, records: KnownRecords): KnownRecord | undefined {
  const parts = path.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  const [last, before] = parts.toReversed().map((part) => knownAs(keyOf(part), records));
  return last ?? before;
}

/** By its method, or by what an address that is only opened says. */
const isChange = ({ method, path }: Route): boolean =>
  /^(?:PUT|PATCH|DELETE)$/.test(method) || /\/(?:delete|remove|destroy)(?!d\b)/i.test(path);

function isGrave(route: Route, records: KnownRecords): boolean {
  if (forAll.test(route.path.replace(/\{\w*\}/g, ''))) return false;
  if (ofAdministrators.test(route.path)) return true;
  const record = lastNamed(route, records);
  if (isChange(route)) return record !== undefined;
  return route.method === 'GET' && record?.password !== undefined && !route.path.includes('{');
}

/** Languages in which what stands before the function of a route, and around it, is known well enough. */
const known = /\.(?:[cm]?[jt]sx?|py|java|kt|cs|go)$/;
const knownOfPhp = /laravel|lumen|slim/i;

/** Each route whose function is known, with whether it, what stands above it, or something on the way asks who calls. */
function seenRoutes(routes: readonly Route[], units: HandlerUnits): SeenRoute[] {
  return routes.flatMap((route) => {
    if (route.declared === 'document' || !(known.test(route.file) || knownOfPhp.test(route.framework))) return [];
    if (units.inFile(route.file)[0]?.facts.guarded === true) return [];
    const handler = units.ofRoute(route);
    if (handler === undefined || handler.facts.guarded === true) return [];
    const { who, asks } = handler.unit;
    return [{ route, isAsked: who === true || asks === true || (route.middleware ?? []).some(isGuard) }];
  });
}

/** Routes that change or list what matters and ask nobody, in an application with logins. */
export function unaskedRoutes(places: readonly PlacedWeakness[], model: ScanModel): PlacedWeakness[] {
  const records = knownRecords(model);
  const everybody = new Set(
    places.flatMap(({ file, place }) => (place.rule === 'everybody-is-asked' ? [languageGroup(file.language)] : [])),
  );
  const { routes } = model.recall(routesConclusion.name, routesConclusion.derive);
  // What keeps its records without a schema has logins where a route is one.
  const isKnown = hasLogins(records);
  if (!isKnown && !peopleSignIn(model)) return [];
  const seen = seenRoutes(routes, handlerUnits(model));
  const asked = seen.filter(({ isAsked }) => isAsked).length;
  const open = seen.filter(
    ({ route, isAsked }) =>
      !isAsked && (isKnown ? isGrave(route, records) : isGravest(route) && !forAll.test(route.path)),
  );
  // Where nothing asks at all, nothing was forgotten at one of them only.
  const isTold = (isKnown && asked === 0) || (asked >= leastAsked && open.length <= asked);
  const told = isTold ? open : isKnown ? open.filter(({ route }) => isGravest(route)) : [];
  const known = new Set(
    places.flatMap(({ file, place }) =>
      /^open-(?:admin-)?route$/.test(place.rule) ? [`${file.path}:${place.line}`] : [],
    ),
  );
  const others = asked === 0 ? 'no route looks at who calls' : `${asked} others look at who calls`;
  return told.flatMap(({ route }) => {
    const file = model.byPath.get(route.file);
    if (file === undefined || everybody.has(languageGroup(file.language)) || known.has(`${route.file}:${route.line}`))
      return [];
    return openPlace(route, file, others);
  });
}

function openPlace({ line, method, path }: Route, file: FileRecord, why: string): PlacedWeakness[] {
  const place: WeaknessPlace = {
    rule: 'open-admin-route',
    line,
    endLine: line,
    what: `${method} ${path}: ${why}`,
    possible: true,
  };
  return withMarks([place], () => `${method} ${path}`).map((marked) => ({ file, place: marked }));
}

/** Routes of administrators in an application whose users have a role that nothing asks for. */
export function routesForEveryRole(places: readonly PlacedWeakness[], model: ScanModel): PlacedWeakness[] {
  const records = knownRecords(model);
  const field = [...records.values()].find(({ password, privilege }) => password !== undefined && privilege)?.privilege;
  if (field === undefined) return [];
  const asking = new Set(
    places.flatMap(({ file, place }) => (place.rule === 'role-is-asked' ? [languageGroup(file.language)] : [])),
  );
  const known = new Set(
    places.flatMap(({ file, place }) => (place.rule === 'open-admin-route' ? [`${file.path}:${place.line}`] : [])),
  );
  const { routes } = model.recall(routesConclusion.name, routesConclusion.derive);
  return routes.flatMap((route) => {
    const file = model.byPath.get(route.file);
    const isOpen =
      file !== undefined &&
      !asideRoles.has(file.role) &&
      route.declared !== 'document' &&
      ofAdministrators.test(route.path) &&
      !forAll.test(route.path) &&
      !(route.middleware ?? []).some(asksForMore) &&
      !asking.has(languageGroup(file.language)) &&
      !known.has(`${route.file}:${route.line}`);
    return isOpen ? openPlace(route, file, `nothing asks for ${field.name} (${field.file}:${field.line})`) : [];
  });
}

/** What nobody leaves open on purpose, even where no route asks. */
const isGravest = ({ method, path }: Route): boolean =>
  method === 'DELETE' || ofAdministrators.test(path) || /[/_-](?:delete|remove|destroy)(?!d\b)/i.test(path);
