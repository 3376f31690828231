import type { ImportFact, SymbolFact } from '../../../facts/importGraph';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { codeFiles } from './codeFiles';
import { divideIntoModules, type ModuleNode } from './moduleTree';
import { findPackages, type ProjectPackage } from './packages';
import { productCode } from './productCode';

/** One import of a file of the product by another. */
export interface FileEdge {
  readonly from: string;
  readonly to: string;
  /** The one that names the module, or the first of those that name it and what is taken of it. */
  readonly line: number;
  /** The last of these, where they are several. */
  readonly endLine?: number;
  /** Where a name of the file is used that a package was opened for. */
  readonly place?: number;
  readonly kind: ImportFact['kind'];
  readonly specifier: string;
}

/** All imports that lead from one module to another. */
export interface ModuleLink {
  readonly from: string;
  readonly to: string;
  readonly edges: readonly FileEdge[];
}

/** The code base as the findings on its architecture see it. Paths of modules are folders, `''` at the top. */
export interface CodeMap {
  readonly model: ScanModel;
  readonly files: readonly FileRecord[];
  readonly packages: readonly ProjectPackage[];
  readonly modules: readonly ModuleNode[];
  readonly links: readonly ModuleLink[];
  readonly edges: readonly FileEdge[];
  moduleOf(path: string): string | undefined;
}

/** The map of a scan. What is dear of it is found out once, for whoever asks first. */
export function createCodeMap(model: ScanModel): CodeMap {
  const { files, packages, modules, moduleByFile } = model.shared(divide, divide);
  let links: readonly ModuleLink[] | undefined;
  return {
    model,
    files,
    packages,
    modules,
    get links() {
      links ??= linksOf(model);
      return links;
    },
    get edges() {
      return model.shared(findEdges, findEdges);
    },
    moduleOf: (path) => moduleByFile.get(path),
  };
}

function divide(model: ScanModel) {
  const aside = new Set(productCode(model).aside.map(({ path }) => path));
  const files = codeFiles(model).filter((file) => !aside.has(file.path));
  const packages = findPackages(model);
  const modules = divideIntoModules(
    files,
    packages.map((entry) => entry.folder),
  );
  const moduleByFile = new Map(
    modules.flatMap((module) => module.files.map((file) => [file.path, module.path] as const)),
  );
  return { files, packages, modules, moduleByFile };
}

/** Only what crosses a border is kept from scan to scan: that is few of all imports, and most of what is told in figures. */
function linksOf(model: ScanModel): readonly ModuleLink[] {
  return model.partly('architecture.links', (whole) =>
    linksBetween(whole.shared(findEdges, findEdges), whole.shared(divide, divide).moduleByFile),
  );
}

function findEdges(model: ScanModel): FileEdge[] {
  const { files } = model.shared(divide, divide);
  const ours = new Set(files.map((file) => file.path));
  const typesOnly = createTypeCheck(model);
  return files.flatMap((file) => edgesOf(model, file.path, ours, typesOnly));
}

function edgesOf(
  model: ScanModel,
  from: string,
  ours: ReadonlySet<string>,
  typesOnly: (fact: ImportFact, from: string, to: string) => boolean,
): FileEdge[] {
  return model.imports.importsOf(from).flatMap(({ fact, files, places }) =>
    // That a crate lists its modules makes nothing depend on anything, and tests are no part of the product.
    fact.kind === 'module' || fact.inTest === true
      ? []
      : files
          .filter((to) => to !== from && ours.has(to))
          .map((to) => {
            const kind = typesOnly(fact, from, to) ? 'type' : fact.kind;
            const place = places?.get(to);
            // A `using` opens a namespace that may lie in many folders: what it is used for shows where it leads.
            const isOpened = place !== undefined && from.endsWith('.cs');
            return {
              from,
              to,
              line: isOpened ? place : fact.line,
              ...endOf(fact, to),
              ...(place === undefined || isOpened ? {} : { place }),
              kind,
              specifier: fact.specifier,
            };
          }),
  );
}

