import type { GitDigest } from '../../../shared/ingest';
import { purgeEvents } from '../../events/purgeEvents';
import { findCommit } from '../../ingest/addCommits';
import { reportSession } from '../reportSession';
import { getWritableSession, type SessionParts } from '../sessionParts';

/**
 * Empties all events of a session, and those of the commits that they told of, and removes the session. What stays are
 * tombstones, and the items that were made from it, without their link.
 */
export function deleteSession(parts: SessionParts, sessionId: string): null {
  const row = getWritableSession(parts, sessionId);
  const { projectId } = row;
  const seqs: number[] = [];
  for (const event of parts.sessionEvents.rows(sessionId, undefined, Number.MAX_SAFE_INTEGER)) {
    seqs.push(event.seq);
    if (event.eventType !== 'git.digested' || event.payload === null) continue;
    const { commits, rewrites = [] } = parts.payloads.show(event).payload as unknown as GitDigest;
    for (const { sha } of [...commits, ...rewrites]) seqs.push(...commitEvents(parts, projectId, sha, event.id));
  }
  purgeEvents(parts.db, parts.events, { projectId, seqs });
  parts.sessionEvents.removeAll(sessionId);
  parts.sessions.delete(sessionId);
  reportSession(parts, 'deleted', row);
  parts.emit({ kind: 'items', projectId });
  return null;
}

/** Events of a commit that a digest brought; one that another digest brought first stays with that. */
function commitEvents(parts: SessionParts, projectId: string, sha: string, digestId: string): number[] {
  const found = findCommit(parts.events.store, projectId, sha);
  if (!found || found.payload === null) return [];
  const { digest } = JSON.parse(found.payload) as { digest?: unknown };
  return digest === digestId ? [found.seq] : [];
}
