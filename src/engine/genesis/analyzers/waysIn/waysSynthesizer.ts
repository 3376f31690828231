import type { EntryPoint } from '../../../../shared/inventory';
import { folderOf, foldersUp } from '../../facts/paths';
import type { ScanModel, Synthesizer } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { codeWaysExtractor } from './codeWaysExtractor';
import { fileWaysExtractor } from './fileWaysExtractor';
import { graphqlServerExtractor, isLeftOver } from './graphqlServers';
import { grpcServerExtractor } from './grpcServers';
import { withoutUnreached } from './handedOn';
import { programNames } from './programNames';
import { withCeleryApps } from './readers/celeryApps';
import { withClapParents } from './readers/clapCommands';
import { withCobraParents } from './readers/cobraTree';
import { withConstants } from './readers/goCommands';
import { wiredListeners } from './readers/laravelListeners';
import { withTyperGroups } from './readers/typerTree';
import { withSchedules } from './scheduledTasks';
import type { WayFact } from './wayRule';

const mostEntries = 10_000;

/** Puts all ways in that are no routes into the inventory. */
export const waysSynthesizer: Synthesizer = {
  id: 'waysIn',
  run(model) {
    const found = [...model.factsOf(codeWaysExtractor), ...model.factsOf(fileWaysExtractor)];
    const served = new Set([...model.factsOf(grpcServerExtractor)].flatMap(([, names]) => names.map(plainName)));
    const servers = [...model.factsOf(graphqlServerExtractor)].map(([file]) => file);
    const answers = servers.some((file) => !isLeftOver(file, model));
    const reached = withCeleryApps(withoutUnreached(found, model.imports), model.imports);
    const told = withConstants(reached);
    const placed = withTyperGroups(withClapParents(told), model.imports);
    const entries = withoutBases(withoutCopies(withCobraParents(placed, model.imports, programNames(model))))
      .map(([path, fact]) => entryOf(path, fact))
      // A contract alone may be that of a server elsewhere, which this product calls.
      .filter(({ kind, name }) => kind !== 'grpc' || served.has(plainName(name.slice(0, name.indexOf('/')))))
      .filter(({ kind, file }) => kind !== 'graphql' || !schemaFile.test(file) || (answers && !isOfClient(file, model)))
      .filter(isNotPlaced);
    model.inventory.entryPoints = unique([
      ...(model.inventory.entryPoints ?? []),
      ...fromSchemas(withSchedules(withoutUnwired(withoutDeployed(entries), laravelFolders(model))), model),
    ])
      .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
      .slice(0, mostEntries);
  },
};

/** A class that a path leads to is told by the path, and one that others are made from by nothing. */
function isNotPlaced({ framework, name, handler }: EntryPoint, _at: number, all: readonly EntryPoint[]): boolean {
  if (framework !== 'Django Channels' || handler !== undefined) return true;
  return (
    !/^(?:Base|Abstract)[A-Z]/.test(name) &&
    !all.some(
      (one) =>
        one.framework === framework &&
        one.handler !== undefined &&
        lastOfPath(`.${one.handler}`.replace(/\./g, ':')) === name,
    )
  );
}

/** Services hold copies of the contracts of those they call; one of another version has another package. */
function withoutCopies(facts: readonly (readonly [string, WayFact])[]): readonly (readonly [string, WayFact])[] {
  const seen = new Set<string>();
  return facts.filter(([, { kind, group = '', name }]) => {
    const key = `${group} ${name}`;
    if (kind !== 'grpc' || !seen.has(key)) return kind !== 'grpc' || seen.add(key).size > 0;
    return false;
  });
}

/** Functions that a file of what is deployed names are told by it, and not once more where their code stands. */
function withoutDeployed(entries: readonly EntryPoint[]): readonly EntryPoint[] {
  return entries.some(({ framework }) => deployed.has(framework))
    ? entries.filter(({ framework }) => framework !== 'AWS Lambda')
    : entries;
}

const deployed: ReadonlySet<string> = new Set(['Serverless Framework', 'AWS SAM', 'CloudFormation']);

/**
 * A class that does nothing itself, or is called a base, and that others extend is started by nobody; one below another job
 * may do what that does.
 */
function withoutBases(facts: readonly (readonly [string, WayFact])[]): readonly (readonly [string, WayFact])[] {
  const last = lastOfPath;
  const told = withBases(facts);
  const bases = new Map<string, number>();
  for (const [, { base }] of told) if (base !== undefined) bases.set(last(base), (bases.get(last(base)) ?? 0) + 1);
  return told.filter(
    ([, { name, base = 'ApplicationJob', isHollow, isAbstract }]) =>
      isAbstract === undefined &&
      (bases.get(last(name)) ?? 0) < mostBelow &&
      (!(isHollow === true || /^(?:Base|Abstract)[A-Z]/.test(last(name))) ||
        last(base) !== 'ApplicationJob' ||
        !bases.has(last(name))),
  );
}

/** What so many others extend is what they have in common. */
const mostBelow = 4;

const lastOfPath = (name: string): string => name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('\\')) + 1);

/** Classes stand a few steps below the first of their kind. */
const mostBases = 6;

