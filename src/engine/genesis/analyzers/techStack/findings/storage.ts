import type { Hit } from '../hits';
import { isForDevelopment } from '../productPaths';
import type { StackEntry } from '../stack';

/** Where the product keeps its data, as far as one can say so. */
export interface Storage {
  /** Engines that are told, and what the code reaches them through. */
  readonly entries: readonly StackEntry[];
  /** For a title; begins with a comma, or is empty. */
  readonly words: string;
}

/** Between more engines than these people choose freely, or the data are those of others: what is probed, copied, looked at. */
const mostChoices = 3;

/** Caches, search engines and stores of measurements stand beside what keeps the data. */
const beside = new Set(
  'Redis Memcached Elasticsearch OpenSearch Meilisearch Typesense Algolia Solr pgvector BigQuery Snowflake InfluxDB DuckDB etcd Qdrant Weaviate Chroma Pinecone Milvus FAISS'.split(
    ' ',
  ),
);

const nothing: Storage = { entries: [], words: '' };

/**
 * One engine is told where it is the only one that the product can open; of several the one that settings name, as the
 * default; else all of them as equals, where each has a driver that the code uses. Without a schema of its own a program
 * may look at the data of others.
 */
export function storageOf(entries: readonly StackEntry[], hasSchema: boolean): Storage {
  const mapper = best(entries.filter((entry) => entry.category === 'database' && !entry.isEngine));
  const through = mapper === undefined ? [] : [mapper];
  if (mapper === undefined && !hasSchema) return nothing;
  const engines = candidates(entries);
  const [only] = engines;
  if (only === undefined) return nothing;
  if (engines.length > mostChoices) return told([], through, '');
  if (engines.length === 1) return isFirm(only) ? told([only], through, '') : nothing;
  const named = engines.filter((entry) => entry.hits.some(isNaming));
  if (named.length === 1) return told(named, through, ' by default');
  const isEqual = engines.every((entry) => entry.hits.some(isDriven)) || named.length === engines.length;
  return isEqual ? told(engines, [], '') : nothing;
}

function told(engines: readonly StackEntry[], through: readonly StackEntry[], remark: string): Storage {
  const names = engines.map((entry) => entry.name);
  const last = names.at(-1) ?? '';
  const where = names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last;
  const how = through.map((entry) => ` through ${entry.name}`).join('');
  const words = where === '' && how === '' ? '' : `, data${where === '' ? '' : ` in ${where}${remark}`}${how}`;
  return { entries: [...engines, ...through], words };
}

/** Engines that the product can open: where drivers are packages, those without one are of its development. */
function candidates(entries: readonly StackEntry[]): StackEntry[] {
  const kept = entries
    .filter((entry) => entry.category === 'database' && entry.isEngine && !beside.has(entry.name))
    .filter((entry) => entry.hits.some(({ weight, imports = 0 }) => weight >= 2 || (weight > 0 && imports > 0)))
    .sort((a, b) => a.order - b.order);
  const ecosystems = new Set(kept.flatMap((entry) => entry.hits.filter(isAsked).map(ecosystemOf)));
  const isOpen = ecosystems.size === 0 || ecosystems.has('composer');
  const open = kept.filter((entry) => isOpen || entry.hits.some(isAsked) || hasOwnDriver(entry, ecosystems));
  // A driver of MariaDB speaks to MySQL as well, and the other way round.
  const maria = open.find((entry) => entry.name === 'MariaDB');
  if (maria === undefined || maria.hits.some(isNaming)) return open;
  return open.some((entry) => entry.name === 'MySQL') ? open.filter((entry) => entry !== maria) : [];
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

const ecosystemOf = ({ part }: Hit): string => part.split(':')[0] ?? '';

/** Drivers of the JVM and of .NET are found by name while the program runs: no code imports them. */
function isDriven(hit: Hit): boolean {
  return isAsked(hit) && ((hit.imports ?? 0) > 0 || /^(?:maven|nuget):/.test(hit.part));
}

/** Settings of the program itself; what a compose file runs is a choice, or for trying it out. */
function isNaming({ kind, weight, evidence }: Hit): boolean {
  if (kind !== 'setting' || weight < 2 || isForDevelopment(evidence.path)) return false;
  return !composeFile.test(evidence.path) && !oneOfSeveral.test(evidence.path);
}

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

/** The best known one: several of a kind are all in the list below. */
function best(entries: readonly StackEntry[]): StackEntry | undefined {
  return [...entries].sort((a, b) => a.order - b.order)[0];
}
