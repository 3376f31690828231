import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EngineError } from '../../../base/engineError';
import { toFileError } from '../fileError';

/** `sun_path` has 104 bytes on macOS and 108 on Linux, the last one zero. */
const longestPath = 103;
const nameLength = '/0123456789abcdef.sock'.length;

/**
 * A new address for the owner's socket. Each owner has its own, so that one that ends slowly can't remove its successor's;
 * the folder is closed to other users.
 */
export function createSocketAddress(): string {
  const name = randomBytes(8).toString('hex');
  if (process.platform === 'win32') return `\\\\.\\pipe\\contox-${name}`;
  return join(privateFolder(), `${name}.sock`);
}

/** Removes the socket file that an owner left which was killed. Only whoever holds the owner lock may. */
export function removeStaleSocket(address: string): void {
  if (process.platform === 'win32' || !candidates().includes(dirname(address)) || !address.endsWith('.sock')) return;
  fs.rmSync(address, { force: true });
}

function candidates(): string[] {
  const uid = process.getuid?.() ?? 0;
  const runtime = process.env['XDG_RUNTIME_DIR'];
  return [...(runtime ? [join(runtime, 'contox')] : []), join(tmpdir(), `contox-${uid}`), `/tmp/contox-${uid}`].filter(
    (folder) => Buffer.byteLength(folder) + nameLength <= longestPath,
  );
}

function privateFolder(): string {
  let problem: unknown;
  for (const folder of candidates()) {
    try {
      fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
      checkPrivate(folder);
      return folder;
    } catch (error) {
      problem = toFileError(error, folder);
    }
  }
  throw problem ?? new EngineError('unavailable', 'There is no folder with a path short enough for a socket.');
}

/** Someone else may have made the folder first in a place that all can write. */
function checkPrivate(folder: string): void {
  const stat = fs.lstatSync(folder);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.())
    throw new EngineError('unavailable', `${folder} belongs to someone else, so Contox can't put its socket there.`);
  if ((stat.mode & 0o077) !== 0) fs.chmodSync(folder, 0o700);
}
