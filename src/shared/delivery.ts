import * as z from 'zod';

export const sinkKind = z.enum(['contox', 'contextSpine']);
export type SinkKind = z.infer<typeof sinkKind>;

/** A server that gets events, without its secrets. */
export const sinkConfig = z.object({
  kind: sinkKind,
  /** `https:`, or `http:` to this machine. */
  url: z.string().min(1).max(2000),
  /** Nothing is sent; the ledger shows what would be. */
  dryRun: z.boolean().default(false),
  /** Paths, authors and identifiers leave as stable pseudonyms, texts as counts. */
  anonymize: z.boolean().default(false),
  /** The only projects of which anything is sent, and what the server calls them. */
  projects: z.array(z.object({ projectId: z.string(), remoteId: z.string().min(1).max(200) })).max(1000),
});
export type SinkConfig = z.infer<typeof sinkConfig>;

/** Of a `contox` server the HMAC secret of one project, of a `contextSpine` server its key (`projectId` is `null`). */
const sinkSecret = z.object({ kind: sinkKind, projectId: z.string().nullable(), secret: z.string().min(1).max(1000) });

/** Replaces what was configured. Secrets are held in memory only. */
export const configureDelivery = z.object({
  sinks: z.array(sinkConfig).max(2),
  secrets: z.array(sinkSecret).max(2000),
  /** Proxy of the editor, as a URL. */
  proxy: z.string().max(2000).optional(),
  /** Hosts that are reached without the proxy, as the editor's `http.noProxy` names them. */
  noProxy: z.array(z.string().max(500)).max(1000).optional(),
  /** Whether certificates of a proxy are checked; those of a server always are. */
  proxyStrictSsl: z.boolean().optional(),
});
export type ConfigureDelivery = z.input<typeof configureDelivery>;

const count = z.number().int().min(0);

/** What went wrong, and what to do about it. */
const deliveryError = z.object({ message: z.string(), cure: z.string(), at: z.string() });

export const sinkStatus = z.object({
  kind: sinkKind,
  url: z.string(),
  /** `waiting`: something failed and is tried again at `nextTryAt`. `refused`: nothing goes on without the user. */
  state: z.enum(['idle', 'sending', 'waiting', 'noSecret', 'refused', 'dryRun']),
  queued: count,
  dead: count,
  lastDeliveredAt: z.string().nullable(),
  nextTryAt: z.string().nullable(),
  lastError: deliveryError.nullable(),
  /** How far the server's clock is ahead of this machine's. */
  clockOffsetSeconds: z.number().int(),
});
export type SinkStatus = z.infer<typeof sinkStatus>;

/** Without sinks nothing is sent. */
export const deliveryStatus = z.object({ sinks: z.array(sinkStatus) });
export type DeliveryStatus = z.infer<typeof deliveryStatus>;

export const deliveryState = z.enum(['queued', 'delivered', 'dead', 'dryRun', 'withdrawn']);
export type DeliveryState = z.infer<typeof deliveryState>;

/** A row of the egress ledger: one event on its way to one server. */
export const delivery = z.object({
  id: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  projectId: z.string(),
  sessionId: z.string().nullable(),
  sink: sinkKind,
  state: deliveryState,
  attempts: count,
  /** Length of the body in bytes. */
  bytes: count,
  createdAt: z.string(),
  nextTryAt: z.string().nullable(),
  deliveredAt: z.string().nullable(),
  /** Status code of the last answer; `null` without any. */
  lastStatus: z.number().int().nullable(),
  lastError: z.string().nullable(),
});
export type Delivery = z.infer<typeof delivery>;

/** One request, as it left or would have left. Secrets are not in it; a signature is. */
export const deliveryAttempt = z.object({
  at: z.string(),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  status: z.number().int().nullable(),
  answer: z.string().nullable(),
  error: z.string().nullable(),
  durationMs: count,
});
export type DeliveryAttempt = z.infer<typeof deliveryAttempt>;

export const deliveryDetail = delivery.extend({
  /** The exact text that is signed and sent. */
  body: z.string(),
  redactions: z.record(z.string(), count),
  log: z.array(deliveryAttempt),
});
export type DeliveryDetail = z.infer<typeof deliveryDetail>;

export const listDeliveries = z.object({
  projectId: z.string().optional(),
  sessionId: z.string().optional(),
  sink: sinkKind.optional(),
  state: deliveryState.optional(),
  limit: z.number().int().min(1).max(200).optional(),
  cursor: z.string().optional(),
});
export type ListDeliveries = z.infer<typeof listDeliveries>;

export const deliveryRef = z.object({ deliveryId: z.string() });
export type DeliveryRef = z.infer<typeof deliveryRef>;

/** Which are tried again now: these, or all that are dead or wait. */
export const retryDeliveries = z.object({
  deliveryIds: z.array(z.string()).max(1000).optional(),
  sink: sinkKind.optional(),
  projectId: z.string().optional(),
});
export type RetryDeliveries = z.infer<typeof retryDeliveries>;

export const deliveryCheck = z.object({
  checked: count,
  valid: count,
  /** Signatures that the secret known now can't have made over the body that is kept. */
  invalid: z.array(z.string()),
  /** No secret is known to check them with. */
  unknown: count,
});
export type DeliveryCheck = z.infer<typeof deliveryCheck>;
