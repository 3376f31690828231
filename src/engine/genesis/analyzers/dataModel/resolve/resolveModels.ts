import type { ImportGraph } from '../../../facts/importGraph';
import type { DataModelFacts, NamedModel } from '../modelFact';
import { foldSchema, historyOf, type PlacedModel, placedModel } from '../schema/foldSchema';
import { withoutPartitions } from '../schema/partitions';
import { dotnetKinds } from '../sources/dotnetMappers';
import { tableKey, tableNameOf } from '../syntax/nodes';
import { configured } from './configured';
import { embeddedFields } from './embeddedFields';
import { withGormRoles } from './gormRoles';
import { withLendingBases } from './lendingBases';
import { withLentColumns } from './lentColumns';
import { withInheritedTables, withMappedTables } from './mappedTables';
import { ModelIndex, nearness } from './modelIndex';
import { withBasesOfNamed } from './namedBases';
import { withNavigations } from './navigations';
import { withReferencedTables, withRelated } from './relatedModels';
import { relationsOfTable } from './relationsOfTable';
import { withoutReopened } from './reopened';
import { withTablePrefixes } from './tablePrefixes';
import { withoutCopies } from './twins';

type FactsOfFiles = readonly (readonly [string, DataModelFacts])[];

/** What inherits from an entity of these is none unless it is named itself. */
const withoutHeirs: ReadonlySet<string> = new Set([...dotnetKinds, 'gorm']);

/** True where the class is an entity itself or has become one through what it inherits from. */
function isEntity(model: PlacedModel, index: ModelIndex, seen: ReadonlySet<PlacedModel> = new Set()): boolean {
  if (model.role === 'entity') return true;
  if (model.role === 'base' || model.role === 'part' || seen.has(model) || withoutHeirs.has(model.kind)) return false;
  // An abstract class of the project may stand between the model and that of a package.
  const isOfProject = (name: string): boolean => (index.find(name, model.file, model.kind)?.role ?? 'base') !== 'base';
  if (model.hasColumns === true && !(model.bases ?? []).some(isOfProject)) return true;
  return (model.bases ?? []).some((name) => {
    const base = index.find(name, model.file, model.kind);
    return (
      base !== undefined &&
      base !== model &&
      ((isEntity(base, index, new Set([...seen, model])) && !sharesTable(model, base)) ||
        (base.role === 'base' && leadsToModel(base, index)))
    );
  });
}

/** Below a class that has a table, rows go into that same table unless the heir has a key of its own: no further entity. */
const sharesTable = (model: PlacedModel, base: PlacedModel): boolean =>
  model.kind === 'active-record' ||
  (model.kind === 'mongoengine' && model.table === undefined) ||
  (model.kind === 'eloquent' && model.table === base.table) ||
  (model.kind === 'sqlalchemy' && model.table === undefined && !model.fields.some(({ key }) => key === 'primary'));

/** A base that only lends fields to models is itself a model of its framework, which a mixin is not. */
function leadsToModel(base: PlacedModel, index: ModelIndex, depth = 0): boolean {
  if (base.kind === 'sqlmodel') return false;
  if (base.kind !== 'sqlalchemy' && (base.kind !== 'django' || base.hasColumns === true)) return true;
  return (base.bases ?? []).some((name) => {
    const further = index.find(name, base.file, base.kind);
    if (further === undefined || further === base) return false;
    return (
      base.kind === 'sqlalchemy' || further.role === 'entity' || (depth < 5 && leadsToModel(further, index, depth + 1))
    );
  });
}

/** What a model has with what its bases lend: a base that is a table of its own keeps its columns. */
type Lent = Pick<PlacedModel, 'fields' | 'relations'>;

/** Here an heir of an entity has all of its columns once more. */
const copiesColumns: ReadonlySet<string> = new Set(['gorm', 'peewee', 'bun']);

