import { EngineError } from '../../base/engineError';
import type { Page } from '../../shared/context';
import type { Delivery, DeliveryDetail, ListDeliveries } from '../../shared/delivery';
import type { DeliveryParts } from './deliveryParts';
import { makeBody } from './send/makeBody';
import { sinkOf } from './sinks/allSinks';
import type { AttemptRow } from './store/attemptStore';
import type { DeliveryRow, StoredBody } from './store/deliveryStore';
import { openPseudonyms } from './wire/pseudonyms';

const usualLimit = 100;

/** A page of the ledger, newest first. */
export function listDeliveries(parts: DeliveryParts, query: ListDeliveries): Page<Delivery> {
  const { limit = usualLimit, cursor } = query;
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor))
    throw new EngineError('invalid', 'The cursor is not one of this list', {
      details: [{ path: 'cursor', message: 'is not one of this list' }],
    });
  const rows = parts.deliveries.list(query, cursor === undefined ? undefined : Number(cursor), limit + 1);
  const items = rows.slice(0, limit).map(toDelivery);
  const last = rows[limit - 1];
  return rows.length > limit && last ? { items, nextCursor: String(last.seq) } : { items };
}

/** One delivery with its body: as it left, or as it would leave now. Throws `notFound`. */
export async function getDelivery(parts: DeliveryParts, deliveryId: string): Promise<DeliveryDetail> {
  const row = parts.deliveries.find(deliveryId);
  if (!row) throw new EngineError('notFound', 'Delivery not found');
  const body = parts.deliveries.body(row.seq) ?? (await preview(parts, row));
  return {
    ...toDelivery(row),
    bytes: body?.bytes.length ?? row.bytes,
    body: body?.bytes.toString('utf8') ?? '',
    redactions: body?.redactions ?? {},
    log: parts.attempts.list(row.seq).map(toAttempt),
  };
}

async function preview(parts: DeliveryParts, row: DeliveryRow): Promise<StoredBody | undefined> {
  const config = parts.sinks.find(row.sink);
  const project = parts.sinks.projectsOf(row.sink).find(({ projectId }) => projectId === row.projectId);
  if (row.state === 'withdrawn' || row.state === 'delivered' || !config || !project) return undefined;
  if (config.anonymize) parts.host.pseudonyms ??= await openPseudonyms(parts.ports.secrets);
  return makeBody(parts, { sink: sinkOf[row.sink], config, project }, row);
}

function toDelivery(row: DeliveryRow): Delivery {
  const { id, eventId, eventType, projectId, lane, sink, state, attempts, bytes, lastStatus, lastError } = row;
  return {
    id,
    eventId,
    eventType,
    projectId,
    sessionId: lane === projectId ? null : lane,
    sink,
    state,
    attempts,
    bytes,
    createdAt: new Date(row.createdAt).toISOString(),
    nextTryAt: toIso(row.nextTryAt),
    deliveredAt: toIso(row.deliveredAt),
    lastStatus,
    lastError,
  };
}

function toAttempt(row: AttemptRow): DeliveryDetail['log'][number] {
  const { method, url, status, answer, error, durationMs } = row;
  const headers = JSON.parse(row.headers) as Record<string, string>;
  return {
    at: new Date(row.at).toISOString(),
    method,
    url,
    headers,
    status,
    answer,
    error,
    durationMs: durationMs ?? 0,
  };
}

const toIso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
