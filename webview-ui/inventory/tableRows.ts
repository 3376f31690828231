import type { Column, TableRow } from './tables';

export interface Sort {
  readonly column: number;
  readonly down: boolean;
}

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Rows that hold every word of the filter, sorted; equal rows keep their order. */
export function arrange(rows: readonly TableRow[], filter: string, sort: Sort | null): readonly TableRow[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const kept = words.length === 0 ? rows : rows.filter(({ search }) => words.every((word) => search.includes(word)));
  if (!sort) return kept;
  const sign = sort.down ? -1 : 1;
  const cell = (row: TableRow): string => row.cells[sort.column] ?? '';
  return [...kept].sort((a, b) => sign * order.compare(cell(a), cell(b)));
}

/** Tab-separated, one row a line, as spreadsheets paste it. A cell can't start a formula. */
export function toTsv(columns: readonly Column[], rows: readonly TableRow[]): string {
  const lines = [columns.map(({ name }) => name), ...rows.map(({ cells }) => cells.map(tsvCell))];
  return lines.map((line) => line.join('\t')).join('\n');
}

function tsvCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^([=+-]|@\w{1,50}\()/.test(line) ? `'${line}` : line;
}