/** Own fields and relations after those of the bases that lend theirs. */
function wholeOf(model: PlacedModel, index: ModelIndex, seen: ReadonlySet<PlacedModel> = new Set()): Lent {
  const inherited = (model.bases ?? []).flatMap((name) => {
    const base = index.find(name, model.file, model.kind);
    if (!base || base === model || seen.has(base)) return [];
    // A table of its own keeps its columns, also where it became an entity by what it inherits from itself.
    return isEntity(base, index) && !copiesColumns.has(model.kind)
      ? []
      : wholeOf(base, index, new Set([...seen, model]));
  });
  const own = new Set(model.fields.map((field) => field.name));
  const fields = inherited.flatMap((base) => base.fields).filter((field) => !own.has(field.name));
  for (const { field } of model.relations) own.add(field);
  const relations = inherited.flatMap((base) => base.relations).filter(({ field }) => !own.has(field));
  return { fields: [...fields, ...model.fields], relations: [...relations, ...model.relations] };
}

function entityClasses(files: FactsOfFiles, imports: ImportGraph, tables: ReadonlySet<string>): PlacedModel[] {
  const placed = files.flatMap(([file, facts]) => (facts.models ?? []).map((model) => placedModel(file, model)));
  const own = withTablePrefixes(files, withoutReopened(placed));
  const plain = withReferencedTables(withRelated(files, withLendingBases(withMappedTables(own)), imports));
  const written = new ModelIndex(plain, imports);
  const declared = withInheritedTables(plain, (...args) => written.find(...args));
  const first = new ModelIndex(declared, imports);
  const named = namedModels(files, declared, first);
  const heirs = withBasesOfNamed(declared, named, (...args) => first.find(...args));
  const known = withNavigations(heirs, named, (...args) => first.find(...args));
  const whole = withoutParts(known, new Set(named.keys()), first);
  const models = withGormRoles(whole, new Set(named.keys()), (...args) => first.find(...args));
  const index = new ModelIndex(models, imports);
  const bases = new Set(models.flatMap((model) => (model.kind === 'eloquent' ? (model.bases ?? []) : [])));
  const lends = ({ name, aliases = [] }: PlacedModel): boolean => [name, ...aliases].some((one) => bases.has(one));
  const found = models
    .filter((model) => named.has(model) || isEntity(model, index) || isMadeByTable(model, index, tables))
    .filter((model) => !isScratch(model, tables, lends(model)));
  const entities = new Set(found);
  const all = new Set(named.keys());
  // `[Table]` is an attribute of .NET itself, which other mappers read as well: a context shows whose it is.
  const hasContext = files.some(([, facts]) => facts.named?.some(({ kind }) => kind === 'ef-core'));
  return withoutUnlisted(withoutUnmade(found, tables, all), all).map((model) => {
    const whole = wholeOf(model, index);
    const within = embeddedFields({ ...model, ...whole }, (part, from) => {
      const one = index.find(part, from.file, from.kind);
      return one === undefined || entities.has(one) ? undefined : { ...one, ...wholeOf(one, index) };
    });
    const kind = model.kind === 'ef-core' && !hasContext ? 'dotnet' : model.kind;
    return configured({ ...model, kind, role: 'entity', ...whole, ...within }, named.get(model));
  });
}

/**
 * GORM reads rows into structs of any name. Where the scripts make the tables of most of them, one that names no table,
 * that nothing lists and of whose name there is none is what a query gives.
 */
function withoutUnmade(
  models: readonly PlacedModel[],
  tables: ReadonlySet<string>,
  named: ReadonlySet<PlacedModel>,
): readonly PlacedModel[] {
  const isMade = (model: PlacedModel): boolean => tableKeys(model).some((key) => tables.has(key));
  const own = models.filter(({ kind }) => kind === 'gorm');
  const made = own.filter(isMade);
  if (made.length < 5 || made.length < own.length * 0.6) return models;
  return models.filter(
    (model) => model.kind !== 'gorm' || model.table !== undefined || named.has(model) || isMade(model),
  );
}

