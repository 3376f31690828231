import { newId } from '../../../shared/ids';
import { type EnrichStarted, pipelineStages } from '../../../shared/session';
import { endSession } from '../createSession';
import { getWritableSession } from '../sessionParts';
import type { EnrichParts } from './enrichParts';

/** Queues the enrichment of a session and so ends it. One that waits or runs already is answered again. */
export function startEnrich(parts: EnrichParts, sessionId: string): EnrichStarted {
  const session = getWritableSession(parts, sessionId);
  const known = parts.jobs.findOpen(sessionId);
  const id = known?.id ?? newId('job', parts.ports.clock.now());
  if (!known) {
    parts.jobs.add({ id, sessionId, projectId: session.projectId, createdAt: parts.ports.clock.now() });
    endSession(parts, session, 'enriching');
    parts.emit({ kind: 'sessions', projectId: session.projectId });
  }
  return { jobId: id, status: 'queued', pipeline: [...pipelineStages] };
}
