import type { Ingest, IngestResult } from '../../shared/ingest';
import type { Authority } from '../events/authority';
import { placeWork } from '../sessions/life/placeWork';
import { placeEvent } from '../sessions/placeEvent';
import { factsOf, noteFacts, tellsFacts } from '../sessions/sessionFacts';
import { acceptSource } from './acceptSource';
import { addCommits } from './addCommits';
import { applyContextUpdate } from './applyContextUpdate';
import { applyMemoryOperation } from './applyMemoryOperation';
import { beganAt, eventTypeOf, happenedAt, refsOf } from './describeEvent';
import type { Ingested, IngestParts } from './ingestParts';

/**
 * Takes an event: its raw form into the log, the event into its session, and what follows from it, all in the caller's
 * transaction. The same signature, or the same event of another log, again answers what the first one did. `authority` is
 * that of the commits in a digest; with one, it is somebody's own work that is followed here.
 */
export function ingest(parts: IngestParts, params: Ingest, authority?: Authority): IngestResult {
  const { projects, ports, replays } = parts;
  const { projectId, signatureKey } = params;
  projects.checkWritable(projectId);
  const now = ports.clock.now();
  const known = signatureKey === undefined ? undefined : replays.find(projectId, signatureKey, now);
  if (known) return known;
  const sent = params.eventId === undefined ? undefined : findSent(parts, params, params.eventId);
  if (sent) return sent;
  const take = (): Taken => takeEvent(parts, params, now, authority);
  const { seq, ...result } = params.eventId === undefined ? take() : parts.events.receive(take);
  if (signatureKey !== undefined) replays.remember(projectId, signatureKey, seq, now);
  return result;
}

/** What another log's event became when it came for the first time, however long ago. */
function findSent(parts: IngestParts, { projectId, source }: Ingest, eventId: string): IngestResult | undefined {
  const key = sentKey(eventId);
  const row = parts.events.store.findByKey(projectId, acceptSource(parts.redactor, source), key);
  return row && { eventId: row.id, sessionId: parts.sessionEvents.sessionOf(row.seq) ?? '' };
}

const sentKey = (eventId: string): string => `sent:${eventId}`;

interface Taken extends IngestResult {
  /** Of the event in the whole log. */
  readonly seq: number;
}

function takeEvent(parts: IngestParts, params: Ingest, now: number, authority?: Authority): Taken {
  const { payloads, redactor } = parts;
  const { projectId, signatureKey: _known, eventId: sentId, ...body } = params;
  const source = acceptSource(redactor, body.source);
  // The clock of another machine may be ahead; what has come has happened.
  const at = Math.min(happenedAt(body) ?? now, now);
  const type = eventTypeOf(body);
  const refs = refsOf(body).map((ref) => ({ ...ref, external_id: redactor.redact(ref.external_id).text }));
  const key = sentId === undefined ? {} : { idempotencyKey: sentKey(sentId) };
  const { row, accepted } = payloads.appendWhole({ projectId, type, source, payload: body.payload, refs, at, ...key });
  const commits = body.event === 'git_digest' ? body.payload.commits.length : 0;
  const place = { projectId, source, eventSeq: row.seq, commits };
  const sessionId =
    authority === undefined
      ? placeEvent(parts, { ...place, eventTime: at })
      : placeWork(parts, { ...place, eventTime: beganAt(body, at), until: at });
  if (tellsFacts(type)) noteFacts(parts, sessionId, factsOf(type, accepted), at);
  parts.emit({ kind: 'sessions', projectId });

  const ingested: Ingested = { projectId, eventId: row.id, source, at, ...(authority ? { authority } : {}) };
  if (body.event === 'git_digest') addCommits(parts, ingested, body.payload);
  if (body.event === 'context_update') applyContextUpdate(parts, ingested, body.payload);
  if (body.event === 'memory_operation') applyMemoryOperation(parts, ingested, body.payload);
  return { eventId: row.id, sessionId, seq: row.seq };
}
