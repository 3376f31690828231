import type { DataModel } from '../../../../../shared/inventory';
import { shortTitle } from '../../dependencies/findings/lists';

/** A model as the inventory keeps it, and what only the findings ask. */
export interface ToldModel extends DataModel {
  /** A table of a schema that no class maps. */
  readonly isTable: boolean;
  /** Such a table whose schema makes tables of classes too; the schema of another program does not. */
  readonly isBeside: boolean;
}

export const at = (model: DataModel): { path: string; startLine: number; endLine: number } => ({
  path: model.file,
  startLine: model.line,
  endLine: model.line,
});

export const list = (names: readonly string[], max: number): string =>
  names.slice(0, max).join(', ') + (names.length > max ? ` and ${names.length - max} more` : '');

/** As many names as a title holds, then how many more there are: a title is never cut within its list. */
export function titleOf(head: string, names: readonly string[], max = 6): string {
  for (let shown = Math.min(max, names.length); shown > 1; shown--) {
    const title = `${head}: ${list(names, shown)}`;
    if (title.length <= 120) return title;
  }
  return shortTitle(`${head}: ${list(names, 1)}`);
}
