import { nextTurn } from '../../../base/nextTurn';
import { type Commit, commitFormat, parseCommits } from '../../git/commits/parseCommits';
import { type GitOptions, runGit, runGitText } from '../../git/runGit';

/** Of a longer past the newest commits tell where work goes on. */
const mostCommits = 20_000;
const pageSize = 200;
const maxBytes = 64_000_000;

/**
 * Commits of HEAD since an instant, the newest first, with the paths that they change and without numbers: names of files
 * cost git no look into them. The thread comes up for air between pages.
 */
export async function* readPast(since: number, options: GitOptions): AsyncGenerator<readonly Commit[]> {
  const list = ['rev-list', `--max-count=${mostCommits}`, `--since=${Math.floor(since / 1000)}`, 'HEAD'];
  const shas = (await runGitText(list, options)).split('\n').filter((sha) => sha !== '');
  const args = [
    'log',
    '--no-walk=unsorted',
    '--stdin',
    '-z',
    '--raw',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
  ];
  for (let at = 0; at < shas.length; at += pageSize) {
    const input = `${shas.slice(at, at + pageSize).join('\n')}\n`;
    const output = await runGit([...args, '--encoding=UTF-8', commitFormat], { ...options, input, maxBytes });
    yield parseCommits(output);
    await nextTurn(options.signal);
  }
}
