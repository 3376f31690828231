import { counted } from '../words/counted';
import { exactTime } from '../words/times';
import type { ShownCommit } from './digestedCommits';

/** In the form that `git show` made familiar. */
export function commitText(commit: ShownCommit): string {
  const head = [`commit ${commit.sha}`, `Author: ${commit.author}`, `Date:   ${exactTime(commit.committedAt)}`];
  const message = [commit.subject, ...(commit.body === '' ? [] : ['', commit.body])].join('\n');
  const files = commit.files.map(
    ({ status, path, oldPath, additions, deletions }) =>
      ` ${status.padEnd(10)} ${oldPath === undefined ? path : `${oldPath} => ${path}`} | +${additions} -${deletions}`,
  );
  const cut = commit.isDiffCut ? ['', 'The text of the changes was cut; the counts above are whole.'] : [];
  const indented = message.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
  return `${[...head, '', ...indented, '', ...files, ` ${counted(commit.totals.files, 'file')}`, '', commit.diff, ...cut].join('\n').trimEnd()}\n`;
}
