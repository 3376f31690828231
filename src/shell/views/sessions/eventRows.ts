import type { Session } from '../../../shared/session';
import type { LogEvent } from '../../../shared/store';
import { digestedCommits, type ShownCommit } from '../../sessions/digestedCommits';
import { counted, formatNumber } from '../../words/counted';
import { timeOfDay } from '../../words/days';
import { plainLine } from '../../words/plainLine';
import type { RowNode } from '../row';
import type { SessionValue } from './sessionValue';

/** What happened in a session: its commits and its other events, newest first. */
export function eventRows(session: Session, events: readonly LogEvent[] | undefined): RowNode<SessionValue>[] {
  if (!events) return [message(session, 'Reading …', 'loading~spin')];
  if (events.length === 0) return [message(session, 'Nothing is recorded of it yet', 'circle-outline')];
  return [...events].reverse().flatMap((event) => rowsOf(session, event));
}

function message(session: Session, label: string, icon: string): RowNode<SessionValue> {
  return {
    row: { id: `${session.id}:reading`, label, icon: { id: icon }, kind: 'reading', expand: 'none' },
    value: { kind: 'reading' },
  };
}

function rowsOf(session: Session, event: LogEvent): RowNode<SessionValue>[] {
  const commits = digestedCommits(event);
  if (commits.length > 0) return [...commits].reverse().map((commit) => commitRow(session, commit));
  return [eventRow(session, event)];
}

function commitRow(session: Session, commit: ShownCommit): RowNode<SessionValue> {
  const [added, removed] = [sum(commit, 'additions'), sum(commit, 'deletions')];
  const label = plainLine(commit.subject) || '(no subject)';
  const counts = [counted(commit.files.length, 'file'), `+${formatNumber(added)} −${formatNumber(removed)}`];
  const description = [commit.sha.slice(0, 7), ...counts, timeOfDay(commit.committedAt)].join(' · ');
  return {
    row: {
      id: `${session.id}:${commit.eventId}:${commit.sha}`,
      label,
      description,
      icon: { id: commit.parents.length > 1 ? 'git-merge' : 'git-commit' },
      kind: 'commit',
      expand: 'none',
      spoken: `Commit ${label}, ${counts[0]}, ${added} lines added, ${removed} removed`,
      command: { id: 'contox.openCommit', title: 'Open Commit' },
    },
    value: { kind: 'commit', session, commit },
  };
}

const sum = ({ files }: ShownCommit, member: 'additions' | 'deletions'): number =>
  files.reduce((total, file) => total + file[member], 0);

interface EventWords {
  readonly label: string;
  readonly icon: string;
}

const eventWords: Readonly<Record<string, EventWords>> = {
  'session.saved': { label: 'Summary saved', icon: 'note' },
  'git.digested': { label: 'Git history', icon: 'git-commit' },
  'scan.completed': { label: 'Scan ended', icon: 'search' },
  'editor.active': { label: 'Work in the editor', icon: 'edit' },
};

function eventRow(session: Session, event: LogEvent): RowNode<SessionValue> {
  const { label, icon } = eventWords[event.event_type] ?? {
    label: unknownWords(event.event_type),
    icon: 'circle-small',
  };
  const isSave = event.event_type === 'session.saved' && !event.purged;
  return {
    row: {
      id: `${session.id}:${event.id}`,
      label: event.purged ? `${label} (removed)` : label,
      description: [detailOf(event), timeOfDay(event.event_time)].filter((part) => part !== '').join(' · '),
      icon: { id: icon },
      kind: 'event',
      expand: 'none',
      command: isSave ? { id: 'contox.editSession', title: 'Edit Session Summary' } : undefined,
    },
    value: { kind: 'event', session, event },
  };
}

/** `memory.operated` → `Memory operated`. */
function unknownWords(eventType: string): string {
  const words = plainLine(eventType).replace(/[._]+/g, ' ').trim();
  return words === '' ? 'Event' : words.charAt(0).toUpperCase() + words.slice(1);
}

function detailOf({ payload }: LogEvent): string {
  const told = [payload['summary'], payload['title'], payload['name']].find((value) => typeof value === 'string');
  return typeof told === 'string' ? plainLine(told.split('\n')[0] ?? '').slice(0, 120) : '';
}
