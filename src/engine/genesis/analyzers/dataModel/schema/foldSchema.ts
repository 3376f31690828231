import type { DataModelFacts, ModelFact, SchemaStep, WrittenField, WrittenRelation } from '../modelFact';
import { includedOrder } from './includedOrder';
import { withoutRetold } from './retold';

/** A model and the file that declares it. */
export interface PlacedModel extends ModelFact {
  readonly file: string;
  /** A table of a schema, which no class declares. */
  readonly isTable?: boolean;
  /** Such a table of a history that makes tables of classes too. */
  readonly isBeside?: boolean;
  /** Fields of the classes that it holds within itself: `billing.city`. */
  readonly embedded?: readonly WrittenField[];
  /** Where the table is made that lends a class its columns. */
  readonly columnsAt?: { readonly file: string; readonly line: number };
}

/** What stands at a line keeps its file, wherever it goes from here. */
export function placedIn<Written extends WrittenField | WrittenRelation>(file: string, written: Written): Written {
  return written.line === undefined || written.file !== undefined ? written : { ...written, file };
}

/** A model with the file that it was read from. */
export const placedModel = (file: string, model: ModelFact): PlacedModel => ({
  ...model,
  fields: model.fields.map((field) => placedIn(file, field)),
  relations: model.relations.map((relation) => placedIn(file, relation)),
  file,
});

/** Folders whose files are one history, told in the order of their names. */
const historyFolder = /^(migrations?(?:[-_]\w+)?|migrate|db|sql|schemas?|ddl|flyway|liquibase|changelogs?|drizzle)$/i;

/** A folder below that tells the same history for one kind of database. */
const dialectFolder =
  /^(mysql|mariadb|postgres|postgresql|pgsql|pg|psql|sqlite3?|mssql|sqlserver|oracle|h2|hsqldb|cockroach(?:db)?|clickhouse|db2)$/i;

/** Laravel squashes old migrations into a dump; those that are left come after it. */
const squashed = /(^|\/)database\/schema\/([^/]+\.(?:sql|dump))$/;

/** The path up to the folder that holds the history, with its dialect; the file's own folder where there is none. */
export function historyOf(path: string): string {
  if (squashed.test(path)) return path.replace(squashed, '$1database/migrations');
  const folders = path.split('/').slice(0, -1);
  const at = folders.findLastIndex((folder) => historyFolder.test(folder));
  const dialect = dialectFolder.test(folders[at + 1] ?? '') ? 1 : 0;
  return (at < 0 ? folders : folders.slice(0, at + 1 + dialect)).join('/');
}

/** Tables in which tools keep what they have run, and no data of the product. */
const bookkeeping =
  /^(?:schema_migrations?|migrations_history|ar_internal_metadata|flyway_schema_history|databasechangelog(?:lock)?|alembic_version|django_migrations|knex_migrations(?:_lock)?|__efmigrationshistory|__drizzle_migrations|_prisma_migrations|_sqlx_migrations|__diesel_schema_migrations|sequelizemeta|doctrine_migration_versions|goose_db_version|gorp_migrations|bun_migrations|sqlite_(?:sequence|master|schema|stat\d))$/i;

/** Tables that a change of others needs for a while: what drops them may be written where no text shows it. */
const passing = /^_{0,2}(?:te?mp|temporary)_|_(?:te?mp|temporary)_{0,2}$|_backup_\d+$/i;

/** What a table is written to before it takes the name of another one, and what that one is kept as. */
const besideLasting = /^(?:__new_)?(?<lasting>\w{2,100}?)(?:_new|_old|_bak)$|^__new_(?<made>\w{2,100})$/;

/** The instant that a step of a history is called after: `2024-02-19-113226_more`. */
const hyphenated = /(\/|^)(\d{4})-(\d\d)-(\d\d)-(\d{6})(?=_)/;

/** `V2` before `V10`, `2_a` before `10_b`. */
const naturalOrder = new Intl.Collator('en', { numeric: true });

