import type { DigestCommit } from '../../../../../shared/ingest';
import type { DiffHunk } from '../../../enrich/parseDiff';

/** Whether the hunks of a file are all there are: diffs are cut, and what is missing can't be counted on. */
export function isWhole(commit: DigestCommit, path: string, hunks: readonly DiffHunk[]): boolean {
  const file = commit.files.find((one) => one.path === path);
  if (!file) return false;
  const added = hunks.reduce((sum, hunk) => sum + hunk.added.length, 0);
  const removed = hunks.reduce((sum, hunk) => sum + hunk.removed.length, 0);
  return added === file.additions && removed === file.deletions;
}
