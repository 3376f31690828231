import type { DeliveryParts } from '../deliveryParts';
import type { Sink, WireBody } from '../sinks/sink';
import { type DeliveryRow, keyOf, type StoredBody } from '../store/deliveryStore';
import type { SinkProject, SinkRow } from '../store/sinkStore';
import { anonymize } from '../wire/anonymize';
import { redactWire } from '../wire/redactWire';

export interface Place {
  readonly sink: Sink;
  readonly config: SinkRow;
  readonly project: SinkProject;
}

/**
 * What is sent of an event: what was written down for it before, else made from it now. `undefined` where the event was
 * emptied, or what it speaks about deleted. Throws where its texts can't be read.
 */
export function makeBody(parts: DeliveryParts, place: Place, row: DeliveryRow): StoredBody | undefined {
  const stored = parts.deliveries.body(row.seq);
  if (stored) return hide(parts, place, row, stored);
  const event = parts.events.store.find(row.eventId);
  if (!event || event.payload === null) return undefined;
  const serverTime = parts.ports.clock.now() + place.config.clockOffset * 1000;
  const outgoing = { event: parts.payloads.show(event), remoteId: place.project.remoteId, serverTime };
  const composed = place.sink.compose(parts, outgoing);
  if (!composed) return undefined;
  const { body, counts } = redactWire(parts.redactor, composed);
  const plain = { bytes: toBytes(place.sink, row, body), redactions: counts, anonymized: false };
  return hide(parts, place, row, plain);
}

/** The body and its key, as bytes. */
export function toBytes(sink: Sink, row: Pick<DeliveryRow, 'eventId' | 'part'>, body: WireBody): Buffer {
  return Buffer.from(JSON.stringify({ ...body, [sink.keyMember]: keyOf(row) }), 'utf8');
}

/** The reverse of `toBytes`. */
export function fromBytes(sink: Sink, bytes: Buffer): WireBody {
  const { [sink.keyMember]: _key, ...body } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  return body;
}

/** What was written down while names could leave does not leave with them any more. */
function hide(parts: DeliveryParts, { sink, config }: Place, row: DeliveryRow, body: StoredBody): StoredBody {
  const { pseudonyms } = parts.host;
  if (!config.anonymize || body.anonymized || !pseudonyms) return body;
  const hidden = anonymize(fromBytes(sink, body.bytes), pseudonyms);
  return { ...body, bytes: toBytes(sink, row, hidden), anonymized: true };
}