/** `from . import (a, b)` over several lines: the one that names the module of Python which it leads to. */
function endOf({ bindings, line: first }: ImportFact, to: string): Pick<FileEdge, 'endLine'> {
  // Each name of a list in braces is an import of its own.
  const own = to.endsWith('.scala') ? bindings[0]?.line : undefined;
  if (own !== undefined && own > first) return { endLine: own };
  const name = bindings.some(({ line }) => line !== undefined) ? moduleOfPython.exec(to)?.[1] : undefined;
  const line = name === undefined ? undefined : bindings.find(({ imported }) => imported === name)?.line;
  return line === undefined ? {} : { endLine: line };
}

const moduleOfPython = /([^/]+)(?:\/__init__)?\.pyi?$/;

/** What a file of TypeScript declares at its top: names that are gone when it runs, and all others. */
interface DeclaredNames {
  readonly types: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
}

/**
 * TypeScript drops an import of which only types are taken, whether it says so or not; a file that hands on what others
 * declare is asked for where a name comes from.
 */
function createTypeCheck(model: ScanModel): (fact: ImportFact, from: string, to: string) => boolean {
  const known = new Map<string, DeclaredNames>();
  const namesIn = (path: string): DeclaredNames => {
    let names = known.get(path);
    if (names === undefined) {
      const isScript = /\.[cm]?tsx?$/.test(path);
      const symbols = isScript ? (model.factsIn(codeExtractor, path)?.symbols ?? []) : [];
      const of = (kinds: readonly string[]): SymbolFact[] =>
        symbols.filter((symbol) => symbol.container === undefined && kinds.includes(symbol.kind));
      const types = of(['interface', 'type']);
      const given = new Set(types.filter(({ exported }) => exported).map(({ name }) => name));
      // A name may stand for a type and a value at once; what the file keeps to itself nobody else means.
      const values = new Set(
        of(['class', 'function', 'constant', 'enum', 'module'])
          .filter(({ name, exported }) => exported || !given.has(name))
          .map(({ name }) => name),
      );
      names = { values, types: new Set(types.map(({ name }) => name).filter((name) => !values.has(name))) };
      known.set(path, names);
    }
    return names;
  };
  const isType = (from: string, to: string, { local, imported }: ImportFact['bindings'][number]): boolean => {
    const { types, values } = namesIn(to);
    if (types.has(imported) || values.has(imported)) return types.has(imported);
    // What it declares itself it hands on, though it takes a type of the same name from elsewhere.
    const given = model.factsIn(codeExtractor, to)?.exports?.find(({ exported }) => exported === imported)?.local;
    if (given !== undefined && values.has(given)) return false;
    const origin = /\.[cm]?tsx?$/.test(to) ? model.imports.originOf(from, local) : undefined;
    return origin !== undefined && namesIn(origin.path).types.has(origin.name);
  };
  return ({ kind, bindings }, from, to) =>
    kind === 'import' && bindings.length > 0 && bindings.every((binding) => isType(from, to, binding));
}

/** An import that leads to several files of a module (a Go package) counts once. */
function linksBetween(edges: readonly FileEdge[], moduleByFile: ReadonlyMap<string, string>): ModuleLink[] {
  const links = new Map<string, { from: string; to: string; edges: FileEdge[]; seen: Set<string> }>();
  for (const edge of edges) {
    const from = moduleByFile.get(edge.from);
    const to = moduleByFile.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const key = `${from}\n${to}`;
    let link = links.get(key);
    if (link === undefined) {
      link = { from, to, edges: [], seen: new Set() };
      links.set(key, link);
    }
    const statement = `${edge.from}\n${edge.line}\n${edge.specifier}`;
    if (link.seen.has(statement)) continue;
    link.seen.add(statement);
    link.edges.push(edge);
  }
  return [...links.values()]
    .map(({ from, to, edges: found }) => ({ from, to, edges: found }))
    .sort((a, b) => b.edges.length - a.edges.length || (a.from + a.to < b.from + b.to ? -1 : 1));
}
