import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { CoreRouter, TableFacts, TableRow } from './tableFacts';

/** By the name of an action the request that it answers. */
const actions: Readonly<Record<string, readonly [method: string, onItem: boolean]>> = {
  find: ['GET', false],
  findOne: ['GET', true],
  create: ['POST', false],
  update: ['PUT', true],
  delete: ['DELETE', true],
};
const ofSingle: ReadonlySet<string> = new Set(['find', 'update', 'delete']);

/** The routes of tables; Strapi puts its own below `/api`, Nextcloud below the name of the application. */
export function tableRoutes(files: ReadonlyMap<string, TableFacts>): Route[] {
  return [...files].flatMap(([file, facts]) => {
    const { framework, rows = [], core = [] } = facts;
    const app = framework === 'Nextcloud' ? nextcloudAppOf(file, files) : undefined;
    const baseOf = (row: TableRow): string | undefined =>
      framework === 'Strapi' ? '/api' : framework === 'Nextcloud' ? nextcloudBase(app, row) : '';
    const notation = framework === 'Nextcloud' ? 'braces' : 'colon';
    const route = (row: TableRow, declared: Route['declared']): Route => ({
      method: row.method,
      path: joinPaths([baseOf(row) ?? '', normalizePath(row.path, notation)], 'drop'),
      file,
      line: row.line,
      framework,
      ...(declared === undefined ? {} : { declared }),
      ...(row.handler === undefined ? {} : { handler: row.handler }),
      ...(baseOf(row) === undefined ? { prefix: 'unknown' } : {}),
    });
    return [
      ...rows.map((row) => route(row, row.isImplied === true ? 'implied' : 'explicit')),
      ...core.flatMap((router) => coreRows(router, contentOf(router, file, files)).map((row) => route(row, 'implied'))),
    ];
  });
}

function coreRows(router: CoreRouter, content: TableFacts['content']): TableRow[] {
  if (content === undefined) return [];
  const { line, only, except = [], prefix, type } = router;
  const name = content.isSingle ? content.singular : content.plural;
  return Object.entries(actions).flatMap(([action, [method, onItem]]): TableRow[] => {
    const isLeftOut = (only !== undefined && !only.includes(action)) || except.includes(action);
    if (isLeftOut || (content.isSingle && !ofSingle.has(action))) return [];
    const item = onItem && !content.isSingle ? '/:id' : '';
    return [{ method, path: `${prefix}/${name}${item}`, line, handler: `${type}.${action}` }];
  });
}

/** `api::article.article` is described in `src/api/article/content-types/article/schema.json`. */
function contentOf({ type }: CoreRouter, file: string, files: ReadonlyMap<string, TableFacts>): TableFacts['content'] {
  const [api = '', name = ''] = type.split('.');
  const root = file.slice(0, file.indexOf('src/api/'));
  return files.get(`${root}src/api/${api}/content-types/${name}/schema.json`)?.content;
}

const appinfo = 'appinfo/';

/** The name of the application around a file, as the nearest manifest says it. */
export function nextcloudAppOf(file: string, files: ReadonlyMap<string, TableFacts>): string | undefined {
  for (let folder = file; folder !== ''; ) {
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')));
    const app = files.get(`${folder === '' ? '' : `${folder}/`}${appinfo}info.xml`)?.app;
    if (app !== undefined) return app;
  }
  return undefined;
}

/** Before the path of a route of an application; `undefined` where its name is not known. */
export function nextcloudBase(
  app: string | undefined,
  { below, root }: Pick<TableRow, 'below' | 'root'>,
): string | undefined {
  const own = root ?? (app === undefined ? undefined : `/apps/${app}`);
  return own === undefined ? undefined : below === 'ocs' ? `/ocs/v2.php${own}` : own;
}
