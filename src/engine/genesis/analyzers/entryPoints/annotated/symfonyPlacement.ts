import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import { normalize } from '../run/project/project';
import { directoryOf } from '../run/project/unit';
import { plainKey } from '../settings/settingsExtractor';
import type { SymfonyRouteEntry } from '../settings/symfonyRoutesExtractor';
import type { Placement } from './placements';

export type SymfonyRoutes = ReadonlyMap<string, readonly SymfonyRouteEntry[]>;

/** A folder or file of controllers, and what stands in front of their routes. */
interface Imported {
  readonly folder: string;
  readonly prefix: string;
}

/** The files with what the parameters of the container stand for in their paths: `%app.backend%/users`. */
export function withParameters(files: SymfonyRoutes, settings: ReadonlyMap<string, string>): SymfonyRoutes {
  const filled = (text: string): string =>
    text.replace(/%([\w.-]{1,80})%/g, (_whole, name: string) => {
      const short = name.slice(name.lastIndexOf('.') + 1);
      return settings.get(plainKey(`parameters.${name}`)) ?? `{${short}}`;
    });
  const entry = (found: SymfonyRouteEntry): SymfonyRouteEntry => ({
    ...found,
    ...(found.path === undefined ? {} : { path: filled(found.path) }),
    ...(found.prefix === undefined ? {} : { prefix: filled(found.prefix) }),
  });
  return new Map([...files].map(([path, entries]) => [path, entries.map(entry)]));
}

/** The prefixes with which route files take in controllers. */
export function symfonyPlacement(files: SymfonyRoutes): Placement {
  const imported = [...files].flatMap(([path, entries]) =>
    entries.flatMap((entry): Imported[] => {
      if (entry.resource === undefined || (entry.prefix ?? '') === '') return [];
      // The tag stands for all controllers with routes.
      if (entry.resource === 'routing.controllers') return [{ folder: '', prefix: entry.prefix ?? '' }];
      const folder = normalize(`${directoryOf(path)}/${entry.resource}`).replace(/\/?\*.*$/, '');
      return [{ folder, prefix: entry.prefix ?? '' }];
    }),
  );
  return {
    prefixes({ type }) {
      const found = imported.filter(
        ({ folder }) => folder === '' || type.unit.path === folder || type.unit.path.startsWith(`${folder}/`),
      );
      const [nearest] = found.sort((a, b) => b.folder.length - a.folder.length);
      return [nearest === undefined ? '' : normalizePath(nearest.prefix, 'braces')];
    },
  };
}

/** Routes that stand in route files themselves, below the prefixes of the files that take them in. */
export function symfonyFileRoutes(files: SymfonyRoutes): Route[] {
  return [...files].flatMap(([path, entries]) =>
    entries.flatMap((entry): Route[] => {
      if (entry.path === undefined) return [];
      const whole = joinPaths([prefixOf(path, files, 0), normalizePath(entry.path, 'braces')], 'keep');
      return (entry.methods ?? ['ANY']).map((method) => ({
        method,
        path: whole,
        file: path,
        line: entry.line,
        framework: 'Symfony',
        declared: 'explicit',
        ...(entry.controller === undefined ? {} : { handler: handlerName(entry.controller) }),
      }));
    }),
  );
}

function prefixOf(path: string, files: SymfonyRoutes, depth: number): string {
  if (depth > 8) return '';
  for (const [other, entries] of files)
    for (const entry of entries) {
      if (entry.resource === undefined || other === path) continue;
      const end = normalize(entry.resource.replace(/^@\w+\//, ''));
      const target = normalize(`${directoryOf(other)}/${entry.resource}`);
      if (target !== path && !(entry.resource.startsWith('@') && path.endsWith(`/${end}`))) continue;
      return `${prefixOf(other, files, depth + 1)}/${normalizePath(entry.prefix ?? '', 'braces')}`;
    }
  return '';
}

function handlerName(controller: string): string {
  return controller.slice(controller.lastIndexOf('\\') + 1).replace('::', '.');
}
