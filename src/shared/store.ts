import * as z from 'zod';

/** What a person may want to know of the store. */
export interface StoreState {
  readonly dataDir: string;
  readonly role: 'owner' | 'client';
  readonly ownerPid: number;
  readonly schemaVersion: number;
  readonly sizeBytes: number;
  readonly durable: boolean;
  /** Told once to the user: a damaged file was set aside and a backup restored, …; newest last. */
  readonly notices: readonly StoreNotice[];
  readonly lastBackupAt: string | null;
}

export interface StoreNotice {
  readonly at: string;
  readonly kind: 'restored' | 'recreated' | 'fallback' | 'readOnly';
  readonly message: string;
}

/** One immutable fact of the log, in the shape of Context Spine. Times are ISO 8601 UTC. */
export interface LogEvent {
  readonly id: string;
  /** Counts the events of one project, from 1. */
  readonly seq: number;
  readonly workspace_id: string;
  /** The project's id; the workspace's where the event belongs to no project. */
  readonly project_id: string;
  readonly event_type: string;
  readonly event_time: string;
  readonly record_time: string;
  readonly source: string;
  readonly authority: 'source_of_truth' | 'observed' | 'derived' | 'asserted';
  /** By the age of `event_time`: `hot` up to an hour, `warm` up to a week. */
  readonly value_class: 'hot' | 'warm' | 'cold';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly entity_refs: readonly EntityRef[];
  /** When the log took it, as `record_time`. */
  readonly created_at: string;
  /** SHA-256 in hex of this event, which covers the hash of the one before it. */
  readonly hash: string;
  readonly prev_hash: string;
  /** The payload and the references were removed; the rest still stands and is proved by the chain. */
  readonly purged?: true;
}

export interface EntityRef {
  readonly entity_type: string;
  readonly external_id: string;
}

export const listEvents = z.object({
  projectId: z.string(),
  /** Exact, or a prefix that ends with `*`. */
  eventType: z.string().optional(),
  source: z.string().optional(),
  entityType: z.string().optional(),
  externalId: z.string().optional(),
  /** Bounds of the event time, both inclusive. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  /** Only what the log knew at this instant. */
  asOf: z.iso.datetime({ offset: true }).optional(),
  /** By the order in which the log took them; `newest` first unless said otherwise. */
  order: z.enum(['newest', 'oldest']).optional(),
  limit: z.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});
export type ListEvents = z.infer<typeof listEvents>;

export interface ChainCheck {
  readonly projectId: string;
  readonly events: number;
  readonly ok: boolean;
  /** First event that does not fit. */
  readonly brokenAt?: string;
}

/** `notices.json` beside the store. */
export const storeNotices = z.array(
  z.object({ at: z.string(), kind: z.enum(['restored', 'recreated', 'fallback', 'readOnly']), message: z.string() }),
);

/** `owner.json` beside the store: who has it open, and how to reach it. */
export const ownerRecord = z.object({
  host: z.string(),
  /** Changes with every start of the system. */
  bootId: z.string(),
  /** Processes with the same one see each other's locks; differs between containers. */
  namespace: z.string(),
  pid: z.number().int(),
  startedAt: z.string(),
  protocol: z.number().int(),
  schemaVersion: z.number().int(),
  /** Path of the socket or name of the pipe. */
  address: z.string(),
  /** What a client must show, readable for the user only. */
  token: z.string(),
});
export type OwnerRecord = z.infer<typeof ownerRecord>;
