/** What a file says about how imports find their targets. Facts of the extractor `moduleConfig`. */
export type ModuleConfig = AnyConfig & {
  /** Where the file names itself, its dependencies and references (as they are spelled in the facts), where that was found. */
  readonly lines?: Readonly<Record<string, number>>;
};

type AnyConfig = NpmPackage | TypeScriptConfig | GoModule | GoWorkspace | CargoPackage | PythonProject | BuildProject;

export interface NpmPackage {
  readonly kind: 'npm';
  readonly name?: string;
  /** `main`, `module`, `types`, `source` and the like, the most telling first. */
  readonly entries: readonly string[];
  /** Subpath (`.`, `./x`, `./x/*`) and where it may lead, in order. */
  readonly exports: readonly SubpathTargets[];
  /** The same for `#name`. */
  readonly imports: readonly SubpathTargets[];
  readonly workspaces: readonly string[];
  /** Names of all declared dependencies. */
  readonly dependencies: readonly string[];
  /** Those that may be packages of the same repository: not the ones that come by an address or a catalog of the registry. */
  readonly linkable: readonly string[];
  /** Those of them that only its development needs. */
  readonly forDevelopment?: readonly string[];
}

export interface SubpathTargets {
  readonly subpath: string;
  readonly targets: readonly string[];
}

export interface TypeScriptConfig {
  readonly kind: 'typescript';
  readonly extends: readonly string[];
  readonly baseUrl?: string;
  readonly paths?: readonly SubpathTargets[];
}

export interface GoModule {
  readonly kind: 'go';
  readonly module: string;
  readonly requires: readonly string[];
  /** Module path and the local folder that stands in for it. */
  readonly replaces: readonly { readonly from: string; readonly folder: string }[];
}

export interface GoWorkspace {
  readonly kind: 'goWork';
  readonly uses: readonly string[];
}

export interface CargoPackage {
  readonly kind: 'cargo';
  /** As `use` spells it: with underscores. Absent in a mere workspace. */
  readonly crate?: string;
  /** As the manifest spells it. */
  readonly packageName?: string;
  readonly libPath?: string;
  readonly binPaths: readonly string[];
  /** Crates it depends on when it is used (not for its tests), by their own names as manifests spell them. */
  readonly dependencies: readonly string[];
  /** Name in the code and name of the crate, where they differ. */
  readonly renames: readonly { readonly local: string; readonly crate: string }[];
}

export interface PythonProject {
  readonly kind: 'python';
  /** Folders beside the file that packages are found in, other than the file's own. */
  readonly sourceFolders: readonly string[];
  /** Name of the distribution and of those it needs, in lower case with `-` for `_` and `.`. */
  readonly name?: string;
  /** The name as the manifest spells it, where that is another. */
  readonly spelled?: string;
  readonly dependencies: readonly string[];
}

/** A project of Maven, Gradle, MSBuild, Composer, RubyGems or Mix: what it is called and which others it builds on. */
export interface BuildProject {
  readonly kind: 'build';
  readonly name?: string;
  readonly dependencies: readonly string[];
  /** Paths of other projects: relative (`../Core/Core.csproj`), or from the root of the build (`:core:db`). */
  readonly references: readonly string[];
  /** Namespaces of C# that the project opens for all of its files. */
  readonly opens?: readonly string[];
  /** A project of Maven whose dependencies it has as well: what it is called, and the path that leads to its manifest. */
  readonly parent?: { readonly name: string; readonly path: string };
}
