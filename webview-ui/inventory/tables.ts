import type { Inventory } from '../../src/shared/inventory';
import type { InventoryTab } from '../../src/shared/panelMessages';

/** One row of any table: the text of each cell, and the place in the code that it leads to. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly place: { readonly path: string; readonly line: number } | null;
  /** All cells in lower case, for the filter. */
  readonly search: string;
}

export interface Column {
  readonly name: string;
  /** Share of the width, and how many pixels it needs to be of use. */
  readonly width: number;
  readonly min: number;
  readonly mono?: boolean;
  readonly numeric?: boolean;
  /** Holds paths; shown with the name first. */
  readonly path?: boolean;
  /** Is told once beside the table where all rows say the same. */
  readonly shared?: boolean;
}

export interface Table {
  readonly tab: InventoryTab;
  readonly title: string;
  /** "1,204 routes" is made of it. */
  readonly unit: string;
  readonly columns: readonly Column[];
  rows(inventory: Inventory): readonly TableRow[];
}

function row(cells: readonly string[], path?: string, line?: number): TableRow {
  return { cells, place: path ? { path, line: line ?? 1 } : null, search: cells.join('\n').toLowerCase() };
}

const where = (file: string, line?: number): string => (line ? `${file}:${line}` : file);

export const tables: readonly Table[] = [
  {
    tab: 'routes',
    title: 'Routes',
    unit: 'route',
    columns: [
      { name: 'Method', width: 0.8, min: 70, mono: true },
      { name: 'Path', width: 4, min: 170, mono: true },
      { name: 'Handler', width: 3, min: 120, mono: true, shared: true },
      { name: 'Framework', width: 1.5, min: 90, shared: true },
      { name: 'Where', width: 4, min: 150, path: true },
    ],
    rows: ({ routes }) =>
      routes.map(({ method, path, handler, framework, declared, prefix, file, line }) => {
        const how = declared === undefined || declared === 'explicit' ? framework : `${framework} (${declared})`;
        // Where the beginning of a path is not known, the path shall not look like a whole one.
        const shown = prefix === undefined ? path : `…${path}`;
        return row([method, shown, handler ?? '', how, where(file, line)], file, line);
      }),
  },
  {
    tab: 'entryPoints',
    title: 'Other entries',
    unit: 'entry',
    columns: [
      { name: 'Kind', width: 1, min: 80, shared: true },
      { name: 'Name', width: 4, min: 150, mono: true },
      { name: 'Handler', width: 3, min: 120, mono: true, shared: true },
      { name: 'Framework', width: 1.5, min: 90, shared: true },
      { name: 'Where', width: 4, min: 150, path: true },
    ],
    rows: ({ entryPoints = [] }) =>
      entryPoints.map(({ kind, name, framework, handler, file, line }) =>
        row([kind, name, handler ?? '', framework, where(file, line)], file, line),
      ),
  },
  {
    tab: 'models',
    title: 'Models',
    unit: 'model',
    columns: [
      { name: 'Model', width: 2, min: 110, mono: true },
      { name: 'Kind', width: 1, min: 70, shared: true },
      { name: 'Fields', width: 0.8, min: 64, numeric: true },
      { name: 'Relations', width: 3, min: 120, mono: true },
      { name: 'Where', width: 4, min: 150, path: true },
    ],
    rows: ({ models }) =>
      models.map(({ name, kind, fields, relations, file, line }) => {
        const related = [...new Set((relations ?? []).map(({ to }) => to))].join(', ');
        return row([name, kind, String(fields.length), related, where(file, line)], file, line);
      }),
  },
  {
    tab: 'dependencies',
    title: 'Dependencies',
    unit: 'dependency',
    columns: [
      { name: 'Package', width: 4, min: 150, mono: true },
      { name: 'Version', width: 2, min: 80, mono: true },
      { name: 'Ecosystem', width: 1.2, min: 96, shared: true },
      { name: 'Scope', width: 1.2, min: 80 },
      { name: 'License', width: 1.2, min: 70, shared: true },
      { name: 'Manifest', width: 3, min: 150, path: true },
    ],
    rows: ({ dependencies }) =>
      dependencies.map(({ name, version, declared, ecosystem, scope, direct, license, manifest, line }) => {
        const known = version === '' ? (declared ?? '') : version;
        const how = direct ? scope : `${scope}, indirect`;
        return row([name, known, ecosystem, how, license ?? '', where(manifest, line)], manifest, line);
      }),
  },
  {
    tab: 'commands',
    title: 'Commands',
    unit: 'command',
    columns: [
      { name: 'Command', width: 2, min: 110, mono: true },
      { name: 'Runs', width: 5, min: 170, mono: true },
      { name: 'Kind', width: 1, min: 70, shared: true },
      { name: 'Where', width: 3, min: 150, path: true },
    ],
    rows: ({ commands }) =>
      commands.map(({ name, run, kind, file, line }) => row([name, run, kind ?? '', where(file, line)], file, line)),
  },
  {
    tab: 'environment',
    title: 'Environment variables',
    unit: 'environment variable',
    columns: [
      { name: 'Variable', width: 3, min: 150, mono: true },
      { name: 'Files', width: 0.8, min: 60, numeric: true },
      { name: 'Documented in', width: 2, min: 100 },
      { name: 'Read in', width: 4, min: 150 },
    ],
    rows: ({ environment }) =>
      environment.map(({ name, files, lines, documentedIn }) => {
        const read = files.map((file, index) => where(file, lines?.[index]));
        return row(
          [name, String(files.length), documentedIn ?? '', read.join(', ')],
          files[0] ?? documentedIn,
          lines?.[0],
        );
      }),
  },
];