/** What only its base makes one of its kind counts where that base is one, itself or by its own. */
function withBases(facts: readonly (readonly [string, WayFact])[]): readonly (readonly [string, WayFact])[] {
  if (!facts.some(([, { isByBase }]) => isByBase === true)) return facts;
  const keyOf = (framework: string, name: string): string => `${framework} ${lastOfPath(name)}`;
  const known = new Set(
    facts.flatMap(([, fact]) => (fact.isByBase === undefined ? [keyOf(fact.framework, fact.name)] : [])),
  );
  for (let step = 0; step < mostBases; step++) {
    const before = known.size;
    for (const [, { framework, name, base, isByBase }] of facts)
      if (isByBase === true && known.has(keyOf(framework, base ?? ''))) known.add(keyOf(framework, name));
    if (known.size === before) break;
  }
  return facts.filter(
    ([, { framework, base, isByBase }]) => isByBase === undefined || known.has(keyOf(framework, base ?? '')),
  );
}

/**
 * Where a provider names the listeners, a class that it does not name hears nothing. Other frameworks have listeners of the
 * same shape: only a package that depends on Laravel, or one below it, has those of Laravel.
 */
function withoutUnwired(entries: readonly EntryPoint[], folders: readonly string[]): readonly EntryPoint[] {
  const isWired = entries.some(({ framework }) => framework === wiredListeners);
  return entries.filter(
    ({ framework, file }) =>
      framework !== 'Laravel events' || (!isWired && folders.some((folder) => file.startsWith(folder))),
  );
}

/** A formatter, prompts and a way to keep closures are for anybody. */
const laravelPackage =
  /^(?!laravel\/(?:pint|prompts|serializable-closure)$)[^\n]{0,80}laravel|^illuminate\/|^orchestra\/testbench|^statamic\/cms$|^(?:october|winter)\/rain$/;

/** The folders, with their slash, whose manifest asks for Laravel. */
const laravelFolders = (model: ScanModel): readonly string[] =>
  [...model.factsOf(manifestExtractor)]
    .filter(
      ([, { ecosystem, requirements }]) =>
        ecosystem === 'composer' && requirements.some(({ name }) => laravelPackage.test(name)),
    )
    .map(([{ path }]) => path.slice(0, path.lastIndexOf('/') + 1));

const schemaFile = /\.(?:graphqls?|gql|gqls)$/;

/** A package of pages extends the schema for itself: it asks for what calls a server, and for nothing that answers. */
function isOfClient(file: string, model: ScanModel): boolean {
  for (const folder of foldersUp(folderOf(file))) {
    const facts = model.factsIn(manifestExtractor, folder === '' ? 'package.json' : `${folder}/package.json`);
    if (facts === undefined) continue;
    const asks = (form: RegExp): boolean => facts.requirements.some(({ name }) => form.test(name));
    return asks(graphqlClient) && !asks(graphqlServer);
  }
  return false;
}

const graphqlClient =
  /^(?:@apollo\/client|apollo-(?:angular|client|boost)|@?urql(?:\/\w{1,20})?|react-relay|relay-runtime|@vue\/apollo-composable|vue-apollo)$/;
const graphqlServer =
  /^(?:@apollo\/server|apollo-server(?:-\w{1,20})?|@nestjs\/(?:graphql|apollo)|graphql-(?:yoga|tools|http)|@graphql-tools\/schema|mercurius|express-graphql|type-graphql|@pothos\/core|nexus|postgraphile)$/;

/** Generators of code leave out what a service is called at its end, or add it. */
const plainName = (name: string): string => name.replace(/Service$/, '').toLowerCase();

const entryOf = (file: string, { kind, framework, name, line, handler, schedule }: WayFact): EntryPoint => ({
  kind,
  name,
  file,
  line,
  framework,
  ...(handler === undefined ? {} : { handler }),
  ...(schedule === undefined ? {} : { schedule }),
});

/** A schema that is written out beside the resolvers that make it repeats their fields. */
function fromSchemas(entries: readonly EntryPoint[], model: ScanModel): EntryPoint[] {
  const byCode = entries.filter((entry) => entry.kind === 'graphql' && entry.framework !== 'GraphQL');
  if (byCode.length === 0) return [...entries];
  const names = new Set(byCode.map((entry) => lastName(entry.name)));
  return entries.filter(
    (entry) =>
      entry.kind !== 'graphql' ||
      entry.framework !== 'GraphQL' ||
      (!names.has(lastName(entry.name)) && model.byPath.has(entry.file)),
  );
}

const lastName = (name: string): string =>
  name
    .slice(name.lastIndexOf('.') + 1)
    .replace(/_/g, '')
    .toLowerCase();

/** Libraries whose commands a function may add to whatever it is handed. */
const puttingBelow: ReadonlySet<string> = new Set(['argparse', 'Kingpin']);

function unique(entries: readonly EntryPoint[]): EntryPoint[] {
  const found = new Map<string, EntryPoint>();
  for (const entry of entries) {
    // Below two commands of a file may lie one of the same name, and a signal may start several functions.
    const line = puttingBelow.has(entry.framework) ? entry.line : '';
    const handler = entry.framework === 'Django signals' ? entry.handler : '';
    const key = `${entry.kind} ${entry.name} ${entry.file} ${line} ${handler ?? ''} ${entry.schedule ?? ''}`;
    if (!found.has(key)) found.set(key, entry);
  }
  return [...found.values()];
}
