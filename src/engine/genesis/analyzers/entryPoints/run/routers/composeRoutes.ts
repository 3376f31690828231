import type { Route } from '../../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../../paths/normalizePath';
import { optionalForms } from '../../paths/optionalForms';
import type { Constants } from '../project/constants';
import { holeEnd, holeStart, withoutUnsetBase } from '../values';
import type { Mount, Registration, RouterNode } from './routerNode';
import { notePrefix, type SaidPart } from './saidPrefixes';

const mostRoutes = 20_000;
const deepest = 30;
/** The end of the path is a value that no text tells: which route it is, nobody can tell. */
const unknownEnd = new RegExp(`${holeStart}[^${holeEnd}]*${holeEnd}[^/]*/?$`);
/** A path that begins with what only a configuration knows: `${settings.base}/users`. */
const unknownBeginning = new RegExp(`^/?${holeStart}`);
const holes = new RegExp(`${holeStart}([^${holeEnd}]*)${holeEnd}`, 'g');

/** Follows the mounts from the routers that nothing mounts and writes down every route with all its prefixes. */
export function composeRoutes(
  nodes: readonly RouterNode[],
  constants: Pick<Constants, 'find'>,
  /** What the configuration in the repository gives a setting of that name. */
  configured: (name: string) => string | undefined = () => undefined,
  /** Filled with where the beginnings of paths are said. */
  said: Record<string, { file: string; line: number }[]> = {},
): Route[] {
  const routes = new Map<string, Route>();
  const add = (found: Route): void => {
    const route = found.path.includes(holeStart)
      ? { ...found, path: filled(found.path, constants, configured) }
      : found;
    if (unknownEnd.test(route.path)) return;
    const key = `${route.method} ${route.path} ${route.file}:${route.line}`;
    const known = routes.get(key);
    if (known === undefined ? routes.size < mostRoutes : known.prefix !== undefined) routes.set(key, route);
  };
  const roots = nodes.filter((node) => !node.isMounted);
  // The settings of a program of Python say what is meant unless the environment does.
  const settingsFor = ({ rule }: RouterNode) =>
    rule.languages.includes('python') ? (name: string) => configured(name) ?? constants.find(name) : configured;
  const place = ({ method, file, line }: Route): string => `${method} ${file}:${line}`;
  // What a surer router tells of a place is not told again by one of which less is known.
  for (const tier of [0, 1, 2]) {
    const certain = new Set([...routes.values()].map(place));
    for (const node of roots)
      if (doubt(node) === tier)
        walk(node, { ...start, configured: settingsFor(node) }, (route, parts) => {
          if (certain.has(place(route))) return;
          add(route);
          if (route.prefix === undefined) notePrefix(said, route, parts);
        });
  }
  return withoutDoubts([...routes.values()]).map((route) => ({
    ...route,
    path: named(knownPart(route.path)),
    ...(route.path.includes(holeStart) ? { prefix: 'unknown' as const } : {}),
  }));
}

/**
 * A router that no text makes, for a parameter or a field of its type, or that nobody takes, or whose place is not known,
 * as a project beside the product that takes in all that it has: what is registered on it as well as on one that is known lies where that one lies.
 */
const doubt = (node: RouterNode): number => (node.isLost ? 2 : node.made.line === 0 || node.isIdle ? 1 : 0);

/** What stands within a path and is not known would read as a parameter: what lies behind it is told alone. */
const knownPart = (path: string): string =>
  path.includes(holeStart) && !unknownBeginning.test(path)
    ? path.slice(path.indexOf('/', path.lastIndexOf(holeEnd)))
    : path;

/** What is not known of a path stands in it under its name. */
const named = (path: string): string => path.replace(holes, '{$1}');

/** A path in which what is not known is looked up, or stands under its name; where it begins so, its beginning is not known. */
export function withNamedHoles(path: string, constants: () => Pick<Constants, 'find'>): Pick<Route, 'path' | 'prefix'> {
  if (!path.includes(holeStart)) return { path };
  const found = filled(path, constants());
  return { path: named(found), ...(unknownBeginning.test(found) ? { prefix: 'unknown' } : {}) };
}

