import type { Route } from '../../../../shared/inventory';
import type { ScanModel } from '../../scanModel';
import { asidePath } from '../entryPoints/paths/asidePath';
import { fileRouteRules } from '../entryPoints/rules/files/fileRouteRules';

/** A program with more files than this does more than answer two requests. */
const largeProgram = 30;
const fewRoutes = 3;
const mostBeside = 12;

/** Where a file says by its place which route it is, none is missed. */
const byPlace: ReadonlySet<string> = new Set(
  fileRouteRules.filter(({ id }) => id !== 'razorPages').map(({ name }) => name),
);

const isCertain = ({ framework, path }: Route): boolean =>
  byPlace.has(framework) || /^(?:OpenAPI|gRPC-Gateway)$/.test(framework) || /graphql/i.test(path);

/**
 * The routes worth telling: one or two of a large program, or its health checks and documents alone, are what is left
 * where its routers could not be followed, and would stand for the whole.
 */
export function toldRoutes(all: readonly Route[], model: ScanModel, unread: Unread): readonly Route[] {
  const routes = withoutSmallerPart(all, unread);
  const named = new Map<string, Route[]>();
  for (const route of routes) named.set(route.framework, [...(named.get(route.framework) ?? []), route]);
  const isOfFewControllers = controllersReachedOtherwise(routes, model);
  const dropped = new Set(
    [...named].flatMap(([name, own]) =>
      (isRest(own) && isLarge(own, model)) || isOfFewControllers(own) ? [name] : [],
    ),
  );
  return routes.filter(({ framework }) => !dropped.has(framework));
}

/** One framework may serve the product, and another the health checks of its workers. */
function isRest(routes: readonly Route[]): boolean {
  if (routes.some(isCertain)) return false;
  const names = new Set(routes.map(({ path }) => path));
  return names.size < fewRoutes || (names.size <= mostBeside && [...names].every((path) => asidePath.test(path)));
}

/** How many registrations there are, by framework, whose path could not be read. */
export type Unread = Readonly<Record<string, number>>;

/** Where more registrations of a framework could not be read than were, those few are not its routes. */
function withoutSmallerPart(routes: readonly Route[], unread: Unread): readonly Route[] {
  const read = new Map<string, number>();
  for (const { framework } of routes) read.set(framework, (read.get(framework) ?? 0) + 1);
  return routes.filter(({ framework }) => (unread[framework] ?? 0) <= (read.get(framework) ?? 0));
}

function isLarge(routes: readonly Route[], model: ScanModel): boolean {
  const languages = new Set(routes.map(({ file }) => model.byPath.get(file)?.languageName));
  const files = model.files.filter(({ role, languageName }) => role === 'source' && languages.has(languageName));
  return files.length > largeProgram;
}

const controllerFile = /(?:^|\/)Controllers?\/(?:[^/]{1,80}\/){0,6}([A-Z]\w{0,80})\.php$/;
const baseName = /^(?:Abstract|Base)|^Controller$/;
const fewControllers = 20;

/**
 * A server of PHP may find most of its controllers by the path of a request, and have routes for the others: those few are
 * not its routes. Controllers are the classes in folders of that name.
 */
function controllersReachedOtherwise(routes: readonly Route[], model: ScanModel): (own: readonly Route[]) => boolean {
  const isPhp = ({ file }: Route): boolean => file.endsWith('.php');
  const ofPhp = routes.filter(isPhp);
  if (ofPhp.length === 0) return () => false;
  const named = new Set(ofPhp.flatMap(({ handler }) => handler?.match(/\w{1,100}/g) ?? []));
  const holding = new Set(ofPhp.map(({ file }) => file));
  let reached = 0;
  let others = 0;
  for (const { path, role } of model.files) {
    const name = role === 'source' ? controllerFile.exec(path)?.[1] : undefined;
    if (name === undefined || baseName.test(name)) continue;
    if (named.has(name) || holding.has(path)) reached += 1;
    else others += 1;
  }
  return (own) => others >= fewControllers && others > 2 * reached && own.some(isPhp);
}
