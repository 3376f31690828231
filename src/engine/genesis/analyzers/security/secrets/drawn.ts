/** Words, or numbers, between signs: `tenants_s3_credentials_update`, `OAuth2AccessToken`, `workspace:^0.7.18`. */
const isMadeOfWords = (value: string): boolean =>
  value.split(/[^A-Za-z0-9]+/).every((piece) => /^(?:[A-Za-z]*\d{0,2}|\d+|v\d+)$/.test(piece));

/** `org.shop.web.v2`: names of classes and settings. */
const dotted = /^[a-z]\w{0,30}(?:\.[A-Za-z]\w{0,30}){2,12}$/;

/** Addresses of contracts, versions, sums and identifiers look random and open nothing. */
const ofOtherKind =
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^0x[0-9a-fA-F]+$|^[\^~]?\d+\.\d+|^sha\d{3}-|^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$/;

/** How long the pieces of one kind are on average: words about five letters, what was drawn by chance about two. */
function pieceLength(value: string): number {
  const pieces = value.match(/[A-Z][a-z]+|[a-z]+|[A-Z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  return value.length / Math.max(1, pieces.length);
}

function decoded(value: string): string | undefined {
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(value)) return undefined;
  const text = Buffer.from(value, 'base64').toString('latin1');
  return /^[\x20-\x7e\s]+$/.test(text) ? text.trim() : undefined;
}

/** True for a value that was drawn by chance; what people think up, and what names something, has words in it. */
export function isDrawn(value: string): boolean {
  if (value.length < 16 || ofOtherKind.test(value) || dotted.test(value) || isMadeOfWords(value)) return false;
  if (/^[0-9a-f]+$/i.test(value))
    return value.length >= 20 && /\d/.test(value) && /[a-f]/i.test(value) && new Set(value).size >= 8;
  const text = decoded(value);
  if (text !== undefined) return /^[\w+/=-]{16,}$/.test(text) && isDrawn(text);
  return /\d/.test(value) && /[A-Za-z]/.test(value) && new Set(value).size >= 10 && pieceLength(value) <= 3;
}
