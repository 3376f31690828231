import type { Disposable } from '../base/disposable';
import type { Brain, GetBrain } from '../shared/brain';
import type {
  CaptureRepository,
  CaptureResult,
  DigestHistory,
  FindRepositories,
  FoundRepository,
  HistoryDigest,
} from '../shared/capture';
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
  ConfigureDelivery,
  Delivery,
  DeliveryCheck,
  DeliveryDetail,
  DeliveryRef,
  DeliveryStatus,
  ListDeliveries,
  RetryDeliveries,
} from '../shared/delivery';
import type {
  ExportFindings,
  FindingsExport,
  FindingsIgnored,
  IgnoreFinding,
  WriteBaseline,
} from '../shared/findingReport';
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
import type { Ingest, IngestResult, SessionSave } from '../shared/ingest';
import type { Inventory } from '../shared/inventory';
import type {
  ApproveItem,
  CreateItem,
  Item,
  ItemRef,
  ListItems,
  MergeItems,
  SupersedeItem,
  UpdateItem,
} from '../shared/item';
import type {
  ApiKey,
  AuthenticateKey,
  CreateKey,
  DeleteKey,
  HmacSecret,
  HmacSecretRotated,
  KeyCreated,
  ListKeys,
  Principal,
  SigningSecrets,
} from '../shared/key';
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
import type { CompareScans, ScanDiff } from '../shared/scanDiff';
import type { Search, SearchPage } from '../shared/search';
import type {
  ActiveSession,
  ActiveSessionOf,
  CreateSession,
  EnrichJob,
  EnrichStarted,
  LeaveWindow,
  ListSessionEvents,
  ListSessions,
  MergeSessions,
  RecordActivity,
  SaveSession,
  Session,
  SessionRef,
  UpdateSession,
} from '../shared/session';
import type {
  BlobRef,
  CreateSpineEvent,
  Diagnosis,
  ExportProject,
  ImportProject,
  ListSpineEntities,
  ListSpineEvents,
  ProjectExported,
  ProjectImported,
  SpineEntity,
  SpineEventCreated,
  SpineEventRef,
} from '../shared/spine';
import type { ChainCheck, ListEvents, LogEvent, StoreState } from '../shared/store';