/** Structs with tags of XORM may be rows, or lie within a column: where the program lists nearly all tables that it makes, those. */
function withoutUnlisted(models: readonly PlacedModel[], named: ReadonlySet<PlacedModel>): readonly PlacedModel[] {
  const own = models.filter(({ kind }) => kind === 'xorm');
  const listed = own.filter((model) => named.has(model));
  if (listed.length < 5 || listed.length < own.length * 0.8) return models;
  return models.filter((model) => model.kind !== 'xorm' || model.table !== undefined || named.has(model));
}

/** Rails finds the table of a class whatever it inherits from; heirs of another model share that one's table. */
function isMadeByTable(model: PlacedModel, index: ModelIndex, tables: ReadonlySet<string>): boolean {
  if (model.tableMakesEntity !== true || model.role !== 'candidate') return false;
  if (model.kind === 'gorm' && !index.hasEntityBeside(model)) return false;
  const bases = (model.bases ?? []).flatMap((name) => index.find(name, model.file, model.kind) ?? []);
  // A struct that lends its fields to those of GORM is none of them; what embeds a table is the row of a query.
  const isTable = (base: PlacedModel): boolean =>
    model.kind !== 'gorm' || isEntity(base, index) || tableKeys(base).some((key) => tables.has(key));
  if (bases.some(isTable)) return false;
  return tableKeys(model).some((key) => tables.has(key));
}

/**
 * A record outside of the models' folder, of which the schema has no table: a script makes it for itself. A class of
 * Eloquent that says nothing of rows, or from which others inherit, and that has no table lends to others.
 */
function isScratch(model: PlacedModel, tables: ReadonlySet<string>, lends: boolean): boolean {
  // The project's own class of all models, whatever is known of tables.
  if (model.kind === 'eloquent' && /^(?:Base|Abstract)?Model$/.test(model.name) && lends) return true;
  const asksForTable =
    model.kind === 'active-record'
      ? model.tableMakesEntity !== true
      : model.kind === 'eloquent' && (model.tableMakesEntity === true || lends);
  // One of several heirs' that names no table and relates to nothing lends, where no table is known.
  if (model.kind === 'eloquent' && lends && tables.size === 0)
    return model.relations.length === 0 && model.table === tableNameOf(model.name);
  if (!asksForTable || tables.size === 0) return false;
  return !tableKeys(model).some((key) => tables.has(key));
}

/** What others hold within themselves is a part of them, unless it is kept by itself as well. */
function withoutParts(
  models: readonly PlacedModel[],
  named: ReadonlySet<PlacedModel>,
  index: ModelIndex,
): readonly PlacedModel[] {
  const parts = new Set(
    models.flatMap((model) => (model.parts ?? []).flatMap((name) => index.find(name, model.file, model.kind) ?? [])),
  );
  return models.map((model) => (parts.has(model) && !named.has(model) ? { ...model, role: 'base' as const } : model));
}

/** Models that something else names, each with the fullest of what names it. */
function namedModels(
  files: FactsOfFiles,
  models: readonly PlacedModel[],
  index: ModelIndex,
): ReadonlyMap<PlacedModel, NamedModel> {
  const sure = new Set(models.filter(({ role }) => role === 'entity').map(({ kind }) => kind));
  for (const [, facts] of files)
    for (const { kind, where } of facts.named ?? []) if (where === undefined) sure.add(kind);
  const found = new Map<PlacedModel, NamedModel>();
  for (const [file, facts] of files) {
    for (const named of facts.named ?? []) {
      const isSure = named.where === undefined || sure.has(named.where);
      const model = isSure ? index.named(named, file) : undefined;
      if (model) found.set(model, { ...found.get(model), ...named });
    }
  }
  return found;
}

const tableKeys = (model: PlacedModel): string[] =>
  [model.table ?? '', ...(model.otherTables ?? []), tableNameOf(model.name), model.name].filter(Boolean).map(tableKey);

