import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import type { Disposable } from '../../base/disposable';
import { toDisposable } from '../../base/disposable';
import { errnoOf, toFileError } from './fileError';
import { storeFiles } from './storeFiles';

/** Flag of open(2) on macOS and BSD: take flock(2) in the same step. Node passes it through, but does not name it. */
const lockOnOpen = 0x20;
/** libuv's UV_FS_O_EXLOCK on Windows: open the file so that nobody else can. */
const shareWithNobody = 0x10000000;

/**
 * Makes this process the owner of the store in `dataDir`; `undefined` where another one is. The kernel holds the lock: it
 * ends with the process however that ends, never goes stale, and a suspended owner keeps it.
 */
export function acquireOwnerLock(
  dataDir: string,
  platform: NodeJS.Platform = process.platform,
): Disposable | undefined {
  if (platform === 'linux') return bindName(dataDir);
  const { O_RDWR, O_CREAT, O_NONBLOCK } = fs.constants;
  const flags = platform === 'win32' ? shareWithNobody : O_NONBLOCK | lockOnOpen;
  return openExclusively(storeFiles(dataDir).lock, O_RDWR | O_CREAT | flags);
}

/**
 * Linux: a unix socket with an abstract name. The name comes from the folder's identity and not its path, so that two
 * ways to one folder meet. Node can't say O_EXLOCK there, and fcntl locks can't be had without native code.
 */
function bindName(dataDir: string): Disposable | undefined {
  const { dev, ino } = fs.statSync(dataDir, { bigint: true });
  const id = createHash('sha256').update(`${process.getuid?.()}:${dev}:${ino}`).digest('hex').slice(0, 32);
  const server = createServer((socket) => socket.destroy());
  // That the name is taken is also told as an event, after the answer below was given.
  server.on('error', () => undefined);
  server.unref();
  // Binding is synchronous, so `listening` tells the truth at once.
  server.listen({ path: `\0contox-${id}`, exclusive: true });
  return server.listening ? toDisposable(() => server.close()) : undefined;
}

/** macOS and Windows: the file stays, what counts is who has it open. */
function openExclusively(path: string, flags: number): Disposable | undefined {
  try {
    const fd = fs.openSync(path, flags, 0o600);
    return toDisposable(() => fs.closeSync(fd));
  } catch (error) {
    if (['EBUSY', 'EAGAIN', 'EWOULDBLOCK'].includes(errnoOf(error) ?? '')) return undefined;
    throw toFileError(error, path);
  }
}
