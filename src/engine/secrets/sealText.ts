import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts with AES-256-GCM; `place` says where the result belongs, and it opens nowhere else. */
export function sealText(key: Uint8Array, place: string, text: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

/** `undefined` where the bytes were altered, belong to another place, or were sealed with another key. */
export function openText(key: Uint8Array, place: string, sealed: Uint8Array): string | undefined {
  if (sealed.length < ivBytes + tagBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-tagBytes));
  const start = decipher.update(sealed.subarray(ivBytes, -tagBytes), undefined, 'utf8');
  try {
    return start + decipher.final('utf8');
  } catch {
    // The only failure of `final` here is a tag that does not fit.
    return undefined;
  }
}
