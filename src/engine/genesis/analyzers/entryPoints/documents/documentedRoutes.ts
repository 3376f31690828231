import { posix } from 'node:path';
import type { Route } from '../../../../../shared/inventory';
import { asidePath } from '../paths/asidePath';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import type { GeneratedServers } from './generatedServers';
import type { OpenApiFacts } from './openApiExtractor';

/** Further documents describe older versions or other systems. */
const mostDocuments = 4;
/** With more routes in the code than one for so many in a document, the code says what there is. */
const codeShare = 10;

/**
 * What only an OpenAPI document says. Where the code shows its routes the document repeats them, with another prefix or
 * out of date: then nothing is added. Where it shows none, for they are generated from it, the document is the list;
 * and where the build names it as what a server is made of, or it names what handles its operations, it says what is missing.
 */
export function documentedRoutes(
  documents: Iterable<readonly [string, OpenApiFacts]>,
  inCode: readonly Route[],
  servers: ReadonlyMap<string, GeneratedServers> = new Map(),
): Route[] {
  const generated = documentsOfServers(servers);
  const bases = new Set([...servers.values()].flatMap(({ served }) => served ?? []));
  const all = withParts(new Map(documents))
    .sort((a, b) => b[1].operations.length - a[1].operations.length)
    .slice(0, mostDocuments);
  const known = new Set<string>();
  const told: OpenApiFacts[] = [];
  return all.flatMap(([file, document]) => {
    const { base, operations, namesHandlers } = document;
    if (told.some((other) => isCopy(document, other))) return [];
    told.push(document);
    const isGenerated = generated.some((end) => `/${file}`.endsWith(`/${end}`));
    const isMade = isGenerated || namesHandlers === true;
    const [served, ...further] = isGenerated ? bases : [];
    const below = served !== undefined && further.length === 0 ? served : base;
    if (!isMade && inCode.length * codeShare > operations.length && !isApart(operations, inCode, file)) return [];
    const others = isGenerated ? inCode.filter((route) => !script.test(route.file)) : inCode;
    const shown = isMade ? operations.filter((operation) => !isInCode(operation, others)) : operations;
    return shown.flatMap(({ method, path, line, id }): Route[] => {
      const whole = joinPaths([below, normalizePath(path, 'braces')], 'keep');
      const key = `${method} ${whole.replace(/\{[^}]*\}/g, '{}')}`;
      if (known.has(key)) return [];
      known.add(key);
      const handler = id === undefined ? {} : { handler: id };
      return [{ method, path: whole, file, line, framework: 'OpenAPI', declared: 'document', ...handler }];
    });
  });
}

/** The ends of the paths of documents of which a server is made, as far as files of settings don't ask for types alone. */
function documentsOfServers(servers: ReadonlyMap<string, GeneratedServers>): string[] {
  const typesAlone = [...servers].flatMap(([path, facts]) => (facts.makesTypesAlone === true ? [`/${path}`] : []));
  return [...servers.values()].flatMap(({ documents, configured = [] }) => [
    ...documents,
    ...configured
      .filter(
        ({ config }) =>
          !typesAlone.some((path) => path.endsWith(`/${posix.normalize(config).replace(/^(?:\.\.\/)+/, '')}`)),
      )
      .map(({ document }) => document),
  ]);
}

/** Most of what a document says, another one said already: one of the two does not tell where that lies. */
function isCopy({ base, operations }: OpenApiFacts, other: OpenApiFacts): boolean {
  if (base === other.base || (base !== '' && other.base !== '')) return false;
  const said = new Set(other.operations.map(({ method, path }) => `${method} ${shapeOf(path)}`));
  const again = operations.filter(({ method, path }) => said.has(`${method} ${shapeOf(path)}`));
  return again.length >= operations.length * copyShare;
}

const copyShare = 0.8;

/** A document with the operations of the files that it names; those files are none by themselves. */
function withParts(documents: ReadonlyMap<string, OpenApiFacts>): (readonly [string, OpenApiFacts])[] {
  return [...documents].flatMap(([path, facts]) => {
    if (facts.isPart === true) return [];
    const taken = (facts.references ?? []).flatMap(({ path: of, line, file }) => {
      const part = documents.get(posix.join(posix.dirname(path), file));
      return part?.isPart === true ? part.operations.map((operation) => ({ ...operation, path: of, line })) : [];
    });
    const operations = [...facts.operations, ...taken];
    return operations.length === 0 ? [] : [[path, { ...facts, operations }] as const];
  });
}

/** No server that a build makes of a document is written in a script: those call it. */
const script = /\.[cm]?[jt]sx?$/;

/** With no more routes than these the code may show those beside the API alone: documents, health, files. */
const mostBeside = 10;
const besideShare = 2;
/** What others serve, described for those who call it. */
const ofOthers = /(?:^|[/_-])(?:clients?|sdk|vendor|third[_-]?party|external|upstream)(?:[/_.-]|$)/i;

/** The few routes of the code are none of the document's: what serves those is generated, or put together in ways not read. */
function isApart(operations: OpenApiFacts['operations'], inCode: readonly Route[], file: string): boolean {
  const own = inCode.filter(({ path }) => !asidePath.test(path));
  if (own.length > mostBeside || operations.length < own.length * besideShare || ofOthers.test(file)) return false;
  return !inCode.some((route) => operations.some(({ path }) => shapeOf(route.path).endsWith(shapeOf(path))));
}

const isInCode = ({ method, path }: OpenApiFacts['operations'][number], inCode: readonly Route[]): boolean =>
  inCode.some((route) => route.method === method && shapeOf(route.path).endsWith(shapeOf(path)));

const shapeOf = (path: string): string => path.replace(/\{[^}]*\}/g, '{}').replace(/\/$/, '');
