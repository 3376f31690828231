import type { DeliveryParts } from '../deliveryParts';
import type { Sink } from '../sinks/sink';
import type { DeliveryRow, StoredBody } from '../store/deliveryStore';
import { shortenWire, splitWire } from '../wire/splitWire';
import { fromBytes, toBytes } from './makeBody';

/**
 * Makes smaller bodies of one that is too large: two pieces with ids of their own, which are the same however often it
 * comes to that, else one with less in it. False where nothing can be left out.
 */
export function divideBody(parts: DeliveryParts, sink: Sink, row: DeliveryRow, stored: StoredBody): boolean {
  const { deliveries, attempts } = parts;
  const body = fromBytes(sink, stored.bytes);
  const pieces = splitWire(body);
  const shorter = pieces ? undefined : shortenWire(body);
  if (!pieces && !shorter) return false;
  attempts.outdate(row.seq);
  if (shorter) {
    deliveries.setBody(row.seq, { ...stored, bytes: toBytes(sink, row, shorter) });
    deliveries.update(row.seq, { nextTryAt: null });
    return true;
  }
  const [first, second] = pieces ?? [body, body];
  const below = row.part === '' ? '' : `${row.part}.`;
  const firstPart = { eventId: row.eventId, part: `${below}1` };
  const secondPart = { eventId: row.eventId, part: `${below}2` };
  deliveries.update(row.seq, { part: firstPart.part, nextTryAt: null });
  deliveries.setBody(row.seq, { ...stored, bytes: toBytes(sink, firstPart, first) });
  deliveries.add({ ...row, part: secondPart.part }, parts.ports.clock.now());
  const added = deliveries.findPart(row.sink, row.eventSeq, secondPart.part);
  // What was taken out of the whole was taken out once.
  if (added) deliveries.setBody(added.seq, { ...stored, bytes: toBytes(sink, secondPart, second), redactions: {} });
  return true;
}
