const utf8 = new TextDecoder('utf-8', { fatal: true });
/** What most programs that know no UTF-8 write; every byte means something in it. */
const western = new TextDecoder('windows-1252');

/** Bytes as text, whatever their encoding: as UTF-8 where they are that, else readable for most people. */
export function decodeText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return western.decode(bytes);
  }
}

/** The same for bytes that are held as a string, one character a byte. */
export function decodeBytes(latin1: string): string {
  // Most texts have no byte above 127, and are what they seem.
  return /^[^\u0080-\u00ff]*$/.test(latin1) ? latin1 : decodeText(Buffer.from(latin1, 'latin1'));
}
