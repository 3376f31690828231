import { isSessionSave } from '../../shared/session';
import type { EventRow } from '../events/eventStore';
import { person } from '../items/itemParts';
import type { SessionParts } from './sessionParts';
import type { SessionRow } from './sessionStore';

const longestSummary = 2_000;

/** What an event says of its session as a whole. */
export interface SessionFacts {
  readonly summary?: string;
  readonly headCommit?: string;
}

/** Whether an event of a type says anything of its session. */
export const tellsFacts = (eventType: string): boolean => isSessionSave(eventType) || eventType === 'git.digested';

export function factsOf(eventType: string, payload: Readonly<Record<string, unknown>>): SessionFacts {
  if (isSessionSave(eventType)) return { ...text('summary', payload['summary']), ...commit(payload['headCommitSha']) };
  const range = payload['range'];
  const to = typeof range === 'object' && range !== null && 'to' in range ? range.to : undefined;
  return eventType === 'git.digested' ? commit(to) : {};
}

/** Notes what an event says, unless a later one has said it already, or a person has found words for it. */
export function noteFacts(parts: SessionParts, sessionId: string, facts: SessionFacts, at: number): void {
  if (facts.summary === undefined && facts.headCommit === undefined) return;
  const row = parts.sessions.find(sessionId);
  if (!row || (row.summaryAt ?? at) > at) return;
  const { summary, ...rest } = facts;
  parts.sessions.update(sessionId, row.edited === 1 ? { ...rest, summaryAt: at } : { ...facts, summaryAt: at });
}

/** The same from all events of a session, after some came from or went to another. */
export function recallFacts(parts: SessionParts, row: Pick<SessionRow, 'id'>): void {
  let summaryAt: number | null = null;
  let edited = false;
  const facts: { summary?: string; headCommit?: string } = {};
  for (const event of parts.sessionEvents.rows(row.id, undefined, Number.MAX_SAFE_INTEGER)) {
    const { summary, ...found } = readFacts(parts, event);
    if (summary === undefined && found.headCommit === undefined) continue;
    Object.assign(facts, found);
    if (summary !== undefined && (!edited || event.source === person)) facts.summary = summary;
    edited ||= summary !== undefined && event.source === person;
    summaryAt = event.eventTime;
  }
  const { summary = '', headCommit = null } = facts;
  parts.sessions.update(row.id, { summary, headCommit, summaryAt, edited: edited ? 1 : 0 });
}

function readFacts(parts: SessionParts, event: EventRow): SessionFacts {
  return tellsFacts(event.eventType) ? factsOf(event.eventType, parts.payloads.show(event).payload) : {};
}

const text = (name: 'summary', value: unknown): SessionFacts =>
  typeof value === 'string' ? { [name]: value.slice(0, longestSummary) } : {};

const commit = (value: unknown): SessionFacts => (typeof value === 'string' ? { headCommit: value } : {});
