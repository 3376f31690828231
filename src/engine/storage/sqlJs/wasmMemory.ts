/** The parts of the global `WebAssembly` that are used here; the language's own type library has none of them. */
interface WasmGlobal {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: unknown) => { readonly exports: Record<string, unknown> };
  readonly Memory: new (...args: never[]) => { readonly buffer: ArrayBuffer };
  readonly Table: new (...args: never[]) => WasmTable;
}

/** The function table: C function pointers are indexes into it. */
export interface WasmTable {
  readonly length: number;
  get(index: number): unknown;
}

export const wasm = (globalThis as unknown as { WebAssembly: WasmGlobal }).WebAssembly;

/** Reads and writes linear memory. Growth replaces the buffer, so the views are made again when it did. */
export class WasmMemory {
  private bytesView: Uint8Array;
  private dataView: DataView;

  constructor(private readonly memory: { readonly buffer: ArrayBuffer }) {
    this.bytesView = new Uint8Array(memory.buffer);
    this.dataView = new DataView(memory.buffer);
  }

  get bytes(): Uint8Array {
    this.refresh();
    return this.bytesView;
  }

  get view(): DataView {
    this.refresh();
    return this.dataView;
  }

  getPointer(at: number): number {
    return this.view.getUint32(at, true);
  }

  setPointer(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  /** The zero-terminated UTF-8 text at an address. */
  getText(at: number): string {
    const bytes = this.bytes;
    const end = bytes.indexOf(0, at);
    return Buffer.from(bytes.buffer, at, (end < 0 ? bytes.length : end) - at).toString('utf8');
  }

  /** Writes zero-terminated text where it fits into `size` bytes; `false` where not. */
  setText(at: number, size: number, text: string): boolean {
    const encoded = Buffer.from(`${text}\0`, 'utf8');
    if (encoded.length > size) return false;
    this.bytes.set(encoded, at);
    return true;
  }

  private refresh(): void {
    if (this.bytesView.buffer === this.memory.buffer) return;
    this.bytesView = new Uint8Array(this.memory.buffer);
    this.dataView = new DataView(this.memory.buffer);
  }
}
