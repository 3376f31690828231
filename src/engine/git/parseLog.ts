/** One commit as `git log` tells it. */
export interface LoggedCommit {
  readonly sha: string;
  readonly author: string;
  readonly authoredAt: number;
  readonly subject: string;
  readonly files: readonly string[];
}

/** Arguments of `git log` whose output `parseLog` reads. Each commit starts with an empty field, which no path can be. */
export const logFormat = ['-z', '--name-only', '--no-renames', '--format=%x00%H%x00%an%x00%at%x00%s'];

/** A bound for imports of whole trees; below it every file counts, as it does for who counts with git. */
const maxFiles = 10_000;

/** Parses the output of `git log` with `logFormat`. */
export function parseLog(output: string): LoggedCommit[] {
  const fields = output.split('\0');
  const commits: LoggedCommit[] = [];
  let at = 0;
  while (at < fields.length) {
    if (fields[at] === '') {
      at++;
      continue;
    }
    const [sha = '', author = '', seconds = '', subject = ''] = fields.slice(at, at + 4);
    at += 4;
    const files: string[] = [];
    // A line break separates the message from the first path.
    for (let first = true; at < fields.length && fields[at] !== ''; at++, first = false) {
      const path = fields[at] ?? '';
      if (files.length < maxFiles) files.push(first && path.startsWith('\n') ? path.slice(1) : path);
    }
    if (/^[0-9a-f]{40,64}$/.test(sha))
      commits.push({
        sha,
        author,
        authoredAt: Number(seconds) * 1000,
        subject,
        files: files.filter((path) => path !== ''),
      });
  }
  return commits;
}
