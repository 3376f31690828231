import type { SourceFile } from '../../../../sourceFile';
import type { MapEntry } from '../../program/program';
import type { TableFacts, TableRow } from '../tableFacts';
import { PhpTable, phpProgram } from './phpTable';

/** The backend lies here unless its configuration says another entry. */
const backend = '/typo3';

/** `Configuration/Backend/Routes.php` of an extension: `return ['shelf_edit' => ['path' => '/shelf/edit', 'target' => …]]`. */
export function typo3Facts(file: SourceFile): TableFacts | undefined {
  const table = new PhpTable(phpProgram(file, /['"]path['"]/));
  const base = file.path.endsWith('/AjaxRoutes.php') ? `${backend}/ajax` : backend;
  const rows = table.returned.flatMap((value) => table.entries(value).flatMap((entry) => rowsOf(table, entry, base)));
  return rows.length === 0 ? undefined : { framework: 'TYPO3', rows };
}

/** A module has its routes in `routes`. */
function rowsOf(table: PhpTable, entry: MapEntry, base: string): TableRow[] {
  const [module, ...methods] = rowsAt(table, entry, base);
  if (module === undefined) return [];
  const below = table.entries(table.get(entry.value, 'routes'));
  return [module, ...methods, ...below.flatMap((inner) => rowsAt(table, inner, module.path))];
}

function rowsAt(table: PhpTable, { value, line }: MapEntry, base: string): TableRow[] {
  const path = table.text(table.get(value, 'path'));
  if (path?.startsWith('/') !== true) return [];
  const at = value.is === 'map' ? value.line : line;
  const methods = table.items(table.get(value, 'methods')).flatMap((item) => table.text(item) ?? []);
  return (methods.length === 0 ? ['ANY'] : methods).map((method) => ({
    method: method.toUpperCase(),
    path: `${base}${path}`,
    line: at,
  }));
}