/** A table tells all columns; a class may list those alone that it checks. */
const tableTellsMore: ReadonlySet<string> = new Set(['objection']);

/**
 * Every entity once: classes of all frameworks, with what they inherit; the table behind a class lends it its columns
 * where it declares none; tables without a class stand for themselves.
 */
export function resolveModels(files: FactsOfFiles, imports: ImportGraph): PlacedModel[] {
  const tables = foldSchema(withLentColumns(files));
  const byKey = new Map<string, PlacedModel[]>();
  for (const table of tables) byKey.set(tableKey(table.name), [...(byKey.get(tableKey(table.name)) ?? []), table]);
  const taken = new Set<PlacedModel>();
  const declared = entityClasses(files, imports, new Set(byKey.keys()));
  const classes = withoutInterfaces(declared, tables).map((model) => {
    const named = tableKeys(model).flatMap((key) => byKey.get(key) ?? []);
    // One whose columns stand nowhere is of a program that this one takes its data from.
    const known = named.filter((table) => table.fields.length > 0);
    const found = known.length > 0 ? known : named;
    const [first] = found;
    if (!first) return model;
    const same = found.filter((table) => tableKey(table.name) === tableKey(first.name));
    // Databases of several programs may each have a table of the name: the one nearest by is meant.
    const table = same.toSorted((a, b) => nearness(b.file, model.file) - nearness(a.file, model.file))[0] ?? first;
    for (const one of same) taken.add(one);
    const relations = relationsOfTable(model, table);
    const lends = model.fields.length === 0 || (tableTellsMore.has(model.kind) && table.fields.length > 0);
    // Of the names that the table may have, the one that it has.
    const tableName = model.otherTables === undefined ? {} : { table: table.name };
    const columnsAt = { file: table.file, line: table.line };
    return lends ? { ...model, ...tableName, fields: table.fields, relations, columnsAt } : { ...model, ...tableName };
  });
  const own = new Set([...taken].map((table) => historyOf(table.file)));
  const rest = tables
    .filter((table) => !taken.has(table))
    .map((table) => (own.has(historyOf(table.file)) ? { ...table, isBeside: true } : table));
  const hasSchemas = files.some(([, { models = [] }]) => models.some(({ kind }) => kind === 'mongoose'));
  return withoutGuesses(withoutPartitions([...withoutCopies(classes, imports), ...rest]), hasSchemas);
}

/** A collection that is known by a name alone is told where nothing else of that name is, and no schemas are: an importer reads old data. */
function withoutGuesses(models: readonly PlacedModel[], hasSchemas: boolean): PlacedModel[] {
  const told = new Set(models.filter(({ kind }) => kind !== 'mongodb').flatMap(tableKeys));
  return models.filter((model) => model.kind !== 'mongodb' || !(hasSchemas || told.has(tableKey(model.name))));
}

/** What an interface says of things: where the things themselves are declared, it would only tell them again. */
const interfaceKinds: ReadonlySet<string> = new Set(['graphql', 'protobuf']);

/** Services that share an interface each hold a copy of its file: the same message is one message. */
function oncePerMessage(models: readonly PlacedModel[]): PlacedModel[] {
  const told = new Set<string>();
  return models.filter(({ kind, name, fields }) => {
    const key = JSON.stringify([kind, name, fields.map((field) => [field.name, field.type])]);
    return !told.has(key) && told.add(key);
  });
}

function withoutInterfaces(models: readonly PlacedModel[], tables: readonly PlacedModel[]): PlacedModel[] {
  const stored = models.filter(({ kind }) => !interfaceKinds.has(kind));
  const told = stored.length + tables.length > 0 ? stored : oncePerMessage(models);
  // One message with an id among many calls is no data model.
  return told.length === 1 && told[0]?.kind === 'protobuf' ? [] : told;
}