/** Tells a client what to read again. A scan's progress carries its whole status. */
export type EngineChange =
  | { readonly kind: 'projects' }
  | { readonly kind: 'contexts'; readonly projectId: string }
  | { readonly kind: 'sessions'; readonly projectId: string }
  | { readonly kind: 'items'; readonly projectId: string }
  | { readonly kind: 'scan'; readonly projectId: string; readonly status: ScanStatus }
  /** People left some of the last scan's findings, or took them up again. */
  | { readonly kind: 'findings'; readonly projectId: string }
  | { readonly kind: 'delivery'; readonly status: DeliveryStatus }
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
  /** The same as JSON, for who passes it on: a large tree is then neither copied nor written once more. */
  readonly getContextTreeJson: Call<{ projectId?: string | undefined }, string>;
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
  /** What changed up to the last scan. Comparing with a branch, tag or commit scans that one first. */
  readonly compareScans: Call<CompareScans, ScanDiff>;
  /** The dependencies of the last scan as CycloneDX 1.6 JSON. */
  readonly exportSbom: Call<ProjectRef, FindingsExport>;
  /** Writes into the project's `.contox/ignore.json` that the finding may stay, and why: the one file Contox writes there. */
  readonly ignoreFinding: Call<IgnoreFinding, FindingsIgnored>;
  /** The same for every open finding of security. */
  readonly writeBaseline: Call<WriteBaseline, FindingsIgnored>;
  /** The findings of the last scan as SARIF 2.1.0, Markdown or JSON; ignored ones are marked as such. */
  readonly exportFindings: Call<ExportFindings, FindingsExport>;

  /** Makes the secret where the project has none yet. */
  readonly getHmacSecret: Call<ProjectRef, HmacSecret>;
  readonly rotateHmacSecret: Call<ProjectRef, HmacSecretRotated>;
  /** For the check of signatures: never part of an answer. */
  readonly getSigningSecrets: Call<ProjectRef, SigningSecrets>;
  readonly listKeys: Call<ListKeys, ApiKey[]>;
  readonly createKey: Call<CreateKey, KeyCreated>;
  readonly deleteKey: Call<DeleteKey, null>;
  /** `null` for a key that is not known. */
  readonly authenticateKey: Call<AuthenticateKey, Principal | null>;

  readonly ingest: Call<Ingest, IngestResult>;
  readonly listSessions: Call<ListSessions, Page<Session>>;
  readonly getSession: Call<SessionRef, Session>;
  readonly createSession: Call<CreateSession, Session>;
  readonly updateSession: Call<UpdateSession, Session>;
  /** Oldest first, with the long texts that are kept beside the log. */
  readonly listSessionEvents: Call<ListSessionEvents, Page<LogEvent>>;
  /** Queues a job; while one of the session waits or runs, answers that one. */
  readonly enrichSession: Call<SessionRef, EnrichStarted>;
  /** Newest first. */
  readonly listJobs: Call<SessionRef, EnrichJob[]>;
  /** Begins the session of the project where none is open; keeps the open one alive. */
  readonly recordActivity: Call<RecordActivity, ActiveSession>;
  readonly getActiveSession: Call<ActiveSessionOf, ActiveSession>;
  /** Closes the session, with a `session_save` of what happened in it. */
  readonly endSession: Call<SessionRef, Session>;
  /** Ends the sessions that no other window keeps open. */
  readonly leaveWindow: Call<LeaveWindow, null>;
  /** What a `session_save` would say now, made from what happened; stores nothing. */
  readonly draftSessionSave: Call<SessionRef, SessionSave>;
  /** Writes a `session_save` with a person's words; a later automatic one does not replace them. */
  readonly saveSession: Call<SaveSession, Session>;
  readonly mergeSessions: Call<MergeSessions, Session>;
  /** Empties the events of the session and removes it: tombstones stay in the log. */
  readonly deleteSession: Call<SessionRef, null>;
  readonly getBlob: Call<BlobRef, { text: string }>;

  readonly findRepositories: Call<FindRepositories, FoundRepository[]>;
  /** Takes what happened in a repository since the last time into the log; the first time only remembers where it is. */
  readonly captureRepository: Call<CaptureRepository, CaptureResult>;
  readonly digestHistory: Call<DigestHistory, HistoryDigest>;

  readonly configureDelivery: Call<ConfigureDelivery, DeliveryStatus>;
  readonly getDeliveryStatus: Call<None, DeliveryStatus>;
  /** The egress ledger, newest first. */
  readonly listDeliveries: Call<ListDeliveries, Page<Delivery>>;
  readonly getDelivery: Call<DeliveryRef, DeliveryDetail>;
  readonly retryDeliveries: Call<RetryDeliveries, { count: number }>;
  /** Queues the events of a session that were never queued, for every server that takes the project. */
  readonly sendSession: Call<SessionRef, { count: number }>;
  /** Recomputes the signatures of what was sent. */
  readonly verifyDeliveries: Call<ProjectRef, DeliveryCheck>;

  readonly listItems: Call<ListItems, Page<Item>>;
  readonly getItem: Call<ItemRef, Item>;
  readonly createItem: Call<CreateItem, Item>;
  readonly updateItem: Call<UpdateItem, Item>;
  readonly deleteItem: Call<ItemRef, null>;
  readonly approveItem: Call<ApproveItem, Item>;
  readonly mergeItems: Call<MergeItems, Item>;
  readonly supersedeItem: Call<SupersedeItem, Item>;

  /** What is worth knowing at the beginning of a session, within a budget; the same for the same memory. */
  readonly getBrain: Call<GetBrain, Brain>;
  /** Full text over all that a project's memory holds, the best first. */
  readonly search: Call<Search, SearchPage>;

  readonly createSpineEvent: Call<CreateSpineEvent, SpineEventCreated>;
  /** Newest event time first. */
  readonly listSpineEvents: Call<ListSpineEvents, Page<LogEvent>>;
  readonly getSpineEvent: Call<SpineEventRef, LogEvent>;
  readonly listSpineEntities: Call<ListSpineEntities, Page<SpineEntity>>;

  /** Writes the whole project as Markdown and JSONL into an empty folder. Secrets and keys stay. */
  readonly exportProject: Call<ExportProject, ProjectExported>;
  /** Refuses an export that was altered, and one of a project that is here already. */
  readonly importProject: Call<ImportProject, ProjectImported>;
  /** Looks at the store and what is around it; changes nothing. */
  readonly diagnose: Call<None, Diagnosis>;

  readonly listEvents: Call<ListEvents, Page<LogEvent>>;
  readonly verifyEvents: Call<ProjectRef, ChainCheck>;
  readonly getStoreState: Call<None, StoreState>;
  readonly backUpStore: Call<None, { path: string }>;

  readonly onDidChange: (listener: (change: EngineChange) => void) => Disposable;
}
