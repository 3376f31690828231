import { EngineError } from '../../../base/engineError';
import type { WasmTable } from './wasmMemory';

/**
 * `struct sqlite3_vfs` as sqlite.org documents it, in 32-bit words: iVersion, szOsFile, mxPathname, pNext, zName,
 * pAppData, xOpen …; these are the members that every version 3 struct must fill with functions.
 */
const functionWords = [6, 7, 8, 9, 14, 15, 16, 17, 18];
const structWords = 22;
const vfsVersion = 3;
const maxPathname = 512;
const unixName = [0x75, 0x6e, 0x69, 0x78, 0];

/**
 * Address of SQLite's default file layer, the static struct named "unix". sql.js does not export it, so it is recognised
 * by its documented layout. Unless exactly one place fits, the build is an unknown one and is refused, never guessed at.
 */
export function findUnixVfs(memory: ArrayBuffer, table: WasmTable): number {
  const words = new Uint32Array(memory, 0, memory.byteLength >> 2);
  const bytes = new Uint8Array(memory);
  const isFunction = (index: number | undefined): boolean =>
    index !== undefined && index > 0 && index < table.length && typeof table.get(index) === 'function';
  const hits: number[] = [];
  for (
    let at = words.indexOf(vfsVersion);
    at >= 0 && at + structWords < words.length;
    at = words.indexOf(vfsVersion, at + 1)
  ) {
    const fileSize = words[at + 1] ?? 0;
    if (words[at + 2] !== maxPathname || fileSize < 32 || fileSize > 256) continue;
    const name = words[at + 4] ?? 0;
    if (!unixName.every((byte, index) => bytes[name + index] === byte)) continue;
    if (functionWords.every((word) => isFunction(words[at + word]))) hits.push(at * 4);
  }
  const [found] = hits;
  if (found === undefined || hits.length > 1)
    throw new EngineError(
      'unsupported',
      `This build of sql.js has ${hits.length} candidates for the unix file layer, not one.`,
    );
  return found;
}
