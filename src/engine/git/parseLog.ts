/** One commit as `git log` tells it. */
export interface LoggedCommit {
  readonly sha: string;
  readonly author: string;
  readonly authoredAt: number;
  readonly subject: string;
  /** What it changed, by the names that the files have today. */
  readonly files: readonly string[];
}

/**
 * Arguments of `git log` whose output `parseLog` reads, newest first. Each commit starts with an empty field, which no path
 * can be. Renames are looked for among as many files as git does by itself.
 */
export const logFormat = ['-z', '--name-status', '-M', '-l1000', '--format=%x00%H%x00%an%x00%at%x00%s'];

/** A bound for imports of whole trees; below it every file counts, as it does for who counts with git. */
const maxFiles = 10_000;

/** The names that files have today, by the names they had at the commit that is read, from the newest to the oldest. */
class LaterNames {
  private readonly names = new Map<string, string | undefined>();

  /** Nothing for another file that had the name before. */
  today(path: string): string | undefined {
    return this.names.has(path) ? this.names.get(path) : path;
  }

  /** In all that is older, the file had another name, and what had this one was not it. */
  renamed(from: string, to: string): void {
    // What two branches renamed stands twice in the log.
    const today = this.today(to) ?? this.names.get(from);
    this.names.set(to, undefined);
    this.names.set(from, today);
  }
}

interface Change {
  readonly path: string;
  readonly oldPath?: string;
}

/** The changes from a field on, and the field behind them. */
function parseChanges(fields: readonly string[], from: number): { changes: Change[]; next: number } {
  const changes: Change[] = [];
  let at = from;
  while (at < fields.length && fields[at] !== '') {
    // A line break separates the message from the first change.
    const status = (fields[at] ?? '').replace(/^\n/, '');
    const isPair = status.startsWith('R') || status.startsWith('C');
    const [path = '', second] = fields.slice(at + 1, at + (isPair ? 3 : 2));
    if (second === undefined) changes.push({ path });
    else changes.push({ path: second, ...(status.startsWith('R') ? { oldPath: path } : {}) });
    at += isPair ? 3 : 2;
  }
  return { changes, next: at };
}

/** Parses the output of `git log` with `logFormat`. */
export function parseLog(output: string): LoggedCommit[] {
  const fields = output.split('\0');
  const commits: LoggedCommit[] = [];
  const names = new LaterNames();
  let at = 0;
  while (at < fields.length) {
    if (fields[at] === '') {
      at++;
      continue;
    }
    const [sha = '', author = '', seconds = '', subject = ''] = fields.slice(at, at + 4);
    const { changes, next } = parseChanges(fields, at + 4);
    at = next;
    if (!/^[0-9a-f]{40,64}$/.test(sha)) continue;
    const files = changes.slice(0, maxFiles).flatMap(({ path }) => (path === '' ? [] : (names.today(path) ?? [])));
    for (const { path, oldPath } of changes) if (oldPath !== undefined) names.renamed(oldPath, path);
    commits.push({ sha, author, authoredAt: Number(seconds) * 1000, subject, files });
  }
  return commits;
}
