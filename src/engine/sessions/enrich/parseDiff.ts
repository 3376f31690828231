/** A run of lines of the new file, as a unified diff shows it. */
export interface DiffHunk {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** All lines of the run; `undefined` where the diff was cut in the middle of it. */
  readonly lines: readonly string[] | undefined;
  /** Numbers of the lines that are new, and their text. */
  readonly added: readonly { readonly line: number; readonly text: string }[];
}

const hunkHeader = /^@@ -\d{1,9}(?:,\d{1,9})? \+(\d{1,9})(?:,(\d{1,9}))? @@/;

/** The hunks of a unified diff that leave something in the new file. What is no diff gives none. */
export function parseDiff(diff: string): DiffHunk[] {
  const hunks: DiffHunk[] = [];
  let path: string | undefined;
  let open: OpenHunk | undefined;
  const close = (): void => {
    if (open && open.count > 0) hunks.push(finish(open));
    open = undefined;
  };
  for (const line of diff.split('\n')) {
    if (open && open.lines.length + open.removed < open.total && /^[ +\-\\]|^$/.test(line)) {
      take(open, line);
      continue;
    }
    close();
    const [, start, count = '1'] = hunkHeader.exec(line) ?? [];
    if (start !== undefined && path !== undefined) open = openHunk(path, Number(start), Number(count), line);
    else if (line.startsWith('+++ ')) path = pathOf(line);
    else if (line.startsWith('diff ')) path = undefined;
  }
  close();
  return hunks;
}

interface OpenHunk {
  readonly path: string;
  readonly start: number;
  readonly count: number;
  /** Lines of both sides that the header announces. */
  readonly total: number;
  removed: number;
  readonly lines: string[];
  readonly added: { line: number; text: string }[];
}

function openHunk(path: string, start: number, count: number, header: string): OpenHunk {
  const [, old = '1'] = /^@@ -\d{1,9}(?:,(\d{1,9}))?/.exec(header) ?? [];
  // Context lines count on both sides, so this is the most that may come.
  return { path, start, count, total: count + Number(old), removed: 0, lines: [], added: [] };
}

function take(hunk: OpenHunk, line: string): void {
  if (line.startsWith('\\')) return;
  if (line.startsWith('-')) {
    hunk.removed++;
    return;
  }
  if (hunk.lines.length >= hunk.count) return;
  const text = line.slice(1).replace(/\r$/, '');
  if (line.startsWith('+')) hunk.added.push({ line: hunk.start + hunk.lines.length, text });
  hunk.lines.push(text);
}

function finish({ path, start, count, lines, added }: OpenHunk): DiffHunk {
  const endLine = start + count - 1;
  return { path, startLine: start, endLine, lines: lines.length === count ? lines : undefined, added };
}

/** `+++ b/src/a.ts`, perhaps with a tab and a time after it; `/dev/null` for a file that is gone. */
function pathOf(line: string): string | undefined {
  const [name = ''] = line.slice(4).split('\t', 1);
  return name === '/dev/null' || name === '' ? undefined : name.replace(/^b\//, '').replace(/\r$/, '');
}
