import type { Route } from '../../../../../../shared/inventory';
import type { Extractor } from '../../../../extractor';
import { unwrittenRoles } from '../../../../fileRoles';
import { joinPaths } from '../../paths/normalizePath';
import { plural } from '../../run/special/ruby/singular';
import { lostPrefix } from '../../settings/lostPrefix';
import type { ServerSettings } from '../../settings/settingsExtractor';
import { contextOf } from '../servletBeans';
import { type Repository, readRepositories } from './repositories';

/** What a file says of the repositories that Spring Data REST serves. */
interface DataRestFile {
  readonly repositories?: readonly (Repository & { readonly line: number; readonly lines: readonly number[] })[];
  /** A build that takes the library in. */
  readonly isTakenIn?: true;
  /** What code says of all of them. */
  readonly settings?: Readonly<Record<string, string>>;
}

const build = /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$/;
const library = /spring-boot-starter-data-rest\b|spring-data-rest-(?:webmvc|hal)|\bspringDataRest\b/;

/** Reads repositories of Spring Data, what sets up how they are served, and builds that take in what serves them. */
export const dataRestExtractor: Extractor<DataRestFile> = {
  id: 'entryPoints.dataRest',
  version: 1,
  wants: (file) =>
    !unwrittenRoles.has(file.role) && (/^(?:java|kotlin)$/.test(file.language ?? '') || build.test(file.path)),
  extract(file) {
    if (build.test(file.path)) return library.test(file.text) ? { isTakenIn: true } : undefined;
    if (file.text.includes('springframework.data.rest.') && file.text.includes('RepositoryRest')) {
      const settings = settingsIn(file.text);
      if (Object.keys(settings).length > 0) return { settings };
    }
    if (!file.text.includes('Repository<') || !file.text.includes('interface')) return undefined;
    const found = readRepositories(file.text, file.language === 'kotlin');
    const repositories = found.map((one) => ({
      ...one,
      line: file.lineAt(one.at),
      lines: one.methods.map(({ at }) => file.lineAt(at)),
    }));
    return repositories.length === 0 ? undefined : { repositories };
  },
};

