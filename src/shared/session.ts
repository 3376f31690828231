import * as z from 'zod';
import { capturePolicy } from './capture';
import { sessionSave } from './ingest';

export const sessionStatus = z.enum(['active', 'completed', 'enriching', 'failed']);
export type SessionStatus = z.infer<typeof sessionStatus>;

/** Work that belongs together: the events of one source within four hours of the first. */
export const session = z.object({
  id: z.string(),
  projectId: z.string(),
  source: z.string(),
  status: sessionStatus,
  /** Of its newest `session_save`. */
  summary: z.string(),
  /** The first sentence of the summary; `''` while there is none. */
  title: z.string(),
  /** When its first event happened. */
  startedAt: z.string(),
  /** When its last event happened; `null` without any. */
  lastEventAt: z.string().nullable(),
  /** When it was closed; `null` while it is open. */
  endedAt: z.string().nullable(),
  eventCount: z.number().int(),
  /** Commits, saved files, and runs of tests or of the debugger that happened in it. */
  commits: z.number().int(),
  saves: z.number().int(),
  runs: z.number().int(),
  /** Its summary is a person's, and no automatic one replaces it. */
  edited: z.boolean(),
  headCommitSha: z.string().nullable(),
  /** Sessions that took over events which were once in this one, because an earlier event came late; absent without any. */
  continuedIn: z.array(z.string()).optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Session = z.infer<typeof session>;

/** Names in the log of what says how a session went: for the first time, and anew, after more of it became known. */
export const saveTypes = { first: 'session.saved', again: 'session.revised' } as const;
export const isSessionSave = (eventType: string): boolean =>
  eventType === saveTypes.first || eventType === saveTypes.again;

export const listSessions = z.object({
  projectId: z.string().optional(),
  status: sessionStatus.optional(),
  source: z.string().max(60).optional(),
  /** Only the session that this event is in now. */
  eventId: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});
export type ListSessions = z.infer<typeof listSessions>;

export const sessionRef = z.object({ sessionId: z.string() });
export type SessionRef = z.infer<typeof sessionRef>;

export const createSession = z.object({
  projectId: z.string().optional(),
  source: z.string().min(1).max(60).optional(),
  summary: z.string().max(20_000).optional(),
  startedAt: z.iso.datetime({ offset: true }).optional(),
  headCommitSha: z.string().max(64).optional(),
});
export type CreateSession = z.infer<typeof createSession>;

export const updateSessionBody = z.object({
  status: sessionStatus.optional(),
  summary: z.string().max(20_000).optional(),
});
export const updateSession = updateSessionBody.extend({ sessionId: z.string() });
export type UpdateSession = z.infer<typeof updateSession>;

export const listSessionEvents = sessionRef.extend({
  limit: z.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});
export type ListSessionEvents = z.infer<typeof listSessionEvents>;

export const pipelineStages = ['enrich', 'embed', 'dedup', 'drift_check'] as const;
export const pipelineStage = z.enum(pipelineStages);
export type PipelineStage = z.infer<typeof pipelineStage>;

export const enrichStarted = z.object({
  jobId: z.string(),
  status: z.literal('queued'),
  pipeline: z.array(pipelineStage),
});
export type EnrichStarted = z.infer<typeof enrichStarted>;

export const enrichJob = z.object({
  id: z.string(),
  sessionId: z.string(),
  status: z.enum(['queued', 'running', 'completed', 'failed']),
  pipeline: z.array(pipelineStage),
  stages: z.array(
    z.object({
      name: pipelineStage,
      status: z.enum(['queued', 'running', 'completed', 'skipped', 'failed']),
      /** What came of it, or why it was skipped. */
      detail: z.string().nullable(),
    }),
  ),
  error: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  completedAt: z.string().nullable(),
});
export type EnrichJob = z.infer<typeof enrichJob>;

export const activityKind = z.enum(['save', 'debug', 'test', 'terminal', 'agent']);
export type ActivityKind = z.infer<typeof activityKind>;

/** What somebody did in the editor, as far as it is told: never the text of a file or of a command's output. */
export const activity = z.object({
  kind: activityKind,
  at: z.iso.datetime({ offset: true }),
  /** Of a save: the path inside the project, with `/`. */
  file: z.string().max(4096).optional(),
  /** Of a debug or test run, a command or a tool: its name. */
  name: z.string().max(500).optional(),
  /** Whether it ended well, where that is known. */
  ok: z.boolean().optional(),
});
export type Activity = z.infer<typeof activity>;

export const recordActivity = z.object({
  projectId: z.string(),
  /** Which window or program: a session ends when the last one of them has left. */
  windowId: z.string().min(1).max(100),
  activities: z.array(activity).min(1).max(500),
  policy: capturePolicy.prefault({}),
  source: z.string().max(60).default('vscode'),
});
export type RecordActivity = z.input<typeof recordActivity>;

export const activeSession = z.object({
  session: session.nullable(),
  /** When it ends by itself, if nothing more happens. */
  endsAt: z.string().nullable(),
  commits: z.number().int(),
  saves: z.number().int(),
  runs: z.number().int(),
});
export type ActiveSession = z.infer<typeof activeSession>;

export const activeSessionOf = z.object({ projectId: z.string(), source: z.string().max(60).default('vscode') });
export type ActiveSessionOf = z.input<typeof activeSessionOf>;

export const leaveWindow = z.object({ windowId: z.string().min(1).max(100) });
export type LeaveWindow = z.infer<typeof leaveWindow>;

/** A person's words for a session; what is absent stays as it was made. */
export const saveSession = sessionRef.extend({
  summary: sessionSave.shape.summary.max(20_000).optional(),
  changes: sessionSave.shape.changes.optional(),
});
export type SaveSession = z.infer<typeof saveSession>;

/** Sessions of one project and source; the earliest one stays and takes the events of the others. */
export const mergeSessions = z.object({ sessionIds: z.array(z.string()).min(2).max(50) });
export type MergeSessions = z.infer<typeof mergeSessions>;
