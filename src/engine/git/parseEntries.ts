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
    const [mode = '', , oid = ''] = split.fields;
    // Padded with spaces, which stand as empty fields before it.
    const bytes = Number(split.fields.at(-1));
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
  for (const { text, isExact } of recordsOf(output)) (isExact ? result.entries : result.unreadable).push(text);
  return result;
}

interface GitRecord {
  readonly text: string;
  /** False where its bytes are not UTF-8: no editor could open a file by that name. */
  readonly isExact: boolean;
}

function* recordsOf(output: Buffer): Iterable<GitRecord> {
  const whole = output.toString('utf8');
  if (whole.includes('\uFFFD')) {
    yield* recordsByBytes(output);
    return;
  }
  // Nearly always: then all is decoded at once.
  let start = 0;
  for (let end = whole.indexOf('\0'); end !== -1; end = whole.indexOf('\0', start)) {
    if (end > start) yield { text: whole.slice(start, end), isExact: true };
    start = end + 1;
  }
}

function* recordsByBytes(output: Buffer): Iterable<GitRecord> {
  let start = 0;
  for (let end = output.indexOf(0); end !== -1; end = output.indexOf(0, start)) {
    const bytes = output.subarray(start, end);
    const text = bytes.toString('utf8');
    // The mark of a broken name, or a character of a strange one.
    if (end > start) yield { text, isExact: !text.includes('\uFFFD') || Buffer.from(text).equals(bytes) };
    start = end + 1;
  }
}

function splitRecord(
  { text, isExact }: GitRecord,
  unreadable: string[],
): { fields: string[]; path: string } | undefined {
  const tab = text.indexOf('\t');
  if (tab < 0) return undefined;
  const path = text.slice(tab + 1);
  if (isExact) return { fields: text.slice(0, tab).split(' '), path };
  unreadable.push(path);
  return undefined;
}
