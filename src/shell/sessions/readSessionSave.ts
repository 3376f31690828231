import type { Engine } from '../../engine/engine';
import type { SessionSave } from '../../shared/ingest';
import { isSessionSave } from '../../shared/session';
import type { LogEvent } from '../../shared/store';

type Calls = Pick<Engine, 'getSession' | 'draftSessionSave' | 'listSessionEvents'>;

/** What a session says of itself: its newest `session_save`, else what one would say now. */
export async function readSessionSave(
  engine: Calls,
  sessionId: string,
  parse: (payload: unknown) => SessionSave | undefined,
): Promise<SessionSave> {
  const savedBy = (event: LogEvent): SessionSave | undefined =>
    isSessionSave(event.event_type) && !event.purged ? parse(event.payload) : undefined;
  let newest: SessionSave | undefined;
  let cursor: string | undefined;
  do {
    const page = await engine.listSessionEvents({ sessionId, limit: 200, ...(cursor ? { cursor } : {}) });
    newest = page.items.map(savedBy).findLast((saved) => saved !== undefined) ?? newest;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  if (newest) return newest;
  const { summary } = await engine.getSession({ sessionId });
  const draft = await engine.draftSessionSave({ sessionId });
  return summary === '' ? draft : { ...draft, summary };
}
