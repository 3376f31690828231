import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** A program that was loaded, with what it exports. */
export interface LoadedProgram {
  readonly exports: unknown;
  /** V8 took the code of an earlier process. */
  readonly isKept: boolean;
  /** Writes down what is compiled of it by now, for who loads it next; does nothing where that was known already. */
  keep(): void;
}

type Wrapper = (exports: object, require: NodeJS.Require, module: object, file: string, folder: string) => void;

const digestLength = 20;
const digestOf = (stamp: string, code: Uint8Array): Buffer => createHash('sha1').update(stamp).update(code).digest();

/**
 * Loads a CommonJS program of one file, written in ASCII, with the code that V8 made of it in an earlier process. To
 * compile a large one takes longer than most of what a short-lived thread does with it. The code lies beside the program,
 * as `<file>.code`: V8 trusts it, so nobody may write there who may not write the program. Where nobody may, or another
 * version of Node.js asks, the program is compiled as usual.
 */
export function loadWithKeptCode(file: string): LoadedProgram {
  const { size, mtimeMs } = statSync(file);
  const stamp = [size, mtimeMs, process.version, process.arch, process.env['NODE_OPTIONS'], ...process.execArgv].join();
  const source = readWrapped(file, size);
  const known = readCode(file, stamp);
  // At the last moment: the command line may change flags meanwhile, and code under others is no use.
  if (known !== undefined) underTheseFlags(known.bytes);
  const script = new Script(source, { filename: file, ...(known === undefined ? {} : { cachedData: known.bytes }) });
  known?.forget();
  const loaded = { exports: {} };
  const run = script.runInThisContext() as Wrapper;
  run(loaded.exports, createRequire(file), loaded, file, dirname(file));
  const isNew = known === undefined;
  const keep = (): void => {
    if (isNew) writeCode(file, stamp, script.createCachedData());
  };
  return { exports: loaded.exports, isKept: script.cachedDataRejected === false, keep };
}

const placeOf = (file: string): string => `${file}.code`;

/** The program in the function that it is loaded as: one text, as it was read, and no copy of it. */
function readWrapped(file: string, size: number): string {
  const [before = '', after = ''] = wrap('\0').split('\0');
  const { bytes, forget } = roomFor(before.length + size + after.length);
  bytes.write(before, 'latin1');
  bytes.write(after, before.length + fill(bytes.subarray(before.length, before.length + size), file), 'latin1');
  const text = bytes.toString('latin1');
  forget();
  return text;
}

function readCode(file: string, stamp: string): BriefBytes | undefined {
  let read: BriefBytes;
  try {
    const { size } = statSync(placeOf(file));
    read = roomFor(size);
    fill(read.bytes, placeOf(file));
  } catch {
    return undefined;
  }
  // Code comes first: V8 would copy what does not begin at a word of memory.
  const code = read.bytes.subarray(0, -digestLength);
  // V8 does not notice that a byte is another one.
  if (!digestOf(stamp, code).equals(read.bytes.subarray(-digestLength))) return undefined;
  return { bytes: code, forget: read.forget };
}

interface BriefBytes {
  readonly bytes: Buffer;
  /** Gives the memory back at once; the bytes are gone then. */
  forget(): void;
}

type Room = ArrayBuffer & { resize?(size: number): void };

/**
 * What a thread reads before all else and needs no more then would lie in its memory until all objects are searched, and
 * what was made meanwhile would keep the system from having it back: 14 MB of each.
 */
function roomFor(size: number): BriefBytes {
  const make = ArrayBuffer as unknown as new (size: number, options: { maxByteLength: number }) => Room;
  const room = new make(size, { maxByteLength: size });
  return { bytes: Buffer.from(room, 0, size), forget: () => room.resize?.(0) };
}

/** Fills the bytes from the start of the file; answers how many it had. */
function fill(bytes: Buffer, file: string): number {
  const open = openSync(file, 'r');
  try {
    let filled = 0;
    for (let read = -1; read !== 0 && filled < bytes.length; filled += read)
      read = readSync(open, bytes, filled, bytes.length - filled, null);
    return filled;
  } finally {
    closeSync(open);
  }
}

function writeCode(file: string, stamp: string, code: Buffer): void {
  const written = `${placeOf(file)}.${process.pid}`;
  try {
    writeFileSync(written, Buffer.concat([code, digestOf(stamp, code)]), { flag: 'wx', mode: 0o600 });
    renameSync(written, placeOf(file));
  } catch {
    // The folder can't be written to: the next one compiles it again.
  }
}

/** V8 of Node.js 20; where in its code the hash of the flags stands under which it was made, four bytes. */
const isKnown = /^11\./.test(process.versions.v8);
const flagsAt = 12;

/**
 * V8 takes code only under the flags that it was made under. The command line changes some while it runs, of memory and of
 * WASM, which code has nothing to do with.
 */
function underTheseFlags(code: Buffer): void {
  if (isKnown) new Script('0').createCachedData().copy(code, flagsAt, flagsAt, flagsAt + 4);
}
