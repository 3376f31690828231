import { randomBytes } from 'node:crypto';
import { sha256 } from '../../base/sha256';
import type { KeyKind } from '../../shared/key';

const prefixes: Readonly<Record<KeyKind, string>> = { contox: 'contox_sk_', contextSpine: 'sk_live_' };
/** So many characters of the random part are shown in lists: 24 of 256 bits. */
const shown = 4;

export interface RawKey {
  readonly key: string;
  readonly prefix: string;
  readonly hash: string;
}

export function makeRawKey(kind: KeyKind): RawKey {
  const key = `${prefixes[kind]}${randomBytes(32).toString('base64url')}`;
  return { key, prefix: key.slice(0, prefixes[kind].length + shown), hash: sha256(key) };
}

/** Whether a text can be a key at all, so that nothing else is looked up. */
export function isKeyForm(text: string): boolean {
  return /^(?:contox_sk_|sk_live_)[\w-]{43}$/.test(text);
}
