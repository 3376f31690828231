import type { Hit } from '../hits';
import { isForDevelopment } from '../productPaths';
import type { StackEntry } from '../stack';
import { isUsed, type Shown, shownOf } from './shown';

/** Where the product keeps its data, as far as one can say so. */
export interface Storage {
  /** The engine that is told, and what the code reaches it through. */
  readonly shown: readonly Shown[];
  /** For a title; begins with a comma, or is empty. */
  readonly words: string;
}

/** Between more engines than these people choose freely, or the data are those of others: what is probed, copied, looked at. */
const mostChoices = 3;

/** Caches, search engines and stores of measurements stand beside what keeps the data. */
const beside = new Set(
  'Redis Memcached Elasticsearch OpenSearch Meilisearch Typesense Algolia Solr pgvector BigQuery Snowflake InfluxDB ClickHouse DuckDB etcd Qdrant Weaviate Chroma Pinecone Milvus FAISS'.split(
    ' ',
  ),
);

/** Of these the ones that keep the data of what counts and compares. */
const measurements = new Set(['DuckDB', 'InfluxDB', 'ClickHouse', 'BigQuery', 'Snowflake']);

const nothing: Storage = { shown: [], words: '' };

const bringsEngine = new Set(['Room', 'Drift', 'SwiftData', 'Core Data', 'SQLDelight']);

/** What code reaches tables or documents through; tools that only move a schema on are none. */
export const mappers: ReadonlySet<string> = new Set(
  [
    'Prisma|TypeORM|Sequelize|Mongoose|Drift|Room|Knex|Objection.js|Bookshelf|Drizzle ORM|MikroORM|Kysely|Lucid',
    'SQLAlchemy|SQLModel|Tortoise ORM|Peewee|Pony ORM|MongoEngine|Beanie|Active Record|Sequel|ROM|Mongoid',
    'Eloquent|Doctrine ORM|Propel|Cycle ORM|Hibernate|Spring Data JPA|Spring Data MongoDB|Spring Data JDBC|Spring JDBC|Spring Data R2DBC|MyBatis',
    'MyBatis-Plus|jOOQ|EclipseLink|Exposed|SwiftData|Core Data|SQLDelight|JDBI|Entity Framework Core|Entity Framework',
    'Dapper|NHibernate|Marten|SqlSugar|linq2db|GORM|sqlx (Go)|ent|Bun ORM|SQLBoiler|sqlc|XORM|Diesel|SQLx|SeaORM|Ecto|Fluent',
    'Slick|Doobie|Quill|Skunk|Magnum|ScalikeJDBC|Anorm',
  ].flatMap((names) => names.split('|')),
);

/** What a mapper reaches the tables through itself: beside it that is no other way. */
const builtUpon: Readonly<Record<string, readonly string[]>> = {
  SQLModel: ['SQLAlchemy'],
  'Spring Data JPA': ['Hibernate', 'EclipseLink', 'Spring JDBC'],
  'Spring Data JDBC': ['Spring JDBC'],
  MyBatis: ['Spring JDBC'],
  'MyBatis-Plus': ['MyBatis', 'Spring JDBC'],
  SeaORM: ['SQLx'],
  'Objection.js': ['Knex'],
  Bookshelf: ['Knex'],
  MikroORM: ['Knex', 'Kysely'],
  Lucid: ['Knex'],
};

/**
 * One engine is told where it is the only one that the product can open, or the one of several that settings name as the
 * default; else none. Without a schema of its own a program may look at the data of others.
 */
export function storageOf(
  entries: readonly StackEntry[],
  hasSchema: boolean,
  dumped: ReadonlySet<string> = new Set(),
): Storage {
  const storage = chosen(entries, hasSchema);
  const engine = storage.shown.find(({ entry }) => entry.isEngine)?.entry.name;
  if (engine === undefined || dumped.size === 0 || dumped.has(engine)) return storage;
  // The schema was written out of another engine than settings for the start name.
  return told(
    undefined,
    storage.shown.flatMap(({ entry }) => (entry.isEngine ? [] : [entry])),
    '',
  );
}

