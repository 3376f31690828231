import { type LoggedCommit, logFormat, parseLog } from './parseLog';
import { type GitOptions, runGitText } from './runGit';

/** Enough for hot spots and habits; a bound for repositories with a million commits. */
const maxCommits = 1_000;

/**
 * The newest commits that touch the folder, newest first, with the paths they changed, relative to the folder and by the
 * names that the files have today. Merges are left out: their changes are those of the commits they merge. No branch is
 * left out because its changes came to nothing: who counts with `git log --no-merges` finds the same commits.
 */
export async function readHistory(commit: string, options: GitOptions): Promise<LoggedCommit[]> {
  const args = [
    'log',
    `-n${maxCommits}`,
    '--no-merges',
    '--full-history',
    '--no-ext-diff',
    '--no-textconv',
    '--relative',
    ...logFormat,
  ];
  // A path, even that of the whole, would leave out commits that change nothing.
  const isWhole = (await runGitText(['rev-parse', '--show-prefix'], options)).trim() === '';
  const range = ['--end-of-options', commit, ...(isWhole ? ['--'] : ['--', '.'])];
  try {
    return parseLog(await runGitText([...args, ...range], options));
  } catch (error) {
    if (options.signal?.aborted) throw error;
    // A partial clone may lack what the files held. Whoever moved without a change is found without it.
    return parseLog(await runGitText([...args, '-M100%', ...range], options));
  }
}
