import type { Route } from '../../../../../../shared/inventory';
import { joinPaths } from '../../paths/normalizePath';
import type { ServerSettings } from '../../settings/settingsExtractor';
import type { GrailsController } from './grailsControllers';
import type { UrlMapping } from './urlMappings';

type Controllers = ReadonlyMap<string, GrailsController>;
interface Found extends GrailsController {
  readonly file: string;
}

const rootOf = (path: string): string => path.slice(0, path.indexOf('grails-app/'));

/** The routes of applications of Grails: what their mappings say, and the actions of controllers where these leave them open. */
export function grailsRoutes(
  mappings: ReadonlyMap<string, readonly UrlMapping[]>,
  controllers: Controllers,
  settings: ReadonlyMap<string, ServerSettings>,
): Route[] {
  const all = [...controllers].map(([file, found]): Found => ({ ...found, file }));
  const mapped = new Set([...mappings.keys()].map(rootOf));
  const open = [...mappings].filter(([, found]) => found.some(({ path }) => isOpen(path)));
  return [...mappings].flatMap(([file, found]) => {
    const root = rootOf(file);
    const values = settings.get(`${root}grails-app/conf/application.yml`)?.values;
    const context = values?.['server.servlet.contextpath'] ?? values?.['server.contextpath'] ?? '';
    // The mappings of an application take in the controllers of plug-ins without mappings of their own.
    const near = all.filter((one) => rootOf(one.file) === root || (open.length === 1 && !mapped.has(rootOf(one.file))));
    return found
      .flatMap((mapping) => routesOf({ mapping, file, near, all }))
      .map((route) => ({
        ...route,
        path: joinPaths([context, route.path], 'drop'),
      }));
  });
}

