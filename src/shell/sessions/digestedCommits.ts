import type { LogEvent } from '../../shared/store';

/** A file of a commit, as an event tells of it. */
export interface ShownFile {
  readonly path: string;
  readonly oldPath: string | undefined;
  readonly status: string;
  readonly additions: number;
  readonly deletions: number;
}

/** A commit of a `git_digest`. */
export interface ShownCommit {
  readonly eventId: string;
  readonly root: string;
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly committedAt: string;
  readonly subject: string;
  readonly body: string;
  /** Those that are named; `totals` counts all of them. */
  readonly files: readonly ShownFile[];
  readonly totals: { readonly files: number; readonly additions: number; readonly deletions: number };
  readonly diff: string;
  readonly isDiffCut: boolean;
  /** What git did to make it, where that is known. */
  readonly kind: string;
  /** Earlier versions of the same commit, or what it takes over. */
  readonly replaces: readonly string[];
  readonly at: string;
}

/** A commit that a branch has given up. */
export interface SetAsideCommit {
  readonly sha: string;
  readonly subject: string;
}

/**
 * The commits of an event, new ones and later versions of older ones, the oldest first. Events also come from other machines through the API, so nothing is believed of
 * a payload but what has the right type.
 */
export function digestedCommits(event: LogEvent): readonly ShownCommit[] {
  if (event.event_type !== 'git.digested') return [];
  const root = text(member(event.payload['repository'], 'root'));
  return [...list(event.payload['commits']), ...list(event.payload['rewrites'])].map((commit) => ({
    eventId: event.id,
    root,
    sha: text(member(commit, 'sha')),
    parents: list(member(commit, 'parents')).map(text),
    author: text(member(commit, 'author')),
    committedAt: text(member(commit, 'committedAt')) || event.event_time,
    subject: text(member(commit, 'subject')),
    body: text(member(commit, 'body')),
    ...filesOf(commit),
    diff: text(member(commit, 'diff')),
    isDiffCut: member(commit, 'diffTruncated') === true,
    kind: text(member(commit, 'kind')),
    replaces: list(member(commit, 'replaces')).map(text),
    at: event.event_time,
  }));
}

export function commitsSetAside(event: LogEvent): readonly SetAsideCommit[] {
  if (event.event_type !== 'git.digested') return [];
  return list(event.payload['setAside']).map((commit) => ({
    sha: text(member(commit, 'sha')),
    subject: text(member(commit, 'subject')),
  }));
}

function filesOf(commit: unknown): Pick<ShownCommit, 'files' | 'totals'> {
  const files = list(member(commit, 'files')).map(shownFile);
  const whole = member(commit, 'totals');
  const sum = (name: 'additions' | 'deletions'): number => files.reduce((total, file) => total + file[name], 0);
  const totals =
    whole === undefined
      ? { files: files.length, additions: sum('additions'), deletions: sum('deletions') }
      : {
          files: count(member(whole, 'files')),
          additions: count(member(whole, 'additions')),
          deletions: count(member(whole, 'deletions')),
        };
  return { files, totals };
}

function shownFile(file: unknown): ShownFile {
  return {
    path: text(member(file, 'path')),
    oldPath: text(member(file, 'oldPath')) || undefined,
    status: text(member(file, 'status')),
    additions: count(member(file, 'additions')),
    deletions: count(member(file, 'deletions')),
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
