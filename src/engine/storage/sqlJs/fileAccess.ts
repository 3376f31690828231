import * as fs from 'node:fs';
import { dirname } from 'node:path';

/** The calls that the file layer makes; a test replaces them to fail, to record, or to keep files in memory. */
export interface FileAccess {
  /** Flags are those of open(2). */
  open(path: string, flags: number): number;
  close(fd: number): void;
  read(fd: number, into: Uint8Array, at: number, length: number, position: number): number;
  write(fd: number, from: Uint8Array, at: number, length: number, position: number): number;
  truncate(fd: number, size: number): void;
  /** Returns when the file's content is on the disk. */
  sync(fd: number, dataOnly: boolean): void;
  /** Returns when the entry of `path` in its folder is on the disk. */
  syncFolder(path: string): void;
  size(fd: number): number;
  /** Size of the file at `path`, or `undefined` where there is none. */
  find(path: string): number | undefined;
  unlink(path: string): void;
}

/** Only the user may read the store: it holds what was learned from private code. */
const fileMode = 0o600;

export const nodeFileAccess: FileAccess = {
  open: (path, flags) => fs.openSync(path, flags, fileMode),
  close: (fd) => fs.closeSync(fd),
  read: (fd, into, at, length, position) => fs.readSync(fd, into, at, length, position),
  write: (fd, from, at, length, position) => fs.writeSync(fd, from, at, length, position),
  truncate: (fd, size) => fs.ftruncateSync(fd, size),
  sync: (fd, dataOnly) => (dataOnly ? fs.fdatasyncSync(fd) : fs.fsyncSync(fd)),
  syncFolder,
  size: (fd) => fs.fstatSync(fd).size,
  find: (path) => fs.statSync(path, { throwIfNoEntry: false })?.size,
  unlink: (path) => fs.unlinkSync(path),
};

/** Windows can't open a folder; its file systems journal the entry with the file. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const fd = fs.openSync(dirname(path), 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
