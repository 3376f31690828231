import { gitFailureReason } from '../gitFailure';
import { type GitOptions, runGit } from '../runGit';
import { type CommitHeader, commitFormat, parseCommits } from './parseCommits';

export interface Range {
  /** Commits from which one gets to those that are meant. */
  readonly from: readonly string[];
  /** What one gets to from these is not meant. */
  readonly without: readonly string[];
  readonly limit: number;
  /** Only what was committed then or later, in milliseconds. */
  readonly since?: number;
  /** Without what the branches of remotes have. */
  readonly notRemote?: boolean;
}

const maxBytes = 64_000_000;

/** Headers of a range, parents first; `undefined` where a commit that names it is not there any more. */
export async function listRange(range: Range, options: GitOptions): Promise<CommitHeader[] | undefined> {
  const { from, without, limit, since, notRemote } = range;
  const args = ['log', '-z', '-s', '--encoding=UTF-8', `--max-count=${limit}`, commitFormat];
  // One commit has no order, and is found without going through all of the range.
  if (limit > 1) args.push('--topo-order');
  if (since !== undefined) args.push(`--since=${Math.floor(since / 1000)}`);
  if (notRemote === true) args.push('--not', '--remotes', '--not');
  const input = `${[...from, ...without.map((sha) => `^${sha}`)].join('\n')}\n`;
  try {
    return parseCommits(await runGit([...args, '--stdin'], { ...options, input, maxBytes })).reverse();
  } catch (error) {
    const reason = gitFailureReason(error);
    if (reason === 'other' || reason === 'no-commit') return undefined;
    throw error;
  }
}

/** Whether one gets from the second commit to the first; `undefined` where one of them is not in this repository. */
export async function isAncestor(ancestor: string, of: string, options: GitOptions): Promise<boolean | undefined> {
  const between = await listRange({ from: [ancestor], without: [of], limit: 1 }, options);
  return between && between.length === 0;
}
