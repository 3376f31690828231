import type { Extractor } from '../../../extractor';
import { foreignRoles } from '../../../fileRoles';

/** The routes that a file of Play lists, and the files that it includes. */
export interface PlayRoutes {
  readonly routes: readonly PlayRoute[];
  readonly includes: readonly { readonly prefix: string; readonly router: string }[];
}
interface PlayRoute {
  readonly method: string;
  readonly path: string;
  readonly line: number;
  readonly handler: string;
}

const route = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]{1,60}(\/\S{0,300})[ \t]{1,80}@?([\w.]{1,300})/;
const include = /^->[ \t]{1,60}(\/\S{0,200})[ \t]{1,80}([\w.]{1,200})/;

/** Reads `conf/routes` and `conf/admin.routes`: `GET /users/:id controllers.Users.show(id: Long)`. */
export const playRoutesExtractor: Extractor<PlayRoutes> = {
  id: 'entryPoints.playRoutes',
  version: 1,
  wants: (file) => /(?:^|\/)conf\/(?:[\w-]+\.)?routes$/.test(file.path) && !foreignRoles.has(file.role),
  extract(file) {
    const routes: PlayRoute[] = [];
    const includes: { prefix: string; router: string }[] = [];
    file.text.split('\n').forEach((text, at) => {
      const [, method, path, handler] = route.exec(text) ?? [];
      if (method !== undefined && path !== undefined && handler !== undefined)
        routes.push({ method, path: playPath(path), line: at + 1, handler });
      const [, prefix, router] = include.exec(text) ?? [];
      if (prefix !== undefined && router !== undefined) includes.push({ prefix, router });
    });
    return routes.length + includes.length === 0 ? undefined : { routes, includes };
  },
};

/** `/users/:id`, `/files/*name`, `/items/$id<[0-9]+>`. */
const playPath = (path: string): string =>
  path
    .replace(/\$(\w{1,60})<[^<>]{1,100}>/g, '{$1}')
    .replace(/:(\w{1,60})/g, '{$1}')
    .replace(/\*(\w{1,60})/g, '{$1*}');
