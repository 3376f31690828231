import { sha256 } from '../../base/sha256';
import { canonicalJson } from '../events/canonicalJson';
import type { BlobRefRow } from './blobStore';

/** Texts with more bytes than this are kept beside the log. */
const longText = 8_192;
/** Members of a payload that are still longer than this as JSON are kept beside the log as a whole. */
const longMember = 32_768;

/** Before the hash in what stands in place of a long text. */
export const blobPrefix = 'sha256:';

export interface LongText extends BlobRefRow {
  readonly text: string;
}

export interface Offloaded {
  readonly payload: Record<string, unknown>;
  readonly texts: readonly LongText[];
}

/**
 * Takes long texts out of a payload. In their place stands `{blob, bytes}`; which places these are is kept beside the
 * event, because a sender may write such an object too.
 */
export function offload(payload: Readonly<Record<string, unknown>>): Offloaded {
  const texts: LongText[] = [];
  const take = (pointer: string, text: string, isJson: number): unknown => {
    const hash = sha256(text);
    texts.push({ pointer, isJson, hash, text });
    return { blob: `${blobPrefix}${hash}`, bytes: Buffer.byteLength(text, 'utf8') };
  };
  const walk = (value: unknown, pointer: string): unknown => {
    if (typeof value === 'string') return isLong(value, longText) ? take(pointer, value, 0) : value;
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${pointer}/${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, `${pointer}/${escapeKey(key)}`)]));
  };
  const small = fromEntries(
    Object.entries(payload).map(([key, value]) => {
      const pointer = `/${escapeKey(key)}`;
      const before = texts.length;
      const walked = walk(value, pointer);
      const json = typeof walked === 'object' && walked !== null ? canonicalJson(walked) : '';
      if (!isLong(json, longMember)) return [key, walked];
      texts.length = before;
      return [key, take(pointer, canonicalJson(value), 1)];
    }),
  );
  return { payload: small, texts };
}

/** Puts the texts back where they were; `read` gives the text of a hash. */
export function restore(
  payload: Readonly<Record<string, unknown>>,
  refs: readonly BlobRefRow[],
  read: (hash: string) => string,
): Record<string, unknown> {
  const whole = structuredClone(payload) as Record<string, unknown>;
  for (const { pointer, isJson, hash } of refs) {
    const text = read(hash);
    setAt(whole, pointer.split('/').slice(1).map(unescapeKey), isJson === 1 ? (JSON.parse(text) as unknown) : text);
  }
  return whole;
}

function setAt(root: object, path: readonly string[], value: unknown): void {
  const parents = path.slice(0, -1);
  let at: unknown = root;
  for (const key of parents)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  const last = path.at(-1);
  if (typeof at === 'object' && at !== null && last !== undefined)
    Object.defineProperty(at, last, { value, enumerable: true, writable: true, configurable: true });
}

/** A member called `__proto__` stays a member. */
const fromEntries = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> =>
  Object.fromEntries(entries);

/** A UTF-16 unit is three bytes at most, so most texts are told by their length alone. */
function isLong(text: string, limit: number): boolean {
  return text.length > limit || (text.length * 3 > limit && Buffer.byteLength(text, 'utf8') > limit);
}

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapeKey = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');
