import { resolve } from 'node:path';
import type { FileAccess } from './fileAccess';
import { createIoMethods } from './ioMethods';
import { createVfsMethods } from './vfsMethods';
import type { WasmMemory, WasmTable } from './wasmMemory';

/** What is needed of a WASM build of SQLite. */
export interface WasmHost {
  readonly memory: WasmMemory;
  readonly table: WasmTable;
  /** Makes a C function pointer; the signature has one letter a value, the result first: `i` 32 bits, `j` 64 bits. */
  addFunction(fn: (...args: never[]) => number, signature: string): number;
  malloc(size: number): number;
}

export interface OpenFile {
  readonly fd: number;
  readonly path: string;
  readonly access: FileAccess;
  readonly deleteOnClose: boolean;
  /** The entry of a new file in its folder is not on the disk before the folder was synced. */
  folderDirty: boolean;
}

export interface RealFile {
  readonly path: string;
  readonly access: FileAccess;
}

const prefix = '/@';
const aliasPattern = /^\/@(\d{1,9})(.{0,40})$/s;

/**
 * A file layer for SQLite over `node:fs`. SQLite sees short names (`/@3`, `/@3-wal`), which stand for real paths, so that
 * neither its limits of length nor its rules of spelling apply to those. Names that are not ours go to the old layer.
 */
export class NodeVfs {
  private readonly files: (OpenFile | undefined)[] = [undefined];
  private readonly aliases: (RealFile | undefined)[] = [];
  private next: string | undefined;
  private failure: unknown;

  constructor(readonly host: WasmHost) {}

  /** Replaces four functions of the struct `sqlite3_vfs` at `address`. */
  install(address: number): void {
    createVfsMethods(this, address, createIoMethods(this));
  }

  /** A short name for `path`; give it back with `unmap`. */
  map(path: string, access: FileAccess): string {
    const free = this.aliases.indexOf(undefined);
    const index = free < 0 ? this.aliases.length : free;
    this.aliases[index] = { path: resolve(path), access };
    return prefix + index;
  }

  unmap(name: string): void {
    this.aliases[Number(name.slice(prefix.length))] = undefined;
  }

  /** The real file of a short name with SQLite's suffix, or `undefined` for a name that is not ours. */
  find(name: string): RealFile | undefined {
    const match = aliasPattern.exec(name);
    const real = match && this.aliases[Number(match[1])];
    return real ? { path: real.path + (match[2] ?? ''), access: real.access } : undefined;
  }

  /** The next name that SQLite makes absolute stands for this short name: sql.js chooses file names by itself. */
  redirectNext(name: string): void {
    this.next = name;
  }

  /** Takes the redirection; `undefined` where there is none. */
  takeRedirect(): string | undefined {
    const name = this.next;
    this.next = undefined;
    return name;
  }

  add(file: OpenFile): number {
    const free = this.files.indexOf(undefined, 1);
    const id = free < 0 ? this.files.length : free;
    this.files[id] = file;
    return id;
  }

  get(id: number): OpenFile {
    const file = this.files[id];
    if (!file) throw new Error(`No open file has the number ${id}.`);
    return file;
  }

  remove(id: number): void {
    this.files[id] = undefined;
  }

  /** Keeps the cause of a result code, which SQLite's own message does not tell. */
  fail(cause: unknown, code: number): number {
    this.failure = cause;
    return code;
  }

  takeFailure(): unknown {
    const cause = this.failure;
    this.failure = undefined;
    return cause;
  }
}
