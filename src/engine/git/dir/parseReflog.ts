import { decodeText } from '../commits/decodeText';

/** One line of a reflog: HEAD went from one commit to another. */
export interface ReflogEntry {
  /** `null`: there was none. */
  readonly old: string | null;
  readonly new: string | null;
  /** Of who moved HEAD: the committer that git had at that time. */
  readonly email: string;
  readonly at: number;
  /** What git, or another program, says that it did; may be empty. */
  readonly message: string;
  /** Bytes of the file at which the line begins, and after its line break. */
  readonly start: number;
  readonly end: number;
}

/** The year 10,000. */
const endOfTime = 253_402_300_800;
const objectName = /^[0-9a-f]{40,64}$/;

/**
 * Parses lines of a reflog: `<old> <new> <name> <<email>> <seconds> <zone>\t<message>`. `offset` is where the bytes begin
 * in the file. A line that is none is left out; what comes after the last line break is still being written.
 */
export function parseReflog(bytes: Buffer, offset: number): ReflogEntry[] {
  const entries: ReflogEntry[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    const entry = parseLine(bytes.subarray(start, end), offset + start, offset + end + 1);
    if (entry !== undefined) entries.push(entry);
    start = end + 1;
  }
  return entries;
}

function parseLine(line: Buffer, start: number, end: number): ReflogEntry | undefined {
  const tab = line.indexOf(9);
  const head = decodeText(tab < 0 ? line : line.subarray(0, tab));
  const message = tab < 0 ? '' : decodeText(line.subarray(tab + 1));
  const [old = '', fresh = ''] = head.split(' ', 2);
  const [open, close] = [head.lastIndexOf('<'), head.lastIndexOf('>')];
  if (!objectName.test(old) || !objectName.test(fresh) || open < 0 || close < open) return undefined;
  const seconds = Number(
    head
      .slice(close + 1)
      .trim()
      .split(' ', 1)[0],
  );
  return {
    old: commitOrNull(old),
    new: commitOrNull(fresh),
    email: head.slice(open + 1, close),
    at: seconds >= 0 && seconds < endOfTime ? seconds * 1000 : 0,
    message,
    start,
    end,
  };
}

/** Nothing but zeros stands for no commit. */
export function commitOrNull(sha: string): string | null {
  return /^0+$/.test(sha) ? null : sha;
}