/** The tables that stand at the end of each history, in the order in which they were made. */
export function foldSchema(files: readonly (readonly [string, DataModelFacts])[]): PlacedModel[] {
  const histories = new Map<string, Map<string, PlacedModel>>();
  const unmet: [history: string, step: SchemaStep][] = [];
  const taken = new Set<string>();
  // Diesel's tool once wrote the time of a step without hyphens: both forms are of one order.
  const place = (path: string): string =>
    path.replace(squashed, '$1database/migrations/0').replace(hyphenated, '$1$2$3$4$5');
  const named = withoutRetold(files).toSorted(([a], [b]) => naturalOrder.compare(place(a), place(b)));
  const included = includedOrder(named);
  const ordered = [...named.filter(([path]) => !included.rootOf.has(path)), ...included.files];
  for (const [file, { steps = [] }] of ordered) {
    const key = historyOf(included.rootOf.get(file) ?? file);
    const tables = histories.get(key) ?? new Map<string, PlacedModel>();
    histories.set(key, tables);
    for (const step of steps) {
      const isUnmet = (step.op === 'drop' || step.op === 'rename') && !tables.has(step.table.toLowerCase());
      if (isUnmet) unmet.push([key, step]);
      else applyStep(tables, step, file);
      if (!isUnmet && step.op === 'rename') taken.add(`${key} ${step.to.toLowerCase()}`);
    }
  }
  // A table may have been made in the schema that lies around the migrations.
  for (const [key, step] of unmet) {
    // A schema that stands whole beside its steps has what they end with: another table took the name.
    const isWhole = 'table' in step && taken.has(`${key} ${step.table.toLowerCase()}`);
    const around = isWhole ? [] : [...above(histories, key), ...beside(histories, key)];
    for (const tables of around) applyStep(tables, step, '');
    // Folders need not sort as they were run: what was given another name, and stands under that as well, is one table.
    const own = histories.get(key);
    if (step.op === 'rename' && [...histories.values()].some((tables) => tables.has(step.to.toLowerCase())))
      own?.delete(step.table.toLowerCase());
  }
  const tables = mirrored(histories).flatMap((history) => [...history.values()]);
  const names = new Set(tables.map(({ name }) => name.toLowerCase()));
  const isPassing = (name: string): boolean => {
    const { lasting, made = lasting } = besideLasting.exec(name.toLowerCase())?.groups ?? {};
    return passing.test(name) || (made !== undefined && names.has(made));
  };
  return mergeDialects(tables.filter(({ name }) => !bookkeeping.test(name) && !isPassing(name)).map(withColumnsOnly));
}

/** A reference falls with any of its columns. */
function withColumnsOnly(table: PlacedModel): PlacedModel {
  if (table.kind !== 'sql') return table;
  const columns = new Set(table.fields.map(({ name }) => name));
  const relations = table.relations.filter(({ field }) => field.split(', ').every((column) => columns.has(column)));
  return relations.length === table.relations.length ? table : { ...table, relations };
}

/** The histories of the folders around one: `db` for `db/migrations`. */
function above(histories: ReadonlyMap<string, Map<string, PlacedModel>>, key: string): Map<string, PlacedModel>[] {
  return [...histories].flatMap(([folder, tables]) =>
    folder !== key && (folder === '' || key.startsWith(`${folder}/`)) ? [tables] : [],
  );
}

/** Migrations change what the program beside them makes at its first start: `setup/create.php` for `migrations`. */
function beside(histories: ReadonlyMap<string, Map<string, PlacedModel>>, key: string): Map<string, PlacedModel>[] {
  const folders = key.split('/');
  const at = folders.findLastIndex((folder) => /^migrat(?:e|ions?)$/i.test(folder));
  if (at < 0) return [];
  // Around `db/migrations` lies the program, not the folder `db`.
  const program = folders.slice(0, at);
  while (historyFolder.test(program.at(-1) ?? '')) program.pop();
  const around = program.map((folder) => `${folder}/`).join('');
  // What lies in a history of its own is changed there.
  return [...histories].flatMap(([folder, tables]) =>
    folder.startsWith(around) && !folder.split('/').some((part) => historyFolder.test(part)) ? [tables] : [],
  );
}

/**
 * Histories of one schema for several databases: what only one of them ends with was dropped by steps that a program
 * makes up as it runs, as SQLite needs them to change a table.
 */
function mirrored(histories: ReadonlyMap<string, Map<string, PlacedModel>>): Map<string, PlacedModel>[] {
  const byParent = new Map<string, Map<string, PlacedModel>[]>();
  for (const [path, tables] of histories) {
    const at = path.lastIndexOf('/');
    const key = dialectFolder.test(path.slice(at + 1)) ? path.slice(0, at + 1) : `${path} alone`;
    byParent.set(key, [...(byParent.get(key) ?? []), tables]);
  }
  return [...byParent.values()].flatMap((twins) => {
    const shared = (own: Map<string, PlacedModel>, name: string): boolean =>
      twins.some((other) => other !== own && other.has(name));
    return twins.map((own) => {
      const common = [...own].filter(([name]) => shared(own, name));
      return twins.length > 1 && common.length >= Math.max(5, own.size * 0.6) ? new Map(common) : own;
    });
  });
}

