import type { Session } from '../../../shared/session';
import type { LogEvent } from '../../../shared/store';
import { counted } from '../../words/counted';
import { dayName, dayOf, timeOfDay } from '../../words/days';
import { plainLine } from '../../words/plainLine';
import type { RowIcon, RowNode } from '../row';
import { eventRows } from './eventRows';
import type { SessionValue } from './sessionValue';

export interface SessionRowsInput {
  /** Newest first. */
  readonly sessions: readonly Session[];
  readonly now: number;
  /** Whether to offer that the past of the repository is digested. */
  readonly offersDigest: boolean;
  /** Events of a session, oldest first; `undefined` while they are read, which the asking begins. */
  eventsOf(session: Session): readonly LogEvent[] | undefined;
}

/** So many days are open from the start. */
const openDays = 2;

/** A timeline: days, in each its sessions, in each what happened. */
export function sessionRows(input: SessionRowsInput): RowNode<SessionValue>[] {
  const byDay = new Map<string, Session[]>();
  for (const session of input.sessions) {
    const day = dayOf(session.startedAt);
    byDay.set(day, [...(byDay.get(day) ?? []), session]);
  }
  const days = [...byDay].map(([day, sessions], index) => dayRow(day, sessions, index < openDays, input));
  return input.offersDigest && days.length > 0 ? [offerRow, ...days] : days;
}

const offerRow: RowNode<SessionValue> = {
  row: {
    id: 'offer',
    label: 'Digest the last months of history',
    icon: { id: 'history' },
    kind: 'offer',
    expand: 'none',
    command: { id: 'contox.digestHistory', title: 'Digest History' },
  },
  value: { kind: 'offer' },
};

function dayRow(
  day: string,
  sessions: readonly Session[],
  isOpen: boolean,
  input: SessionRowsInput,
): RowNode<SessionValue> {
  const label = dayName(sessions[0]?.startedAt ?? day, input.now);
  return {
    row: {
      id: `day:${day}`,
      label,
      description: counted(sessions.length, 'session'),
      icon: { id: 'calendar' },
      kind: 'day',
      expand: isOpen ? 'expanded' : 'collapsed',
    },
    value: { kind: 'day', day },
    children: () => sessions.map((session) => sessionRow(session, input)),
  };
}

function sessionRow(session: Session, input: SessionRowsInput): RowNode<SessionValue> {
  const label = sessionTitle(session);
  const parts = [...doneIn(session), sessionSpan(session)];
  if (session.edited) parts.push('edited');
  if (session.status !== 'completed') parts.push(stateWords[session.status]);
  const description = parts.join(' · ');
  return {
    row: {
      id: session.id,
      label,
      description,
      icon: stateIcons[session.status],
      kind: `session.${session.status}`,
      expand: session.status === 'active' ? 'expanded' : 'collapsed',
      spoken: `${label}, ${parts.join(', ')}`,
    },
    value: { kind: 'session', session },
    children: () => eventRows(session, input.eventsOf(session)),
  };
}

const stateWords: Readonly<Record<Session['status'], string>> = {
  active: 'in progress',
  completed: 'ended',
  enriching: 'being enriched',
  failed: 'failed',
};
const stateIcons: Readonly<Record<Session['status'], RowIcon>> = {
  active: { id: 'record', color: 'charts.green' },
  completed: { id: 'pass' },
  enriching: { id: 'sync' },
  failed: { id: 'warning', color: 'list.warningForeground' },
};

/** What tells most of a session: its commits, else what was done without one. */
function doneIn({ commits, saves, runs }: Session): readonly string[] {
  if (commits > 0) return [counted(commits, 'commit')];
  return [...(saves > 0 ? [counted(saves, 'save')] : []), ...(runs > 0 ? [counted(runs, 'run')] : [])];
}

export function sessionTitle(session: Pick<Session, 'title' | 'status'>): string {
  const title = plainLine(session.title).slice(0, 200);
  if (title !== '') return title;
  return session.status === 'active' ? 'Session in progress' : 'Session without a summary';
}

/** `10:02–11:40`; an open one ends with what happened last. */
export function sessionSpan({ startedAt, lastEventAt, endedAt }: Session): string {
  const from = timeOfDay(startedAt);
  const to = timeOfDay(lastEventAt ?? endedAt ?? startedAt);
  return from === to ? from : `${from}–${to}`;
}
