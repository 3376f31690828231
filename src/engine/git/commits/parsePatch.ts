import { createHash } from 'node:crypto';
import { decodeBytes } from './decodeText';

/** What a diff says of one file; only files whose text differs have hunks. */
export interface FilePatch {
  readonly path: string;
  /** The path before; the same where it was not renamed. */
  readonly oldPath: string;
  /** The lines before the first hunk. */
  readonly header: readonly string[];
  readonly hunks: readonly Hunk[];
}

export interface Hunk {
  readonly header: string;
  /** With their markers: one character, or one for each parent in the diff of a merge. */
  readonly lines: readonly string[];
  readonly markers: number;
}

/** Parses a diff in git's format; bytes as characters. */
export function parsePatch(latin1: string): FilePatch[] {
  const patches: OpenPatch[] = [];
  let patch: OpenPatch | undefined;
  let hunk: { header: string; lines: string[]; markers: number } | undefined;
  for (const line of latin1.split('\n')) {
    if (/^diff --(?:git|cc|combined) /.test(line)) {
      patch = { header: [line], hunks: [] };
      patches.push(patch);
      hunk = undefined;
    } else if (patch === undefined) continue;
    else if (/^@{2,66} -/.test(line)) {
      hunk = { header: line, lines: [], markers: line.indexOf(' ') - 1 };
      patch.hunks.push(hunk);
    } else if (hunk === undefined) patch.header.push(line);
    else if (line !== '') hunk.lines.push(line);
  }
  return patches.map(finish);
}

interface OpenPatch {
  readonly header: string[];
  readonly hunks: { readonly header: string; readonly lines: string[]; readonly markers: number }[];
}

function finish({ header, hunks }: OpenPatch): FilePatch {
  const [path, oldPath] = [nameAfter(header, '+++ ', 'b/'), nameAfter(header, '--- ', 'a/')];
  return {
    path: path ?? oldPath ?? '',
    oldPath: oldPath ?? path ?? '',
    header: header.filter((line) => line !== '').map(decodeBytes),
    hunks: hunks.map((hunk) => ({
      ...hunk,
      header: decodeBytes(hunk.header),
      lines: hunk.lines.map(decodeBytes),
    })),
  };
}

function nameAfter(header: readonly string[], marker: string, prefix: string): string | undefined {
  const line = header.find((candidate) => candidate.startsWith(marker));
  if (line === undefined) return undefined;
  // A name with blanks ends with a tab, so that one sees where it ends.
  const name = unquote(line.slice(marker.length).replace(/\t$/, ''));
  if (name === '/dev/null') return undefined;
  return Buffer.from(name.startsWith(prefix) ? name.slice(prefix.length) : name, 'latin1').toString('utf8');
}

const escapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** Names with quotes, backslashes and control characters are written as C does. */
function unquote(name: string): string {
  if (!name.startsWith('"') || !name.endsWith('"') || name.length < 2) return name;
  return name
    .slice(1, -1)
    .replace(/\\([0-7]{3}|[\s\S])/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
    );
}

/**
 * The same for two diffs that make the same change in other places: names and lines without blanks and numbers, as
 * `git patch-id` has it. `undefined` for a diff that changes no text.
 */
export function patchKey(patches: readonly FilePatch[]): string | undefined {
  const hash = createHash('sha256');
  let lines = 0;
  for (const { path, oldPath, header, hunks } of patches) {
    hash.update(`${oldPath}\0${path}\0`);
    // Without hunks it is the hashes of the contents that tell one change from another.
    if (hunks.length === 0) hash.update(header.slice(1).join('\n'));
    for (const hunk of hunks)
      for (const line of hunk.lines) {
        hash.update(`${line.replace(/\s+/g, '')}\n`);
        lines++;
      }
  }
  return lines === 0 ? undefined : hash.digest('hex').slice(0, 32);
}