/** Engines that a schema of Laravel was written out of: `database/schema/mysql-schema.sql`. */
export function dumpedEngines(paths: readonly string[]): ReadonlySet<string> {
  const names = paths.flatMap(
    (path) => /(?:^|\/)database\/schema\/(\w{1,20})-schema\.(?:sql|dump)$/.exec(path)?.[1] ?? [],
  );
  return new Set(names.map((name) => engines[name] ?? name));
}

const engines: Readonly<Record<string, string>> = {
  mysql: 'MySQL',
  mariadb: 'MariaDB',
  pgsql: 'PostgreSQL',
  sqlite: 'SQLite',
};

function chosen(entries: readonly StackEntry[], hasSchema: boolean): Storage {
  const always = withoutStores(entries.filter((entry) => !isChoice(entry)));
  if (always.length < entries.length && !always.some(({ isEngine }) => isEngine)) return nothing;
  const reaching = always.filter((entry) => mappers.has(entry.name) && isUsed(entry) && shownOf(entry) !== undefined);
  const lower = new Set(reaching.flatMap(({ name }) => builtUpon[name] ?? []));
  const known = reaching.filter(({ name }) => !lower.has(name));
  // Of several mappers one may be a leftover, or that of a part.
  const through = known.length === 1 ? known : [];
  if (known.length === 0 && !hasSchema) return nothing;
  const engines = candidates(always);
  const [only] = engines;
  // A mapper of tables also checks forms, where there are no tables.
  if (only === undefined)
    return told(undefined, hasSchema ? through : through.filter(({ name }) => bringsEngine.has(name)), '');
  // What measures lies in another store than what it is set up with: neither is the whole.
  const isHalf = only.name === 'SQLite' && entries.some((entry) => measurements.has(entry.name) && isUsed(entry));
  // What reaches tables does not reach documents: where both can be chosen it is one of the choices.
  const mongo = engines.find(({ name }) => name === 'MongoDB');
  const isMixed = mongo !== undefined && !through.some((one) => ofDocuments.test(one.name) || sharesPlace(one, mongo));
  const reached = isMixed && engines.length > 1 ? [] : through;
  if (engines.length > mostChoices || isHalf) return told(undefined, reached, '');
  const named = engines.filter((entry) => entry.hits.some(isNaming));
  // Where drivers come with the language, a setting for the start is a choice.
  if (engines.length === 1 && !known.some((entry) => loaders.has(entry.name) && mayLoadOther(entries, only))) {
    const isStart =
      (isPhp(entries) && isStarted(only)) || (known.some(({ name }) => byAddress.has(name)) && isSet(only));
    return told(
      isFirm(only) && !(isMixed && through.length > 0) ? only : undefined,
      through,
      isStart ? ' by default' : '',
    );
  }
  // That code can open one of several does not say that it opens this one where nobody says otherwise.
  const isDefault = named.length === 1 && named[0]?.hits.some((hit) => isNaming(hit) && !code.test(hit.evidence.path));
  return told(isDefault === true ? named[0] : undefined, reached, ' by default');
}

/** A part that is called after the engine that it is for. */
const storeFolder =
  /(?:^|\/)[\w.-]{0,90}?(sqlite|mysql|mariadb|postgres|pgsql|mssql|sqlserver|mongo|oracle|cassandra|elasticsearch|redis|dynamodb|(?<![a-z])h2|hsqldb)[\w.-]{0,40}\//i;
/** Beside one for documents, a part for tables is called after what reaches them. */
const tableFolder = /(?:^|\/)[\w.-]{0,90}?(entityframework|hibernate|nhibernate|jpa|jdbc|sql)[\w.-]{0,40}\//i;