/** `LIKE` and `INHERITS` give a table the columns of others. */
function withCopied(table: PlacedModel, tables: ReadonlyMap<string, PlacedModel>): PlacedModel {
  if (table.kind !== 'sql' || table.bases === undefined) return table;
  const own = new Set(table.fields.map(({ name }) => name));
  const lent = table.bases.flatMap((name) => tables.get(name.toLowerCase())?.fields ?? []);
  return { ...table, fields: [...lent.filter(({ name }) => !own.has(name)), ...table.fields] };
}

function applyStep(tables: Map<string, PlacedModel>, step: SchemaStep, file: string): void {
  if (step.op === 'create') {
    const key = step.model.name.toLowerCase();
    if (!tables.has(key)) tables.set(key, { ...withCopied(placedModel(file, step.model), tables), isTable: true });
    return;
  }
  const key = step.table.toLowerCase();
  const table = tables.get(key);
  if (!table) return;
  if (step.op === 'drop') tables.delete(key);
  else if (step.op === 'rename') {
    tables.delete(key);
    tables.set(step.to.toLowerCase(), { ...table, name: step.to, table: step.to });
    for (const [other, { relations, ...rest }] of tables)
      if (relations.some(({ to }) => to.toLowerCase() === key))
        tables.set(other, {
          ...rest,
          relations: relations.map((one) => (one.to.toLowerCase() === key ? { ...one, to: step.to } : one)),
        });
  } else if (step.op === 'rename-field') {
    const fields = table.fields.map((field) => (field.name === step.field ? renamed(field, step, file) : field));
    const relations = table.relations.map((to) => (to.field === step.field ? { ...to, field: step.to } : to));
    tables.set(key, { ...table, fields, relations });
  } else if (step.op === 'constrain') {
    const { columns, key: kind, relation } = step;
    const fields = table.fields.map((field) =>
      columns.includes(field.name) && field.key !== 'primary' ? { ...field, key: kind } : field,
    );
    const relations = relation ? [...table.relations, placedIn(file, relation)] : table.relations;
    tables.set(key, { ...table, fields, relations });
  } else if (step.op === 'remove') {
    const fields = table.fields.filter((field) => field.name !== step.field);
    tables.set(key, { ...table, fields, relations: table.relations.filter(({ field }) => field !== step.field) });
  } else if (!table.fields.some((field) => field.name === step.field.name)) {
    const relations = step.relation ? [...table.relations, placedIn(file, step.relation)] : table.relations;
    tables.set(key, { ...table, fields: [...table.fields, placedIn(file, step.field)], relations });
  }
}

/** Where it was made it has another name: it stands where it got this one. */
function renamed(
  { line: _made, file: _from, ...field }: WrittenField,
  { to, line }: Extract<SchemaStep, { op: 'rename-field' }>,
  file: string,
): WrittenField {
  return { ...field, name: to, ...(line === undefined ? {} : { line, file }) };
}

/** The same schema written for several databases is one schema: tables of one name that share most columns. */
export function mergeDialects(tables: readonly PlacedModel[]): PlacedModel[] {
  const kept: PlacedModel[] = [];
  const key = (table: PlacedModel): string => (table.table ?? table.name).toLowerCase();
  const byKey = new Map<string, number[]>();
  for (const table of tables) {
    const columns = new Set(table.fields.map((field) => field.name.toLowerCase()));
    const places = byKey.get(key(table)) ?? [];
    const twin = places.find((place) => shared(kept[place] ?? table, columns) >= 0.6);
    if (twin === undefined) byKey.set(key(table), [...places, kept.push(table) - 1]);
    // A copy that names a column or two of the table tells less of it.
    else if (table.fields.length > (kept[twin]?.fields.length ?? 0) * 1.5 || isLater(table, kept[twin]))
      kept[twin] = table;
  }
  return kept;
}

/** A table that has all that the other has, and more: the other history ended earlier. */
function isLater(table: PlacedModel, other: PlacedModel | undefined): boolean {
  if (table.isTable !== true || other === undefined || table.fields.length <= other.fields.length) return false;
  const columns = new Set(table.fields.map((field) => field.name));
  return other.fields.every((field) => columns.has(field.name));
}

function shared(table: PlacedModel, columns: ReadonlySet<string>): number {
  const own = table.fields.map((field) => field.name.toLowerCase());
  if (own.length === 0 && columns.size === 0) return 1;
  return own.filter((name) => columns.has(name)).length / Math.max(1, Math.min(own.length, columns.size));
}
