import { deflateRawSync, inflateRawSync } from 'node:zlib';

const maxBytes = 256_000_000;

export function packJson(value: unknown): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value), { level: 4 }));
}

/** The value that `packJson` was given; its type is the caller's knowledge. */
export function unpackJson<T>(bytes: Uint8Array): T {
  return JSON.parse(inflateRawSync(bytes, { maxOutputLength: maxBytes }).toString('utf8')) as T;
}
