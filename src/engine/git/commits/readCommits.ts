import { isEngineError } from '../../../base/engineError';
import { type GitOptions, runGit } from '../runGit';
import { type Commit, type CommitHeader, commitFormat, parseCommits } from './parseCommits';

/** Enough for ten thousand files with long names in each of some commits; a bound for what nobody made by hand. */
const maxBytes = 64_000_000;
const header = ['--always', '--encoding=UTF-8', '-z', commitFormat];
/** Plumbing: what a user or a repository set for people's eyes does not change it. */
const diff = ['-r', '--root', '-M', '-C', '-l500', '--no-ext-diff', '--no-textconv'];

/**
 * Commits with the files that they change, in the order of `shas`; what is not there is left out. A commit whose files
 * can't be compared, because objects are missing, has none.
 */
export async function readCommits(shas: readonly string[], options: GitOptions): Promise<Commit[]> {
  const found = await readAll(shas, ['diff-tree', '--stdin', ...diff, '--raw', '--numstat', ...header], options);
  const missing = shas.filter((sha) => !found.has(sha));
  const bare = missing.length === 0 ? [] : await readHeaders(missing, options);
  for (const commit of bare) found.set(commit.sha, { ...commit, files: [] });
  return shas.flatMap((sha) => found.get(sha) ?? []);
}

/** The same without files, which is cheap however large the commits are. */
export async function readHeaders(shas: readonly string[], options: GitOptions): Promise<CommitHeader[]> {
  const found = await readAll(shas, ['log', '--no-walk=unsorted', '--stdin', '-s', ...header.slice(1)], options);
  return shas.flatMap((sha) => found.get(sha) ?? []);
}

/** Git ends at the first object that is missing, so what fails together is read in halves. */
async function readAll(
  shas: readonly string[],
  args: readonly string[],
  options: GitOptions,
): Promise<Map<string, Commit>> {
  if (shas.length === 0) return new Map();
  try {
    const input = `${shas.join('\n')}\n`;
    const output = await runGit(args, { ...options, input, maxBytes });
    return new Map(parseCommits(output).map((commit) => [commit.sha, commit]));
  } catch (error) {
    if (isEngineError(error, 'cancelled') || !isEngineError(error) || error.data?.['reason'] === 'no-git') throw error;
    if (shas.length === 1) return new Map();
    const middle = Math.ceil(shas.length / 2);
    const [first, second] = [
      await readAll(shas.slice(0, middle), args, options),
      await readAll(shas.slice(middle), args, options),
    ];
    return new Map([...first, ...second]);
  }
}
