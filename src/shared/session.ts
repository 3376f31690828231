import * as z from 'zod';

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
  /** When its first event happened. */
  startedAt: z.string(),
  /** When its last event happened; `null` without any. */
  lastEventAt: z.string().nullable(),
  /** When it was closed; `null` while it is open. */
  endedAt: z.string().nullable(),
  eventCount: z.number().int(),
  headCommitSha: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Session = z.infer<typeof session>;

export const listSessions = z.object({
  projectId: z.string().optional(),
  status: sessionStatus.optional(),
  source: z.string().max(60).optional(),
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
