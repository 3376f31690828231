/** A run of lines of the new file, as a unified diff shows it. */
export interface DiffHunk {
  /** Of a file that is gone: the path that it had. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** All lines of the run; `undefined` where the diff was cut in the middle of it. */
  readonly lines: readonly string[] | undefined;
  /** Numbers of the lines that are new, and their text. */
  readonly added: readonly { readonly line: number; readonly text: string }[];
  readonly removed: readonly string[];
  /** Lines of both files before the first that changed. */
  readonly lead: readonly string[];
  /** The line before the run that git took for the beginning of what the run is in; `''` without one. */
  readonly section: string;
}

const hunkHeader = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@ ?(.*)/;

/** The hunks of a unified diff that leave something in the new file. What is no diff gives none. */
export function parseDiff(diff: string): DiffHunk[] {
  return readDiff(diff).filter((hunk) => hunk.endLine >= hunk.startLine);
}

/** As `parseDiff`, with those that only take lines away; they end before they start. */
export function readDiff(diff: string): DiffHunk[] {
  const hunks: DiffHunk[] = [];
  let oldPath: string | undefined;
  let path: string | undefined;
  let open: OpenHunk | undefined;
  const close = (): void => {
    if (open) hunks.push(finish(open));
    open = undefined;
  };
  for (const line of diff.split('\n')) {
    if (open && expectsMore(open) && /^[ +\-\\]|^$/.test(line)) {
      take(open, line);
      continue;
    }
    close();
    const header = hunkHeader.exec(line);
    if (header && path !== undefined) open = openHunk(path, header);
    else if (line.startsWith('--- ')) oldPath = pathOf(line, 'a');
    else if (line.startsWith('+++ ')) path = pathOf(line, 'b') ?? oldPath;
    else if (line.startsWith('diff ')) {
      path = undefined;
      oldPath = undefined;
    }
  }
  close();
  return hunks;
}

interface OpenHunk {
  readonly path: string;
  readonly section: string;
  readonly start: number;
  readonly count: number;
  /** How many lines the run had. */
  readonly old: number;
  readonly lines: string[];
  readonly lead: string[];
  readonly added: { line: number; text: string }[];
  readonly removed: string[];
}

function openHunk(path: string, [, old = '1', start = '1', count = '1', section = '']: readonly string[]): OpenHunk {
  const lines = { lines: [], lead: [], added: [], removed: [] };
  return { path, section, start: Number(start), count: Number(count), old: Number(old), ...lines };
}

/** Whether a side still lacks lines that the header announced; those that did not change count on both. */
function expectsMore({ lines, added, removed, count, old }: OpenHunk): boolean {
  return lines.length < count || lines.length - added.length + removed.length < old;
}

function take(hunk: OpenHunk, line: string): void {
  if (line.startsWith('\\')) return;
  const text = line.slice(1).replace(/\r$/, '');
  if (line.startsWith('-')) {
    hunk.removed.push(text);
    return;
  }
  if (hunk.lines.length >= hunk.count) return;
  if (line.startsWith('+')) hunk.added.push({ line: hunk.start + hunk.lines.length, text });
  else if (hunk.added.length === 0 && hunk.removed.length === 0) hunk.lead.push(text);
  hunk.lines.push(text);
}

function finish({ path, section, start, count, lines, lead, added, removed }: OpenHunk): DiffHunk {
  const whole = lines.length === count ? lines : undefined;
  return { path, startLine: start, endLine: start + count - 1, lines: whole, added, removed, lead, section };
}

/** `+++ b/src/a.ts`, perhaps with a tab and a time after it; `/dev/null` for a file that is gone. */
function pathOf(line: string, side: 'a' | 'b'): string | undefined {
  const [name = ''] = line.slice(4).split('\t', 1);
  if (name === '/dev/null' || name === '') return undefined;
  return (name.startsWith(`${side}/`) ? name.slice(2) : name).replace(/\r$/, '');
}
