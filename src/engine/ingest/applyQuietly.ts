import { isRuleError } from '../requests/toCallError';
import type { Ingested, IngestParts } from './ingestParts';

/**
 * Does what an event asks for. The event is taken in any case: where a rule forbids what it asks for, nothing of that is
 * done and the log says why.
 */
export function applyQuietly(parts: IngestParts, event: Ingested, refusal: string, work: () => void): void {
  try {
    parts.db.transaction(work);
  } catch (error) {
    if (!isRuleError(error)) throw error;
    parts.events.append({
      projectId: event.projectId,
      type: refusal,
      source: 'contox',
      payload: { eventId: event.eventId, reason: parts.redactor.redact((error as Error).message).text },
    });
  }
}
