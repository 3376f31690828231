import type { SourceFile } from '../../../../sourceFile';
import type { MapEntry } from '../../program/program';
import type { TableFacts, TableRow } from '../tableFacts';
import { PhpTable, phpProgram } from './phpTable';

/** What the kinds of routes lie below. */
const bases: Readonly<Record<string, string>> = { main: '/s', api: '/api', public: '', catchall: '' };

/** What a whole kind of things has, by the name that `supported_endpoints` says. */
const standard: Readonly<Record<string, readonly [method: string, path: string, action: string]>> = {
  getall: ['GET', '', 'getEntitiesAction'],
  getone: ['GET', '/{id}', 'getEntityAction'],
  new: ['POST', '/new', 'newEntityAction'],
  newbatch: ['POST', '/batch/new', 'newEntitiesAction'],
  editbatchput: ['PUT', '/batch/edit', 'editEntitiesAction'],
  editbatchpatch: ['PATCH', '/batch/edit', 'editEntitiesAction'],
  editput: ['PUT', '/{id}/edit', 'editEntityAction'],
  editpatch: ['PATCH', '/{id}/edit', 'editEntityAction'],
  deletebatch: ['DELETE', '/batch/delete', 'deleteEntitiesAction'],
  delete: ['DELETE', '/{id}/delete', 'deleteEntityAction'],
};

/** `Config/config.php` of a bundle: `['routes' => ['main' => ['shelf_index' => ['path' => '/shelf', 'controller' => …]]]]`. */
export function mauticFacts(file: SourceFile): TableFacts | undefined {
  const table = new PhpTable(phpProgram(file, /['"]routes['"]/));
  const rows = table.returned.flatMap((value) => {
    const routes = table.get(value, 'routes');
    return Object.keys(bases).flatMap((kind) =>
      table.entries(table.get(routes, kind)).flatMap((entry) => rowsOf(table, entry, kind)),
    );
  });
  return rows.length === 0 ? undefined : { framework: 'Mautic', rows };
}

function rowsOf(table: PhpTable, { value, line }: MapEntry, kind: string): TableRow[] {
  const path = table.text(table.get(value, 'path'));
  const named = table.get(value, 'controller');
  const controller = named?.is === 'name' ? named.name : table.text(named);
  if (path === undefined) return [];
  const at = value.is === 'map' ? value.line : line;
  const whole = `${bases[kind] ?? ''}${path}`;
  const handler = controller?.slice(controller.lastIndexOf('\\') + 1);
  if (kind === 'api' && table.text(table.get(value, 'standard_entity')) === 'true') {
    const said = table.items(table.get(value, 'supported_endpoints')).map((item) => table.text(item));
    return Object.entries(standard).flatMap(([name, [method, below, action]]): TableRow[] =>
      said.length > 0 && !said.includes(name)
        ? []
        : [
            {
              method,
              path: `${whole}${below}`,
              line: at,
              isImplied: true,
              ...(handler === undefined ? {} : { handler: `${handler}::${action}` }),
            },
          ],
    );
  }
  const methods = table.text(table.get(value, 'method')) ?? (kind === 'api' ? 'GET' : 'ANY');
  return methods
    .split('|')
    .map((method) => ({ method, path: whole, line: at, ...(handler === undefined ? {} : { handler }) }));
}
