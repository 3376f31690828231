import type { Disposable } from '../base/disposable';
import type { Context, CreateContext, PopulateResult, UpdateContext } from '../shared/context';
import type { Project } from '../shared/project';
import type { Payloads } from './blobs/payloads';
import type { Engine, EngineChange } from './engine';
import type { EventLog } from './events/eventLog';
import type { EnginePorts } from './ports';
import type { Redactor } from './redact/redactor';
import type { CallRunner } from './requests/callRunner';
import type { Database } from './storage/database';

/** What the nouns of the engine share with each other. All of it is synchronous; writing belongs in a transaction. */
export interface EngineParts {
  readonly db: Database;
  readonly ports: EnginePorts;
  readonly redactor: Redactor;
  readonly events: EventLog;
  /** For events whose payloads come from outside. */
  readonly payloads: Payloads;
  readonly runner: CallRunner;
  readonly projects: ProjectAccess;
  readonly contexts: ContextAccess;
  /** Announces a change: after the commit when a call is running, at once otherwise. */
  readonly emit: (change: EngineChange) => void;
}

export interface ProjectAccess {
  /** Throws `notFound`. */
  get(projectId: string): Project;
  /** For what writes to a project: throws `notFound`, and `conflict` where the project is archived. */
  getWritable(projectId: string): Project;
  /** The same, for what needs nothing of the project itself. */
  checkWritable(projectId: string): void;
  /** The project meant where none is named: the only one there is. Throws `invalid` where there are more or none. */
  resolve(projectId: string | undefined): string;
  /** For a call to GitHub and nothing else: never part of an answer, an event or a log line. */
  openGithubToken(projectId: string): Promise<string | undefined>;
}

export interface ContextAccess {
  /** Throws `notFound`. */
  get(contextId: string): Context;
  findByKey(projectId: string, schemaKey: string): Context | undefined;
  /** Creates or updates contexts by schema key; see api.md section 5. Call it inside a transaction (`runner.commit`). */
  populate(nodes: PopulateInput): PopulateResult;
  /** Throws `conflict` for a deprecated one. */
  approve(contextId: string): Context;
  deprecate(contextId: string): Context;
  create(params: CreateContext): Context;
  update(params: UpdateContext): Context;
  compact(contextId: string): void;
  delete(contextId: string): void;
}

export interface PopulateInput {
  readonly projectId: string;
  readonly nodes: readonly unknown[];
  /** Who proposes the nodes, for example `genesis`. */
  readonly source: string;
  readonly dryRun?: boolean | undefined;
}

/** The calls of the facade that Genesis answers. */
export type GenesisCalls = Pick<
  Engine,
  | 'estimateScan'
  | 'startScan'
  | 'getScanStatus'
  | 'getScanResults'
  | 'getScanInventory'
  | 'cancelScan'
  | 'getFinding'
  | 'addFindingToMemory'
  | 'compareScans'
  | 'exportSbom'
  | 'ignoreFinding'
  | 'writeBaseline'
  | 'exportFindings'
>;

/** Makes Genesis over the parts of the engine; disposing it stops what runs. */
export type CreateGenesis = (parts: EngineParts) => GenesisCalls & Disposable;
