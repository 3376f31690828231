/** What a path in git's index or in a tree is. */
type EntryKind = 'file' | 'symlink' | 'submodule';

/** One path of the index. */
export interface IndexEntry {
  readonly path: string;
  readonly kind: EntryKind;
  /** Blob hash of the staged content, or the commit of a submodule. */
  readonly oid: string;
  /** Not on disk by the user's choice (sparse checkout). */
  readonly skipWorktree: boolean;
}

/** One path of a tree. */
export interface TreeEntry {
  readonly path: string;
  readonly kind: EntryKind;
  readonly oid: string;
  /** Size in bytes; 0 for a submodule. */
  readonly bytes: number;
}

const kinds: Readonly<Record<string, EntryKind>> = { '120000': 'symlink', '160000': 'submodule' };

/** A path as git gave it, or `undefined` where its bytes are not UTF-8: no editor could open it by that name. */
function decodePath(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  if (!text.includes('\uFFFD')) return text;
  // The mark of a broken name, or a character of a strange one.
  return Buffer.from(text).equals(bytes) ? text : undefined;
}

export interface Parsed<T> {
  readonly entries: T[];
  /** Names that are not UTF-8, made readable with U+FFFD. */
  readonly unreadable: string[];
}

/**
 * Parses `git ls-files -z -s -t`: `<tag> <mode> <oid> <stage>\t<path>\0`. A path in conflict stands there up to three
 * times; the first one counts.
 */
export function parseIndex(output: Buffer): Parsed<IndexEntry> {
  const result: Parsed<IndexEntry> = { entries: [], unreadable: [] };
  let last = '';
  for (const record of recordsOf(output)) {
    const split = splitRecord(record, result.unreadable);
    if (split === undefined || split.path === last) continue;
    const [tag = '', mode = '', oid = ''] = split.fields;
    last = split.path;
    result.entries.push({ path: split.path, kind: kinds[mode] ?? 'file', oid, skipWorktree: tag === 'S' });
  }
  return result;
}

/** Parses `git ls-tree -r -l -z`: `<mode> <type> <oid> <size, padded>\t<path>\0`. */
export function parseTree(output: Buffer): Parsed<TreeEntry> {
  const result: Parsed<TreeEntry> = { entries: [], unreadable: [] };
  for (const record of recordsOf(output)) {
    const split = splitRecord(record, result.unreadable);
    if (split === undefined) continue;
    const [mode = '', , oid = '', size = ''] = split.fields;
    const bytes = Number(size);
    result.entries.push({
      path: split.path,
      kind: kinds[mode] ?? 'file',
      oid,
      bytes: Number.isFinite(bytes) ? bytes : 0,
    });
  }
  return result;
}

/** Parses a plain list of paths (`-z`). */
export function parsePaths(output: Buffer): Parsed<string> {
  const result: Parsed<string> = { entries: [], unreadable: [] };
  for (const record of recordsOf(output)) {
    const path = decodePath(record);
    if (path === undefined) result.unreadable.push(record.toString('utf8'));
    else result.entries.push(path);
  }
  return result;
}

function* recordsOf(output: Buffer): Iterable<Buffer> {
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    if (end > start) yield output.subarray(start, end);
    start = end + 1;
  }
}

function splitRecord(record: Buffer, unreadable: string[]): { fields: string[]; path: string } | undefined {
  const tab = record.indexOf(9);
  if (tab < 0) return undefined;
  const name = record.subarray(tab + 1);
  const path = decodePath(name);
  if (path === undefined) {
    unreadable.push(name.toString('utf8'));
    return undefined;
  }
  return { fields: record.toString('latin1', 0, tab).split(/ +/), path };
}
