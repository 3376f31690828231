import type { ActivityKind } from '../../../shared/session';
import type { EntityRef } from '../../../shared/store';
import { placeEvent } from '../placeEvent';
import { idleMs, type SessionParts } from '../sessionParts';
import type { SessionRow } from '../sessionStore';
import type { SessionPlace } from './lifeParts';
import type { Done } from './pendingStore';

export const activityType = 'editor.activity';

/** Names that one event holds; of what is beyond them only the count is told. */
const mostNames = 200;
const mostRefs = 50;

/** What an `editor.activity` event says: how often what was done, and where that is known to which files. */
export interface ActivityPayload {
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Partial<Record<ActivityKind, number>>>;
  readonly done: readonly { kind: ActivityKind; name: string; count: number; failed?: number }[];
}

/** Tells in one event what was done in a session since the last one. */
export function flushActivity(parts: SessionParts, row: SessionRow): void {
  const done = parts.pending.list(row.id);
  if (done.length === 0) return;
  parts.pending.remove(row.id);
  addActivity(parts, row, done);
}

/** Writes what was done into the log, and the event into its session. */
export function addActivity(parts: SessionParts, place: SessionPlace, done: readonly Done[]): void {
  const { projectId, source } = place;
  const from = Math.min(...done.map((one) => one.firstAt));
  const until = Math.max(...done.map((one) => one.lastAt));
  const event = parts.payloads.append({
    projectId,
    type: activityType,
    source,
    authority: 'observed',
    payload: { ...describe(done, from, until) },
    refs: fileRefs(done),
    at: from,
  });
  const count = (...kinds: ActivityKind[]): number =>
    done.reduce((sum, one) => sum + (kinds.includes(one.kind) ? one.count : 0), 0);
  placeEvent(parts, {
    projectId,
    source,
    eventSeq: event.seq,
    eventTime: from,
    until,
    idleMs,
    saves: count('save'),
    runs: count('test', 'debug'),
  });
}

function describe(done: readonly Done[], from: number, until: number): ActivityPayload {
  const counts: Partial<Record<ActivityKind, number>> = {};
  for (const { kind, count } of done) counts[kind] = (counts[kind] ?? 0) + count;
  const named = done.filter((one) => one.name !== '' || one.failed > 0).slice(0, mostNames);
  return {
    from: new Date(from).toISOString(),
    to: new Date(until).toISOString(),
    counts,
    done: named.map(({ kind, name, count, failed }) => ({ kind, name, count, ...(failed > 0 ? { failed } : {}) })),
  };
}

function fileRefs(done: readonly Done[]): EntityRef[] {
  return done
    .filter((one) => one.kind === 'save' && one.name !== '')
    .slice(0, mostRefs)
    .map(({ name }) => ({ entity_type: 'file', external_id: name }));
}