/** Where parts for several engines lie side by side, what only one of them asks for is one of the choices. */
function withoutStores(entries: readonly StackEntry[]): readonly StackEntry[] {
  const stores = entries.filter(({ category }) => category === 'database');
  const engineOf = ({ evidence }: Hit): string | undefined => storeFolder.exec(evidence.path)?.[1]?.toLowerCase();
  const asking = stores.flatMap(({ hits }) => hits.filter(isAsked));
  const engines = new Set(asking.map(engineOf));
  engines.delete(undefined);
  if (engines.size === 1 && engines.has('mongo'))
    if (asking.some(({ evidence }) => tableFolder.test(evidence.path)))
      return entries.filter(({ category }) => category !== 'database');
  if (engines.size < 2) return entries;
  return entries.filter((entry) => {
    const asking = entry.hits.filter(isAsked);
    return asking.length === 0 || !stores.includes(entry) || asking.some((hit) => engineOf(hit) === undefined);
  });
}

/** Whether one manifest asks for both: then each of them keeps a part of the data. */
function sharesPlace(one: StackEntry, other: StackEntry): boolean {
  const places = new Set(other.hits.filter(isAsked).map(({ evidence }) => evidence.path));
  return one.hits.filter(isAsked).some(({ evidence }) => places.has(evidence.path));
}

const ofDocuments = /mongo|prisma|typeorm|mikroorm|eloquent|beanie|spring data/i;

/** A store that the build takes in only where somebody asks for it: which one it is otherwise, another part tells. */
function isChoice({ category, hits }: StackEntry): boolean {
  const asking = hits.filter(isAsked);
  return (
    category === 'database' &&
    asking.length > 0 &&
    asking.every((hit) => ecosystemOf(hit) === 'cargo' && hit.dependency?.requirement.scope === 'optional')
  );
}

function told(engine: StackEntry | undefined, through: readonly StackEntry[], remark: string): Storage {
  const shown = engine === undefined ? undefined : shownOf(engine, remark === '' ? isAsked : isNaming);
  const where = shown === undefined ? '' : ` in ${shown.entry.name}${remark}`;
  // What reaches tables keeps another part than a store of documents does.
  const isApart = engine?.name === 'MongoDB' && !through.some(({ name }) => ofDocuments.test(name));
  const how = through.map(({ name }) => `${isApart ? ' and' : ''} through ${name.replace(/ \(\w+\)$/, '')}`).join('');
  return {
    shown: [...(shown === undefined ? [] : [shown]), ...through.flatMap((entry) => shownOf(entry) ?? [])],
    words: where === '' && how === '' ? '' : `, data${where}${how}`,
  };
}

/** Engines that the product can open: where drivers are packages, those without one are of its development. */
function candidates(entries: readonly StackEntry[]): StackEntry[] {
  const kept = entries
    .filter((entry) => entry.category === 'database' && entry.isEngine && !beside.has(entry.name))
    .filter((entry) => entry.hits.some(({ weight, imports = 0 }) => weight >= 2 || (weight > 0 && imports > 0)))
    .filter((entry) => !isListedOnly(entry) && !isStartedOnly(entry))
    .sort((a, b) => a.order - b.order);
  const ecosystems = new Set(kept.flatMap((entry) => entry.hits.filter(isAsked).map(ecosystemOf)));
  const isOpen = ecosystems.size === 0 || ecosystems.has('composer');
  const open = kept.filter((entry) => isOpen || entry.hits.some(isAsked) || hasOwnDriver(entry, ecosystems));
  // A driver of MariaDB speaks to MySQL as well, and the other way round.
  const maria = open.find((entry) => entry.name === 'MariaDB');
  if (maria === undefined || maria.hits.some(isNaming)) return open;
  return open.some((entry) => entry.name === 'MySQL') ? open.filter((entry) => entry !== maria) : [];
}

