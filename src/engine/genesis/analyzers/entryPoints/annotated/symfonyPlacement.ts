import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import { argumentAt } from '../run/arguments';
import type { Interpreter } from '../run/interpreter';
import { normalize } from '../run/project/project';
import { directoryOf } from '../run/project/unit';
import { methodsIn } from '../run/routers/registering';
import type { ClassValue } from '../run/values';
import { plainKey } from '../settings/settingsExtractor';
import { isDrupalRouting, logoutLoader, type SymfonyRouteEntry } from '../settings/symfonyRoutesExtractor';
import type { DescribedClass } from './annotatedRoutes';
import { pathsAt } from './annotationsOf';
import type { Placement } from './placements';

export type SymfonyRoutes = ReadonlyMap<string, readonly SymfonyRouteEntry[]>;

/** A folder or file of controllers, and what stands in front of their routes. */
interface Imported {
  readonly folder: string;
  readonly prefix: string;
  /** Folders and files below it that this entry leaves out. */
  readonly excluded: readonly string[];
}

/** The files with what the parameters of the container stand for in their paths: `%app.backend%/users`. */
export function withParameters(files: SymfonyRoutes, settings: ReadonlyMap<string, string>): SymfonyRoutes {
  const filled = (text: string): string => filledPath(text, settings);
  const entry = (found: SymfonyRouteEntry): SymfonyRouteEntry => ({
    ...found,
    ...(found.path === undefined ? {} : { path: filled(found.path) }),
    ...(found.prefix === undefined ? {} : { prefix: filled(found.prefix) }),
  });
  return new Map([...files].map(([path, entries]) => [path, entries.map(entry)]));
}

function filledPath(path: string, settings: ReadonlyMap<string, string>): string {
  return path.replace(/%([\w.-]{1,80})%/g, (_whole, name: string) => {
    const short = name.slice(name.lastIndexOf('.') + 1);
    return settings.get(plainKey(`parameters.${name}`)) ?? `{${short}}`;
  });
}

/** The same of the routes that stand on the controllers: `@Route("/%admin_route%/product")`. */
export function routesWithParameters(routes: readonly Route[], settings: ReadonlyMap<string, string>): Route[] {
  return routes.map((route) =>
    route.framework === 'Symfony' && route.path.includes('%')
      ? { ...route, path: joinPaths([filledPath(route.path, settings)], 'keep') }
      : route,
  );
}

/** `src/{Entity,Tests}` names two folders. */
function chosen(glob: string): string[] {
  const [whole, names = ''] = /\{([^{}]{1,400})\}/.exec(glob) ?? [];
  return whole === undefined ? [glob] : names.split(',').map((name) => glob.replace(whole, name));
}

