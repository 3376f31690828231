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
  readonly seq: number;
  readonly project_id: string;
  readonly event_type: string;
  readonly event_time: string;
  readonly record_time: string;
  readonly source: string;
  readonly authority: 'source_of_truth' | 'observed' | 'derived' | 'asserted';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly entity_refs: readonly EntityRef[];
  /** SHA-256 in hex of this event, which covers the hash of the one before it. */
  readonly hash: string;
  readonly prev_hash: string;
}

export interface EntityRef {
  readonly entity_type: string;
  readonly external_id: string;
}

export const listEvents = z.object({
  projectId: z.string(),
  /** Exact, or a prefix that ends with `*`. */
  eventType: z.string().optional(),
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
