const headerBytes = 4;

/** A message as a frame: the length of its JSON in bytes (32 bits, little-endian), then the JSON as UTF-8. */
export function encodeFrame(message: object): Buffer {
  const text = JSON.stringify(message);
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(headerBytes + length);
  frame.writeUInt32LE(length, 0);
  frame.write(text, headerBytes);
  return frame;
}

/** Cuts a stream of bytes into messages. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;

  /** `maxBytes` bounds what a frame may announce, and thereby the memory that the other side can make us take. */
  constructor(public maxBytes: number) {}

  /** The messages that are whole now. Throws where a frame is too large or is not JSON: the stream can't be read on. */
  *read(chunk: Buffer): Generator<unknown> {
    this.chunks.push(chunk);
    this.size += chunk.length;
    for (let frame = this.takeFrame(); frame; frame = this.takeFrame()) yield JSON.parse(frame.toString('utf8'));
  }

  private takeFrame(): Buffer | undefined {
    if (this.size < headerBytes) return undefined;
    const length = this.head(headerBytes).readUInt32LE(0);
    if (length > this.maxBytes) throw new Error(`A message of ${length} bytes is larger than ${this.maxBytes}.`);
    const whole = headerBytes + length;
    if (this.size < whole) return undefined;
    const all = this.head(whole);
    this.chunks[0] = all.subarray(whole);
    this.size -= whole;
    return all.subarray(headerBytes, whole);
  }

  /** The first chunk, joined with its successors until it has `length` bytes. */
  private head(length: number): Buffer {
    const [first] = this.chunks;
    if (first && first.length >= length) return first;
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}