/** The prefixes with which route files take in controllers. */
export function symfonyPlacement(files: SymfonyRoutes, interpreter: Interpreter): Placement {
  const imported = [...files].flatMap(([path, entries]) =>
    entries.flatMap((entry): Imported[] => {
      if (entry.resource === undefined) return [];
      const folderOf = (resource: string): string =>
        normalize(`${directoryOf(path)}/${resource}`).replace(/\/?[*{].*$|\/$/, '');
      const excluded = (entry.exclude ?? []).flatMap(chosen).map(folderOf);
      const prefix = entry.prefix ?? '';
      // The tag stands for all controllers with routes.
      if (entry.resource === 'routing.controllers') return prefix === '' ? [] : [{ folder: '', prefix, excluded }];
      const folder = folderOf(entry.resource);
      return folder === '' ? [] : [{ folder, prefix, excluded }];
    }),
  );
  const lies = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
  const prefixOf = (type: ClassValue): string => {
    const { path } = type.unit;
    const found = imported.filter(
      ({ folder, excluded }) =>
        (folder === '' || lies(path, folder)) && !excluded.some((without) => lies(path, without)),
    );
    // Of two that take in the same folder the one that says more counts.
    const [nearest] = found.sort((a, b) => b.folder.length - a.folder.length || b.prefix.length - a.prefix.length);
    return nearest === undefined ? '' : normalizePath(nearest.prefix, 'braces');
  };
  return {
    prefixes: ({ type }) => [prefixOf(type)],
    further: (described) => invoked(interpreter, described, prefixOf(described.type)),
  };
}

/** `#[Route('/profile')] final class ShowProfile { public function __invoke() }`: the class says the route of its one method. */
function invoked(interpreter: Interpreter, { type, annotations, methods }: DescribedClass, prefix: string): Route[] {
  const declared = interpreter.classDeclarationOf(type);
  const isInvoked = declared?.methods.some((id) => type.unit.program.functions[id]?.name === '__invoke') === true;
  if (!isInvoked || methods.length > 0) return [];
  return annotations
    .filter(({ name }) => name === 'Route')
    .flatMap((annotation) => {
      const said = methodsIn(argumentAt(annotation.args, 'methods')?.value);
      return (pathsAt(annotation, ['path', 'value', 0]) ?? []).flatMap((path) =>
        (said.length === 0 ? ['ANY'] : said).map((method) => ({
          method,
          path: joinPaths([prefix, normalizePath(path, 'braces')], 'keep'),
          file: type.unit.path,
          line: argumentAt(annotation.args, ['path', 'value', 0])?.line ?? annotation.line,
          framework: 'Symfony',
          declared: 'explicit' as const,
          ...(declared === undefined ? {} : { handler: declared.name }),
        })),
      );
    });
}

/** Routes that stand in route files themselves, below the prefixes of the files that take them in. */
export function symfonyFileRoutes(files: SymfonyRoutes): Route[] {
  const loads = [...files.values()].some((entries) => entries.some(({ resource }) => resource === logoutLoader));
  return [...files].flatMap(([path, entries]) =>
    entries.flatMap((entry): Route[] => {
      if (entry.path === undefined || (entry.isLogout === true && !loads)) return [];
      const whole = joinPaths([prefixOf(path, files, 0), normalizePath(entry.path, 'braces')], 'keep');
      return (entry.methods ?? ['ANY']).map((method) => ({
        method,
        path: whole,
        file: path,
        line: entry.line,
        framework: isDrupalRouting(path) ? 'Drupal' : 'Symfony',
        declared: entry.isImplied === true ? 'implied' : 'explicit',
        ...(entry.controller === undefined ? {} : { handler: handlerName(entry.controller) }),
      }));
    }),
  );
}

/** What the files that take one in put in front of its routes. */
export const prefixOfFile = (path: string, files: SymfonyRoutes): string => prefixOf(path, files, 0);

function prefixOf(path: string, files: SymfonyRoutes, depth: number): string {
  if (depth > 8) return '';
  for (const [other, entries] of files)
    for (const entry of entries) {
      if (entry.resource === undefined || other === path) continue;
      const end = normalize(entry.resource.replace(/^@\w+\//, ''));
      const target = normalize(`${directoryOf(other)}/${entry.resource}`);
      if (target !== path && !(path.endsWith(`/${end}`) && isOfBundle(entry.resource, path, end))) continue;
      return `${prefixOf(other, files, depth + 1)}/${normalizePath(entry.prefix ?? '', 'braces')}`;
    }
  return '';
}

/** `@ShopOrderBundle/Resources/config/routing.php` lies in the folder that the bundle is called after. */
function isOfBundle(resource: string, path: string, end: string): boolean {
  const bundle = /^@(\w{1,100})\//.exec(resource)?.[1];
  if (bundle === undefined) return false;
  const folder = path.slice(0, -end.length - 1);
  const last = folder.slice(folder.lastIndexOf('/') + 1);
  return !last.endsWith('Bundle') || bundle.endsWith(last);
}

function handlerName(controller: string): string {
  return controller.slice(controller.lastIndexOf('\\') + 1).replace('::', '.');
}
