import { folderOf } from '../../../facts/paths';
import type { PlacedModel } from '../schema/foldSchema';

/** Folders for what is asked and answered, whose structs borrow tags and embed tables. */
export const exchanged = /(?:^|\/)(?:request|response|req|resp|dto|vo|form|payload|schema)s?\//i;
/** What a base lends: nothing that a thing of the product would have. */
const lent =
  /^(?:ID|Id|UUID|Uuid|(?:Created|Updated|Deleted|Modified)(?:At|By|On|Time|Date)?|Version|IsDeleted|DelFlag)$/;
const baseName = /(?:base|model|mixin|common|audit|timestamps?|entity|fields)$/i;

type Find = (name: string, from: string, kind: string) => PlacedModel | undefined;

/**
 * GORM needs no mark on a struct, so that what a struct is follows from the others: one that only lends its fields is no
 * table; one that embeds such a base is a table; one that embeds a table is the row of a query.
 */
export function withGormRoles(
  models: readonly PlacedModel[],
  named: ReadonlySet<PlacedModel>,
  find: Find,
): PlacedModel[] {
  const gorm = models.filter(({ kind }) => kind === 'gorm');
  // Structs that embed each other are nothing of GORM's where nothing else is.
  if (!gorm.some((model) => model.role === 'entity' || named.has(model))) return [...models];
  const embedders = new Map<PlacedModel, number>();
  for (const model of gorm) {
    for (const base of basesOf(model, find)) embedders.set(base, (embedders.get(base) ?? 0) + 1);
  }
  // Where several structs say their tables, the folder is that of the tables, whatever it is called.
  const said = [...named].map(({ file }) => folderOf(file));
  const isExchanged = (file: string): boolean =>
    exchanged.test(file) && said.filter((folder) => folder === folderOf(file)).length < 3;
  // Where the program lists the tables that it makes, a struct without a key that is not among them is asked for, not kept.
  const areListed = [...named].filter(({ kind }) => kind === 'gorm').length >= 3;
  // Where they are most of all that are marked, no other struct is one for what it embeds.
  const marked = gorm.filter(({ role }) => role === 'entity');
  const listed = marked.filter((model) => named.has(model));
  const areAllListed = listed.length >= 5 && listed.length >= marked.length * 0.6;
  const isForm = (model: PlacedModel): boolean => areListed && model.table === undefined && !hasKey(model, find);
  const lends = (model: PlacedModel): boolean => {
    const count = embedders.get(model) ?? 0;
    if (count === 0 || named.has(model)) return false;
    return (
      areAllListed || count >= 3 || baseName.test(model.name) || model.fields.every((field) => lent.test(field.name))
    );
  };
  const roleOf = (model: PlacedModel): PlacedModel['role'] => {
    if (model.kind !== 'gorm' || named.has(model)) return model.role;
    if (lends(model)) return 'base';
    const bases = basesOf(model, find);
    if (isForm(model)) return 'candidate';
    if (isExchanged(model.file) || /^[a-z]/.test(model.name) || bases.some((base) => isTable(base))) return 'candidate';
    return !areAllListed && bases.some((base) => lends(base) && hasKey(base, find)) ? 'entity' : model.role;
  };
  const isTable = (model: PlacedModel): boolean => named.has(model) || (model.role === 'entity' && !lends(model));
  return models.map((model) => {
    const role = roleOf(model);
    return role === model.role ? model : { ...model, role };
  });
}

const basesOf = (model: PlacedModel, find: Find): PlacedModel[] =>
  (model.bases ?? []).flatMap((name) => {
    const base = find(name, model.file, 'gorm');
    return base === undefined || base === model ? [] : [base];
  });

/** A base without a key lends to anything; one with a key lends to tables. */
function hasKey(model: PlacedModel, find: Find, depth = 0): boolean {
  return (
    model.fields.some((field) => field.key === 'primary' || field.name === 'ID') ||
    (depth < 4 && basesOf(model, find).some((base) => hasKey(base, find, depth + 1)))
  );
}
