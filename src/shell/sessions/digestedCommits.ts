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
  readonly files: readonly ShownFile[];
  readonly diff: string;
  readonly isDiffCut: boolean;
  readonly at: string;
}

/**
 * The commits of an event, oldest first. Events also come from other machines through the API, so nothing is believed of
 * a payload but what has the right type.
 */
export function digestedCommits(event: LogEvent): readonly ShownCommit[] {
  if (event.event_type !== 'git.digested') return [];
  const root = text(member(event.payload['repository'], 'root'));
  return list(event.payload['commits']).map((commit) => ({
    eventId: event.id,
    root,
    sha: text(member(commit, 'sha')),
    parents: list(member(commit, 'parents')).map(text),
    author: text(member(commit, 'author')),
    committedAt: text(member(commit, 'committedAt')) || event.event_time,
    subject: text(member(commit, 'subject')),
    body: text(member(commit, 'body')),
    files: list(member(commit, 'files')).map(shownFile),
    diff: text(member(commit, 'diff')),
    isDiffCut: member(commit, 'diffTruncated') === true,
    at: event.event_time,
  }));
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
