import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parseReflog, type ReflogEntry } from './parseReflog';

/** The last entry that was read; an `end` of 0 where there was none. */
export interface ReflogPosition {
  readonly start: number;
  readonly end: number;
  readonly hash: string;
}

export const noPosition: ReflogPosition = { start: 0, end: 0, hash: '' };

export interface ReflogReading {
  /**
   * `absent`: there is no reflog. `found`: the entries are those after the position. `lost`: the entry of the position is
   * not there any more; the entries are all that the file holds.
   */
  readonly state: 'absent' | 'found' | 'lost';
  readonly entries: readonly ReflogEntry[];
}

/** So much is read at once; more is an accident, and its end counts. */
const maxBytes = 8_000_000;
const tailBytes = 65_536;

/** Entries after a position, oldest first. */
export function readReflog(path: string, position: ReflogPosition): ReflogReading {
  return withFile<ReflogReading>(path, { state: 'absent', entries: [] }, (file, size) => {
    if (position.end === 0) return { state: 'found', entries: parseReflog(...lastBytes(file, size, maxBytes)) };
    const known = readBytes(file, position.start, Math.min(position.end, size) - position.start);
    if (position.end <= size && hashOf(known) === position.hash)
      return { state: 'found', entries: parseReflog(...lastBytes(file, size, maxBytes, position.end)) };
    return search(...lastBytes(file, size, maxBytes), position);
  });
}

/** Where a reflog ends; cheap however long it is. */
export function endOfReflog(path: string): { position: ReflogPosition; last: ReflogEntry | undefined } {
  return withFile(path, { position: noPosition, last: undefined }, (file, size) => {
    for (const bytes of [tailBytes, maxBytes]) {
      const [tail, offset] = lastBytes(file, size, bytes);
      const last = parseReflog(tail, offset).at(-1);
      if (last !== undefined) return { position: positionOf(last, tail, offset), last };
    }
    return { position: noPosition, last: undefined };
  });
}

/** When the oldest entry was written that is still there. */
export function beginOfReflog(path: string): ReflogEntry | undefined {
  return withFile(path, undefined, (file, size) => parseReflog(readBytes(file, 0, Math.min(size, tailBytes)), 0)[0]);
}

/** The position of an entry that was read from this file. */
export function positionAfter(path: string, entry: ReflogEntry): ReflogPosition {
  return withFile(path, noPosition, (file) => {
    const line = readBytes(file, entry.start, entry.end - entry.start);
    return { start: entry.start, end: entry.end, hash: hashOf(line) };
  });
}

/** Old entries were taken out of the file, so that the known one lies elsewhere; its first place is the safe one. */
function search(bytes: Buffer, offset: number, position: ReflogPosition): ReflogReading {
  const entries = parseReflog(bytes, offset);
  const length = position.end - position.start;
  const at = entries.findIndex(
    (entry) =>
      entry.end - entry.start === length &&
      hashOf(bytes.subarray(entry.start - offset, entry.end - offset)) === position.hash,
  );
  return at < 0 ? { state: 'lost', entries } : { state: 'found', entries: entries.slice(at + 1) };
}

function positionOf(entry: ReflogEntry, bytes: Buffer, offset: number): ReflogPosition {
  return {
    start: entry.start,
    end: entry.end,
    hash: hashOf(bytes.subarray(entry.start - offset, entry.end - offset)),
  };
}

/** The last bytes after `from`; beginning with a whole line. */
function lastBytes(file: number, size: number, most: number, from = 0): [Buffer, number] {
  const begin = Math.max(from, size - most);
  const bytes = readBytes(file, begin, size - begin);
  if (begin === from) return [bytes, begin];
  const lineEnd = bytes.indexOf(10);
  return lineEnd < 0 ? [Buffer.alloc(0), size] : [bytes.subarray(lineEnd + 1), begin + lineEnd + 1];
}

function readBytes(file: number, from: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, length));
  let read = 0;
  while (read < bytes.length) {
    const count = readSync(file, bytes, read, bytes.length - read, from + read);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}

function withFile<T>(path: string, without: T, work: (file: number, size: number) => T): T {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    // Reflogs can be switched off, and are not there before the first commit.
    return without;
  }
  try {
    return work(file, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

const hashOf = (line: Buffer): string => createHash('sha256').update(line).digest('hex');
