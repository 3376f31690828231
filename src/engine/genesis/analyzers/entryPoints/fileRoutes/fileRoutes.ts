import type { Route } from '../../../../../shared/inventory';
import type { PackageFacts } from '../packages/packageExtractor';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { FilePlace, FileRouteRule } from '../rules/files/fileRouteRule';
import { fileRouteRules } from '../rules/files/fileRouteRules';
import { normalize } from '../run/project/project';
import { pathOfFile } from './filePath';
import type { FileRouteFacts } from './fileRouteExtractor';
import { asSet, type NextSettings, pageEndings, pageNamed, settingsAbove } from './nextSettings';

/**
 * Routes that are made of the places of files. `packages` by the folder of their `package.json`, `applications` of Next by
 * that of their settings.
 */
export function findFileRoutes(
  files: ReadonlyMap<string, FileRouteFacts>,
  packages: ReadonlyMap<string, PackageFacts>,
  applications: ReadonlyMap<string, NextSettings>,
): Route[] {
  const found: Route[] = [];
  const endings = pageEndings(files.keys());
  for (const [path, facts] of files)
    for (const rule of fileRouteRules) {
      const next = rule.id === 'next' ? settingsAbove(path, applications) : undefined;
      const named = rule.id === 'next' ? pageNamed(path, next, endings) : path;
      const routes = named === undefined ? [] : routesOf(rule, named, facts, packages, path);
      if (routes.length === 0) continue;
      found.push(...asSet(routes, next), ...handledBeside(routes, files.get(`${path}.cs`)));
      break;
    }
  return found;
}

function routesOf(
  rule: FileRouteRule,
  path: string,
  facts: FileRouteFacts,
  packages: ReadonlyMap<string, PackageFacts>,
  file: string,
): Route[] {
  const folder = rule.dependencies.length === 0 ? '' : packageFolder(rule, path, packages);
  if (folder === undefined) return [];
  const inside = folder === '' ? path : path.slice(folder.length + 1);
  for (const place of rule.places) {
    const match = place.pattern.exec(inside);
    if (match === null) continue;
    const said = match.groups?.['path'] ?? '';
    const deep = place.isDeep === true ? said.replace(/\[\[(\w+)\]\]/g, '[...$1]') : said;
    const written = pathOfFile(deep, place.notation, place.silent ?? []);
    if (written === undefined) return [];
    const area = match.groups?.['area'];
    const whole = area === undefined ? written : `/${area}${written}`;
    return routesAt({ rule, place, path: file, facts }, whole, match.groups?.['method']);
  }
  return [];
}

/** The forms of a page of Razor: methods that the class beside it handles, at the path of the page. */
function handledBeside([page]: readonly Route[], code: FileRouteFacts | undefined): Route[] {
  if (page === undefined || code === undefined) return [];
  return code.methods.map(({ name, line }) => ({
    ...page,
    method: name,
    file: `${page.file}.cs`,
    line,
    declared: 'explicit',
  }));
}

/** What the modules export that a table of routes names: `route('users', './users.tsx')`. */
export function routesOfModules(table: readonly Route[], files: ReadonlyMap<string, FileRouteFacts>): Route[] {
  const [place] = fileRouteRules.find(({ id }) => id === 'reactRouterTable')?.places ?? [];
  return table.flatMap((row): Route[] => {
    if (place === undefined || row.framework !== 'React Router' || row.handler === undefined) return [];
    const folder = row.file.slice(0, row.file.lastIndexOf('/') + 1);
    const file = normalize(`${folder}${row.handler}`);
    const facts = files.get(file);
    if (facts === undefined) return [];
    const { path, framework } = row;
    const found = exportedRoutes(place, facts, (method, line, handler, declared) => ({
      method,
      path,
      file,
      line,
      framework,
      ...(handler === undefined ? {} : { handler }),
      ...(declared === undefined ? {} : { declared }),
    }));
    return found.filter(({ declared }) => declared === 'explicit');
  });
}

/** The nearest folder above the file whose package depends on the framework. */
function packageFolder(
  rule: FileRouteRule,
  path: string,
  packages: ReadonlyMap<string, PackageFacts>,
): string | undefined {
  for (let at = path.lastIndexOf('/'); ; at = path.lastIndexOf('/', at - 1)) {
    const folder = at <= 0 ? '' : path.slice(0, at);
    const names = packages.get(folder)?.dependencies ?? [];
    const has = (wanted: readonly string[]): boolean => wanted.some((name) => names.includes(name));
    if (has(rule.dependencies) && (rule.besides === undefined || has(rule.besides)))
      return has(rule.never ?? []) ? undefined : folder;
    if (folder === '') return undefined;
  }
}

interface PlacedFile {
  readonly rule: FileRouteRule;
  readonly place: FilePlace;
  readonly path: string;
  readonly facts: FileRouteFacts;
}

function routesAt({ rule, place, path, facts }: PlacedFile, written: string, method: string | undefined): Route[] {
  const route = (name: string, line: number, handler: string | undefined, declared: Route['declared']): Route => ({
    method: name,
    path: joinPaths([place.prefix ?? '', written], 'drop'),
    file: path,
    line,
    framework: rule.name,
    ...(handler === undefined ? {} : { handler }),
    ...(declared === undefined ? {} : { declared }),
  });
  switch (place.gives) {
    case 'page': {
      // `~/` is the root of the application, which takes the place of the folder just as `/` does.
      const own = facts.page === undefined ? undefined : normalizePath(facts.page.replace(/^~(?=\/)/, ''), 'braces');
      const page = route('GET', 1, undefined, 'implied');
      if (own === undefined) return [page];
      return [{ ...page, path: own.startsWith('/') ? own : joinPaths([page.path, own], 'drop') }];
    }
    case 'name': {
      // What exports no handler helps those that do.
      const handler = facts.exports.find((exported) => exported.name === 'default');
      if (handler === undefined && facts.exports.length > 0) return [];
      return [route(method?.toUpperCase() ?? 'ANY', handler?.line ?? 1, undefined, 'explicit')];
    }
    case 'handler': {
      const line = facts.exports.find((exported) => exported.name === 'default')?.line ?? 1;
      // What only answers the browser's question beforehand takes any method.
      if (facts.methods.every(({ name }) => name === 'OPTIONS')) return [route('ANY', line, undefined, 'explicit')];
      return facts.methods.map(({ name, line: at }) => route(name, at, undefined, 'explicit'));
    }
    case 'listed': {
      if (facts.methods.length > 0)
        return facts.methods.map(({ name, line }) => route(name, line, undefined, 'explicit'));
      return /\.[tj]sx$/.test(path) ? [route('GET', 1, undefined, 'implied')] : [];
    }
    case 'nothing':
      return [];
    case 'exports':
      return exportedRoutes(place, facts, route);
  }
}

function exportedRoutes(
  place: FilePlace,
  facts: FileRouteFacts,
  route: (name: string, line: number, handler: string | undefined, declared: Route['declared']) => Route,
): Route[] {
  const routes = new Map<string, Route>();
  for (const { name, line } of facts.exports) {
    const method = Object.hasOwn(place.exported ?? {}, name) ? place.exported?.[name] : undefined;
    if (method === undefined || routes.has(method)) continue;
    routes.set(
      method,
      route(method, line, name === 'default' ? undefined : name, name === 'default' ? 'implied' : 'explicit'),
    );
  }
  return [...routes.values()];
}
