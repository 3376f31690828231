import type { Route } from '../../../../../shared/inventory';
import { joinPaths } from '../paths/normalizePath';
import { lostPrefix } from '../settings/lostPrefix';
import type { PlayRoutes } from './playRoutesExtractor';
import type { RouterMount } from './scala/scalaRoutes';

const deepest = 8;

/**
 * The routes of Play's files; `-> /admin admin.Routes` puts those of `conf/admin.routes` below a prefix. `contexts` by the
 * file of settings that puts a whole application below one. `mounts` are the routers of code that they put somewhere.
 */
export function playRoutes(
  files: ReadonlyMap<string, PlayRoutes>,
  contexts: ReadonlyMap<string, string | undefined>,
): { readonly routes: Route[]; readonly mounts: RouterMount[] } {
  const included = new Set<string>();
  const found = new Map<string, Route>();
  const mounts: RouterMount[] = [];
  const fileOf = (router: string): string | undefined => {
    const name = router.replace(/\.Routes$/, '');
    return [...files.keys()].find((path) => path.endsWith(`/${name}.routes`) || path === `${name}.routes`);
  };
  for (const { includes } of files.values())
    for (const { router } of includes) {
      const target = fileOf(router);
      if (target !== undefined) included.add(target);
    }
  const add = (file: string, prefix: string, isLost: boolean, depth: number): void => {
    const facts = files.get(file);
    if (facts === undefined || depth > deepest) return;
    for (const { method, path, line, handler } of facts.routes) {
      const whole = joinPaths([prefix, path], 'keep');
      found.set(`${method} ${whole} ${file}:${line}`, {
        method,
        path: whole,
        file,
        line,
        framework: 'Play',
        handler,
        declared: 'explicit',
        ...(isLost ? { prefix: 'unknown' as const } : {}),
      });
    }
    for (const { prefix: below, router } of facts.includes) {
      const target = fileOf(router);
      const whole = joinPaths([prefix, below], 'keep');
      if (target !== undefined) add(target, whole, isLost, depth + 1);
      else mounts.push({ file, prefix: whole, router, isLost });
    }
  };
  for (const file of files.keys()) {
    if (included.has(file)) continue;
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const said = new Set([...contexts].flatMap(([path, context]) => (path.startsWith(folder) ? (context ?? []) : [])));
    const [context = ''] = said;
    const isLost = said.size > 1 || context === lostPrefix;
    add(file, isLost ? '' : context, isLost, 0);
  }
  return { routes: [...found.values()], mounts };
}