/** Prefixes that stand in settings: a parameter of the path is called like one too, and is left alone. */
const settingName = /prefix|base|version|root|^api/i;

function filled(
  path: string,
  constants: Pick<Constants, 'find'>,
  configured: (name: string) => string | undefined = () => undefined,
): string {
  const whole = path.replace(holes, (hole, name: string, at: number) => {
    // `/assets/app.` + version + `.css`: the version of a file is no part of a path.
    const isPart = settingName.test(name) && path[at + hole.length] !== '.';
    const value = isPart ? (constants.find(name) ?? configured(name)) : undefined;
    if (value === undefined) return hole;
    // `f"{PREFIX}static/"`, where the prefix ends with the slash.
    const isOpen = value.endsWith('/') && !/^(?:$|\/)/.test(path.slice(at + hole.length, at + hole.length + 1));
    return `${value.replace(/^\/|\/$/g, '')}${isOpen ? '/' : ''}`;
  });
  return whole === path ? path : joinPaths([whole], 'keep');
}

/** Where a prefix that only the configuration knows may also be missing, the route without it is enough. */
function withoutDoubts(routes: readonly Route[]): Route[] {
  const key = (route: Route, path: string): string => `${route.method} ${path} ${route.file}:${route.line}`;
  const certain = new Set(routes.map((route) => key(route, route.path)));
  // What is known of one place is enough: another way to it says nothing more.
  const known = new Set(routes.filter((route) => !route.path.includes(holeStart)).map((route) => key(route, '')));
  return routes.filter((route) => {
    if (!route.path.includes(holeStart)) return true;
    if (known.has(key(route, ''))) return false;
    const bare = joinPaths([route.path.replace(holes, '')], 'keep');
    return bare === route.path || !certain.has(key(route, bare));
  });
}

/** How a router was reached. */
interface Way {
  readonly prefixes: readonly string[];
  /** Where they are said. */
  readonly parts: readonly SaidPart[];
  readonly middleware: readonly string[];
  readonly above: readonly RouterNode[];
  /** A prefix on the way is not known. */
  readonly isLost: boolean;
  /** The prefix of the router itself does not count. */
  readonly replaces: boolean;
  readonly place?: Mount['place'];
  readonly configured?: (name: string) => string | undefined;
  /** What was cut off the path of a request on the way here. */
  readonly cut: readonly string[];
  /** The path with which every request begins that comes this far, for routers that see it whole. */
  readonly within?: string;
  /** Only requests of these methods come this far. */
  readonly methods?: readonly string[];
}

const start: Way = { prefixes: [], parts: [], middleware: [], above: [], isLost: false, replaces: false, cut: [] };

