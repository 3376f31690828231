import type { EngineParams } from '../../../shared/engineCalls';
import type { ActiveSession, ActiveSessionOf, Activity } from '../../../shared/session';
import { createPathPolicy, type PathPolicy } from '../../capture/policy/pathPolicy';
import { cleanName } from '../../cleanText';
import { acceptSource } from '../../ingest/acceptSource';
import { endOf } from '../placeEvent';
import { idleMs, type SessionParts } from '../sessionParts';
import type { SessionRow } from '../sessionStore';
import { toSession } from '../toSession';
import { acceptFile } from './acceptFile';
import { completeDue } from './completeSession';
import { addActivity, flushActivity } from './flushActivity';
import { endsAt, findActive, type LifeParts, lastWorkAt, type SessionPlace } from './lifeParts';
import type { Done } from './pendingStore';

/** What is done within so many milliseconds is told by one event: a day of saving is a hundred rows, not thousands. */
const batchMs = 5 * 60_000;
const longestName = 200;

/** Takes what was done in a window: into the session in which it was, which it begins where there is none. */
export function recordActivity(parts: LifeParts, params: EngineParams<'recordActivity'>): ActiveSession {
  const { id: projectId } = parts.projects.getWritable(params.projectId);
  const now = parts.ports.clock.now();
  const place = { projectId, source: acceptSource(parts.redactor, params.source) };
  completeDue(parts, now, place);
  parts.claims.renew({ ...place, windowId: params.windowId, seenAt: now });
  const policy = createPathPolicy(params.policy.exclude);
  const done = params.activities.map((activity) => accept(parts, activity, policy, now));
  for (const one of done.sort((a, b) => a.firstAt - b.firstAt)) take(parts, place, one);
  for (const row of parts.sessions.listOpen(place)) {
    const span = parts.pending.span(row.id);
    if (span && now - span.first >= batchMs) flushActivity(parts, row);
  }
  // A session that a clock began too far ahead is over as soon as work goes on before it.
  completeDue(parts, now, place);
  parts.didWork.fire();
  parts.emit({ kind: 'sessions', projectId });
  return getActiveSession(parts, place);
}

/** The session that one works in; one whose time is over is none, even if nobody has closed it yet. */
export function getActiveSession(
  parts: SessionParts,
  { projectId, source = 'vscode' }: ActiveSessionOf,
): ActiveSession {
  parts.projects.get(projectId);
  const row = findActive(parts, { projectId, source }, parts.ports.clock.now());
  if (!row) return { session: null, endsAt: null, commits: 0, saves: 0, runs: 0 };
  const session = toSession(parts, row);
  const { commits, saves, runs } = session;
  return { session, endsAt: new Date(endsAt(parts, row)).toISOString(), commits, saves, runs };
}

function accept({ redactor }: SessionParts, activity: Activity, policy: PathPolicy, now: number): Done {
  const { kind, file = '', ok } = activity;
  const said = kind === 'save' ? acceptFile(file, policy) : cleanName(activity.name ?? '', longestName);
  const name = redactor.redact(said).text;
  // What has come has happened, whatever the window's clock says.
  const at = Math.min(Date.parse(activity.at), now);
  return { kind, name, count: 1, failed: ok === false ? 1 : 0, firstAt: at, lastAt: at };
}

function take(parts: SessionParts, place: SessionPlace, done: Done): void {
  const row = parts.sessions.listOpen(place).find((open) => fits(parts, open, done.firstAt));
  if (!row) {
    for (const open of parts.sessions.listOpen(place)) flushActivity(parts, open);
    addActivity(parts, place, [done]);
    return;
  }
  const span = parts.pending.span(row.id);
  if (span && Math.max(span.last, done.lastAt) - Math.min(span.first, done.firstAt) >= batchMs)
    flushActivity(parts, row);
  parts.pending.add(row.id, done);
  parts.sessions.update(row.id, { unsaved: 1, updatedAt: parts.ports.clock.now() });
}

/** Whether something done then belongs into an open session without moving its borders. */
function fits(parts: SessionParts, row: SessionRow, at: number): boolean {
  return at >= row.startedAt && at < endOf(parts, row) && at - lastWorkAt(parts, row) < idleMs;
}
