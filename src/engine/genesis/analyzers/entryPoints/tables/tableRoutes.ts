import type { Route } from '../../../../../shared/inventory';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import { frappeBase } from './frappe';
import { payloadBase } from './payload';
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

/** The routes of tables; Strapi puts its own below `/api`, others below the name of the application. */
export function tableRoutes(files: ReadonlyMap<string, TableFacts>): Route[] {
  const auto = [...new Set([...files.values()].flatMap((facts) => facts.auto ?? []))];
  return [...files].flatMap(([file, facts]) => {
    const { framework, rows = [], core = [], actions = [] } = facts;
    const pathOf = pathsOf(file, facts, files);
    const route = (row: TableRow, declared: Route['declared'], path = pathOf(row)): Route => ({
      method: row.method,
      path: path ?? written(row, framework),
      file,
      line: row.line,
      framework,
      ...(declared === undefined ? {} : { declared }),
      ...(row.handler === undefined ? {} : { handler: row.handler }),
      ...(path === undefined ? { prefix: 'unknown' } : {}),
    });
    return [
      ...rows
        .filter((row) => framework !== 'Payload' || pathOf(row) !== undefined)
        .map((row) => route(row, row.isImplied === true ? 'implied' : 'explicit')),
      ...core.flatMap((router) => coreRows(router, contentOf(router, file, files)).map((row) => route(row, 'implied'))),
      ...actions.flatMap((row) => auto.map((below) => route(row, 'explicit', joined(below, written(row, framework))))),
    ];
  });
}

const inBraces: ReadonlySet<string> = new Set(['Nextcloud', 'Mautic', 'TYPO3']);

const joined = (base: string, path: string): string => joinPaths([base, path], 'drop');

const written = ({ path }: TableRow, framework: TableFacts['framework']): string =>
  joined('', normalizePath(path, inBraces.has(framework) ? 'braces' : 'colon'));

/** How the whole path of a row is made; it gives nothing where that is not known. */
function pathsOf(
  file: string,
  { framework }: TableFacts,
  files: ReadonlyMap<string, TableFacts>,
): (row: TableRow) => string | undefined {
  const below = (base: string | undefined, row: TableRow): string | undefined =>
    base === undefined ? undefined : joined(base, written(row, framework));
  switch (framework) {
    case 'Strapi':
      return (row) => below('/api', row);
    case 'Payload':
      return (row) => below(payloadBase(file, row, files), row);
    case 'Magento':
      return (row) => below('/rest', row);
    case 'Nextcloud': {
      const app = nextcloudAppOf(file, files);
      return (row) => below(nextcloudBase(app, row), row);
    }
    case 'Frappe': {
      const base = frappeBase(file, files);
      return ({ path }) => (base === undefined ? undefined : `${base}${path}`);
    }
    default:
      return (row) => written(row, framework);
  }
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

/** The applications whose pages may lie elsewhere than below `/apps`. */
const atTheRoot: ReadonlySet<string> = new Set(
  'cloud_federation_api core files_sharing files profile settings spreed'.split(' '),
);

/** Before the path of a route of an application; `undefined` where its name is not known. */
export function nextcloudBase(
  app: string | undefined,
  { below, root }: Pick<TableRow, 'below' | 'root'>,
): string | undefined {
  const usual = app === undefined ? undefined : `/apps/${app}`;
  if (below === 'ocs') return (root ?? usual) === undefined ? undefined : `/ocs/v2.php${root ?? usual}`;
  return app !== undefined && !atTheRoot.has(app) ? usual : (root ?? usual);
}
