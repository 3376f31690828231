import * as z from 'zod';
import { isShallow, tooDeep } from './nesting';
import type { LogEvent } from './store';

const instant = z.iso.datetime({ offset: true });

export const entityRef = z.object({
  entity_type: z.string().trim().min(1).max(100),
  external_id: z.string().trim().min(1).max(500),
});

/** The body of `POST /v1/events`. */
export const createSpineEventBody = z.object({
  event_type: z.string().trim().min(1).max(200),
  event_time: instant,
  source: z.string().trim().min(1).max(100),
  payload: z
    .record(z.string(), z.unknown())
    .refine((value) => isShallow(value), tooDeep)
    .optional(),
  entity_refs: z.array(entityRef).max(200).optional(),
  idempotency_key: z.string().min(1).max(255).optional(),
});
export const createSpineEvent = createSpineEventBody.extend({
  /** Whose log; absent: the workspace's. */
  projectId: z.string().optional(),
});
export type CreateSpineEvent = z.infer<typeof createSpineEvent>;

/** An event in the shape of Context Spine. */
export const spineEvent = z.object({
  id: z.string(),
  workspace_id: z.string(),
  event_type: z.string(),
  event_time: z.string(),
  record_time: z.string(),
  source: z.string(),
  authority: z.enum(['source_of_truth', 'observed', 'derived', 'asserted']),
  /** By the age of `event_time` when it is read. */
  value_class: z.enum(['hot', 'warm', 'cold']),
  payload: z.record(z.string(), z.unknown()),
  entity_refs: z.array(z.object({ entity_type: z.string(), external_id: z.string() })),
  created_at: z.string(),
});

/** `created` is false for a repetition under the same idempotency key. */
export interface SpineEventCreated {
  readonly event: LogEvent;
  readonly created: boolean;
}

/** `actorId`: the user who asks, whose projects bound what is found; absent: everything in the store. */
const scope = { projectId: z.string().optional(), actorId: z.string().optional() };
const page = { limit: z.number().int().min(1).max(200).optional(), cursor: z.string().max(200).optional() };

export const listSpineEvents = z.object({
  /** Exact, or a prefix that ends with `*`. */
  event_type: z.string().max(200).optional(),
  source: z.string().max(100).optional(),
  entity_type: z.string().max(100).optional(),
  external_id: z.string().max(500).optional(),
  /** Bounds of the event time, both inclusive. */
  from: instant.optional(),
  to: instant.optional(),
  /** Only what the log knew at this instant. */
  as_of: instant.optional(),
  ...page,
  ...scope,
});
export type ListSpineEvents = z.infer<typeof listSpineEvents>;

export const spineEventRef = z.object({ eventId: z.string(), actorId: z.string().optional() });
export type SpineEventRef = z.infer<typeof spineEventRef>;

export const listSpineEntities = z.object({
  entity_type: z.string().max(100).optional(),
  ...page,
  ...scope,
});
export type ListSpineEntities = z.infer<typeof listSpineEntities>;

export const spineEntity = z.object({
  entity_type: z.string(),
  external_id: z.string(),
  event_count: z.number().int(),
  first_seen: z.string(),
  last_seen: z.string(),
});
export type SpineEntity = z.infer<typeof spineEntity>;

export const blobRef = z.object({ projectId: z.string(), hash: z.string() });
export type BlobRef = z.infer<typeof blobRef>;

export const exportProject = z.object({
  projectId: z.string(),
  /** Absolute; made where it is missing, refused where it holds anything. */
  folder: z.string().min(1),
});
export type ExportProject = z.infer<typeof exportProject>;

export const importProject = z.object({ folder: z.string().min(1) });
export type ImportProject = z.infer<typeof importProject>;

/** How many of each kind went out or came in. */
export type TransferCounts = Readonly<Record<string, number>>;

export interface ProjectExported {
  readonly projectId: string;
  readonly folder: string;
  readonly files: number;
  readonly counts: TransferCounts;
}

export interface ProjectImported {
  readonly projectId: string;
  readonly name: string;
  readonly counts: TransferCounts;
}

export interface Diagnosis {
  readonly ok: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly status: 'ok' | 'warning' | 'error';
    /** One sentence. */
    readonly message: string;
  }[];
}
