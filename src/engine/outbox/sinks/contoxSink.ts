import { sign } from '../../signature';
import { ingestEventOf } from './ingestMappings';
import type { Sink } from './sink';

/** The ingest endpoint of a Contox server: five kinds of events, signed with the project's secret. */
export const contoxSink: Sink = {
  kind: 'contox',
  path: '/api/v2/ingest',
  secretPerProject: true,
  keyMember: 'eventId',
  answerMember: 'eventId',
  carries: (eventType) => ingestEventOf.has(eventType),
  compose(parts, { event }) {
    const mapping = ingestEventOf.get(event.event_type);
    const payload = mapping?.compose(parts, event);
    if (!mapping || !payload) return undefined;
    return { event: mapping.name, payload, source: event.source, occurredAt: event.event_time };
  },
  authorize: ({ secret, remoteId, timestamp, body }) => ({
    'X-Contox-Project': remoteId,
    'X-Contox-Timestamp': String(timestamp),
    'X-Contox-Signature': sign(secret, timestamp, body),
  }),
};
