import type { DigestCommit } from '../../../../../shared/ingest';
import { readTodo } from '../../../enrich/commitDrafts';
import { readDiff } from '../../../enrich/parseDiff';

export interface TodoChange {
  readonly path: string;
  readonly note: string;
}

/** Notes of things to do that commits leave behind, and those that they take away. */
export function todoChanges(commits: readonly DigestCommit[]): { added: TodoChange[]; removed: TodoChange[] } {
  const open = new Map<string, TodoChange & { readonly by: number }>();
  for (const commit of commits)
    for (const hunk of readDiff(commit.diff ?? '')) {
      const count = (lines: readonly string[], by: number): void => {
        for (const note of lines.flatMap((line) => readTodo(line) ?? []))
          open.set(note, { path: hunk.path, note, by: (open.get(note)?.by ?? 0) + by });
      };
      // The other side of what was only moved may be in the part that was cut.
      if (commit.diffTruncated !== true) count(hunk.removed, -1);
      count(
        hunk.added.map((one) => one.text),
        1,
      );
    }
  const pick = (sign: number): TodoChange[] =>
    [...open.values()].filter(({ by }) => Math.sign(by) === sign).map(({ path, note }) => ({ path, note }));
  return { added: pick(1), removed: pick(-1) };
}
