import type { Dependency } from '../../../../shared/inventory';

/** purl types. */
export type Ecosystem =
  | 'npm'
  | 'pypi'
  | 'maven'
  | 'nuget'
  | 'composer'
  | 'gem'
  | 'golang'
  | 'cargo'
  | 'hex'
  | 'pub'
  | 'swift'
  | 'hackage';

export type Scope = Dependency['scope'];

/** Where a package comes from when it is not the registry. */
export interface PackageSource {
  readonly kind: 'git' | 'url' | 'path' | 'workspace';
  readonly location: string;
  /** A commit or tag that holds it in place; a branch does not. */
  readonly pinned?: boolean;
}

/** One line of a manifest that asks for a package. */
export interface Requirement {
  readonly name: string;
  /** Version or range as written; may hold `${property}`; empty where none is given. */
  readonly declared: string;
  readonly scope: Scope;
  /** The manifest names no scope: a central list may name one. */
  readonly isScopeOpen?: true;
  readonly line: number;
  /** The manifest itself says that nothing of its own asks for it (`// indirect`). */
  readonly indirect?: true;
  readonly source?: PackageSource;
  /** Alias of a central list that names package or version: `libs.jackson`, a pnpm catalog, `workspace`. */
  readonly alias?: string;
  /** The manifest gives the package another name of its own, so that it may stand beside another version. */
  readonly isRenamed?: true;
  /** The name that code imports it by, where that is another one: npm installs one package under several. */
  readonly installedAs?: string;
  /** The package can work with it and needs it not: those who develop have it to try that. */
  readonly isOptionalPeer?: true;
  /** A plugin of the build, not code that runs. */
  readonly plugin?: true;
  /** Only its version is set here: other parts of the build apply it. */
  readonly isUnapplied?: true;
  /** Optional parts that are asked for with it: `postgresql` of `sqlalchemy[postgresql]`. */
  readonly extras?: readonly string[];
}

/** One entry of a central list of versions: `dependencyManagement`, a version catalog, `[workspace.dependencies]`, … */
export interface ManagedVersion {
  readonly name: string;
  readonly version: string;
  readonly line: number;
  readonly alias?: string;
  /** A bill of materials: it sets the versions of a whole group. */
  readonly bom?: true;
  /** What it is for, wherever a manifest names no scope. */
  readonly scope?: Scope;
  /** The folder that it is taken from, relative to the manifest. */
  readonly path?: string;
}

/** A language, runtime, SDK or package manager with the version that the project asks for. */
export interface RuntimeVersion {
  readonly name: string;
  readonly version: string;
  readonly line: number;
}

export interface ManifestFacts {
  readonly ecosystem: Ecosystem;
  /** File name that tells the format: `package.json`, `pom.xml`, `build.gradle`, `requirements.txt`, … */
  readonly format: string;
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  readonly license?: string;
  /** Not meant for a registry. */
  readonly isPrivate?: boolean;
  /** Packages are kept in a folder that the manifest chooses, mostly since they are committed with the sources. */
  readonly keepsPackages?: true;
  /** Others use it as a package: it exports an entry, or it is published. */
  readonly isLibrary?: boolean;
  readonly requirements: readonly Requirement[];
  /** A program of the build works out what else is asked for. */
  readonly isComputed?: true;
  /** A list that installs the package of its own folder: what else it asks for is for those who work on that. */
  readonly isOnTop?: true;
  readonly managed?: readonly ManagedVersion[];
  readonly runtimes?: readonly RuntimeVersion[];
  /** Values that `${name}` in versions stands for. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Where they stand, as far as the format tells it. */
  readonly propertyLines?: Readonly<Record<string, number>>;
  /** Folders of member packages, as patterns relative to the manifest. */
  readonly members?: readonly string[];
  /** Where each of them is named, and the whole itself, as far as the format tells it (settings of Gradle). */
  readonly memberLines?: readonly number[];
  readonly nameLine?: number;
  /** Set where no other members are found by code that runs. */
  readonly hasAllMembers?: boolean;
  /** The members that stand for the whole, where the manifest chooses some (Cargo). */
  readonly mainMembers?: readonly string[];
  /** Folders below the manifest that are no members: they have a lock file of their own, or none. */
  readonly excluded?: readonly string[];
  /** Manifests this one inherits from or includes: `parent` of a pom, `-r` of requirements. Paths as written. */
  readonly includes?: readonly string[];
  /** Maven: `group:artifact:version` of the parent. */
  readonly parent?: { readonly name: string; readonly version: string; readonly line: number };
  /** Sections of tools in a shared file: `ruff`, `black`, `jest`; SDK of a project file. */
  readonly tools?: readonly { readonly name: string; readonly line: number }[];
  /** Packages that it can work with, where somebody else asks for them. */
  readonly optionalPeers?: readonly string[];
  /** Scripts that a package manager runs by itself at install time. */
  readonly installScripts?: readonly { readonly name: string; readonly run: string; readonly line: number }[];
}

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly line: number;
  readonly license?: string;
  readonly dev?: true;
  /** Specifiers that lead here (yarn), or folders of the workspace that resolve the name to it (npm, pnpm). */
  readonly asked?: readonly string[];
  /** Below another package in the tree: not what the project itself resolves the name to. */
  readonly nested?: true;
  /** Host it is fetched from, where the lock file says so. */
  readonly host?: string;
  /** Fetched without TLS. */
  readonly insecure?: true;
  readonly installScript?: true;
  /** The lock file says that its makers have given it up, and in which line; and what they name instead. */
  readonly abandoned?: { readonly line: number; readonly instead?: string };
}

export interface LockFacts {
  readonly ecosystem: Ecosystem;
  readonly format: string;
  readonly packages: readonly LockedPackage[];
  /** Packages of the repository that it holds the dependencies of, as far as the format tells it. */
  readonly members?: readonly string[];
  /** Names that the locked packages load without asking for them; absent where the format does not tell. */
  readonly peers?: readonly string[];
  readonly runtimes?: readonly RuntimeVersion[];
}

/** Pure: a text in, facts out. A parser throws where the text is not of its format. */
export type ManifestParser = (text: string, path: string) => ManifestFacts | undefined;
export type LockParser = (text: string, path: string) => LockFacts | undefined;
