import { isSessionSave, type Session, saveTypes } from '../../../shared/session';
import type { LogEvent } from '../../../shared/store';
import {
  commitsSetAside,
  digestedCommits,
  type SetAsideCommit,
  type ShownCommit,
} from '../../sessions/digestedCommits';
import { counted, formatNumber } from '../../words/counted';
import { timeOfDay } from '../../words/days';
import { plainLine } from '../../words/plainLine';
import type { RowIcon, RowNode } from '../row';
import type { SessionValue } from './sessionValue';

/** What happened in a session: its commits and its other events, newest first. */
export function eventRows(session: Session, events: readonly LogEvent[] | undefined): RowNode<SessionValue>[] {
  if (!events) return [message(session, 'Reading …', 'loading~spin')];
  if (events.length === 0) return [message(session, 'Nothing is recorded of it yet', 'circle-outline')];
  const past = givenUp(events);
  return [...events].reverse().flatMap((event) => rowsOf(session, event, past));
}

/** Which commits of a session no longer stand for themselves. */
interface GivenUp {
  /** A later version stands for it. */
  readonly replaced: ReadonlySet<string>;
  readonly setAside: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
}

/** Versions that the next one replaces; picked and reverted commits stay where they are. */
const replacing = new Set(['amend', 'rebase', 'squash']);

function givenUp(events: readonly LogEvent[]): GivenUp {
  const commits = events.flatMap(digestedCommits);
  return {
    replaced: new Set(commits.filter(({ kind }) => replacing.has(kind)).flatMap(({ replaces }) => replaces)),
    setAside: new Set(events.flatMap(commitsSetAside).map(({ sha }) => sha)),
    shown: new Set(commits.map(({ sha }) => sha)),
  };
}

function message(session: Session, label: string, icon: string): RowNode<SessionValue> {
  return {
    row: { id: `${session.id}:reading`, label, icon: { id: icon }, kind: 'reading', expand: 'none' },
    value: { kind: 'reading' },
  };
}

function rowsOf(session: Session, event: LogEvent, past: GivenUp): RowNode<SessionValue>[] {
  const commits = digestedCommits(event);
  const elsewhere = commitsSetAside(event).filter(({ sha }) => !past.shown.has(sha));
  if (commits.length === 0 && elsewhere.length === 0 && !event.payload['setAside']) return [eventRow(session, event)];
  const standing = commits.filter(({ sha }) => !past.replaced.has(sha));
  return [
    ...elsewhere.map((commit) => setAsideRow(session, event, commit)),
    ...[...standing].reverse().map((commit) => commitRow(session, commit, past.setAside.has(commit.sha))),
  ];
}

/** A commit of an earlier session that was given up in this one. */
function setAsideRow(session: Session, event: LogEvent, commit: SetAsideCommit): RowNode<SessionValue> {
  const label = plainLine(commit.subject) || '(no subject)';
  return {
    row: {
      id: `${session.id}:${event.id}:${commit.sha}`,
      label,
      description: `${commit.sha.slice(0, 7)} · set aside · ${timeOfDay(event.event_time)}`,
      icon: { id: 'circle-slash', color: 'disabledForeground' },
      kind: 'event',
      expand: 'none',
      spoken: `Commit ${label} was set aside`,
    },
    value: { kind: 'event', session, event },
  };
}

const kindWords: Readonly<Record<string, string>> = {
  amend: 'amended',
  rebase: 'rebased',
  squash: 'squashed',
  cherryPick: 'cherry-picked',
  revert: 'revert',
};

function commitRow(session: Session, commit: ShownCommit, isSetAside: boolean): RowNode<SessionValue> {
  const { files, additions: added, deletions: removed } = commit.totals;
  const label = plainLine(commit.subject) || '(no subject)';
  const counts = [counted(files, 'file'), `+${formatNumber(added)} −${formatNumber(removed)}`];
  const state = isSetAside ? 'set aside' : kindWords[commit.kind];
  const parts = [commit.sha.slice(0, 7), ...(state ? [state] : []), ...counts, timeOfDay(commit.committedAt)];
  return {
    row: {
      id: `${session.id}:${commit.eventId}:${commit.sha}`,
      label,
      description: parts.join(' · '),
      icon: commitIcon(commit, isSetAside),
      kind: 'commit',
      expand: 'none',
      spoken: `Commit ${label}, ${state ? `${state}, ` : ''}${counts[0]}, ${added} lines added, ${removed} removed`,
      command: { id: 'contox.openCommit', title: 'Open Commit' },
    },
    value: { kind: 'commit', session, commit },
  };
}

function commitIcon({ parents }: ShownCommit, isSetAside: boolean): RowIcon {
  if (isSetAside) return { id: 'circle-slash', color: 'disabledForeground' };
  return { id: parents.length > 1 ? 'git-merge' : 'git-commit' };
}

interface EventWords {
  readonly label: string;
  readonly icon: string;
}

const eventWords: Readonly<Record<string, EventWords>> = {
  [saveTypes.first]: { label: 'Summary saved', icon: 'note' },
  [saveTypes.again]: { label: 'Summary revised', icon: 'note' },
  'git.digested': { label: 'Git history', icon: 'git-commit' },
  'scan.completed': { label: 'Scan ended', icon: 'search' },
  'editor.active': { label: 'Work in the editor', icon: 'edit' },
};

function eventRow(session: Session, event: LogEvent): RowNode<SessionValue> {
  const { label, icon } = eventWords[event.event_type] ?? {
    label: unknownWords(event.event_type),
    icon: 'circle-small',
  };
  const isSave = isSessionSave(event.event_type) && !event.purged;
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
