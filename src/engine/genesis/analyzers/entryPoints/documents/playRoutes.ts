import type { Route } from '../../../../../shared/inventory';
import { joinPaths } from '../paths/normalizePath';
import type { PlayRoutes } from './playRoutesExtractor';

const deepest = 8;

/** The routes of Play's files; `-> /admin admin.Routes` puts those of `conf/admin.routes` below a prefix. */
export function playRoutes(files: ReadonlyMap<string, PlayRoutes>): Route[] {
  const included = new Set<string>();
  const found = new Map<string, Route>();
  const fileOf = (router: string): string | undefined => {
    const name = router.replace(/\.Routes$/, '');
    return [...files.keys()].find((path) => path.endsWith(`/${name}.routes`) || path === `${name}.routes`);
  };
  for (const { includes } of files.values())
    for (const { router } of includes) {
      const target = fileOf(router);
      if (target !== undefined) included.add(target);
    }
  const add = (file: string, prefix: string, depth: number): void => {
    const facts = files.get(file);
    if (facts === undefined || depth > deepest) return;
    for (const { method, path, line, handler } of facts.routes) {
      const whole = joinPaths([prefix, path], 'keep');
      const route: Route = { method, path: whole, file, line, framework: 'Play', handler, declared: 'explicit' };
      found.set(`${method} ${whole} ${file}:${line}`, route);
    }
    for (const { prefix: below, router } of facts.includes) {
      const target = fileOf(router);
      if (target !== undefined) add(target, joinPaths([prefix, below], 'keep'), depth + 1);
    }
  };
  for (const file of files.keys()) if (!included.has(file)) add(file, '', 0);
  return [...found.values()];
}
