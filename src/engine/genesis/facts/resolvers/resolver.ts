import type { CodeFacts, ImportFact, ResolvedImport } from '../importGraph';
import type { ModuleConfig } from '../moduleConfig';

/** Where a specifier leads. */
export type Target = Pick<ResolvedImport, 'files' | 'places' | 'external'>;

export const nowhere: Target = { files: [] };

/** What resolvers know of the project. */
export interface ProjectView {
  readonly files: FileTable;
  codeOf(path: string): CodeFacts | undefined;
  /** Configuration of one kind, with the folder (`''` for the top) it stands in. */
  configs<K extends ModuleConfig['kind']>(kind: K): readonly ConfigFile<Extract<ModuleConfig, { kind: K }>>[];
}

export interface ConfigFile<C> {
  readonly path: string;
  readonly folder: string;
  readonly config: C;
}

/** Names of files and folders of the project. */
export interface FileTable {
  has(path: string): boolean;
  hasFolder(path: string): boolean;
  /** Paths of the files right in a folder, in order. */
  filesIn(folder: string): readonly string[];
  /** Product code rather than a test, fixture, example or the like. */
  isSource(path: string): boolean;
  readonly paths: readonly string[];
}

/** Resolves the imports of one family of languages. */
export interface ImportResolver {
  resolve(from: string, specifier: string, fact?: ImportFact): Target;
  /** Names that lead to files without an import. */
  implicit?(from: string, code: CodeFacts): readonly ResolvedImport[];
  /** A file that others are taken through: that one of its names is imported says nothing of another one. */
  gathers?(path: string): boolean;
  /** Files in which a name is looked for that the file neither declares nor imports. */
  neighbours?(from: string, name: string): readonly string[];
}

export function implicitImport(from: string, name: string, line: number, file: string): ResolvedImport {
  const fact: ImportFact = { specifier: name, line, kind: 'implicit', bindings: [{ local: name, imported: name }] };
  return { from, fact, files: [file] };
}
