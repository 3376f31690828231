import type { Disposable } from '../base/disposable';
import type {
  AddEntry,
  AddLink,
  ApproveContext,
  CompactResult,
  Context,
  ContextEntry,
  ContextLink,
  ContextRef,
  ContextSummary,
  ContextTreeNode,
  ContextVersion,
  ContextVersionRef,
  CreateContext,
  ListContexts,
  Page,
  PopulateContexts,
  PopulateResult,
  RemoveLink,
  UpdateContext,
} from '../shared/context';
import type {
  EstimateScan,
  Finding,
  FindingRef,
  ScanCancelled,
  ScanEstimate,
  ScanResults,
  ScanResultsQuery,
  ScanStarted,
  ScanStatus,
  StartScan,
} from '../shared/genesis';
import type { Inventory } from '../shared/inventory';
import type {
  AddMember,
  CreateProject,
  Member,
  OpenFolder,
  Project,
  ProjectRef,
  RemoveMember,
  UpdateProject,
} from '../shared/project';
import type { ChainCheck, ListEvents, LogEvent, StoreState } from '../shared/store';

/** Tells a client what to read again. A scan's progress carries its whole status. */
export type EngineChange =
  | { readonly kind: 'projects' }
  | { readonly kind: 'contexts'; readonly projectId: string }
  | { readonly kind: 'scan'; readonly projectId: string; readonly status: ScanStatus }
  | { readonly kind: 'store'; readonly state: StoreState };

/** A call's circumstances. `signal` stops the waiting, and the work where the work can be stopped. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Same id, same effect: a repeated call with it answers what the first one did. Made by the client. */
  readonly requestId?: string;
}

type Call<P, R> = (params: P, options?: CallOptions) => Promise<R>;
type None = Record<string, never>;

/**
 * All that Contox can do, in plain data. A resolved promise of a changing call means: on disk. Rejects with `EngineError`
 * only. The shell, the HTTP routes and the CLI are thin clients of this; none sees SQL.
 */
export interface Engine {
  readonly openFolder: Call<OpenFolder, Project>;
  readonly listProjects: Call<None, Project[]>;
  readonly createProject: Call<CreateProject, Project>;
  readonly getProject: Call<ProjectRef, Project>;
  readonly updateProject: Call<UpdateProject, Project>;
  readonly deleteProject: Call<ProjectRef, null>;
  readonly listMembers: Call<ProjectRef, Member[]>;
  readonly addMember: Call<AddMember, Member>;
  readonly removeMember: Call<RemoveMember, null>;

  readonly listContexts: Call<ListContexts, Page<ContextSummary>>;
  readonly getContextTree: Call<{ projectId?: string | undefined }, ContextTreeNode[]>;
  readonly createContext: Call<CreateContext, Context>;
  readonly getContext: Call<ContextRef, Context>;
  readonly updateContext: Call<UpdateContext, Context>;
  readonly deleteContext: Call<ContextRef, null>;
  readonly approveContext: Call<ApproveContext, Context>;
  readonly compactContext: Call<ContextRef, CompactResult>;
  readonly populateContexts: Call<PopulateContexts, PopulateResult>;
  readonly listContextVersions: Call<ContextRef, ContextVersion[]>;
  readonly restoreContextVersion: Call<ContextVersionRef, Context>;
  readonly listEntries: Call<ContextRef, ContextEntry[]>;
  readonly addEntry: Call<AddEntry, ContextEntry>;
  readonly listLinks: Call<{ projectId?: string | undefined }, ContextLink[]>;
  readonly addLink: Call<AddLink, ContextLink>;
  readonly removeLink: Call<RemoveLink, null>;

  readonly estimateScan: Call<EstimateScan, ScanEstimate>;
  readonly startScan: Call<StartScan, ScanStarted>;
  /** `null` where no scan ever ran. */
  readonly getScanStatus: Call<ProjectRef, ScanStatus | null>;
  readonly getScanResults: Call<ScanResultsQuery, ScanResults>;
  readonly getScanInventory: Call<ProjectRef, Inventory>;
  readonly cancelScan: Call<ProjectRef, ScanCancelled>;
  readonly getFinding: Call<FindingRef, Finding>;
  /** Approves the context that holds the finding; makes it where assemble did not. */
  readonly addFindingToMemory: Call<FindingRef, Context>;

  readonly listEvents: Call<ListEvents, Page<LogEvent>>;
  readonly verifyEvents: Call<ProjectRef, ChainCheck>;
  readonly getStoreState: Call<None, StoreState>;
  readonly backUpStore: Call<None, { path: string }>;

  readonly onDidChange: (listener: (change: EngineChange) => void) => Disposable;
}
