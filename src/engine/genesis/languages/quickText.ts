import { endianness } from 'node:os';

/** Where the runtime of the grammars asks for a text: writes what follows `index` to `address`, and how much there is. */
type TakeText = (address: number, index: number, row: number, column: number, lengthAddress: number) => void;

interface Runtime {
  /** Answers the rest of the text that is parsed. */
  readonly currentParseCallback?: ((index: number, position: { row: number; column: number }) => unknown) | null;
  readonly wasmMemory: { readonly buffer: ArrayBuffer };
}

/** What a runtime in WASM is given to call, by module and name. */
type Imports = Readonly<Record<string, Record<string, unknown> | undefined>>;

/** Bytes that the runtime keeps for a piece of the text; the last two are for its end. */
const pieceBytes = 10 * 1024;

/**
 * The runtime writes texts into its memory letter by letter, each through a `DataView`; Node.js writes a piece at once.
 * Where the runtime asks otherwise, all stays as it is.
 */
export function quickenTexts({ env }: Imports, runtime: Runtime): void {
  if (typeof env?.['tree_sitter_parse_callback'] !== 'function' || endianness() !== 'LE') return;
  let memory = Buffer.from(runtime.wasmMemory.buffer);
  const take: TakeText = (address, index, row, column, lengthAddress) => {
    const rest = runtime.currentParseCallback?.(index, { row, column });
    // Memory that grew is another buffer, and the one before is empty.
    if (memory.length === 0) memory = Buffer.from(runtime.wasmMemory.buffer);
    if (typeof rest !== 'string') return void memory.writeInt32LE(0, lengthAddress);
    const written = memory.write(rest, address, pieceBytes - 2, 'utf16le');
    memory.writeInt16LE(0, address + written);
    memory.writeInt32LE(rest.length, lengthAddress);
  };
  env['tree_sitter_parse_callback'] = take;
}
