import { EngineError } from '../../base/engineError';
import type { CreateSpineEvent, SpineEventCreated } from '../../shared/spine';
import { cleanName } from '../cleanText';
import type { EngineParts } from '../engineParts';
import { purgeEventType } from '../events/purgeEvents';

/** Clocks of two machines differ; what is further ahead than this has not happened yet. */
const aheadMs = 5 * 60_000;

/** Adds a statement from outside to the log, of a project or of the workspace. */
export function createSpineEvent(parts: EngineParts, params: CreateSpineEvent): SpineEventCreated {
  const { payloads, projects, ports, redactor } = parts;
  const at = Date.parse(params.event_time);
  if (Number.isNaN(at)) throw invalid('event_time', 'is no instant');
  if (at > ports.clock.now() + aheadMs) throw invalid('event_time', 'is more than 5 minutes ahead');
  // A purge names the events that may be empty, so only a purge may say that one happened.
  if (params.event_type === purgeEventType) throw invalid('event_type', 'is reserved');
  if (params.projectId !== undefined) projects.getWritable(params.projectId);
  const accept = (text: string): string => cleanName(redactor.redact(text).text, text.length);
  const event = {
    ...(params.projectId === undefined ? {} : { projectId: params.projectId }),
    type: accept(params.event_type),
    source: accept(params.source),
    payload: params.payload ?? {},
    refs: (params.entity_refs ?? []).map((ref) => ({
      entity_type: accept(ref.entity_type),
      external_id: accept(ref.external_id),
    })),
    at,
  };
  const { idempotency_key: idempotencyKey } = params;
  if (idempotencyKey === undefined) return { event: payloads.show(payloads.append(event)), created: true };
  const append = () => payloads.appendOnce({ ...event, idempotencyKey });
  // The key of an event of another Contox is that event's id.
  const { row, created } = ofAnotherLog.test(idempotencyKey) ? parts.events.receive(append) : append();
  return { event: payloads.show(row), created };
}

const ofAnotherLog = /^evt_[0-9A-HJKMNP-TV-Z]{26}(?:\.[12])*$/;

function invalid(path: string, message: string): EngineError {
  return new EngineError('invalid', `${path} ${message}`, { details: [{ path, message }] });
}
