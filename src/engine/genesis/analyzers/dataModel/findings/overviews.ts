import type { DataModel } from '../../../../../shared/inventory';
import { markdownCode, markdownText } from '../../../markdownText';
import type { FindingDraft } from '../../../scanModel';
import { referringTo } from './centre';
import { kindNames, words } from './kinds';
import { list, placesOf, type ToldModel, titleOf } from './toldModel';

function describe(model: ToldModel, known: ReadonlySet<string>, isNamesake: boolean): string {
  const own = model.fields.filter(({ lentBy }) => lentBy === undefined);
  const fields = own
    .slice(0, 12)
    .map((field) => markdownText(field.name, 60) + (field.key === 'primary' ? ' (key)' : ''));
  const more = own.length > 12 ? ` … ${own.length} in all` : '';
  // What no entity was found for may be named otherwise, or lie in a library: nothing is said of it.
  const leading = (model.relations ?? []).filter(({ to }) => known.has(to));
  const relations = leading.slice(0, 8).map((relation) => {
    // Several columns that point together are told as one.
    const isPair = relation.field.includes(', ');
    const field = markdownText(relation.field, isPair ? 160 : 60);
    // A column whose name stands in another file is not told.
    const side = field === '' ? '' : `${isPair ? `(${field})` : field} `;
    return `${side}→ ${markdownText(relation.to, 60)}`;
  });
  const all = leading.length > relations.length ? ` … ${leading.length} in all` : '';
  const related = relations.length > 0 ? `; ${relations.join(', ')}${all}` : '';
  const where = isNamesake ? ` of ${markdownCode(model.file, 120)}` : '';
  // Of the columns of a framework's class only some are known here.
  const lender = model.fields.find(({ lentBy }) => lentBy !== undefined)?.lentBy;
  const columns = [
    `${fields.join(', ')}${more}`,
    model.broughtBy === undefined ? '' : `what ${markdownCode(model.broughtBy, 80)} brings`,
    lender === undefined ? '' : `those of ${markdownCode(lender, 80)}`,
  ].filter((part) => part !== '');
  return `- ${markdownCode(model.name, 80)}${where}: ${columns.join(', and ') || 'no fields seen'}${related}`;
}

const weight = (model: DataModel, models: readonly DataModel[]): number =>
  (model.relations?.length ?? 0) * 2 + referringTo(model, models).length * 3 + Math.min(model.fields.length, 10) / 10;

interface Group {
  readonly key: string;
  readonly head: string;
  readonly sentence: string;
  readonly importance: 2 | 3 | 4;
  readonly models: readonly ToldModel[];
}

const count = (number: number, [one, many]: readonly [string, string]): string =>
  `${number} ${number === 1 ? one : many}`;

/** One group for each way that classes are declared, and one for each kind of table beside them. */
function groupsOf(models: readonly ToldModel[]): Group[] {
  const kinds = [...new Set(models.map(({ kind }) => kind))];
  const hasClasses = models.some(({ isTable }) => !isTable);
  const tablesOf = (kind: string): number => models.filter((model) => model.isTable && model.kind === kind).length;
  const [main] = kinds.toSorted((a, b) => tablesOf(b) - tablesOf(a));
  return kinds.flatMap((kind): Group[] => {
    const own = models.filter((model) => model.kind === kind);
    const name = kindNames[kind] ?? kind;
    const [tables, classes] = [own.filter(({ isTable }) => isTable), own.filter(({ isTable }) => !isTable)];
    const groups: Group[] = [];
    if (classes.length > 0) {
      const [one, many] = words[kind] ?? ['entity', 'entities'];
      groups.push({
        key: kind,
        head: `${count(classes.length, [`${name} ${one}`, `${name} ${many}`])} found`,
        sentence: `${count(classes.length, [one, many])} found that ${classes.length === 1 ? 'is' : 'are'} declared with ${name}.`,
        importance: classes.length >= 3 ? 4 : 3,
        models: classes,
      });
    }
    // Where there are no classes, the kind of most tables is what the data are in.
    if (tables.length > 0) groups.push(tableGroup(kind, tables, hasClasses || kind !== main));
    return groups;
  });
}

/** A table that a class maps, or that another history makes too, is told with that: these are what is left. */
function tableGroup(kind: string, tables: readonly ToldModel[], hasOthers: boolean): Group {
  const name = kindNames[kind] ?? kind;
  const [one, many] = words[kind] ?? ['table', 'tables'];
  const more = hasOthers ? 'further ' : '';
  return {
    key: hasOthers ? `${kind}-tables` : kind,
    head: `${count(tables.length, [`${more}${name} ${one}`, `${more}${name} ${many}`])} found`,
    sentence: hasOthers
      ? `${count(tables.length, [one, many])} of ${name} found beside those that are told as entities of another kind.`
      : `${count(tables.length, [one, many])} found that ${tables.length === 1 ? 'is' : 'are'} made with ${name}.`,
    importance: hasOthers ? 2 : tables.length >= 3 ? 4 : 3,
    models: tables,
  };
}

/** Among tables, those that a library keeps for itself are not counted: which, so that the number can be told from that of the statements. */
function besideThem(own: readonly ToldModel[], left: readonly ToldModel[]): string {
  if (!own.every(({ isTable }) => isTable)) return '';
  const names = left.filter(({ kind }) => kind === own[0]?.kind).map(({ name }) => markdownCode(name, 80));
  return names.length === 0
    ? ''
    : ` Not counted are those named like what libraries keep for themselves: ${list(names, 12)}.`;
}

/** One finding for each way that entities are declared: how many, which, where. */
export function overviews(models: readonly ToldModel[], left: readonly ToldModel[] = []): FindingDraft[] {
  const known = new Set(models.map(({ name }) => name));
  return groupsOf(models).map(({ key, head, sentence, importance, models: own }): FindingDraft => {
    // The most connected first: they are what a reader looks for.
    const ranked = own.toSorted((a, b) => weight(b, models) - weight(a, models));
    const more = own.length > 40 ? `\n\n… and ${own.length - 40} more in the inventory.` : '';
    const names = ranked.map((model) => model.name);
    return {
      layer: 'dataModel',
      rule: 'data-model/entities',
      key,
      title: titleOf(head, names),
      content: `${sentence}${besideThem(own, left)}\n\n${ranked
        .slice(0, 40)
        .map((model) =>
          describe(
            model,
            known,
            own.some((other) => other !== model && other.name === model.name),
          ),
        )
        .join('\n')}${more}`,
      importance,
      confidence: 0.97,
      tags: ['data-model', own[0]?.kind ?? key],
      evidence: placesOf(ranked),
    };
  });
}
