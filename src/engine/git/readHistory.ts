import { type LoggedCommit, logFormat, parseLog } from './parseLog';
import { type GitOptions, runGitText } from './runGit';

/** Enough for hot spots and habits; a bound for repositories with a million commits. */
const maxCommits = 1_000;

/** Files of code, which are small: what a clone lacks is mostly large and something else. */
const codeEndings = new Set(
  [
    'ts tsx mts cts js jsx mjs cjs vue svelte py rb php pl pm lua r jl sh go rs zig nim c cc cpp cxx h hh hpp hxx m mm swift',
    'java kt kts scala groovy clj cljs cs fs vb razor dart ex exs erl hs ml elm sql proto tf',
  ].flatMap((endings) => endings.split(' ')),
);
const isCode = (path: string): boolean => codeEndings.has(path.slice(path.lastIndexOf('.') + 1));

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
    // A clone may lack what some files held. Who moved without a change is found without it, and code is seldom what lacks.
    const [exact, followed] = await Promise.all([
      runGitText([...args, '-M100%', ...range], options).then(parseLog),
      runGitText([...args, '--end-of-options', commit, '--', ...[...codeEndings].map((one) => `*.${one}`)], {
        ...options,
        patterns: true,
      }).then(parseLog, () => []),
    ]);
    return withFollowed(exact, followed);
  }
}

/** Of files of code the names that were followed through changes, of all others those that changed alone. */
function withFollowed(exact: readonly LoggedCommit[], followed: readonly LoggedCommit[]): LoggedCommit[] {
  const bySha = new Map(followed.map(({ sha, files }) => [sha, files]));
  return exact.map((commit) => {
    const files = bySha.get(commit.sha);
    return files === undefined
      ? commit
      : { ...commit, files: [...files, ...commit.files.filter((path) => !isCode(path))] };
  });
}
