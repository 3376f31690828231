import { symbolChanges } from './diff/symbolChanges';
import { isBot } from './isBot';
import type { WorkCommit } from './sessionWork';
import { count, listed } from './words';

const longestBody = 1_500;
const mostSymbols = 12;
/** `Signed-off-by: …`, `Change-Id: …`, `Closes #1`, a link and nothing else. */
const trailer =
  /^(?:[A-Z][\w-]{1,40}-(?:by|id|on|to): |(?:closes|fixes|resolves|refs?|see|part of|related to):? (?:[\w./-]{0,80}#\d|https?:)|git-svn-id: |(?:[-*] )?(?:\[[^\]]{0,200}\]\(\S{1,400}\)|https?:\/\/\S+)$)/i;
/** What programs append for programs. */
const tail = /^(?:---|# Conflicts:)\n[\s\S]*/m;

/** What a commit says of itself, which names of the code it touches, and how big it is. */
export function describeContent(commit: WorkCommit): string {
  const additions = commit.files.reduce((sum, one) => sum + one.additions, 0);
  const deletions = commit.files.reduce((sum, one) => sum + one.deletions, 0);
  const size = `${count(commit.files.length, 'file')}, +${additions} −${deletions}, commit ${commit.sha.slice(0, 10)}.`;
  return [isBot(commit) ? '' : proseOf(commit.body ?? ''), symbolsOf(commit), size]
    .filter((text) => text !== '')
    .join('\n\n');
}

function proseOf(body: string): string {
  const lines = body
    .replace(tail, '')
    .split('\n')
    .filter((line) => !trailer.test(line.trim()));
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return text.length <= longestBody ? text : `${text.slice(0, longestBody)}…`;
}

function symbolsOf(commit: WorkCommit): string {
  const { added, changed, removed } = symbolChanges(commit);
  const names = (list: readonly string[]): string =>
    listed(
      list.map((name) => `\`${name}\``),
      mostSymbols,
    );
  return [
    added.length > 0 ? `Adds ${names(added)}.` : '',
    changed.length > 0 ? `Touches ${commit.diffTruncated === true ? 'among others ' : ''}${names(changed)}.` : '',
    removed.length > 0 ? `Removes ${names(removed)}.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
