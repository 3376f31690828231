/** One name that an import binds. */
export interface ImportBinding {
  /** Name in this file. */
  readonly local: string;
  /** Name in the other module; `default` for a default import, `*` for the whole module. */
  readonly imported: string;
}

/** One import, require, use, using or include. */
export interface ImportFact {
  /** As written, without quotes: `./users`, `express`, `app.models`, `github.com/x/y/users`, `App\\Models\\User`. */
  readonly specifier: string;
  readonly line: number;
  readonly kind: 'import' | 'require' | 'dynamic' | 'reexport' | 'type';
  readonly bindings: readonly ImportBinding[];
}

/** One declared thing. `container` is the enclosing class, module or impl. */
export interface SymbolFact {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'function' | 'method' | 'enum' | 'type' | 'constant' | 'module';
  readonly line: number;
  readonly endLine: number;
  readonly exported: boolean;
  readonly container?: string;
}

/** Facts of the extractor `code`, for every file with a grammar. */
export interface CodeFacts {
  readonly imports: readonly ImportFact[];
  readonly symbols: readonly SymbolFact[];
  /** Package, namespace or module that the file itself declares (Java, Kotlin, Go, C#, PHP, Elixir). */
  readonly namespace?: string;
  /** JavaScript/TypeScript: local name behind each exported name, `default` included. */
  readonly exports?: readonly { readonly exported: string; readonly local: string }[];
}

export interface ResolvedImport {
  readonly from: string;
  readonly fact: ImportFact;
  /** Files of the project it leads to: one for most languages, the package's files for Go, Java wildcards and the like. */
  readonly files: readonly string[];
  /** Name of the package in its ecosystem where it leads out of the project (`express`, `@scope/name`, `flask`). */
  readonly external?: string;
}

/** The imports of all files, resolved (tsconfig paths, workspaces, Python packages, Go modules, Java packages, PSR-4, …). */
export interface ImportGraph {
  /** In the order of `CodeFacts.imports`. */
  importsOf(path: string): readonly ResolvedImport[];
  importersOf(path: string): readonly string[];
  /** Resolves a specifier as if it stood in the file `from`. */
  resolve(from: string, specifier: string): Pick<ResolvedImport, 'files' | 'external'>;
  /** Where a local name of a file comes from: the file and the name it has there; follows re-exports. */
  originOf(path: string, localName: string): { readonly path: string; readonly name: string } | undefined;
}
