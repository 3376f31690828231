import { isEngineError } from '../../../base/engineError';
import type { DeliveryParts } from '../deliveryParts';
import type { WireRequest } from '../http/transport';
import { mostWireBytes, type Sink } from '../sinks/sink';
import { type DeliveryRow, keyOf, type StoredBody } from '../store/deliveryStore';
import { isDue } from './backoff';
import { divideBody } from './divideBody';
import { makeBody, type Place } from './makeBody';

/** A request that is written down and may leave. */
export interface BegunDelivery {
  readonly seq: number;
  readonly attemptId: number;
  readonly request: WireRequest;
  readonly place: Place;
}

/** So many that can't or need not be sent are gone through in one transaction. */
const mostSkipped = 50;

/**
 * Writes down the next request of a lane, in the caller's transaction: body, headers and signature are in the ledger before
 * they leave. `undefined` where nothing of the lane may leave now.
 */
export function beginDelivery(parts: DeliveryParts, sink: Sink, lane: string): BegunDelivery | undefined {
  for (let skipped = 0; skipped < mostSkipped; skipped++) {
    const place = findPlace(parts, sink, lane);
    if (!place) return undefined;
    const { row } = place;
    const body = makeQuietly(parts, place, row);
    if (typeof body === 'string') {
      parts.deliveries.update(row.seq, { state: body, nextTryAt: null, lastError: notMade[body] });
      continue;
    }
    const isNew = row.bytes === 0 || parts.deliveries.body(row.seq)?.bytes.equals(body.bytes) !== true;
    if (isNew) store(parts, row, body);
    if (body.bytes.length > mostWireBytes && sink.kind === 'contox') {
      if (divideBody(parts, sink, row, body)) continue;
    }
    const begun = begin(parts, place, row, body);
    if (!place.config.dryRun) return begun;
    parts.attempts.end(begun.attemptId, dryEnd);
    parts.deliveries.update(row.seq, { state: 'dryRun', nextTryAt: null });
  }
  return undefined;
}

const notMade = {
  withdrawn: 'What it speaks about was deleted',
  dead: 'Contox made a mistake when it prepared this. The log says more.',
};

/** The body, or what becomes of a delivery without one: a single event must not hold up all others. */
function makeQuietly(parts: DeliveryParts, place: Place, row: DeliveryRow): StoredBody | 'withdrawn' | 'dead' {
  try {
    return makeBody(parts, place, row) ?? 'withdrawn';
  } catch (error) {
    if (isEngineError(error)) return 'withdrawn';
    parts.ports.logger.error(`The event ${row.eventId} could not be prepared for sending`, error);
    return 'dead';
  }
}

const dryEnd = { status: null, answer: null, error: 'Dry run: nothing was sent', durationMs: 0 };

function findPlace(parts: DeliveryParts, sink: Sink, lane: string): (Place & { row: DeliveryRow }) | undefined {
  const now = parts.ports.clock.now();
  const config = parts.sinks.find(sink.kind);
  const head = parts.queue.headOf(sink.kind, lane);
  if (!config || !head || !isDue(head.nextTryAt, now)) return undefined;
  if (!config.dryRun && (config.refused !== null || !isDue(config.waitUntil, now))) return undefined;
  if (!config.dryRun && parts.secrets.find(sink.kind, head.projectId) === undefined) return undefined;
  const project = parts.sinks.projectsOf(sink.kind).find(({ projectId }) => projectId === head.projectId);
  const row = parts.deliveries.findBySeq(head.seq);
  return project && row && { sink, config, project, row };
}

function store(parts: DeliveryParts, row: DeliveryRow, body: StoredBody): void {
  parts.attempts.outdate(row.seq);
  parts.deliveries.setBody(row.seq, body);
}

function begin(parts: DeliveryParts, place: Place, row: DeliveryRow, { bytes }: StoredBody): BegunDelivery {
  const { sink, config, project } = place;
  const now = parts.ports.clock.now();
  const timestamp = Math.floor(now / 1000) + config.clockOffset;
  const secret = parts.secrets.find(sink.kind, project.projectId);
  const credential =
    secret === undefined ? {} : sink.authorize({ secret, remoteId: project.remoteId, timestamp, body: bytes });
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(bytes.length),
    Accept: 'application/json',
    'User-Agent': 'contox',
    'Idempotency-Key': keyOf(row),
    ...credential,
  };
  const url = `${config.url}${sink.path}`;
  const attempt = { deliverySeq: row.seq, at: now, method: 'POST', url, headers: masked(headers) };
  return { seq: row.seq, attemptId: parts.attempts.begin(attempt), request: { url, headers, body: bytes }, place };
}

/** A signature says nothing about the secret; a key is one. */
function masked(headers: Readonly<Record<string, string>>): Record<string, string> {
  return 'Authorization' in headers ? { ...headers, Authorization: 'Bearer ••••' } : { ...headers };
}
