import type { SourceFile } from '../../../../sourceFile';
import type { Expression } from '../../program/program';
import type { TableFacts, TableRow } from '../tableFacts';
import { PhpTable, phpProgram } from './phpTable';

/** Where the routes of a table lie: below the application, or below the interface for other programs. */
const sections: readonly (readonly [key: string, below: 'web' | 'ocs'])[] = [
  ['routes', 'web'],
  ['ocs', 'ocs'],
];
const resourceSections: readonly (readonly [key: string, below: 'web' | 'ocs'])[] = [
  ['resources', 'web'],
  ['ocs-resources', 'ocs'],
];
const actions: readonly (readonly [action: string, method: string, onItem: boolean])[] = [
  ['index', 'GET', false],
  ['show', 'GET', true],
  ['create', 'POST', false],
  ['update', 'PUT', true],
  ['destroy', 'DELETE', true],
];

/** `appinfo/routes.php`: `['routes' => [['name' => 'page#index', 'url' => '/', 'verb' => 'GET']]]`. */
export function nextcloudFacts(file: SourceFile): TableFacts | undefined {
  const table = new PhpTable(phpProgram(file, /registerRoutes/), 'registerRoutes');
  const rows = [...table.returned, ...table.handed].flatMap((value) => [
    ...sections.flatMap(([key, below]) =>
      table.items(table.get(value, key)).flatMap((item) => rowOf(table, item, below)),
    ),
    ...resourceSections.flatMap(([key, below]) => resourceRows(table, table.get(value, key), below)),
  ]);
  return rows.length === 0 ? undefined : { framework: 'Nextcloud', rows };
}

function rowOf(table: PhpTable, item: Expression, below: 'web' | 'ocs'): TableRow[] {
  const path = table.text(table.get(item, 'url'));
  if (path === undefined || item.is !== 'map') return [];
  const root = table.text(table.get(item, 'root'));
  const name = table.text(table.get(item, 'name'));
  return [
    {
      method: (table.text(table.get(item, 'verb')) ?? 'GET').toUpperCase(),
      path,
      line: item.line,
      below,
      ...(root === undefined ? {} : { root }),
      ...(name === undefined ? {} : { handler: name.replace('#', '.') }),
    },
  ];
}

function resourceRows(table: PhpTable, value: Expression | undefined, below: 'web' | 'ocs'): TableRow[] {
  return table.entries(value).flatMap(({ key, value: options, line }) => {
    const name = table.text(key) ?? '';
    const url = table.text(table.get(options, 'url'));
    const root = table.text(table.get(options, 'root'));
    if (url === undefined) return [];
    return actions.map(
      ([action, method, onItem]): TableRow => ({
        method,
        path: onItem ? `${url.replace(/\/$/, '')}/{id}` : url,
        line,
        below,
        isImplied: true,
        ...(root === undefined ? {} : { root }),
        handler: `${name}.${action}`,
      }),
    );
  });
}

/** The name of an application, from its `appinfo/info.xml`. */
export function nextcloudApp(text: string): TableFacts | undefined {
  const app = /<id>\s{0,40}([\w.-]{1,100})\s{0,40}<\/id>/.exec(text)?.[1];
  return app === undefined ? undefined : { framework: 'Nextcloud', app };
}
