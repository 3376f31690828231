/** What a file says about how imports find their targets. Facts of the extractor `moduleConfig`. */
export type ModuleConfig = NpmPackage | TypeScriptConfig | GoModule | GoWorkspace | CargoPackage | PythonProject;

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
  readonly libPath?: string;
  readonly binPaths: readonly string[];
  /** Name in the code and name of the crate, where they differ. */
  readonly renames: readonly { readonly local: string; readonly crate: string }[];
}

export interface PythonProject {
  readonly kind: 'python';
  /** Folders beside the file that packages are found in, other than the file's own. */
  readonly sourceFolders: readonly string[];
}
