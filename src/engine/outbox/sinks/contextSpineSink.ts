import type { Sink } from './sink';
import { spineRefs } from './spineRefs';

/** Context Spine: every event as it is, with what it speaks about. */
export const contextSpineSink: Sink = {
  kind: 'contextSpine',
  path: '/v1/events',
  secretPerProject: false,
  keyMember: 'idempotency_key',
  answerMember: 'id',
  carries: () => true,
  compose(_parts, { event, remoteId, serverTime }) {
    const { event_type, source, payload } = event;
    const event_time = new Date(Math.min(Date.parse(event.event_time), serverTime)).toISOString();
    return { event_type, event_time, source, payload, entity_refs: spineRefs(event, remoteId) };
  },
  // The project is for servers that keep logs of several; others don't look at it.
  authorize: ({ secret, remoteId }) => ({ Authorization: `Bearer ${secret}`, 'X-Contox-Project': remoteId }),
};
