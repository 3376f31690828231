import { type GitOptions, runGitText } from './runGit';

export interface RemovalQuery {
  readonly from: string;
  readonly to: string;
  /** Relative to the folder in which git runs. */
  readonly path: string;
  /** 1-based, in the file as it was at `from`. */
  readonly line: number;
}

export interface Removal {
  readonly sha: string;
  readonly subject: string;
}

/** A shorter line is in many places; that it went away in one of them says nothing. */
const leastCharacters = 6;

/**
 * The newest commit between two that took a line away, or the only one that touched its file at all. `undefined` where
 * several touched the file and none took the line.
 */
export async function findRemoval(query: RemovalQuery, options: GitOptions): Promise<Removal | undefined> {
  const { from, to, path } = query;
  const range = ['--end-of-options', `${from}..${to}`, '--', path];
  const text = (await lineAt(query, options)).trim();
  if (text.length >= leastCharacters) {
    const [removal] = parse(await runGitText(['log', '-n1', format, `-S${text}`, ...range], options));
    if (removal) return removal;
  }
  const touching = parse(await runGitText(['log', '-n2', format, ...range], options));
  return touching.length === 1 ? touching[0] : undefined;
}

const format = '--format=%H%x00%s';

async function lineAt({ from, path, line }: RemovalQuery, options: GitOptions): Promise<string> {
  const text = await runGitText(['cat-file', 'blob', `${from}:./${path}`], options);
  return text.split('\n')[line - 1] ?? '';
}

function parse(output: string): Removal[] {
  return output.split('\n').flatMap((row) => {
    const [sha = '', subject = ''] = row.split('\0');
    return sha === '' ? [] : [{ sha, subject }];
  });
}
