import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RepositoryLocation } from '../git/dir/locateRepository';
import type { HeadPosition } from '../git/dir/readHeadFile';
import { beginOfReflog, endOfReflog, readReflog } from '../git/dir/readReflog';
import { type CursorRow, positionOf } from './captureStore';

/** From where to read. */
export interface StartPosition {
  readonly cursor: CursorRow;
  /** `first`: nothing of the past is taken. */
  readonly state: 'known' | 'first' | 'appeared';
  /** Of a work tree that appeared: what happened before is not looked at, by the reflog's clock. */
  readonly from: number;
  /** The cursor's old place, where the repository was moved. */
  readonly movedFrom?: string;
}

interface Looked {
  readonly projectId: string;
  readonly place: RepositoryLocation;
  readonly head: HeadPosition;
  readonly cursors: readonly CursorRow[];
  /** What happened until now is none of the project's. */
  readonly skip: boolean;
  /** The caller wants what happened since, in milliseconds. */
  readonly since: number | undefined;
}

export const reflogOf = (place: RepositoryLocation): string => join(place.gitDir, 'logs', 'HEAD');

/**
 * Where the last capture ended. A work tree that is not known is new, unless its reflog is one that was read elsewhere:
 * then it was moved. What appeared while the project was captured, a clone or another work tree, is read from its
 * beginning; of everything else only the end is noted.
 */
export function startPosition(looked: Looked): StartPosition {
  const { place, cursors, since } = looked;
  if (looked.skip) return { cursor: newCursor(looked), state: 'first', from: 0 };
  const known = cursors.find(({ gitDir }) => gitDir === place.gitDir);
  if (known !== undefined) return { cursor: known, state: 'known', from: 0 };
  const moved = cursors.find((cursor) => isMovedHere(cursor, place));
  if (moved !== undefined) {
    const { gitDir, commonDir } = place;
    return { cursor: { ...moved, gitDir, commonDir }, state: 'known', from: 0, movedFrom: moved.gitDir };
  }
  const from = appearedSince(place, cursors) ?? (since === undefined ? undefined : inSeconds(since));
  if (from === undefined) return { cursor: newCursor(looked), state: 'first', from: 0 };
  const cursor = { ...newCursor(looked), ...noEntry, head: null };
  return { cursor, state: 'appeared', from };
}

const noEntry = { entryStart: 0, entryEnd: 0, entryHash: '' };

function isMovedHere(cursor: CursorRow, place: RepositoryLocation): boolean {
  if (cursor.entryEnd === 0 || existsSync(cursor.gitDir)) return false;
  return readReflog(reflogOf(place), positionOf(cursor)).state === 'found';
}

/** Since when a work tree that is new here counts: it shares a repository that is captured, or was made since. */
function appearedSince(place: RepositoryLocation, cursors: readonly CursorRow[]): number | undefined {
  const shared = cursors.filter(({ commonDir }) => commonDir === place.commonDir).map((cursor) => cursor.since);
  if (shared.length > 0) return isBornAfter(place, Math.min(...shared)) ? 0 : Math.min(...shared);
  if (cursors.length === 0) return undefined;
  const begin = beginOfReflog(reflogOf(place));
  const isNew = begin?.old === null && isBornAfter(place, Math.min(...cursors.map((cursor) => cursor.since)));
  return isNew ? 0 : undefined;
}

/** git counts seconds, so within the same one the file system has to tell. */
function isBornAfter(place: RepositoryLocation, since: number): boolean {
  const begin = beginOfReflog(reflogOf(place));
  if (begin === undefined || begin.at < inSeconds(since)) return false;
  return begin.at > since || statSync(place.gitDir).birthtimeMs >= since;
}

function newCursor({ projectId, place, head }: Looked): CursorRow {
  // git's times are those of this machine, whatever clock the engine has.
  const now = Date.now();
  const { gitDir, commonDir } = place;
  const unread = { ...noEntry, head: null, branch: null, headAt: inSeconds(now) };
  return cursorAtEnd({ projectId, gitDir, commonDir, ...unread, since: now }, place, head);
}

/** The cursor at the end of what there is. */
export function cursorAtEnd(cursor: CursorRow, place: RepositoryLocation, head: HeadPosition): CursorRow {
  const { position, last } = endOfReflog(reflogOf(place));
  return {
    ...cursor,
    head: head.commit,
    branch: head.branch,
    entryStart: position.start,
    entryEnd: position.end,
    entryHash: position.hash,
    headAt: last?.at ?? cursor.headAt,
  };
}

/** git counts seconds: what happened in the same one counts as later. */
const inSeconds = (at: number): number => Math.floor(at / 1000) * 1000;