function settingsIn(text: string): Record<string, string> {
  const base = /\.setBase(?:Path|Uri)\(\s{0,9}(?:"([^"$]{0,120})"|[^)]{1,100})\)/.exec(text);
  const strategy = /\bRepositoryDetectionStrategies\.(\w{1,30})/.exec(text)?.[1];
  return {
    ...(base === null ? {} : { base: base[1] ?? lostPrefix }),
    ...(strategy === undefined ? {} : { strategy: strategy.toLowerCase() }),
    ...(/\bdisableDefaultExposure\(/.test(text) ? { exposes: 'nothing' } : {}),
    ...(/\bgetExposureConfiguration\(/.test(text) ? { exposes: 'reading' } : {}),
  };
}

/** Interfaces of the library whose every method is served; of others only what is declared. */
const whole =
  /^(?:List)?(?:Crud|PagingAndSorting)Repository$|^(?:Jpa|Mongo|Neo4j|Cassandra|Elasticsearch|KeyValue|Gemfire|Couchbase|Solr|Graph)Repository$/;

/** Methods of every repository, with the requests that they answer; others ask for something of their own. */
const usual: Readonly<Record<string, string>> = {
  findAll: 'GET',
  findById: 'GET {id}',
  findOne: 'GET {id}',
  save: 'POST, PUT {id}, PATCH {id}',
  saveAndFlush: '',
  deleteById: 'DELETE {id}',
  delete: 'DELETE {id}',
  existsById: '',
  exists: '',
  count: '',
  saveAll: '',
  findAllById: '',
  deleteAll: '',
  deleteAllById: '',
  deleteInBatch: '',
  deleteAllInBatch: '',
  insert: '',
  getOne: '',
  getById: '',
  flush: '',
};
const all = ['GET', 'POST', 'GET {id}', 'PUT {id}', 'PATCH {id}', 'DELETE {id}'];
const mostAncestors = 20;

/** Routes of the repositories in the builds that take Spring Data REST in. */
export function dataRestRoutes(
  files: ReadonlyMap<string, DataRestFile>,
  settings: ReadonlyMap<string, ServerSettings>,
): Route[] {
  const folders = [...files].flatMap(([path, { isTakenIn }]) => (isTakenIn ? [path.replace(/[^/]*$/, '')] : []));
  if (folders.length === 0) return [];
  const isServed = (path: string): boolean => folders.some((folder) => path.startsWith(folder));
  const named = new Map(
    [...files.values()].flatMap(({ repositories = [] }) => repositories.map((one) => [one.name, one])),
  );
  return [...files].flatMap(([path, { repositories = [] }]) => {
    if (repositories.length === 0 || !isServed(path)) return [];
    const said = saidFor(path, files, settings);
    return said.exposes === 'nothing' ? [] : repositories.flatMap((one) => routesOf(one, path, said, named));
  });
}

interface Said {
  /** In front of all; `undefined` where only the environment knows it. */
  readonly base: string | undefined;
  readonly strategy?: string;
  readonly exposes?: string;
}

/** What code and settings of the module say. */
function saidFor(
  path: string,
  files: ReadonlyMap<string, DataRestFile>,
  settings: ReadonlyMap<string, ServerSettings>,
): Said {
  const module = path.slice(0, Math.max(0, path.indexOf('src/main/')));
  const own: Record<string, string> = {};
  for (const [file, { settings: found }] of files) if (file.startsWith(module)) Object.assign(own, found);
  for (const [file, { values }] of settings) {
    if (!file.startsWith(`${module}src/main/`)) continue;
    own['base'] ??= values['spring.data.rest.basepath'] ?? values['spring.data.rest.baseuri'] ?? '';
    const strategy = values['spring.data.rest.detectionstrategy'];
    if (strategy !== undefined) own['strategy'] ??= strategy.toLowerCase();
  }
  const context = contextOf(path, settings);
  const { base = '', ...rest } = own;
  const isLost = context === undefined || base === lostPrefix || base.includes('$');
  return { ...rest, base: isLost ? undefined : joinPaths([context, base], 'drop') };
}

function routesOf(
  one: DataRestRepository,
  file: string,
  { base, strategy = 'default', exposes }: Said,
  named: ReadonlyMap<string, DataRestRepository>,
): Route[] {
  const { annotation } = one;
  if (one.isBase || annotation?.isLeftOut || (strategy === 'annotated' && annotation === undefined)) return [];
  if (!one.isPublic && annotation === undefined && strategy !== 'all') return [];
  const above = ancestors(one, named);
  // A single letter stands for any type.
  const entity = above
    .flatMap(({ bases }) => bases.flatMap((base) => base.entity ?? []))
    .find((name) => name.length > 1);
  if (entity === undefined) return [];
  const isWhole = above.some(({ bases }) => bases.some(({ name }) => whole.test(name)));
  const isReactive = above.some(({ bases }) => bases.some(({ name }) => /^(?:Reactive|RxJava|Coroutine)/.test(name)));
  if (isReactive) return [];
  const path = annotation?.path ?? plural(entity[0]?.toLowerCase() + entity.slice(1));
  const route = (method: string, below: string, line: number, handler: string): Route => ({
    method,
    path: joinPaths([base ?? '', path, below], 'drop'),
    file,
    line,
    framework: 'Spring Data REST',
    handler,
    declared: 'implied',
    ...(base === undefined ? { prefix: 'unknown' as const } : {}),
  });
  const methods = one.methods.map((method, at) => ({ ...method, line: one.lines[at] ?? one.line }));
  const answers = new Set(isWhole ? all : []);
  for (const { name, isLeftOut } of methods)
    for (const answer of Object.hasOwn(usual, name) ? (usual[name] ?? '').split(', ').filter(Boolean) : [])
      if (isLeftOut) answers.delete(answer);
      else answers.add(answer);
  const found = [...answers].map((answer) => {
    const [method = '', below = ''] = answer.split(' ');
    return route(method, below, one.line, one.name);
  });
  const asked = new Set<string>();
  for (const { name, path: own = name, line, isLeftOut } of methods) {
    if (isLeftOut || Object.hasOwn(usual, name) || asked.has(own)) continue;
    asked.add(own);
    found.push(route('GET', `search/${own}`, line, `${one.name}.${name}`));
  }
  const [first] = methods.filter(({ name, isLeftOut }) => !isLeftOut && !Object.hasOwn(usual, name));
  if (first !== undefined) found.push(route('GET', 'search', one.line, one.name));
  return exposes === 'reading' ? found.filter(({ method }) => method === 'GET') : found;
}

type DataRestRepository = NonNullable<DataRestFile['repositories']>[number];

/** The interface and those of the project above it. */
function ancestors(one: DataRestRepository, named: ReadonlyMap<string, DataRestRepository>): DataRestRepository[] {
  const found = new Set([one]);
  for (const { bases } of found)
    for (const { name } of bases) {
      const above = found.size < mostAncestors ? named.get(name) : undefined;
      if (above !== undefined) found.add(above);
    }
  return [...found];
}