/** What a compose file starts, and nothing that runs there asks for or names, is there to try things out. */
function isStartedOnly({ hits }: StackEntry): boolean {
  return hits.every(({ kind, weight }) => kind === 'image' || weight === 0);
}

/** They open what an address names, of the engines that a build takes in. */
const byAddress: ReadonlySet<string> = new Set(['SeaORM']);

/** Named by settings of the program, and by no driver that it asks for. */
const isSet = ({ hits }: StackEntry): boolean => !hits.some(isAsked) && hits.some(isNaming);

/** They load the driver that the settings name, and no other code does. */
export const loaders: ReadonlySet<string> = new Set([
  'Sequelize',
  'TypeORM',
  'Knex',
  'Objection.js',
  'Bookshelf',
  'Lucid',
]);

function mayLoadOther(entries: readonly StackEntry[], { name }: StackEntry): boolean {
  return entries.some((one) => one.isEngine && one.name !== name && !beside.has(one.name) && isListedOnly(one));
}

/** A driver of Node.js that no code of the product loads, for an engine that no setting names, may be a leftover. */
function isListedOnly({ hits }: StackEntry): boolean {
  const proving = hits.filter(({ weight }) => weight > 0);
  return proving.every((hit) => hit.kind === 'package' && ecosystemOf(hit) === 'npm' && (hit.imports ?? 0) === 0);
}

/** Python's own library opens SQLite. */
function hasOwnDriver(entry: StackEntry, ecosystems: ReadonlySet<string>): boolean {
  return (
    entry.name === 'SQLite' && ecosystems.has('pypi') && entry.hits.some((hit) => isNaming(hit) || isOwnLibrary(hit))
  );
}

function isAsked({ kind, weight, part }: Hit): boolean {
  return kind === 'package' && weight >= 2 && !part.startsWith('import:');
}

const ecosystemOf = ({ part, dependency }: Hit): string => dependency?.ecosystem ?? part.split(':')[0] ?? '';

/** Settings of the program itself; what a compose file runs is a choice, or for trying it out. */
function isNaming({ kind, weight, evidence }: Hit): boolean {
  if (kind !== 'setting' || weight < 2 || isForDevelopment(evidence.path)) return false;
  return !composeFile.test(evidence.path) && !oneOfSeveral.test(evidence.path);
}

const code = /\.(?:rs|go|java|kt|scala|cs)$/;

const isPhp = (entries: readonly StackEntry[]): boolean =>
  entries.some(({ hits }) => hits.some(({ part, weight }) => weight > 0 && part.startsWith('composer:')));

/** Where no driver is asked for, because all come with the language: what settings name for the start is one choice of several. */
function isStarted({ hits }: StackEntry): boolean {
  const naming = hits.filter(isNaming);
  return !hits.some(isAsked) && naming.some(isStart) && !naming.some(isFixed);
}

const isStart = ({ evidence }: Hit): boolean => starting.test(evidence.path);
/** A schema that was generated for one engine opens no other. */
const isFixed = ({ evidence }: Hit): boolean => evidence.path.endsWith('.prisma');

const starting = /(?:^|\/)(?:\.env[\w.-]{0,20}|config\/database\.php)$/;

/** The driver of one engine, among those of others. */
const oneOfSeveral = /(?:sqlite|mysql|maria|postgre|pgsql|mssql|sqlserver|mongo|oracle)[^/]*$/i;

/** `import sqlite3`: the language brings it. */
const isOwnLibrary = ({ part, weight, imports = 0 }: Hit): boolean =>
  part.startsWith('import:') && weight >= 2 && imports > 0;

const composeFile = /(?:^|\/)(?:docker-)?compose[^/]*$/;

/** More than a service that somebody starts while developing. */
function isFirm(entry: StackEntry): boolean {
  return entry.hits.some((hit) => hit.weight > 0 && !isForDevelopment(hit.evidence.path));
}