const isOpen = (path: string): boolean => /\$\{?controller\b/.test(path);

interface Here {
  readonly mapping: UrlMapping;
  readonly file: string;
  /** Controllers of the application, and those of all applications for names that are said. */
  readonly near: readonly Found[];
  readonly all: readonly Found[];
}

function routesOf(here: Here): Route[] {
  const { mapping, near, all } = here;
  if (mapping.resources !== undefined) return resourceRoutes(here);
  if (isOpen(mapping.path))
    return near
      .filter((one) => !one.isAbstract && one.namespace === mapping.namespace)
      .flatMap((one) => actionRoutes(here, one, mapping.path.replace(/\$\{?controller\b\}?\??/, one.name)));
  const named = controllerNamed(mapping.controller, near, all);
  if (/\$\{?action\b/.test(mapping.path)) return named === undefined ? [] : actionRoutes(here, named, mapping.path);
  const { actions, action, method } = mapping;
  const entries = actions === undefined ? [] : Object.entries(actions);
  if (entries.length > 0) return entries.map(([verb, name]) => told(here, verb, mapping.path, name));
  const methods =
    method === undefined ? (named === undefined ? [] : allowed(named, action ?? defaultOf(named, all))) : [method];
  return (methods.length === 0 ? ['ANY'] : methods).map((verb) => told(here, verb, mapping.path, action));
}

const controllerNamed = (name: string | undefined, near: readonly Found[], all: readonly Found[]): Found | undefined =>
  near.find((one) => one.name === name) ?? all.find((one) => one.name === name);

/** The actions of a controller below a path that leaves the action open. */
function actionRoutes(here: Here, controller: Found, path: string): Route[] {
  const usual = defaultOf(controller, here.all);
  const isOptional = /\$\{?action\b\}?\?/.test(path);
  // What may be missing behind the action is left out.
  const behind = path.replace(/(?:\/\$\{?(?!action\b)\w{1,80}\}?(?:\*\*)?\?){1,9}/g, '');
  return actionsOf(controller, here.all).flatMap(({ name, line, file }) => {
    const said = name === usual && isOptional ? '' : name;
    const whole = behind.replace(/\$\{?action\b\}?\??/, said);
    const methods = here.mapping.method === undefined ? allowed(controller, name) : [here.mapping.method];
    return (methods.length === 0 ? ['ANY'] : methods).map(
      (verb): Route => ({ ...told(here, verb, whole, name, controller.name), file, line, declared: 'implied' }),
    );
  });
}

const restful: Readonly<Record<string, readonly string[]>> = {
  index: ['GET'],
  show: ['GET'],
  create: ['GET'],
  edit: ['GET'],
  save: ['POST'],
  update: ['PUT', 'POST'],
  patch: ['PATCH'],
  delete: ['DELETE'],
};
const deepest = 6;

type Action = { readonly name: string; readonly line: number; readonly file: string };

/** Its own actions and those that it inherits. */
function actionsOf(controller: Found, all: readonly Found[], depth = 0): readonly Action[] {
  const own = controller.actions.map((one) => ({ ...one, file: controller.file }));
  const above = all.find(
    (one) => `${one.name}controller` === (controller.base ?? '').toLowerCase() || isNamed(one, controller.base),
  );
  const inherited =
    controller.base === 'RestfulController'
      ? Object.keys(restful).map((name) => ({ name, line: 1, file: controller.file }))
      : above !== undefined && depth < deepest
        ? actionsOf(above, all, depth + 1)
        : [];
  const seen = new Set<string>();
  return [...own, ...inherited].filter(({ name }) => !seen.has(name) && seen.add(name) !== undefined);
}

const isNamed = (one: Found, base: string | undefined): boolean =>
  base !== undefined && one.file.endsWith(`/${base}.groovy`);

function defaultOf(controller: Found, all: readonly Found[]): string {
  const [only, ...others] = actionsOf(controller, all);
  return controller.defaultAction ?? (only !== undefined && others.length === 0 ? only.name : 'index');
}

function allowed(controller: Found, action: string): readonly string[] {
  return controller.allowed[action] ?? (controller.base === 'RestfulController' ? restful[action] : undefined) ?? [];
}

const ofResources = [
  ['index', 'GET', ''],
  ['create', 'GET', '/create'],
  ['save', 'POST', ''],
  ['show', 'GET', '/$id'],
  ['edit', 'GET', '/$id/edit'],
  ['update', 'PUT', '/$id'],
  ['patch', 'PATCH', '/$id'],
  ['delete', 'DELETE', '/$id'],
] as const;

function resourceRoutes(here: Here): Route[] {
  const { path, resources, only, without } = here.mapping;
  return ofResources.flatMap(([action, method, end]) => {
    if ((only !== undefined && !only.includes(action)) || without?.includes(action) === true) return [];
    // A single resource has no list, and none of its paths an id.
    if (resources === 'one' && action === 'index') return [];
    const below = resources === 'one' ? end.replace('/$id', '') : end;
    return [{ ...told(here, method, path + below, action), declared: 'implied' as const }];
  });
}

function told(
  { mapping, file }: Here,
  method: string,
  path: string,
  action: string | undefined,
  controller = mapping.controller,
): Route {
  const handler = [controller, action].filter((part) => part !== undefined).join('.');
  return {
    method: method.toUpperCase(),
    path: pathOf(path),
    file,
    line: mapping.line,
    framework: 'Grails',
    declared: 'explicit',
    ...(handler === '' ? {} : { handler }),
  };
}

/** `/users/$id/files/$path**`, `(.$format)?`, `/*`. */
function pathOf(path: string): string {
  const written = path
    .replace(/\(\.\$\{?\w{1,60}\}?\)\??/g, '')
    .replace(
      /\$\{?(\w{1,80})\}?(\*\*)?\??/g,
      (_mark, name: string, rest: string | undefined) => `{${name}${rest === undefined ? '' : '*'}}`,
    )
    .replace(/(?<![\w}*{])\*\*/g, '{path*}')
    .replace(/(?<![\w}*{])\*(?!\*)/g, '{path}')
    .replace(/[()?]/g, '');
  return joinPaths([written], 'drop');
}
