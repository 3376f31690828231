import { EngineError } from '../../base/engineError';
import type { RetryDeliveries } from '../../shared/delivery';
import type { SessionRef } from '../../shared/session';
import { getSession } from '../sessions/sessionParts';
import { forgive } from './configureDelivery';
import type { DeliveryParts } from './deliveryParts';
import type { OutboxIntake } from './intake';
import { sinkKinds } from './sinks/allSinks';

/** Tries again now, whatever was refused or asked to wait: a person knows what was cured. */
export function retryDeliveries(parts: DeliveryParts, { deliveryIds, sink, projectId }: RetryDeliveries): number {
  if (deliveryIds === undefined) {
    for (const kind of sinkKinds) if (sink === undefined || sink === kind) forgive(parts, kind, projectId);
    return parts.deliveries.retry({ sink, projectId });
  }
  let count = 0;
  for (const id of new Set(deliveryIds)) {
    const row = parts.deliveries.find(id);
    if (!row) throw new EngineError('notFound', 'Delivery not found');
    if ((sink ?? row.sink) !== row.sink || (projectId ?? row.projectId) !== row.projectId) continue;
    forgive(parts, row.sink, row.projectId);
    count += parts.deliveries.retryOne(id);
  }
  return count;
}

/** Queues what a session holds for every server that takes its project; what was queued once is not queued again. */
export function sendSession(parts: DeliveryParts, intake: OutboxIntake, { sessionId }: SessionRef): number {
  const session = getSession(parts, sessionId);
  let count = 0;
  const events = parts.sessionEvents.rows(session.id, undefined, Number.MAX_SAFE_INTEGER);
  for (const event of events) if (event.payload !== null) count += intake.take(event, session.id);
  return count;
}
