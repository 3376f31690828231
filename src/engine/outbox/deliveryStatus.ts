import type { DeliveryStatus, SinkKind, SinkStatus } from '../../shared/delivery';
import type { DeliveryParts } from './deliveryParts';
import type { Failure, SinkRow } from './store/sinkStore';

type Sending = (kind: SinkKind) => boolean;

/** How each server stands at this moment, read from the store. */
export function deliveryStatus(parts: DeliveryParts, isSending: Sending): DeliveryStatus {
  return { sinks: parts.sinks.list().map((sink) => statusOf(parts, sink, isSending(sink.kind))) };
}

function statusOf(parts: DeliveryParts, sink: SinkRow, isSending: boolean): SinkStatus {
  const { kind, url, clockOffset, lastError, lastDeliveredAt } = sink;
  const { queued, dead } = parts.queue.counts(kind);
  const standing = stateOf(parts, sink, isSending, queued);
  const next = standing.state === 'waiting' ? nextTry(parts, sink) : null;
  return {
    kind,
    url,
    state: standing.state,
    queued,
    dead,
    lastDeliveredAt: toIso(lastDeliveredAt),
    nextTryAt: toIso(next),
    lastError: toError(standing.because ?? lastError),
    clockOffsetSeconds: clockOffset,
  };
}

interface Standing {
  readonly state: SinkStatus['state'];
  readonly because?: Failure | undefined;
}

function stateOf(parts: DeliveryParts, sink: SinkRow, isSending: boolean, queued: number): Standing {
  const { kind } = sink;
  if (sink.dryRun) return { state: 'dryRun' };
  if (sink.refused) return { state: 'refused', because: sink.refused };
  if (isSending) return { state: 'sending' };
  const projects = parts.sinks.projectsOf(kind);
  const waiting = new Set(parts.queue.waitingProjects(kind));
  const concerned = waiting.size === 0 ? projects : projects.filter(({ projectId }) => waiting.has(projectId));
  const open = concerned.filter(({ refused }) => refused === null);
  const refused = concerned.find((project) => project.refused !== null)?.refused ?? undefined;
  if (concerned.length > 0 && open.length === 0) return { state: 'refused', because: refused };
  const known = open.filter(({ projectId }) => parts.secrets.find(kind, projectId) !== undefined);
  if (concerned.length > 0 && known.length === 0) return { state: 'noSecret', because: refused };
  return { state: queued > 0 ? 'waiting' : 'idle', because: refused };
}

function nextTry(parts: DeliveryParts, { kind, waitUntil }: SinkRow): number | null {
  const now = parts.ports.clock.now();
  const times = parts.queue.heads(kind).map(({ nextTryAt }) => Math.max(nextTryAt ?? now, waitUntil ?? now));
  return times.length === 0 ? null : Math.min(...times);
}

const toIso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function toError(failure: Failure | null): SinkStatus['lastError'] {
  return failure && { message: failure.message, cure: failure.cure, at: new Date(failure.at).toISOString() };
}
