import type { Route } from '../../../../../shared/inventory';
import { joinPaths } from '../paths/normalizePath';
import type { CodeIgniterFacts } from './codeIgniterFacts';
import type { PhpMethod } from './phpClass';

type Controller = NonNullable<CodeIgniterFacts['controller']>;
type Files = ReadonlyMap<string, CodeIgniterFacts>;

const framework = 'CodeIgniter';
const deepest = 10;
const mostRoutes = 20_000;
/** Where the controllers of version 3 begin, with the module that they may lie in. */
const oldFolder = /^(.*?(?:^|\/)application\/)(?:modules\/(\w+)\/)?controllers\/(.+)\.php$/;
const newFolder = /^(.*?(?:^|\/)app\/)Controllers\/(.+)\.php$/;
const oldBase =
  /^(?:CI_Controller|MX_Controller|REST_Controller|RestController|chriskacerguis\\RestServer\\RestController)$/;
const newBase = /^CodeIgniter\\(?:Controller|RESTful\\\w+)$/;
const verbs = /_(get|post|put|patch|delete)$/;
const improvedVerb = /^(get|post|put|patch|delete)(?=[A-Z])/;

/** The routes of controllers that CodeIgniter finds by their names, and the rules of its third version. */
export function codeIgniterRoutes(files: Files): Route[] {
  const classes = new Map(
    [...files.values()].flatMap(({ controller }) =>
      controller === undefined ? [] : [[controller.name, controller] as const],
    ),
  );
  const extended = new Set([...classes.values()].map(({ base }) => base));
  const routes: Route[] = [];
  for (const [file, { controller, rules = [] }] of files) {
    const old = oldFolder.exec(file);
    // What others extend is there for them, though it could be asked itself.
    if (controller !== undefined && !controller.isAbstract && !extended.has(controller.name)) {
      if (old !== null && reaches(controller, classes, oldBase, 0))
        routes.push(...oldRoutes(file, old, controller, files));
      const found = newFolder.exec(file);
      if (found !== null && reaches(controller, classes, newBase, 0))
        routes.push(...newRoutes(file, found, controller, files));
    }
    for (const { pattern, target, line, method } of rules)
      routes.push(
        route({ method: method ?? 'ANY', path: patternPath(pattern), file, line, handler: target }, 'explicit'),
      );
  }
  return routes.slice(0, mostRoutes);
}

const route = (
  said: Pick<Route, 'method' | 'path' | 'file' | 'line' | 'handler'>,
  declared: Route['declared'],
): Route => ({
  ...said,
  framework,
  ...(declared === undefined ? {} : { declared }),
});

function reaches(type: Controller, classes: ReadonlyMap<string, Controller>, base: RegExp, depth: number): boolean {
  if (base.test(type.base)) return true;
  const above = classes.get(type.base);
  return above !== undefined && depth < deepest && reaches(above, classes, base, depth + 1);
}

/** `(:num)`, `(:any)` and patterns are parameters. */
const patternPath = (pattern: string): string =>
  joinPaths([pattern.replace(/\(:(\w{1,20})\)/g, '{$1}').replace(/\([^()]{1,100}\)/g, '{part}')], 'drop');

const firstLower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const dashed = (name: string): string => name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '-').toLowerCase();
const given = ({ required }: PhpMethod): readonly string[] => required.map((name) => `{${name}}`);

function oldRoutes(
  file: string,
  [, root = '', module = '', inside = '']: RegExpExecArray,
  { name, methods }: Controller,
  files: Files,
): Route[] {
  const folder = inside.includes('/') ? inside.slice(0, inside.lastIndexOf('/')) : '';
  const own = firstLower(inside.slice(inside.lastIndexOf('/') + 1));
  const ruled = new Set(
    (files.get(`${root}config/routes.php`)?.rules ?? []).map(({ target }) =>
      target.toLowerCase().replace(/\/\$\d.*$/, ''),
    ),
  );
  // A module answers under its own name for the controller of that name.
  const controller = own === module ? '' : own;
  return methods.flatMap((method) => {
    if (/^(?:get_instance|index_options)$/.test(method.name)) return [];
    const verb = verbs.exec(method.name);
    const action = verb === null ? method.name : method.name.slice(0, verb.index);
    const key = [module, folder, own, action]
      .filter((part) => part !== '')
      .join('/')
      .toLowerCase();
    if (ruled.has(key)) return [];
    const parts = [
      module,
      folder,
      controller,
      action === 'index' && method.required.length === 0 ? '' : action,
      ...given(method),
    ];
    return [
      route(
        {
          method: verb?.[1]?.toUpperCase() ?? 'ANY',
          path: joinPaths([parts.filter((part) => part !== '').join('/')], 'drop'),
          file,
          line: method.line,
          handler: `${name}.${method.name}`,
        },
        'implied',
      ),
    ];
  });
}

function newRoutes(
  file: string,
  [, root = '', inside = '']: RegExpExecArray,
  { name, methods }: Controller,
  files: Files,
): Route[] {
  const settings = ['Routing', 'Routes', 'Feature'].flatMap((one) => files.get(`${root}Config/${one}.php`) ?? []);
  if (!settings.some(({ isAuto }) => isAuto === true)) return [];
  const isImproved = settings.some((one) => one.isImproved === true);
  const isDashed = settings.some((one) => one.isDashed === true);
  const named = settings.flatMap((one) => one.named ?? []);
  const first = settings.map((one) => one.defaultController).find((one) => one !== undefined) ?? 'Home';
  const short = inside.replace(/\//g, '\\');
  if (isImproved && named.some((one) => one === short || one.endsWith(`\\${short}`) || name.endsWith(`\\${one}`)))
    return [];
  const written = (word: string): string => (isImproved && isDashed ? dashed(word) : firstLower(word));
  const folders = inside.split('/').slice(0, -1).map(written);
  const own = inside.slice(inside.lastIndexOf('/') + 1);
  return methods.flatMap((method) => {
    const verb = isImproved ? improvedVerb.exec(method.name)?.[1] : undefined;
    if (method.name === 'initController' || (isImproved && verb === undefined)) return [];
    const action = written(verb === undefined ? method.name : method.name.slice(verb.length));
    const controller = own === first && (isImproved || action === 'index') ? '' : written(own);
    const parts = [...folders, controller, action === 'index' ? '' : action, ...given(method)];
    return [
      route(
        {
          method: verb?.toUpperCase() ?? 'ANY',
          path: joinPaths([parts.filter((part) => part !== '').join('/')], 'drop'),
          file,
          line: method.line,
          handler: `${name.slice(name.lastIndexOf('\\') + 1)}.${method.name}`,
        },
        'implied',
      ),
    ];
  });
}
