import type { ImportGraph } from '../../../facts/importGraph';
import { mergeDialects, type PlacedModel } from '../schema/foldSchema';
import { tableKey } from '../syntax/nodes';

/** Every class once: what is declared again for another mapper or database, or by a script for itself, is no further thing. */
export function withoutCopies(classes: readonly PlacedModel[], imports: ImportGraph): PlacedModel[] {
  return oneOfDialects(withoutScripts(oncePerPlace(classes), imports), imports);
}

/** Mappers whose classes a script may declare for itself, to read a table of the product or of another program. */
const scriptKinds: ReadonlySet<string> = new Set(['sqlalchemy', 'peewee']);

/** A class in a file that nothing imports, of a table for which the program has a class: a script reads the table its own way. */
function withoutScripts(classes: readonly PlacedModel[], imports: ImportGraph): PlacedModel[] {
  const keyOf = ({ kind, name, table }: PlacedModel): string => `${kind} ${tableKey(table ?? name)}`;
  const isImported = ({ file }: PlacedModel): boolean => imports.importersOf(file).length > 0;
  const own = new Set(classes.filter((model) => scriptKinds.has(model.kind) && isImported(model)).map(keyOf));
  return classes.filter((model) => !own.has(keyOf(model)) || isImported(model));
}

/** A struct with the tags of two mappers is one entity: a program on its way from the one to the other. */
function oncePerPlace(classes: readonly PlacedModel[]): PlacedModel[] {
  const gorm = new Set(classes.filter(({ kind }) => kind === 'gorm').map(({ file, line }) => `${file}:${line}`));
  return classes
    .filter(({ kind, file, line }) => kind !== 'xorm' || !gorm.has(`${file}:${line}`))
    .filter((model) => !isVariant(model, classes));
}

const variantOf =
  /^([A-Z]\w{2,80}?)(?:With|Without|Extended|Info|View|Detail|Summary|Brief|Simple|Row|ListItem|Resp|Dto|DTO|VO)\w{0,80}$/;

/** `UserWithTeams` and `UserWithoutToken` are rows of `User`, read with more or less: mostly the same columns, and no table. */
function isVariant({ name, kind, table, fields }: PlacedModel, classes: readonly PlacedModel[]): boolean {
  const plain = kind === 'gorm' || kind === 'xorm' ? variantOf.exec(name)?.[1] : undefined;
  const whole = plain === undefined ? undefined : classes.find((other) => other.kind === kind && other.name === plain);
  if (whole === undefined || (table !== undefined && table !== whole.table)) return false;
  const shared = fields.filter((field) => whole.fields.some((other) => other.name === field.name));
  return shared.length >= 0.6 * fields.length;
}

/** Schemas that are files of their own are written once for each database; structs of one table lie in several packages. */
const schemaKinds: ReadonlySet<string> = new Set(['drizzle', 'prisma', 'gorm']);

function oneOfDialects(classes: readonly PlacedModel[], imports: ImportGraph): PlacedModel[] {
  // A tool may have left a schema behind that nothing of the program takes.
  const isLeft = ({ kind, file }: PlacedModel): boolean => kind === 'drizzle' && imports.importersOf(file).length === 0;
  const schemas = classes.filter(({ kind }) => schemaKinds.has(kind));
  const merged = mergeDialects(schemas.toSorted((a, b) => Number(isLeft(a)) - Number(isLeft(b))));
  return [...withoutTwins(classes.filter(({ kind }) => !schemaKinds.has(kind))), ...merged];
}

/** What a seed or a task of maintenance declares of a table for itself, under the name that the product's class has. */
const twinKinds: ReadonlySet<string> = new Set(['ecto', 'eloquent', 'peewee']);

function withoutTwins(classes: readonly PlacedModel[]): PlacedModel[] {
  const byName = new Map<string, PlacedModel[]>();
  for (const model of classes.filter(({ kind }) => twinKinds.has(kind))) {
    const key = JSON.stringify([model.kind, model.name, model.table]);
    byName.set(key, [...(byName.get(key) ?? []), model]);
  }
  // The product's own lies where most of the others lie.
  const around = ({ file, kind }: PlacedModel): number => {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    return classes.filter((other) => other.kind === kind && other.file.startsWith(folder)).length;
  };
  const ownFirst = (same: readonly PlacedModel[]): PlacedModel[] =>
    same.length < 2 ? [...same] : same.toSorted((a, b) => around(b) - around(a));
  const told = new Set([...byName.values()].flatMap((same) => mergeDialects(ownFirst(same))));
  return classes.filter((model) => !twinKinds.has(model.kind) || told.has(model));
}
