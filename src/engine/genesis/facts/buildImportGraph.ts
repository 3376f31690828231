import { codeExtractor } from '../analyzers/code/codeExtractor';
import { moduleConfigExtractor } from '../analyzers/code/moduleConfig';
import type { Extractor } from '../extractor';
import type { FileRecord } from '../scanModel';
import type { ImportGraph, ResolvedImport } from './importGraph';
import type { ModuleConfig } from './moduleConfig';
import { createOriginFinder } from './originOf';
import { folderOf } from './paths';
import { createResolvers } from './resolvers';
import { createFileTable } from './resolvers/fileTable';
import { type ConfigFile, nowhere, type ProjectView } from './resolvers/resolver';

export interface ImportGraphInput {
  readonly files: readonly FileRecord[];
  factsIn<F>(extractor: Extractor<F>, path: string): F | undefined;
}

const none: readonly never[] = [];

/** Resolves the imports of all files; each file's when they are asked for, once. */
export function buildImportGraph(input: ImportGraphInput): ImportGraph {
  const languages = new Map(input.files.map((file) => [file.path, file.language]));
  const project = createProjectView(input);
  const resolvers = createResolvers(project);
  const resolverOf = (path: string) => resolvers(languages.get(path) ?? 'other', path);
  const resolved = new Map<string, readonly ResolvedImport[]>();
  let importers: Map<string, string[]> | undefined;

  function importsOf(path: string): readonly ResolvedImport[] {
    const known = resolved.get(path);
    if (known !== undefined) return known;
    const code = project.codeOf(path);
    const resolver = resolverOf(path);
    const imports: ResolvedImport[] = [];
    if (code !== undefined && resolver !== undefined) {
      for (const fact of code.imports)
        imports.push({ from: path, fact, ...resolver.resolve(path, fact.specifier, fact) });
      const used = imports.filter(({ fact }) => fact.kind !== 'module' && fact.inTest !== true);
      const found = new Set(used.flatMap((entry) => entry.files));
      for (const entry of resolver.implicit?.(path, code) ?? none) {
        const [file = ''] = entry.files;
        if (!found.has(file) || resolver.gathers?.(file) === true) imports.push(entry);
      }
    }
    resolved.set(path, imports);
    return imports;
  }

  function allImporters(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    for (const { path } of input.files)
      for (const file of new Set(importsOf(path).flatMap((entry) => entry.files))) {
        const paths = found.get(file);
        if (paths === undefined) found.set(file, [path]);
        else paths.push(path);
      }
    return found;
  }

  const resolve = remembering((from, specifier) => resolverOf(from)?.resolve(from, specifier) ?? nowhere);
  const originOf = remembering(
    createOriginFinder({
      codeOf: project.codeOf,
      importsOf,
      neighbours: (path, name) => resolverOf(path)?.neighbours?.(path, name) ?? none,
      resolve,
    }),
  );

  return {
    importsOf,
    importersOf(path) {
      importers ??= allImporters();
      return importers.get(path) ?? none;
    },
    resolve,
    originOf,
  };
}

/** The same names are asked for over and over in the same files. */
function remembering<T>(find: (path: string, name: string) => T): (path: string, name: string) => T {
  const known = new Map<string, Map<string, T>>();
  return (path, name) => {
    let ofFile = known.get(path);
    if (ofFile === undefined) {
      ofFile = new Map();
      known.set(path, ofFile);
    }
    const before = ofFile.get(name);
    if (before !== undefined || ofFile.has(name)) return before as T;
    const found = find(path, name);
    ofFile.set(name, found);
    return found;
  };
}

function createProjectView(input: ImportGraphInput): ProjectView {
  const configs: ConfigFile<ModuleConfig>[] = [];
  for (const { path } of input.files) {
    const config = input.factsIn(moduleConfigExtractor, path);
    if (config !== undefined) configs.push({ path, folder: folderOf(path), config });
  }
  return {
    files: createFileTable(input.files),
    codeOf: (path) => input.factsIn(codeExtractor, path),
    configs: <K extends ModuleConfig['kind']>(kind: K) =>
      configs.filter((entry): entry is ConfigFile<Extract<ModuleConfig, { kind: K }>> => entry.config.kind === kind),
  };
}
