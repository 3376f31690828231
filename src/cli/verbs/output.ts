import { UsageError } from '../command';
import type { Answer, VerbArgs } from './verb';

/** Rows under each other, each column as wide as its widest cell; one line a row. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  if (rows.length === 0) return 'None.';
  const texts = rows.map((row) => row.map((cell) => String(cell).replace(/\s+/g, ' ')));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number, last: number): string =>
    column === last ? cell : cell.padEnd(widths[column] ?? 0);
  return texts.map((row) => row.map((cell, column) => pad(cell, column, row.length - 1)).join('  ')).join('\n');
}

/** Names and values, one a line; what is `null` or empty is left out. */
export function fields(values: Readonly<Record<string, unknown>>): string {
  const shown = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return table(shown.map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]));
}

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

export function pageAnswer<T>(page: Page<T>, row: (item: T) => readonly (string | number)[]): Answer {
  const hint = page.nextCursor === undefined ? undefined : `There is more: --cursor ${page.nextCursor}`;
  return { data: page.items, text: table(page.items.map(row)), hint };
}

/** `--limit` and `--cursor`. */
export function pageOf(args: VerbArgs): { limit?: number; cursor?: string } {
  const [limit, cursor] = [args.option('limit'), args.option('cursor')];
  const count = Number(limit ?? '1');
  if (!Number.isInteger(count) || count < 1 || count > 200)
    throw new UsageError(`--limit takes a number from 1 to 200, not ${limit}`);
  return { ...(limit === undefined ? {} : { limit: count }), ...(cursor === undefined ? {} : { cursor }) };
}

/** The value of an option that takes one of a few words; `undefined` where it is absent. */
export function choice<T extends string>(args: VerbArgs, name: string, allowed: readonly T[]): T | undefined {
  const value = args.option(name);
  const found = allowed.find((word) => word === value);
  if (value !== undefined && found === undefined)
    throw new UsageError(`--${name} takes ${allowed.join(', ')}, not ${value}`);
  return found;
}

/** What is given of some options, under their own names. */
export function given<N extends string>(args: VerbArgs, names: readonly N[]): { [K in N]?: string } {
  const found = names.map((name) => [name, args.option(name)] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(found) as { [K in N]?: string };
}
