import { errnoOf } from '../fileError';
import type { NodeVfs, OpenFile } from './nodeVfs';
import { sqlite } from './sqliteCodes';

type IoMethod = readonly [method: (...args: never[]) => number, signature: string];

const sectorSize = 4096;
const pointerSize = 4;
/** Version 1 has no shared memory: in exclusive mode the index of the write-ahead log lives on the heap. */
const ioVersion = 1;

/** Writes a `struct sqlite3_io_methods` into memory; its address. Behind our pointer a file holds its number at offset 4. */
export function createIoMethods(vfs: NodeVfs): number {
  const { memory } = vfs.host;
  const fileAt = (pointer: number): OpenFile => vfs.get(memory.getPointer(pointer + pointerSize));
  const methods: IoMethod[] = [
    [(file: number) => close(vfs, memory.getPointer(file + pointerSize)), 'ii'],
    [
      (file: number, to: number, length: number, offset: bigint) =>
        read(vfs, fileAt(file), { at: to, length, position: Number(offset) }),
      'iiiij',
    ],
    [
      (file: number, from: number, length: number, offset: bigint) =>
        write(vfs, fileAt(file), { at: from, length, position: Number(offset) }),
      'iiiij',
    ],
    [(file: number, size: bigint) => truncate(vfs, fileAt(file), Number(size)), 'iij'],
    [(file: number, flags: number) => sync(vfs, fileAt(file), (flags & sqlite.SYNC_DATAONLY) !== 0), 'iii'],
    [(file: number, out: number) => fileSize(vfs, fileAt(file), out), 'iii'],
    // Locks: the store's owner lock stands above this layer, so nobody else has the file open.
    [() => sqlite.OK, 'iii'],
    [() => sqlite.OK, 'iii'],
    [
      (_file: number, out: number) => {
        memory.view.setInt32(out, 0, true);
        return sqlite.OK;
      },
      'iii',
    ],
    [() => sqlite.NOTFOUND, 'iiii'],
    [() => sectorSize, 'ii'],
    [() => sqlite.IOCAP_POWERSAFE_OVERWRITE, 'ii'],
  ];
  const address = vfs.host.malloc(pointerSize * (methods.length + 1));
  memory.setPointer(address, ioVersion);
  methods.forEach(([method, signature], index) => {
    const pointer = vfs.host.addFunction(method, signature);
    memory.setPointer(address + pointerSize * (index + 1), pointer);
  });
  return address;
}

interface Span {
  readonly at: number;
  readonly length: number;
  readonly position: number;
}

function close(vfs: NodeVfs, id: number): number {
  const file = vfs.get(id);
  vfs.remove(id);
  try {
    file.access.close(file.fd);
    if (file.deleteOnClose) file.access.unlink(file.path);
  } catch (error) {
    // The descriptor is gone either way, and whatever had to last was synced before.
    vfs.fail(error, sqlite.OK);
  }
  return sqlite.OK;
}

function read(vfs: NodeVfs, file: OpenFile, span: Span): number {
  const { bytes } = vfs.host.memory;
  try {
    let done = 0;
    while (done < span.length) {
      const got = file.access.read(file.fd, bytes, span.at + done, span.length - done, span.position + done);
      if (got === 0) break;
      done += got;
    }
    if (done === span.length) return sqlite.OK;
    bytes.fill(0, span.at + done, span.at + span.length);
    return sqlite.IOERR_SHORT_READ;
  } catch (error) {
    return vfs.fail(error, sqlite.IOERR_READ);
  }
}

function write(vfs: NodeVfs, file: OpenFile, span: Span): number {
  const { bytes } = vfs.host.memory;
  try {
    let done = 0;
    while (done < span.length)
      done += file.access.write(file.fd, bytes, span.at + done, span.length - done, span.position + done);
    return sqlite.OK;
  } catch (error) {
    return vfs.fail(error, isDiskFull(error) ? sqlite.FULL : sqlite.IOERR_WRITE);
  }
}

function truncate(vfs: NodeVfs, file: OpenFile, size: number): number {
  try {
    file.access.truncate(file.fd, size);
    return sqlite.OK;
  } catch (error) {
    return vfs.fail(error, sqlite.IOERR_TRUNCATE);
  }
}

function sync(vfs: NodeVfs, file: OpenFile, dataOnly: boolean): number {
  try {
    file.access.sync(file.fd, dataOnly);
    if (file.folderDirty) {
      file.access.syncFolder(file.path);
      file.folderDirty = false;
    }
    return sqlite.OK;
  } catch (error) {
    return vfs.fail(error, isDiskFull(error) ? sqlite.FULL : sqlite.IOERR_FSYNC);
  }
}

function fileSize(vfs: NodeVfs, file: OpenFile, out: number): number {
  try {
    vfs.host.memory.view.setBigInt64(out, BigInt(file.access.size(file.fd)), true);
    return sqlite.OK;
  } catch (error) {
    return vfs.fail(error, sqlite.IOERR_FSTAT);
  }
}

/** `ENOSPC` and, for a user's quota, `EDQUOT`. */
function isDiskFull(error: unknown): boolean {
  const code = errnoOf(error);
  return code === 'ENOSPC' || code === 'EDQUOT';
}
