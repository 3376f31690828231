import { endianness } from 'node:os';

type Reads = (address: number, type?: string) => unknown;
type Writes = (address: number, value: unknown, type?: string) => void;

/** What the runtime of the grammars writes into the options that it was opened with, once it is open. */
interface Runtime {
  getValue?: Reads;
  setValue?: Writes;
  readonly wasmMemory: { readonly buffer: ArrayBuffer };
}

/**
 * Every step over a tree hands five numbers over to WASM and takes five back, and the runtime asks each time which of eight
 * types is meant and goes through a `DataView`. They are always whole numbers of 32 bits: an array of these does it in a
 * third of the time. Where the runtime has no such functions, all stays as it is.
 */
export function quickenMemory(runtime: Runtime): void {
  const { getValue, setValue, wasmMemory } = runtime;
  if (getValue === undefined || setValue === undefined || endianness() !== 'LE') return;
  let numbers = new Int32Array(wasmMemory.buffer);
  runtime.getValue = (address, type) => {
    if (type !== 'i32') return getValue(address, type);
    // Memory that grew is another buffer, and the array of the old one is empty.
    if (numbers.length === 0) numbers = new Int32Array(wasmMemory.buffer);
    return numbers[address >> 2];
  };
  runtime.setValue = (address, value, type) => {
    if (type !== 'i32') return setValue(address, value, type);
    if (numbers.length === 0) numbers = new Int32Array(wasmMemory.buffer);
    numbers[address >> 2] = value as number;
  };
}
