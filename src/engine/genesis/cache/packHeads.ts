import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SkipReason } from '../../../shared/genesis';
import type { FileRole, LanguageId } from '../sourceFile';
import type { CacheEntry } from './scanCache';

/** What is known of one file of a pack. */
export interface HeadEntry extends CacheEntry {
  /** Of its facts in the pack, where it has any there. */
  readonly place?: number;
}

type Kind = readonly [
  language: LanguageId,
  languageName: string,
  role: FileRole,
  skipped: SkipReason | 0,
  told: FileRole | 0,
  sureOnly: 1 | 0,
];

/** By column, so that the like stands beside the like; a kind is named by its number. */
interface Columns {
  readonly paths: readonly string[];
  readonly bytes: readonly number[];
  readonly lines: readonly number[];
  readonly kinds: readonly Kind[];
  readonly kind: readonly number[];
  readonly stamps: readonly (string | 0)[];
  /** -1 for none. */
  readonly places: readonly number[];
  readonly problems: readonly (readonly [index: number, problems: readonly string[]])[];
}

/** Of git's SHA-1, which is kept in half as many bytes: nothing makes it shorter. */
const hashDigits = 40;
const lengthBytes = 4;
const maxColumns = 64_000_000;

/** The length of the deflated columns, the columns, and the hashes as they are. */
export function packHeads(entries: readonly HeadEntry[]): Uint8Array {
  const files = entries.map((entry) => entry.inspection);
  const kinds = new Map<string, number>();
  const kind = files.map(({ language, languageName, role, skipped, told, sureOnly }) => {
    const text = JSON.stringify([
      language,
      languageName,
      role,
      skipped ?? 0,
      told ?? 0,
      sureOnly === true ? 1 : 0,
    ] satisfies Kind);
    const known = kinds.get(text) ?? kinds.size;
    kinds.set(text, known);
    return known;
  });
  const columns: Columns = {
    paths: files.map((file) => file.path),
    bytes: files.map((file) => file.bytes),
    lines: files.map((file) => file.lines),
    kinds: [...kinds.keys()].map((text) => JSON.parse(text) as Kind),
    kind,
    stamps: entries.map((entry) => entry.stamp ?? 0),
    places: entries.map((entry) => entry.place ?? -1),
    problems: files.flatMap(({ problems }, index) => (problems === undefined ? [] : [[index, problems]])),
  };
  const packed = deflateRawSync(JSON.stringify(columns));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(packed.length);
  const hashes = Buffer.from(files.map((file) => file.hash).join(''), 'hex');
  return new Uint8Array(Buffer.concat([length, packed, hashes]));
}

export function unpackHeads(bytes: Uint8Array): HeadEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashesAt = lengthBytes + buffer.readUInt32LE(0);
  const text = inflateRawSync(buffer.subarray(lengthBytes, hashesAt), { maxOutputLength: maxColumns }).toString('utf8');
  const columns = JSON.parse(text) as Columns;
  const problems = new Map(columns.problems);
  const hashes = buffer.toString('hex', hashesAt);
  return columns.paths.map((path, index): HeadEntry => {
    const [language, languageName, role, skipped, told, sureOnly] = columns.kinds[columns.kind[index] ?? 0] as Kind;
    const stamp = columns.stamps[index];
    const place = columns.places[index] ?? -1;
    const said = problems.get(index);
    const inspection = {
      path,
      hash: hashes.slice(index * hashDigits, (index + 1) * hashDigits),
      bytes: columns.bytes[index] ?? 0,
      lines: columns.lines[index] ?? 0,
      language,
      languageName,
      role,
      ...(skipped === 0 ? {} : { skipped }),
      ...(told === 0 ? {} : { told }),
      ...(sureOnly === 1 ? { sureOnly: true as const } : {}),
      ...(said === undefined ? {} : { problems: said }),
    };
    return { inspection, ...(typeof stamp === 'string' ? { stamp } : {}), ...(place < 0 ? {} : { place }) };
  });
}
