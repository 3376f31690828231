/** One name that an import binds. */
export interface ImportBinding {
  /** Name in this file. */
  readonly local: string;
  /** Name in the other module; `default` for a default import, `*` for the whole module. */
  readonly imported: string;
  /** Where it stands on another line than the name of the module (JavaScript, TypeScript, Python, Rust). */
  readonly line?: number;
}

/** One import, require, use, using or include. */
export interface ImportFact {
  /** As written, without quotes: `./users`, `express`, `app.models`, `github.com/x/y/users`, `App\\Models\\User`. */
  readonly specifier: string;
  /** The one that names the module. */
  readonly line: number;
  /**
   * - `dynamic`: happens while the program runs (`import()`, an import inside a function)
   * - `reexport`: the names are exported again; `local` of a binding is the exported name, `*` for all of them
   * - `type`: types only, gone when the program runs
   * - `module`: makes another file part of the program without using it (Rust's `mod name;`)
   * - `implicit`: not written at all; a name that the language finds by itself (same package, autoloading). Only the graph
   *   makes these, for names that lead to a file of the project.
   */
  readonly kind: 'import' | 'require' | 'dynamic' | 'reexport' | 'type' | 'module' | 'implicit';
  readonly bindings: readonly ImportBinding[];
  /** The types are exported again. */
  readonly isExported?: true;
  /** What is exported again is so inside of the package only (`pub(crate) use`). */
  readonly isInternal?: true;
  /** It stands in a test inside of a product file (Rust's `mod tests`). */
  readonly inTest?: true;
}

/**
 * One declared thing. `container` is the enclosing class, module or impl; where they are nested, all of them from the
 * outside in, joined by `.` (`::` in Ruby and Rust). Declarations inside of functions are left out.
 */
export interface SymbolFact {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'function' | 'method' | 'enum' | 'type' | 'constant' | 'module';
  readonly line: number;
  readonly endLine: number;
  readonly exported: boolean;
  readonly container?: string;
  /** A method that can be called on objects of another class (C#). */
  readonly isExtension?: true;
  /** Made for tests only, in a product file (Rust's `#[cfg(test)]`). */
  readonly inTest?: true;
}

/** Facts of the extractor `code`, for every file with a grammar. */
export interface CodeFacts {
  readonly imports: readonly ImportFact[];
  readonly symbols: readonly SymbolFact[];
  /** Package, namespace or module that the file itself declares (Java, Kotlin, Go, C#, PHP, Elixir). */
  readonly namespace?: string;
  /** JavaScript/TypeScript: local name behind each exported name, `default` included. */
  readonly exports?: readonly ExportFact[];
  /** Capitalised names that the file uses without importing them by path (Java, Kotlin, C#, PHP, Ruby); first use each. */
  readonly references?: readonly ReferenceFact[];
  /** JavaScript/TypeScript: how many functions a long file holds, those without a name among them. */
  readonly bodies?: number;
}

/** `local` is `default` for an anonymous default export. `module.exports = x` counts as the default export. */
export interface ExportFact {
  readonly exported: string;
  readonly local: string;
}

export interface ReferenceFact {
  /** With its qualifiers (`Admin::User`, `Models.User`); a method of another object has a dot in front. */
  readonly name: string;
  readonly line: number;
}

export interface ResolvedImport {
  readonly from: string;
  readonly fact: ImportFact;
  /** Files of the project it leads to: one for most languages, the package's files for Go, Java wildcards and the like. */
  readonly files: readonly string[];
  /** Where a name of each file is used, for an import that opens a namespace or a package and names no file. */
  readonly places?: ReadonlyMap<string, number>;
  /** Name of the package in its ecosystem where it leads out of the project (`express`, `@scope/name`, `flask`). */
  readonly external?: string;
}

/** The imports of all files, resolved (tsconfig paths, workspaces, Python packages, Go modules, Java packages, PSR-4, …). */
export interface ImportGraph {
  /** In the order of `CodeFacts.imports`; the implicit ones follow. */
  importsOf(path: string): readonly ResolvedImport[];
  importersOf(path: string): readonly string[];
  /** Resolves a specifier as if it stood in the file `from`. */
  resolve(from: string, specifier: string): Pick<ResolvedImport, 'files' | 'external'>;
  /**
   * Where a name that can be used in a file is declared: the file and the name it has there; follows imports and
   * re-exports. `a.b` asks for the member `b` of the module, package or namespace that `a` stands for.
   */
  originOf(path: string, localName: string): { readonly path: string; readonly name: string } | undefined;
}
