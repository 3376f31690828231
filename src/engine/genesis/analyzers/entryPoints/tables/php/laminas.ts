import type { SourceFile } from '../../../../sourceFile';
import { optionalForms } from '../../paths/optionalForms';
import type { Expression } from '../../program/program';
import type { TableFacts, TableRow } from '../tableFacts';
import { PhpTable, phpProgram } from './phpTable';

const deepest = 12;
const mostRows = 2_000;

/** What the routes above say of one. */
interface Above {
  readonly path: string;
  readonly method?: string;
  readonly controller?: string;
  readonly action?: string;
}

/** `'router' => ['routes' => ['home' => ['type' => 'Literal', 'options' => ['route' => '/']]]]` in the settings of a module. */
export function laminasFacts(file: SourceFile): TableFacts | undefined {
  const table = new PhpTable(phpProgram(file, /['"]routes['"]/));
  const rows: TableRow[] = [];
  for (const value of table.returned) {
    const router = table.get(value, 'router') ?? value;
    const routes = table.get(router, 'routes');
    for (const { key, value: route } of table.entries(routes))
      if (key.is === 'text') add(table, route, { path: '' }, rows, 0);
  }
  return rows.length === 0 ? undefined : { framework: 'Laminas', rows };
}

function add(table: PhpTable, route: Expression, above: Above, rows: TableRow[], depth: number): void {
  const options = table.get(route, 'options');
  const type = table.get(route, 'type');
  if (type === undefined || route.is !== 'map' || depth > deepest || rows.length > mostRows) return;
  const typeName = type.is === 'text' ? type.text : type.is === 'name' ? type.name : '';
  const kind = typeName.slice(typeName.lastIndexOf('\\') + 1).toLowerCase();
  const own = pathOf(table, kind, options);
  if (own === undefined) return;
  const defaults = table.get(options, 'defaults');
  const controller = nameIn(table, table.get(defaults, 'controller')) ?? above.controller;
  const action = table.text(table.get(defaults, 'action')) ?? above.action;
  const verb = kind === 'method' ? table.text(table.get(options, 'verb')) : undefined;
  const method = verb ?? above.method;
  const here: Above = {
    path: above.path + own,
    ...(method === undefined ? {} : { method }),
    ...(controller === undefined ? {} : { controller }),
    ...(action === undefined ? {} : { action }),
  };
  const children = table.get(route, 'child_routes');
  const ends = table.text(table.get(route, 'may_terminate'));
  if (children === undefined || /^true$/i.test(ends ?? '')) rows.push(...rowsOf(here, line(route, options)));
  for (const { value } of table.entries(children)) add(table, value, here, rows, depth + 1);
}

const line = (route: Extract<Expression, { is: 'map' }>, options: Expression | undefined): number =>
  (options?.is === 'map'
    ? options.entries.find(({ key }) => key.is === 'text' && /^(?:route|regex|verb)$/.test(key.text))?.line
    : undefined) ?? route.line;

/** What a route of a kind adds to the path; `undefined` for kinds whose path is not known. */
function pathOf(table: PhpTable, kind: string, options: Expression | undefined): string | undefined {
  switch (kind) {
    case 'literal':
    case 'segment':
      return table.text(table.get(options, 'route'));
    case 'regex':
      return table.text(table.get(options, 'spec'))?.replace(/%(\w{1,60})%/g, ':$1');
    case 'wildcard':
      return '/*';
    case 'method':
    case 'scheme':
    case 'hostname':
      return '';
    default:
      return undefined;
  }
}

function rowsOf({ path, method, controller, action }: Above, at: number): TableRow[] {
  const handler = controller === undefined ? undefined : action === undefined ? controller : `${controller}.${action}`;
  const verbs = (method ?? 'ANY').split(',').map((verb) => verb.trim().toUpperCase());
  return formsOf(path).flatMap((form) =>
    verbs.map((verb) => ({
      method: verb,
      path: form,
      line: at,
      ...(handler === undefined ? {} : { handler }),
    })),
  );
}

/** `/orders[/:id]`: without the part that may be left out, and with it. */
function formsOf(path: string): readonly string[] {
  const marked = path
    .replace(/(:[\w-]{1,60})\{[^{}]{0,20}\}/g, '$1')
    .replace(/\[\/?\]/g, '')
    .replace(/\[/g, '{')
    .replace(/\]/g, '}');
  const forms = optionalForms(marked, 'colon').map((form) => form.replace(/[{}]/g, ''));
  return [...new Set(forms)].map((form) =>
    form.replace(/:([A-Za-z][\w-]{0,60})/g, (_whole, name: string) => `:${name.replace(/-/g, '_')}`),
  );
}

function nameIn(table: PhpTable, value: Expression | undefined): string | undefined {
  if (value?.is === 'name') return value.name;
  const text = table.text(value);
  return text?.slice(text.lastIndexOf('\\') + 1);
}
