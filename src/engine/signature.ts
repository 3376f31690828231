import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signatures are valid for so many seconds before and after their timestamp. */
export const signatureWindowSeconds = 300;

const signaturePattern = /^sha256=[0-9a-f]{64}$/;
const timestampPattern = /^\d{1,12}$/;

/**
 * Signs `{timestamp}.{raw body bytes}` with HMAC-SHA256 under the UTF-8 bytes of the secret; `sha256=` and lower-case hex.
 * The timestamp is in whole Unix seconds, and a request without a body signs `{timestamp}.`.
 */
export function sign(secret: string, timestamp: number | string, body: string | Uint8Array): string {
  const digest = createHmac('sha256', Buffer.from(secret, 'utf8')).update(`${timestamp}.`).update(body).digest('hex');
  return `sha256=${digest}`;
}

/** Whether the headers have the form that a signature needs: nothing is computed for one that has not. */
export function isSignatureForm(timestamp: string | undefined, signature: string | undefined): boolean {
  return (
    timestamp !== undefined &&
    signature !== undefined &&
    timestampPattern.test(timestamp) &&
    signaturePattern.test(signature)
  );
}

/**
 * Whether any of the secrets made the signature, over the bytes as they came. The time it takes tells neither how much of
 * the signature fits nor which secret it was.
 */
export function verifySignature(
  secrets: readonly string[],
  signed: { readonly timestamp: number | string; readonly body: string | Uint8Array; readonly signature: string },
): boolean {
  if (!signaturePattern.test(signed.signature)) return false;
  const given = Buffer.from(signed.signature);
  let fits = false;
  for (const secret of secrets) {
    const expected = Buffer.from(sign(secret, signed.timestamp, signed.body));
    fits = timingSafeEqual(given, expected) || fits;
  }
  return fits;
}
