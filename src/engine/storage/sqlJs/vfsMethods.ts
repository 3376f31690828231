import { constants } from 'node:fs';
import type { NodeVfs, RealFile } from './nodeVfs';
import { sqlite } from './sqliteCodes';

type OldFunction = (...args: number[]) => number;

/** Offsets of the replaced members in `struct sqlite3_vfs` (version 3, 32-bit). */
const offsets = { open: 24, delete: 28, access: 32, fullPathname: 36 } as const;
const idOffset = 4;

/** Puts our functions into the struct at `address`; names that are not ours go on to the functions that were there. */
export function createVfsMethods(vfs: NodeVfs, address: number, ioMethods: number): void {
  const { memory, table, addFunction } = vfs.host;
  const old = (offset: number): OldFunction => table.get(memory.getPointer(address + offset)) as OldFunction;
  const [oldOpen, oldDelete, oldAccess, oldFullPathname] = Object.values(offsets).map(old) as [
    OldFunction,
    OldFunction,
    OldFunction,
    OldFunction,
  ];
  const find = (name: number): RealFile | undefined => (name === 0 ? undefined : vfs.find(memory.getText(name)));

  const xOpen = (self: number, name: number, file: number, flags: number, outFlags: number): number => {
    const real = find(name);
    return real ? open(vfs, real, { file, flags, outFlags, ioMethods }) : oldOpen(self, name, file, flags, outFlags);
  };
  const xDelete = (self: number, name: number, syncFolder: number): number => {
    const real = find(name);
    return real ? unlink(vfs, real, syncFolder !== 0) : oldDelete(self, name, syncFolder);
  };
  const xAccess = (self: number, name: number, flags: number, out: number): number => {
    const real = find(name);
    if (!real) return oldAccess(self, name, flags, out);
    return access(vfs, real, flags, out);
  };
  const xFullPathname = (self: number, name: number, size: number, out: number): number => {
    const own = find(name) ? memory.getText(name) : vfs.takeRedirect();
    if (own === undefined) return oldFullPathname(self, name, size, out);
    return memory.setText(out, size, own) ? sqlite.OK : sqlite.CANTOPEN;
  };

  memory.setPointer(address + offsets.open, addFunction(xOpen, 'iiiiii'));
  memory.setPointer(address + offsets.delete, addFunction(xDelete, 'iiii'));
  memory.setPointer(address + offsets.access, addFunction(xAccess, 'iiiii'));
  memory.setPointer(address + offsets.fullPathname, addFunction(xFullPathname, 'iiiii'));
}

function access(vfs: NodeVfs, real: RealFile, flags: number, out: number): number {
  try {
    const size = real.access.find(real.path);
    // As SQLite's own layer: an empty file does not count as one that exists.
    const there = size !== undefined && (flags !== sqlite.ACCESS_EXISTS || size > 0);
    vfs.host.memory.view.setInt32(out, there ? 1 : 0, true);
    return sqlite.OK;
  } catch (error) {
    return vfs.fail(error, sqlite.IOERR_ACCESS);
  }
}

interface OpenRequest {
  readonly file: number;
  readonly flags: number;
  readonly outFlags: number;
  readonly ioMethods: number;
}

function open(vfs: NodeVfs, real: RealFile, request: OpenRequest): number {
  const { memory } = vfs.host;
  // A file without methods is one that SQLite will not close.
  memory.setPointer(request.file, 0);
  try {
    // Also where the file is there already: who made it may have ended before its entry in the folder was on the disk.
    const folderDirty = (request.flags & sqlite.OPEN_CREATE) !== 0;
    const id = vfs.add({
      fd: real.access.open(real.path, openFlags(request.flags)),
      path: real.path,
      access: real.access,
      deleteOnClose: (request.flags & sqlite.OPEN_DELETEONCLOSE) !== 0,
      folderDirty,
    });
    memory.setPointer(request.file, request.ioMethods);
    memory.setPointer(request.file + idOffset, id);
    if (request.outFlags !== 0) memory.setPointer(request.outFlags, request.flags);
    return sqlite.OK;
  } catch (error) {
    return vfs.fail(error, sqlite.CANTOPEN);
  }
}

function openFlags(flags: number): number {
  let result: number = (flags & sqlite.OPEN_READONLY) !== 0 ? constants.O_RDONLY : constants.O_RDWR;
  if ((flags & sqlite.OPEN_CREATE) !== 0) result |= constants.O_CREAT;
  if ((flags & sqlite.OPEN_EXCLUSIVE) !== 0) result |= constants.O_EXCL;
  return result;
}

function unlink(vfs: NodeVfs, real: RealFile, syncFolder: boolean): number {
  try {
    if (real.access.find(real.path) === undefined) return sqlite.IOERR_DELETE_NOENT;
    real.access.unlink(real.path);
    if (syncFolder) real.access.syncFolder(real.path);
    return sqlite.OK;
  } catch (error) {
    return vfs.fail(error, sqlite.IOERR_DELETE);
  }
}
