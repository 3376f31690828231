import type { Evidence } from '../../../../../shared/genesis';
import type { DataModel } from '../../../../../shared/inventory';
import { shortTitle } from '../../dependencies/findings/lists';
import type { WrittenField, WrittenRelation } from '../modelFact';

/** A model as the inventory keeps it, and what only the findings ask. */
export interface ToldModel extends DataModel {
  readonly fields: readonly WrittenField[];
  readonly relations?: readonly WrittenRelation[];
  /** A table of a schema that no class maps. */
  readonly isTable: boolean;
  /** Such a table whose schema makes tables of classes too; the schema of another program does not. */
  readonly isBeside: boolean;
  /** Fields of the classes that it holds within itself, each with the name of the field that holds it: `billing.city`. */
  readonly embedded?: readonly WrittenField[];
  /** A call that brings further fields. */
  readonly broughtBy?: string;
  /** Where the columns stand, if not with the class. */
  readonly columnsAt?: { readonly file: string; readonly line: number };
}

export const at = ({
  file,
  line,
  endLine = line,
}: Pick<DataModel, 'file' | 'line'> & Pick<WrittenRelation, 'endLine'>): Evidence => ({
  path: file,
  startLine: line,
  endLine,
});

/** What a concern says once holds for all that include it. */
export const onceEach = (places: readonly Evidence[]): Evidence[] => [
  ...new Map(places.map((place) => [`${place.path}:${place.startLine}`, place])).values(),
];

/** Classes, and the tables that their columns are read from: as many as a finding cites. */
export function placesOf(models: readonly ToldModel[], max = 20): Evidence[] {
  const columns = models.flatMap(({ columnsAt }) => columnsAt ?? []);
  const tables = columns.slice(0, max / 2).map(at);
  return [...models.slice(0, max - tables.length).map(at), ...tables];
}

export const list = (names: readonly string[], max: number): string =>
  names.slice(0, max).join(', ') + (names.length > max ? ` and ${names.length - max} more` : '');

/** As many names as a title holds, then how many more there are: a title is never cut within its list. */
export function titleOf(head: string, names: readonly string[], max = 6): string {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const title = (shown: number): string => {
    const own = [...times].slice(0, shown);
    const more = names.length - own.reduce((sum, [, count]) => sum + count, 0);
    const said = own.map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`)).join(', ');
    return `${head}: ${said}${more > 0 ? ` and ${more} more` : ''}`;
  };
  for (let shown = Math.min(max, times.size); shown > 1; shown--) if (title(shown).length <= 120) return title(shown);
  return shortTitle(title(1));
}

/** As many names as a title holds; of further ones it does not say how many, since nobody knows that these are all. */
export function titleOfSome(head: string, names: readonly string[], max = 6): string {
  const all = [...new Set(names)];
  const shown = all.slice(0, max);
  const title = (): string => `${head} ${shown.join(', ')}${shown.length < all.length ? ' and others' : ''}`;
  while (shown.length > 1 && title().length > 120) shown.pop();
  return shortTitle(title());
}
