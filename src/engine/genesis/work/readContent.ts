import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { SkipReason } from '../../../shared/genesis';
import { readObjects } from '../../git/readObjects';
import { maxFileBytes, maxManifestBytes } from '../listing/data/nameRules';
import type { ContentSource } from '../listing/fileTree';
import type { FileToRead } from './jobs';

/** The bytes of a file, which are there until the next one is read, or why there are none. */
export type Content = { readonly bytes: Buffer } | { readonly skipped: SkipReason; readonly failure: string };

/**
 * Reads one file after the other of a job. Objects come in batches, so that git starts once for many. `wanted` says how many
 * bytes from the beginning are enough; an object comes whole.
 */
export async function openContents(
  source: ContentSource,
  files: readonly FileToRead[],
  wanted: (file: FileToRead) => number = () => Number.POSITIVE_INFINITY,
): Promise<(file: FileToRead) => Content> {
  if (source.kind === 'folder') return (file) => readFileContent(`${source.root}/${file.path}`, wanted(file));
  const blobs = await readObjects(
    files.map((file) => file.hash),
    { cwd: source.root },
  );
  return (file) => {
    const bytes = blobs.get(file.hash);
    return bytes === undefined ? { skipped: 'missing', failure: 'The object is not in this clone.' } : { bytes };
  };
}

/** No link is followed, and no pipe is waited for. */
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function readFileContent(path: string, wanted: number): Content {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, flags);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { skipped: 'unreadable', failure: 'It is no file any more.' };
    if (stats.size > Math.max(maxFileBytes, maxManifestBytes))
      return { skipped: 'too-large', failure: `It grew to ${stats.size} bytes.` };
    return { bytes: readStart(descriptor, Math.min(stats.size, wanted)) };
  } catch (error) {
    return notRead(error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Files are read and looked at one by one: most fit into the memory that the one before had. */
let room = Buffer.alloc(0);
const longestKept = 1_000_000;

function roomFor(size: number): Buffer {
  if (size > longestKept) return Buffer.allocUnsafe(size);
  if (room.length < size) room = Buffer.allocUnsafeSlow(Math.max(2 * size, 64_000));
  return room;
}

function readStart(descriptor: number, size: number): Buffer {
  const buffer = roomFor(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(descriptor, buffer, filled, size - filled, filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}

function notRead(error: unknown): Content {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { skipped: 'missing', failure: 'It is not on disk any more.' };
  if (code === 'ELOOP') return { skipped: 'symlink', failure: 'It became a link.' };
  return { skipped: 'unreadable', failure: `It can't be read (${code}).` };
}