function walk(node: RouterNode, way: Way, add: (route: Route, parts: readonly SaidPart[]) => void): void {
  const { above, place } = way;
  if (above.includes(node) || above.length > deepest) return;
  // What stands before a place that is not known would read as if the rest followed it.
  const before = node.isLost ? [] : way.prefixes;
  const here = [...before, way.replaces ? '' : written(node.prefix, node)];
  const isLost = way.isLost || node.isLost;
  const parts = node.prefix === '' || way.replaces ? way.parts : [...way.parts, partAt(here, node.made)];
  const guards = (behind: number | undefined): string[] => [...way.middleware, ...guardsOf(node, behind)];
  const forms = node.routes
    .flatMap((one) => formsOf(one, node))
    .map(([route, form]) => [route, joinPaths([...here, written(form, node)], node.rule.trailingSlash)] as const);
  // Its routes are written whole: one that does not begin so is out of reach this way.
  const { within } = way;
  const isWhole =
    within !== undefined &&
    [...forms.map(([, path]) => path), ...ownPaths(node, here)].some((path) => liesBelow(path, within));
  for (const [route, form] of forms) {
    if (isWhole && !liesBelow(form, within)) continue;
    const joined = reachable(form, way, node).replace(/\/\.\{format\}$/, '.{format}');
    const bare = withoutUnsetBase(joined, way.configured);
    const path = bare.startsWith('/') ? bare : `/${bare}`;
    const all = [...new Set([...guards(route.behind), ...route.middleware])];
    for (const method of limited(route.methods, way.methods))
      add(
        {
          method,
          path,
          ...(place !== undefined && route.path === '' ? place : { file: route.file, line: route.line }),
          // What stands for one path belongs to the framework of the router above it.
          framework: ((node.stands === 'path' ? above.at(-1) : undefined) ?? node).rule.name,
          declared: route.declared,
          ...(route.handler === undefined ? {} : { handler: route.handler }),
          ...(all.length === 0 ? {} : { middleware: all }),
          ...(isLost ? { prefix: 'unknown' as const } : {}),
        },
        parts,
      );
  }
  const cut = node.notes.has('stripped') ? here : way.cut;
  for (const mount of node.mounts) {
    const whole = mount.isLost === true ? [] : [...here, written(mount.prefix, node)];
    const below = mount.isWhole === true ? reachable(joinPaths(whole, 'drop'), way, node) : undefined;
    const methods = mount.methods ?? way.methods;
    walk(
      mount.child,
      {
        prefixes: mount.isWhole === true ? cut : whole,
        parts: mount.at === undefined || mount.prefix === '' ? parts : [...parts, partAt(whole, mount.at)],
        middleware: [...guards(mount.behind), ...mount.middleware],
        above: [...above, node],
        isLost: isLost || mount.isLost === true,
        replaces: mount.replaces === true,
        ...(mount.place === undefined ? {} : { place: mount.place }),
        ...(way.configured === undefined ? {} : { configured: way.configured }),
        cut,
        ...(below === undefined ? {} : { within: below }),
        ...(methods === undefined ? {} : { methods }),
      },
      add,
    );
  }
}

const partAt = (prefixes: readonly string[], { file, line }: SaidPart | RouterNode['made']): SaidPart => ({
  path: prefixes.join('/'),
  file,
  line,
});

/** The paths of the routes that stand in nodes of their own. */
const ownPaths = (node: RouterNode, here: readonly string[]): string[] =>
  node.mounts.flatMap(({ child, prefix }) =>
    child.stands === 'path'
      ? child.routes.map(({ path }) =>
          joinPaths([...here, ...[prefix, child.prefix, path].map((part) => written(part, node))], 'drop'),
        )
      : [],
  );

const limited = (methods: readonly string[], limit: readonly string[] | undefined): readonly string[] =>
  limit !== undefined && methods.includes('ANY') ? limit : methods;

/** A path that no request has which comes this far was written for what is left when its beginning is cut off. */
function reachable(path: string, { within }: Way, node: RouterNode): string {
  if (within === undefined) return path;
  return liesBelow(path, within) ? path : joinPaths([within, path], node.rule.trailingSlash);
}

const shapeOf = (path: string): string => `${path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '')}/`;
const liesBelow = (path: string, within: string): boolean => shapeOf(path).startsWith(shapeOf(within));

const formsOf = (route: Registration, { rule }: RouterNode): (readonly [Registration, string])[] =>
  optionalForms(route.path, rule.notation).map((form) => [route, form]);

/** Words of middleware that decides who gets through; the rest of what an application uses for all routes tells little. */
const guardWord =
  /auth|guard|login|logged|session|jwt|token|permi|role|protect|csrf|limit|throttle|acl|polic|verif|admin|user/i;

function guardsOf(node: RouterNode, behind: number | undefined): string[] {
  const chosen = node.middleware.slice(0, node.rule.middlewareOrder === 'all' ? undefined : behind);
  return [...node.given, ...chosen.filter((name) => guardWord.test(name))];
}

function written(path: string, node: RouterNode): string {
  if (path === '') return '';
  const isRegexp = path.startsWith('/^') || (path.startsWith('/') && path.endsWith('$/'));
  const normal = isRegexp
    ? normalizePath(path.slice(1, -1), 'regexp')
    : normalizePath(
        path.replace(holes, (_whole, name: string) => `${holeStart}${name}${holeEnd}`),
        node.rule.notation,
      );
  return normal;
}
