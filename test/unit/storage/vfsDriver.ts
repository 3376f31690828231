import { type FileAccess, nodeFileAccess } from '../../../src/engine/storage/sqlJs/fileAccess';
import { NodeVfs } from '../../../src/engine/storage/sqlJs/nodeVfs';
import { WasmMemory } from '../../../src/engine/storage/sqlJs/wasmMemory';

type NativeFunction = (...args: (number | bigint)[]) => number;

const layerAt = 1024;
const scratchAt = 4096;
const filesAt = 8192;
const dataAt = 16384;
const memoryBytes = 1 << 17;

/** Calls the file layer as SQLite does: by addresses in linear memory and pointers to functions. */
export class VfsDriver {
  readonly vfs: NodeVfs;
  private readonly memory: WasmMemory;
  private readonly functions: NativeFunction[] = [() => 0];
  private heapEnd = 2048;

  constructor() {
    this.memory = new WasmMemory({ buffer: new ArrayBuffer(memoryBytes) });
    const addFunction = (fn: (...args: never[]) => number): number => this.functions.push(fn as NativeFunction) - 1;
    const malloc = (size: number): number => {
      this.heapEnd += size;
      return this.heapEnd - size;
    };
    const table = { length: 100, get: (index: number): unknown => this.functions[index] };
    this.vfs = new NodeVfs({ memory: this.memory, table, addFunction, malloc });
    // The old layer answers 99, so that it shows when a name was passed on to it.
    for (const offset of [24, 28, 32, 36])
      this.memory.setPointer(
        layerAt + offset,
        addFunction(() => 99),
      );
    this.vfs.install(layerAt);
  }

  map(path: string, access: FileAccess = nodeFileAccess): string {
    return this.vfs.map(path, access);
  }

  open(name: string, slot: number, flags: number): number {
    return this.layer(24)(layerAt, this.text(name), fileAt(slot), flags, 0);
  }

  unlink(name: string): number {
    return this.layer(28)(layerAt, this.text(name), 1);
  }

  exists(name: string): boolean | number {
    const code = this.layer(32)(layerAt, this.text(name), 0, scratchAt + 512);
    return code === 0 ? this.memory.view.getInt32(scratchAt + 512, true) === 1 : code;
  }

  fullPathname(name: string, size = 512): { code: number; name: string } {
    const code = this.layer(36)(layerAt, this.text(name), size, scratchAt + 512);
    return { code, name: code === 0 ? this.memory.getText(scratchAt + 512) : '' };
  }

  close(slot: number): number {
    return this.io(slot, 1)(fileAt(slot));
  }

  read(slot: number, length: number, position: number): { code: number; data: number[] } {
    this.memory.bytes.fill(0xee, dataAt, dataAt + length);
    const code = this.io(slot, 2)(fileAt(slot), dataAt, length, BigInt(position));
    return { code, data: [...this.memory.bytes.slice(dataAt, dataAt + length)] };
  }

  write(slot: number, data: readonly number[], position: number): number {
    this.memory.bytes.set(data, dataAt);
    return this.io(slot, 3)(fileAt(slot), dataAt, data.length, BigInt(position));
  }

  truncate(slot: number, size: number): number {
    return this.io(slot, 4)(fileAt(slot), BigInt(size));
  }

  sync(slot: number): number {
    return this.io(slot, 5)(fileAt(slot), 2);
  }

  size(slot: number): number {
    const code = this.io(slot, 6)(fileAt(slot), scratchAt + 512);
    if (code !== 0) throw new Error(`size: ${code}`);
    return Number(this.memory.view.getBigInt64(scratchAt + 512, true));
  }

  private layer(offset: number): NativeFunction {
    return this.functionAt(layerAt + offset);
  }

  private io(slot: number, index: number): NativeFunction {
    return this.functionAt(this.memory.getPointer(fileAt(slot)) + 4 * index);
  }

  private functionAt(address: number): NativeFunction {
    const fn = this.functions[this.memory.getPointer(address)];
    if (!fn) throw new Error(`There is no function at ${address}.`);
    return fn;
  }

  private text(value: string): number {
    this.memory.setText(scratchAt, 512, value);
    return scratchAt;
  }
}

const fileAt = (slot: number): number => filesAt + 64 * slot;
