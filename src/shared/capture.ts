import * as z from 'zod';

/** What may be recorded of a repository. The default list of keys, certificates and env files holds besides. */
export const capturePolicy = z.object({
  /** Globs of paths whose names and texts are left out. */
  exclude: z.array(z.string().min(1).max(500)).max(500).default([]),
  /** Longest diff that is kept of a commit, in characters. */
  diffCharacters: z.number().int().min(0).max(50_000).default(3_000),
});
export type CapturePolicy = z.infer<typeof capturePolicy>;

export const findRepositories = z.object({ folder: z.string().min(1).max(4096) });
export type FindRepositories = z.infer<typeof findRepositories>;

/** A repository in or around a folder. */
export const foundRepository = z.object({
  /** Topmost folder of the work tree; of a bare one, its own folder. */
  root: z.string(),
  kind: z.enum(['main', 'worktree', 'submodule', 'bare']),
  /** Absolute paths whose change may tell of new work: of the reflog, `HEAD`. */
  watch: z.array(z.string()),
});
export type FoundRepository = z.infer<typeof foundRepository>;

export const captureRepository = z.object({
  projectId: z.string(),
  root: z.string().min(1).max(4096),
  policy: capturePolicy.prefault({}),
  /** Who captures; sessions are kept apart by it. */
  source: z.string().max(60).default('vscode'),
  /** ISO 8601. Work from then on counts the first time too: of a repository that appeared while somebody watched. */
  since: z.iso.datetime({ offset: true }).optional(),
  /** Takes nothing of what happened until now, and goes on from here: it happened while the user wanted it private. */
  skip: z.boolean().default(false),
});
export type CaptureRepository = z.input<typeof captureRepository>;

/** What git did to make a commit, or to set one aside. */
export const commitKind = z.enum(['commit', 'merge', 'amend', 'rebase', 'squash', 'cherryPick', 'revert', 'reset']);
export type CommitKind = z.infer<typeof commitKind>;

export const capturedCommit = z.object({
  sha: z.string(),
  kind: commitKind,
  /** The same for all versions of one logical commit. */
  chainId: z.string(),
  subject: z.string(),
});
export type CapturedCommit = z.infer<typeof capturedCommit>;

export const captureResult = z.object({
  /** `first`: the repository is known from now on, and nothing of its past was taken. */
  state: z.enum(['first', 'unchanged', 'captured']),
  commits: z.array(capturedCommit),
  eventIds: z.array(z.string()),
  sessionId: z.string().nullable(),
  /** What was seen and is not one's own new work, by reason, such as `pull` or `notOwn`. */
  passedOver: z.record(z.string(), z.number().int()),
  /** Secrets that were replaced, by rule. */
  redactions: z.record(z.string(), z.number().int()),
  /** There is more than one call takes: call again. */
  more: z.boolean(),
});
export type CaptureResult = z.infer<typeof captureResult>;

/**
 * The source of events, sessions and items that are made from the past of a repository. They are not queued for any
 * server by themselves: only when somebody sends one of the sessions.
 */
export const historySource = 'history';

export const digestHistory = z.object({
  projectId: z.string(),
  /** Default: the folder of the project. */
  folder: z.string().min(1).max(4096).optional(),
  months: z.number().int().min(1).max(120).default(6),
  policy: capturePolicy.prefault({}),
});
export type DigestHistory = z.input<typeof digestHistory>;

/** What the past of a repository told. */
export const historyDigest = z.object({
  since: z.string(),
  /** One's own commits that the log did not know yet. */
  commits: z.number().int(),
  /** How many sessions these are in. */
  sessions: z.number().int(),
  /** Draft items that were made of reverts, breaking changes, decision records and reasons. */
  decisions: z.array(z.object({ itemId: z.string(), title: z.string(), commit: z.string().nullable() })),
  hotAreas: z.array(z.object({ path: z.string(), commits: z.number().int(), authors: z.number().int() })),
  owners: z.array(z.object({ path: z.string(), author: z.string(), share: z.number() })),
});
export type HistoryDigest = z.infer<typeof historyDigest>;
