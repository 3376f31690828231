/** The machine-readable facts behind the findings. Paths are relative to the scanned folder, with `/`; lines are 1-based. */
export interface Inventory {
  routes: Route[];
  models: DataModel[];
  dependencies: Dependency[];
  commands: ProjectCommand[];
  environment: EnvironmentVariable[];
  modules: CodeModule[];
  edges: ModuleEdge[];
  /** Ways in that are no HTTP routes; absent in inventories of older scans. */
  entryPoints?: EntryPoint[];
  /** Source files by size, the largest 600; absent in inventories of older scans. */
  files?: CodeFile[];
}

export interface Route {
  /** Upper case; `ANY` where the framework takes all. */
  readonly method: string;
  /** With all prefixes, parameters as `{name}`, a rest parameter as `{name*}`. */
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly framework: string;
  readonly handler?: string;
  /** `implied` where a macro or convention makes it (a resource, a file's place), `document` where only OpenAPI names it. */
  readonly declared?: 'explicit' | 'implied' | 'document';
  readonly middleware?: readonly string[];
  /** `unknown` where it lies below a prefix that was not found: the path is what is known behind it. */
  readonly prefix?: 'unknown';
}

/** A way into a program that is no HTTP route. */
export interface EntryPoint {
  readonly kind:
    | 'graphql'
    | 'grpc'
    | 'rpc'
    | 'websocket'
    | 'cli'
    | 'job'
    | 'consumer'
    | 'function'
    | 'page'
    | 'library';
  /** What calls it by: `Query.users`, `Greeter/SayHello`, `posts.list`, a command, a queue, an event, a path. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly framework: string;
  readonly handler?: string;
  /** Of a job that a clock starts, as it is written. */
  readonly schedule?: string;
}

export interface DataModel {
  readonly name: string;
  /** What declares it: `prisma`, `jpa`, `django`, `sql`, `typeorm`, `mongoose`, … */
  readonly kind: string;
  readonly fields: readonly DataField[];
  readonly relations?: readonly DataRelation[];
  readonly table?: string;
  readonly file: string;
  readonly line: number;
}
export interface DataField {
  readonly name: string;
  readonly type: string;
  readonly key?: 'primary' | 'foreign' | 'unique';
  readonly optional?: boolean;
}
export interface DataRelation {
  readonly field: string;
  readonly to: string;
  readonly kind: 'one-to-one' | 'one-to-many' | 'many-to-one' | 'many-to-many';
}

export interface Dependency {
  /** purl type: `npm`, `pypi`, `maven`, `nuget`, `composer`, `gem`, `golang`, `cargo`, `hex`, `pub`, `swift`. */
  readonly ecosystem: string;
  readonly name: string;
  /** Locked version if a lock file names one, else the declared range, else empty. */
  readonly version: string;
  readonly declared?: string;
  readonly scope: 'runtime' | 'dev' | 'test' | 'build' | 'optional' | 'peer';
  readonly direct: boolean;
  readonly manifest: string;
  readonly line?: number;
  readonly license?: string;
}

export interface ProjectCommand {
  readonly name: string;
  readonly run: string;
  readonly file: string;
  readonly line?: number;
  /** `script` (package manager), `make`, `binary` (an installed program), `task` (CI, just, …), `cli` (a subcommand in the code), `job` */
  readonly kind?: 'script' | 'make' | 'binary' | 'task' | 'cli' | 'job';
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly files: readonly string[];
  /** Lines where it is read, parallel to `files`. */
  readonly lines?: readonly number[];
  /** The example or documentation file that names it. */
  readonly documentedIn?: string;
}

export interface CodeModule {
  readonly path: string;
  readonly files: number;
  readonly language: string;
  readonly lines?: number;
  /** True for a package of a workspace (with a manifest of its own). */
  readonly isPackage?: boolean;
}

export interface CodeFile {
  readonly path: string;
  readonly lines: number;
  /** How many of the newest 1,000 commits changed it; those that change very many files are left out. */
  readonly changes: number;
}

export interface ModuleEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'import' | 'dependency';
  readonly count?: number;
  /** None of its imports makes a circle that is felt: they are of types only, or circles are usual in the language. */
  readonly loose?: true;
}

export function emptyInventory(): Inventory {
  return {
    routes: [],
    models: [],
    dependencies: [],
    commands: [],
    environment: [],
    modules: [],
    edges: [],
    entryPoints: [],
  };
}
