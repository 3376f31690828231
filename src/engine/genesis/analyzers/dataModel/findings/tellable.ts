import { snakeCase, tableNameOf } from '../syntax/nodes';
import type { ToldModel } from './toldModel';

/** Tables that frameworks and their libraries keep for themselves: sessions, queues, caches, tokens, versions of records. */
const ofFrameworks =
  /^(?:active_storage_\w+|action_(?:text|mailbox)_\w+|solid_(?:queue|cache|cable)_\w+|good_jobs?\w*|delayed_jobs|que_\w+|oban_\w+|cache_locks|failed_jobs|job_batches|migrations|password_resets|password_reset_tokens|personal_access_tokens|oauth_(?:applications|openid_requests|access_grants|(?:access_|refresh_)?tokens|auth_codes|clients|device_codes|personal_access_clients|client_details|approvals|code)|telescope_\w+|pulse_\w+|websockets_\w+|django_\w+|auth_(?:group|permission)\w*|qrtz_\w+|spring_session\w*|batch_(?:job|step)_\w+|shedlock|hangfire\w*|aspnet\w+|messenger_messages|spatial_ref_sys|geometry_columns|geography_columns)$/i;
/** Those of names that products have as well, by a column that only theirs have. */
const byColumn: Readonly<Record<string, RegExp>> = {
  cache: /^(?:value|expiration)$/i,
  sessions: /^(?:payload|sess|session_data|data)$/i,
  jobs: /^(?:payload|reserved_at|available_at)$/i,
  versions: /^(?:item_type|whodunnit|versionable_type)$/i,
};

export function isOfFramework({ name, fields }: ToldModel): boolean {
  const key = name.toLowerCase();
  const column = Object.hasOwn(byColumn, key) ? byColumn[key] : undefined;
  return ofFrameworks.test(name) || (column !== undefined && fields.some((field) => column.test(field.name)));
}

/** Names of a table without its marks: `OrderItems`, `order_items` and `orderitems` are one. */
const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** Whether the table may be that of a class whose mapper puts something before the name: `shop_order` of `Order`. */
function mayBeMapped(table: ToldModel, endings: readonly string[]): boolean {
  const name = `_${snakeCase(table.name)}`;
  return endings.some((ending) => name.endsWith(ending));
}

/** An application beside a library, to try that out with. */
const ofTrial = /^(?:sandbox|playground)\//i;

/** Ecto's schemas without a table lie in the row of another. */
const isEmbedded = ({ kind, table }: ToldModel): boolean => kind === 'ecto' && table === undefined;

const depth = ({ file }: ToldModel): number => file.split('/').length;

/** With a table of its own the one that lies less deep is the thing, as against its archive; else the fuller one is. */
function isRather(model: ToldModel, known: ToldModel): boolean {
  const areTwo = model.table !== undefined && known.table !== undefined && model.table !== known.table;
  return areTwo && depth(model) !== depth(known)
    ? depth(model) < depth(known)
    : known.fields.length < model.fields.length;
}

/** Django calls tables after the application, which is the folder of the models: equal names in two of them are two things. */
function applicationOf({ kind, file }: ToldModel): string {
  if (kind !== 'django') return '';
  const folders = file.split('/').slice(0, -1);
  return (folders.at(-1) === 'models' ? folders.at(-2) : folders.at(-1)) ?? '';
}

/** Two services may each have an account of their own: classes of one name that share few columns are two things. */
function areApart(one: ToldModel, other: ToldModel): boolean {
  // A step of the history declares what the table was then.
  if (/migration/i.test(one.file) || /migration/i.test(other.file)) return false;
  // Lines of an invoice and those of a quote may be called alike.
  if (one.table !== undefined && other.table !== undefined && plain(one.table) !== plain(other.table)) return true;
  const [few, many] = one.fields.length <= other.fields.length ? [one, other] : [other, one];
  const names = new Set(many.fields.map(({ name }) => plain(name)));
  const shared = few.fields.filter(({ name, key }) => key !== 'primary' && names.has(plain(name))).length;
  return few.fields.length >= 2 && shared * 3 < few.fields.length;
}

/** One of each name: a class that lies there twice, for another service or an older version, is no further thing. */
function oneOfEach(models: readonly ToldModel[]): ToldModel[] {
  const seen = new Map<string, ToldModel[]>();
  for (const model of models) {
    const key = `${model.kind} ${plain(model.name)} ${applicationOf(model)}`;
    const same = seen.get(key) ?? [];
    const at = same.findIndex((known) => !areApart(model, known));
    const known = same[at];
    if (known === undefined) same.push(model);
    else if (isRather(model, known)) same[at] = model;
    seen.set(key, same);
  }
  return [...seen.values()].flat();
}

/** Models of an earlier program, which one that moves its data reads. */
const ofBefore = /(?:^|\/)(?:migrators?|legacy|deprecated)\//i;

/** Mappers of other stores than those that SQL is written for; what Spring Data maps to tables takes them. */
const ofDocuments: ReadonlySet<string> = new Set([
  'spring-data',
  'document',
  'mongoose',
  'mongoid',
  'mongodb',
  'mongoengine',
  'beanie',
  'typegoose',
]);

const isScript = ({ file }: ToldModel): boolean => /\.\w*sql$|\.ddl$/i.test(file);

/**
 * What is told of the models: each name once, and tables that no class maps only where they are the larger part. Beside
 * classes they are mostly what a mapper named otherwise, what a library brought, and what a later step dropped unseen.
 */
export function tellable(all: readonly ToldModel[]): ToldModel[] {
  const today = all.filter(({ file }) => !ofBefore.test(file) && !ofTrial.test(file));
  // What was before is told only where nothing else is.
  const models = today.some(({ isTable }) => !isTable) ? today : all;
  const classes = oneOfEach(models.filter((model) => !model.isTable && !isEmbedded(model)));
  // What lies in documents is not what lies in tables.
  const isElsewhere = classes.every(({ kind }) => ofDocuments.has(kind));
  const endings = classes.flatMap(({ name }) => [`_${snakeCase(name)}`, `_${tableNameOf(name)}`]);
  const tables = oneOfEach(models.filter(({ isTable }) => isTable)).filter(
    (table) =>
      !isOfFramework(table) &&
      !mayBeMapped(table, endings) &&
      // Statements in code, beside classes, are steps of a history whose other steps the mapper makes.
      (classes.length === 0 || isElsewhere || table.isBeside) &&
      (classes.length === 0 || table.kind !== 'sql' || isScript(table)),
  );
  // Beside a history of scripts, tables that code makes are mostly for a while, or for tests.
  const scripts = tables.filter(isScript);
  const own = scripts.length > tables.length / 2 ? scripts : tables;
  // One table that code makes for itself is no model of what the product keeps.
  if (classes.length === 0 && own.every((table) => table.kind === 'sql' && !isScript(table)) && own.length === 1)
    return [];
  return own.length >= 2 * classes.length ? [...classes, ...own] : classes;
}
