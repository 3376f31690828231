import type { SessionParts } from './sessionParts';
import type { SessionRow } from './sessionStore';

type Action = 'started' | 'completed' | 'failed' | 'reopened' | 'enriched' | 'updated' | 'merged' | 'deleted';

/** Reports what a person or the engine did with a session; that events joined it the log tells by itself. */
export function reportSession(
  parts: SessionParts,
  action: Action,
  row: Pick<SessionRow, 'id' | 'projectId' | 'source'>,
  payload: Readonly<Record<string, unknown>> = {},
): void {
  parts.events.append({
    projectId: row.projectId,
    type: `session.${action}`,
    source: 'contox',
    payload: { sessionId: row.id, sessionSource: row.source, ...payload },
    refs: [{ entity_type: 'session', external_id: row.id }],
  });
  parts.emit({ kind: 'sessions', projectId: row.projectId });
}
