import { randomFillSync } from 'node:crypto';

/** Ids are a prefix of the seeds and a ULID: 10 characters of time (ms) and 16 of chance, in Crockford's base 32. */
export type IdPrefix =
  | 'proj'
  | 'ctx'
  | 'ver'
  | 'ent'
  | 'link'
  | 'evt'
  | 'sess'
  | 'scan'
  | 'find'
  | 'run'
  | 'item'
  | 'key'
  | 'job'
  | 'user'
  | 'ws'
  | 'dlv';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function encodeTime(ms: number): string {
  let rest = ms;
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = (ALPHABET[rest % 32] ?? '0') + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** A new id, unique without coordination; ids of different milliseconds sort by time. */
export function newId(prefix: IdPrefix, nowMs: number): string {
  const random = randomFillSync(new Uint8Array(16));
  let text = '';
  for (const byte of random) text += ALPHABET[byte % 32] ?? '0';
  return `${prefix}_${encodeTime(nowMs)}${text}`;
}
